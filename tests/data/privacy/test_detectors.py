import csv
import re
from pathlib import Path

import pytest

from data.privacy.check_digits import internet, luhn, nhs
from data.privacy.detectors import WHOLE, WRITTEN
from data.privacy.personal import LONGEST, Found, personal_content, personal_heading, redact, scan

HOSTILE = Path(__file__).resolve().parents[3] / ".." / "shared" / "hostile"
with_hostile = pytest.mark.skipif(not (HOSTILE / "pii.csv").exists(), reason="the made-up personal details outside the project are not here")

WRITTEN_DETAILS = [
    ("e-mail", "mail {} please", ["jo.bloggs@example.com", "JO+tag@Example.CO.UK", "o'neill@example.org", "jo dot bloggs at example dot org"]),
    ("e-mail", "mail {} please", ["jo (at) example (dot) org", "jo[at]example.org", "jo.bloggs at gmail.com", "jo.bloggs @ example.org"]),
    ("telephone", "ring {} after 5", ["07700 900123", "07700900123", "0 7 7 0 0 9 0 0 1 2 3", "07700-900-123", "07700.900.123", "7700900123"]),
    ("telephone", "ring {} after 5", ["+44 (0)7700 900 456", "+447700900123", "0044 7700 900123", "01632 960 001", "(01632) 960001"]),
    ("telephone", "ring {}, 1 May", ["020 7946 0018", "07700\N{NO-BREAK SPACE}900\N{EN DASH}123", "０７７００９００１２３", "+353 1 234 5678"]),
    ("postcode", "I live at {}, near the shops", ["ZZ99 3WZ", "zz993wz", "EC1A 1BB", "w1a 0ax", "B33 8TH", "TS8  9GL"]),
    ("National Insurance number", "NI no {} is mine", ["QQ 12 34 56 C", "QQ123456C", "qq-12-34-56-c"]),
    ("NHS number", "NHS {} is mine", ["943 476 5919", "9434765919", "943-476-5919"]),
    ("card number", "card {} is mine", ["4111 1111 1111 1111", "5500000000000004", "3782 822463 10005"]),
    ("vehicle registration", "a car {} parked daily", ["AB12 CDE", "AB12CDE", "ab12cde"]),
    ("vehicle registration", "number plate {} parked daily", ["ab12 cde", "A123 BCD"]),
    ("IP address", "from {} again", ["192.0.2.44", "2001:db8::1", "2001:0db8:85a3:0000:0000:8a2e:0370:7334"]),
    ("web address or handle", "see {}, all there", ["facebook.com/jo.example.90", "https://example.org/a?b=c", "www.example.org", "@joexample90"]),
    ("reference number", "crime ref {} is mine", ["47/12345/25", "CVP-24-012345", "25000123456"]),
    ("date of birth", "I was born on {} here", ["14/03/1961", "14.3.61", "14th March 1961", "the 14th of March 1961", "1961-03-14"]),
]


def _kinds(text: str) -> list[str]:
    return [found.kind for found in scan(text)]


@pytest.mark.parametrize(("kind", "text", "details"), WRITTEN_DETAILS)
def test_a_detail_is_found_where_it_stands_and_no_more_is_taken(kind, text, details):
    for detail in details:
        words = text.format(detail)
        found = scan(words)
        assert [one.kind for one in found] == [kind], detail
        assert words[found[0].start : found[0].end] == detail.removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Jones said so", "Mr Jones"),
        ("it was mr jones", "mr jones"),
        ("Mr & Mrs O'Brien", "Mrs O'Brien"),
        ("PC 1234 Smith was rude", "PC 1234 Smith"),
        ("ask PCSO 7123 about it", "PCSO 7123"),
        ("Sgt Jane Example helped", "Sgt Jane Example"),
        ("Cllr Example came", "Cllr Example"),
        ("My neighbour John Example at number 42 deals drugs", "John Example"),
        ("a lad called Dean does it", "Dean"),
        ("my name is jo", "jo"),
    ],
)
def test_the_words_after_a_title_a_rank_or_a_relation_may_be_a_name(text, name):
    assert [(found.kind, text[found.start : found.end]) for found in scan(text)] == [("name", name)]


@pytest.mark.parametrize("text", ["42 Example Street, Anytown", "at 42a Old Mill Lane", "42 example road"])
def test_a_house_number_and_a_street_are_an_address(text):
    assert _kinds(text) == ["address"]


