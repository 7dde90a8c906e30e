import pandas as pd

from analysis.written.reading_queue import both_read, cards, listed, second_share

THEMES = {"a": "Patrols. Officers seen on foot", "b": "101. Answering calls"}


def comments(*rows):
    """(words, the first reader's themes or None, the second's or None, kinds of details)."""
    return pd.DataFrame(
        [
            {
                "respondent": i,
                "written": words,
                "details": details,
                "state": "held" if first is None else "looked at",
                "cleared": False,
                "first_read": first is not None,
                "second_read": second is not None,
                "first": first or [],
                "second": second or [],
            }
            for i, (words, first, second, details) in enumerate(rows, 1)
        ]
    )


def test_words_alike_are_one_card_that_stands_for_all_who_wrote_them():
    found = cards(comments(("More patrols", None, None, []), ("Lights", None, None, []), ("more patrols!", None, None, ["name"])), THEMES, "first")
    assert [card.people for card in found] == [(1, 3), (2,)]
    assert found[0].shown == 1 and found[0].details == ("name",)


def test_words_that_came_later_are_offered_what_was_decided_for_the_same_words():
    found = cards(comments(("Zebra crossings", ["b"], None, []), ("zebra crossings.", None, None, [])), THEMES, "first")
    read, unread = found
    assert read.read and not unread.read
    assert unread.themes == ("b",) and unread.suggested and unread.sure == 1


def test_the_least_certain_come_first_and_what_is_read_comes_in_its_own_list():
    rows = [("Officers on foot", ["a"], None, []), ("Officers on foot at night", None, None, []), ("Zebra crossings", None, None, ["name"])]
    found = cards(comments(*rows), THEMES, "first")
    assert [card.shown for card in listed(found, "least sure")] == [3, 2]
    assert [card.shown for card in listed(found, "came")] == [2, 3]
    assert [card.shown for card in listed(found, "details")] == [3, 2]
    assert [card.shown for card in listed(found, "read")] == [1]


def test_a_second_reader_sees_neither_suggestions_nor_what_the_first_found():
    found = cards(comments(("Officers on foot", ["a"], None, []), ("Officers on foot at night", ["a"], None, [])), THEMES, "second")
    assert [(card.themes, card.suggested, card.read) for card in found] == [((), False, False)] * 2


def test_a_second_reader_is_given_the_same_hundred_each_time():
    share = second_share(range(1, 401))
    assert len(share) == 100 and share == second_share(list(range(400, 0, -1)))


def test_agreement_counts_words_alike_once_and_only_what_both_read():
    rows = [("More patrols", ["a"], ["a"], []), ("more patrols", ["a"], ["a"], []), ("Lights", ["a"], ["b"], []), ("Bikes", ["a"], None, [])]
    assert both_read(comments(*rows)) == ([["a"], ["a"]], [["a"], ["b"]])


def test_no_comment_makes_no_card():
    assert cards(comments(("x", None, None, [])).head(0), THEMES, "first") == []
