"""What a reader is to read next: comments in nearly the same words as one, the uncertain ones first, and a second reader's share of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import pandas as pd

from analysis.written.alike import grouped, is_campaign
from analysis.written.coding_agreement import wanted
from analysis.written.theme_suggestions import Suggestion, suggest

ORDERS = {
    "least sure": "Not read yet, least certain first",
    "details": "Not read yet, possible personal details first",
    "came": "Not read yet, as they came",
    "read": "Read already",
}


@dataclass(frozen=True)
class Card:
    """Comments that one decision stands for. `people` gave them, `shown` is whose words `written` are, and `themes` are those given or suggested.

    `read` says whether this reader has read them, `suggested` whether the themes are a suggestion, and `sure` how sure it is, from 0 to 1.
    """

    people: tuple[int, ...]
    shown: int
    written: str
    details: tuple[str, ...]
    state: str
    cleared: bool
    themes: tuple[str, ...]
    read: bool
    suggested: bool
    sure: float

    @property
    def campaign(self) -> bool:
        return is_campaign(self.written, len(self.people))


def cards(comments: pd.DataFrame, themes: Mapping[str, str], reader: str) -> list[Card]:
    """Every card of a reader, in the order people came.

    `comments` has the columns `respondent`, `written`, `details`, `state`, `cleared`, and for each reader `{reader}_read` and `{reader}` (theme ids).
    `themes` gives the name and definition of each theme by its id. A second reader is shown a fixed share of the comments and no suggestions, so
    that the two decide apart.
    """
    own = comments if reader == "first" else comments[comments["respondent"].isin(second_share(comments["respondent"].tolist()))]
    if own.empty:
        return []
    rows = own.assign(group=grouped(own["written"].tolist()), read=own[f"{reader}_read"].astype(bool)).to_dict("records")
    members: dict[tuple[int, bool], list[dict]] = {}
    for row in rows:
        members.setdefault((row["group"], row["read"]), []).append(row)
    unread = [group for group, read in members if not read]
    coded = [(group[0]["written"], group[0][reader]) for (_, read), group in members.items() if read]
    texts = [members[group, False][0]["written"] for group in unread]
    found = suggest(texts, coded, themes) if reader == "first" else [Suggestion((), 0.0)] * len(texts)
    # What was decided for the same words before stands for those that came since.
    settled = {group: Suggestion(tuple(own[0][reader]), 1.0) for (group, read), own in members.items() if read}
    suggestions = {group: settled.get(group, one) for group, one in zip(unread, found, strict=True)}
    return [_card(own, read, reader, suggestions.get(group, Suggestion((), 1.0))) for (group, read), own in members.items()]


def listed(cards: Sequence[Card], order: str) -> list[Card]:
    """The cards of one order: those to be read, or those that have been."""
    chosen = [card for card in cards if card.read == (order == "read")]
    if order == "least sure":
        return sorted(chosen, key=lambda card: card.sure)
    # What had details in it stays where it was once they are taken out, to be read and cleared.
    return sorted(chosen, key=lambda card: not (card.details or card.state == "redacted")) if order == "details" else chosen


def second_share(respondents: Sequence[int]) -> set[int]:
    """Whose comments a second reader reads: as many as are wanted, drawn so that the same people are drawn each time."""
    drawn = sorted(respondents, key=lambda respondent: (crc32(str(respondent).encode()), respondent))
    return set(drawn[: wanted(len(drawn))])


def both_read(comments: pd.DataFrame) -> tuple[list[list[str]], list[list[str]]]:
    """The themes of the first and of the second reader for every comment both have read, words that are alike counted once."""
    both = comments[comments["first_read"].astype(bool) & comments["second_read"].astype(bool)]
    once = both.assign(group=grouped(both["written"].tolist())).drop_duplicates("group")
    return once["first"].tolist(), once["second"].tolist()


def _card(own: list[dict], read: bool, reader: str, suggestion: Suggestion) -> Card:
    first = own[0]
    return Card(
        people=tuple(int(row["respondent"]) for row in own),
        shown=int(first["respondent"]),
        written=str(first["written"]),
        details=tuple(dict.fromkeys(kind for row in own for kind in row["details"])),
        state=str(first["state"]),
        cleared=bool(first["cleared"]),
        themes=tuple(first[reader]) if read else suggestion.themes,
        read=read,
        suggested=not read and bool(suggestion.themes),
        sure=suggestion.sure,
    )