@pytest.mark.parametrize(
    "text",
    [
        "More police on the beat please, and fewer cars. PC ON THE BEAT!",
        "PCSO patrols in Ward 12, 24/7, and PC patrols 9am-5pm Mon-Fri",
        "101 takes 45 minutes to answer; about 20000 people rang 999 in 2024",
        "TS8 area, TS12 AND TS13, the TS10 and ts12 has no cover",
        "spent £07700900, or £1,234,567,890",
        "M4 J26, the M4 2nd exit, the A172 AND A174, B4242 speeding at 20 mph on the main road",
        "from 01/02/2024 to 05/02/2024 12:30, 1 in 10, 0-18 19-24 25-34 35-44, 0 1 2 3 4 5 6 7 8 9 10",
        "ask the A.B.C. club, Operation Sceptre 2025, reference to 2024 plan, crime 2020-2023",
        "my neighbour is noisy, my son was attacked, born in Middlesbrough, look at bbc.co.uk, meet @ 7pm, and/or",
        "20 people in the street, 3 cars on our road, 2 dogs close by",
        "Mr and Mrs is what they are called",
        "",
    ],
)
def test_words_that_look_like_details_are_left_alone(text):
    assert scan(text) == ()


def test_a_date_beside_a_telephone_number_does_not_hide_it():
    assert redact("on 01/02/2024 07700 900123") == "on 01/02/2024 [telephone removed]"


def test_each_of_several_details_is_marked_with_what_it_was():
    text = "I'm at 42 Example Street TS8 9GL: jo@example.com, 07700 900123 07700 900124"
    assert redact(text) == "I'm at [address removed] [postcode removed]: [e-mail removed], [telephone removed] [telephone removed]"


def test_details_that_overlap_are_one_named_for_the_longest():
    text = "see https://example.org/tel/07700900123/jo@example.org today"
    assert redact(text) == "see [web address or handle removed] today"


def test_text_without_details_is_unchanged_by_redaction():
    assert redact("More police, please.\n£20 – thanks") == "More police, please.\n£20 – thanks"


def test_what_lies_beyond_the_search_is_reported_and_taken_out():
    text = "y" * LONGEST + " jo@example.com"
    assert scan(text) == (Found("unchecked rest", LONGEST, len(text)),)
    assert redact(text).endswith("y[unchecked rest removed]")


def test_a_detail_across_the_end_of_the_search_is_found_whole():
    text = "y " * (LONGEST // 2 - 3) + "07700 900123 and more"
    last, rest = scan(text)
    assert (text[last.start : last.end], text[rest.start : rest.end]) == ("07700 900123", " and more")


def test_no_pattern_repeats_without_an_end():
    for shape in (*WHOLE, *WRITTEN):
        bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "x", shape.pattern.pattern)
        assert not re.search(r"\*|(?<!\})\+|,\}", bare), shape.kind


def test_check_digits_agree_with_published_numbers():
    assert luhn("79927398713")  # The worked example of the Luhn check; the nine other last digits are wrong.
    assert not any(luhn(f"7992739871{digit}") for digit in "012456789")
    assert nhs("943 476 5919")  # The worked example of the NHS Data Dictionary.
    assert not any(nhs(f"943476591{digit}") for digit in "012345678")
    assert not nhs("1111111111")


def test_internet_addresses_are_told_from_times_and_clauses():
    assert [internet(text) for text in ("192.0.2.1", "2001:db8::1", "fe80::1")] == [True] * 3
    assert [internet(text) for text in ("256.0.0.1", "12:30:45", "add::", "::")] == [False] * 4


STRUCTURED = {
    "email": ("e-mail", 1),
    "email_obf": ("e-mail", 1),
    "phone": ("telephone", 2),
    "phone_spaced": ("telephone", 1),
    "landline": ("telephone", 1),
    "postcode": ("postcode", 1),
    "postcode_nospace": ("postcode", 1),
    "nino": ("National Insurance number", 1),
    "ip": ("IP address", 2),
    "dob": ("date of birth", 1),
    "vrm": ("vehicle registration", 1),
    "crime_ref": ("reference number", 2),
    "url": ("web address or handle", 1),
    "handle": ("web address or handle", 1),
    "card": ("card number", 1),
    "nhs": ("NHS number", 1),
}


@with_hostile
def test_all_but_one_in_fifty_structured_details_are_found_and_at_most_one_clean_text_in_twelve_is_flagged():
    with (HOSTILE / "pii.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["kind"], row["Comment"]) for row in csv.DictReader(file)]
    wanted = sum(STRUCTURED[kind][1] for kind, _ in rows if kind in STRUCTURED)
    found = sum(_kinds(text).count(STRUCTURED[kind][0]) for kind, text in rows if kind in STRUCTURED)
    clean = [text for kind, text in rows if kind == "clean"]
    assert found / wanted >= 0.98
    assert len(clean) == 12
    assert sum(1 for text in clean if scan(text)) <= 1


@with_hostile
def test_text_made_to_be_slow_is_searched_to_its_limit_and_the_rest_reported():
    csv.field_size_limit(10**7)
    with (HOSTILE / "redos_pii.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [row["Comment"] for row in csv.DictReader(file)]
    assert len(texts) == 6
    for text in texts:
        rest = scan(text)[-1]
        assert (rest.kind, rest.end) == ("unchecked rest", len(text))
        assert LONGEST <= rest.start < LONGEST + 250
        assert personal_heading(text) is None
    assert personal_content(texts) is None
