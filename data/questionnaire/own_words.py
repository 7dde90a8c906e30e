"""Words typed in place of an option, as forms write them that keep no column for "Other": read as "Other" and a written answer beside it.

No form says which cells were typed, so the whole column must show it. Options come again (three times or more); what was typed was said once or
twice and reads like typing: it says "Other:" first, begins small where every option begins with a capital, speaks of "I" or "my", or is a
sentence much longer than any option. Without such a sign a rare answer stays the option it may be.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from data.layout import SurveyLayout
from data.logbook.terms import plain
from data.problems import Problem
from data.questionnaire.about_you import match_question
from data.questionnaire.kinds import YES_NO, asks_for_words, is_number
from data.questionnaire.question import Option, Question, given
from data.questionnaire.scales import scale_order
from data.sheet import Sheet, address
from data.vocabulary import QUESTION_KINDS

# The kinds a question of one column can be settled as: the last two say that what comes once was typed, however it looks.
OWN_WORDS = {"one answer, own words": "one answer", "many answers, own words": "many answers"}
KINDS_READ = {
    kind: title
    for plainly, known in QUESTION_KINDS.items()
    for kind, title in [(plainly, known), *((own, f"{known}, or own words") for own, of in OWN_WORDS.items() if of == plainly)]
}
OTHER = "Other"
_OPTION, _TYPED = 3, 2
_FEWEST, _MOST, _COVERED, _WRITTEN_COVERED, _ENOUGH_ALIKE, _GAP = 2, 30, 0.6, 0.66, 3, 8
# A survey smaller than this has rare options: only what reads like typing is taken for it.
_MANY = 30
# Nobody is told apart by a list this long.
_MOST_LABELS = 2000
_NOTHING = re.compile(
    r"(yes|no|none|nothing|nil|nope|n/?a|not really|not sure|-)( (thanks|thank you|comments?|really|at all|more|further|else|that))*"
)
_OTHERS = frozenset({"other", "others", "something else", "arall", "autre", "andere", "otro", "altro"})
_SAY = r"(please |pls )?(specify|state|describe|say)"
_PREFIX = re.compile(rf"^(any )?other\b(\s\({_SAY}[^)]*\)|,? {_SAY}|\s?- write[- ]in( \(required\))?)?\s?(:|\s[–-]\s)\s?(?=\S)", re.IGNORECASE)
_OF_ONESELF = re.compile(r"\b(I|I['’](m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_SENTENCE = re.compile(r"[.!?…]$")


def read_own_words(
    questions: Sequence[Question], layout: SurveyLayout, kinds: Mapping[int, str], areas: Mapping[str, str]
) -> tuple[list[Question], list[int]]:
    """The questions with typed answers under "Other" and in a written question beside their own, and the first columns of those so read.

    `kinds` are the officer's own: a plain kind leaves the question as it is. An answer that tells who somebody is stays an option, however rare.
    """
    found: list[Question] = []
    folded = []
    columns = {column.at: column for column in layout.columns}
    told_apart = {column.block for column in layout.columns if column.hint == "other"}
    for question in questions:
        at = question.columns[0]
        settled = kinds.get(at, "")
        alone = len(question.columns) == 1 and not question.battery and not columns[at].offered and columns[at].block not in told_apart
        # Of a tool with a column for "Other" only what says "Other:" first was typed in place of an option.
        sign = "settled" if settled in OWN_WORDS else "typing" if layout.typed_in_place else "prefix"
        parts = _parted(question, sign, areas) if alone and (not settled or settled in OWN_WORDS) else None
        found += parts or [question]
        folded += [at] if parts else []
    return found, folded


def typed_beside(questions: Sequence[Question]) -> set[int]:
    """The first columns of the questions whose typed answers stand in a written question of their own."""
    closed = {question.columns[0] for question in questions if question.kind != "written"}
    return {question.columns[0] for question in questions if question.kind == "written"} & closed


def told_of(sheet: Sheet, heading_row: int, questions: Sequence[Question], folded: Collection[int]) -> list[Problem]:
    """What was read as typed, a problem for each question."""
    return [
        Problem(
            "own words",
            sheet.name,
            address(heading_row, question.columns[0]),
            question.wording[:120],
            None,
            "one of the answers that come again and again",
            f"{_of(len(question.given))} typed in place of an option read as “{OTHER}”, and kept as written answers; "
            "choose another kind for the question to make each an option",
        )
        for question in questions
        if question.kind == "written" and question.columns[0] in folded
    ]


def _parted(question: Question, sign: str, areas: Mapping[str, str]) -> list[Question] | None:
    labels, who, which = _given(question)
    if not labels or question.kind not in ("one answer", "many answers", "written"):
        return None
    typed = _typed(question, labels, np.bincount(which, minlength=len(labels)), sign, areas)
    if not typed:
        return None
    states = {option.label: option.state for option in question.options}
    kept = [label for label in labels if label not in typed]
    answered = [label for label in kept if states.get(label, "answered") == "answered"]
    other = next((label for label in answered if plain(label) in _OTHERS or _PREFIX.match(f"{label}: x")), OTHER)
    ordered = scale_order(answered) or answered
    order = [label for label in ordered if label != other] + [other] + [label for label in kept if label not in answered]
    place = {label: order.index(other if label in typed else label) for label in labels}
    chosen = np.array([place[label] for label in labels], dtype=np.int32)[which]
    # One person may have typed several things, or one with commas in it, and chose "Other" once.
    pairs = np.array(list(dict.fromkeys(zip(who.tolist(), chosen.tolist(), strict=True))), dtype=np.int32).reshape(-1, 2)
    options = tuple(Option(label, states.get(label, "answered")) for label in order)
    kind = "one answer" if question.kind == "written" else question.kind
    closed = replace(question, kind=kind, options=options, given=given(pairs[:, 0], option=pa.array(pairs[:, 1], pa.int32())))
    said: dict[int, list[str]] = {}
    for person, at in zip(who.tolist(), which.tolist(), strict=True):
        if labels[at] in typed:
            said.setdefault(person, []).append(_PREFIX.sub("", labels[at]))
    words = pa.array([", ".join(texts) for texts in said.values()], pa.string())
    beside = Question(f"{question.wording} – {other}", "written", (), given(np.array(list(said), dtype=np.int32), written=words), question.columns)
    return [closed, beside]


def _given(question: Question) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The distinct answers, and who gave which."""
    who = question.given.column("respondent").to_numpy()
    if question.kind != "written":
        return [option.label for option in question.options], who, question.given.column("option").to_numpy()
    encoded = question.given.column("written").combine_chunks().dictionary_encode()
    return encoded.dictionary.to_pylist(), who, encoded.indices.to_numpy(zero_copy_only=False)


def _typed(question: Question, labels: list[str], counts: np.ndarray, sign: str, areas: Mapping[str, str]) -> set[str]:
    """The answers that were typed; none where the column does not show it."""
    times = dict(zip(labels, counts.tolist(), strict=True))
    states = {option.label for option in question.options if option.state != "answered"}
    said = [label for label in labels if label not in states and times[label]]
    plainly = [label for label in said if times[label] >= _OPTION]
    words = question.kind == "written"
    # Comments hold "no" and "none" again and again; only other answers that come again were offered. Yes and no alone may be.
    choices = [label for label in plainly if not _NOTHING.fullmatch(plain(label)) and plain(label) not in YES_NO | _OTHERS]
    offered = plainly if not words and (len(choices) >= _FEWEST or all(plain(label) in YES_NO for label in plainly)) else choices
    if sign == "typing":
        covered = sum(times[label] for label in plainly) >= (_WRITTEN_COVERED if words else _COVERED) * sum(times[label] for label in said)
        few = len(offered) >= _FEWEST and len(plainly) <= _MOST
        if not few or not covered or all(map(is_number, offered)) or asks_for_words(question.wording):
            return set()
    if not plainly:
        return set()
    match = match_question(question.wording, labels, areas) if len(labels) <= _MOST_LABELS else None
    known = {label for label, meant in match.categories.items() if meant.category is not None} if match else set()
    rare = [label for label in said if times[label] <= _TYPED and plain(label) not in _OTHERS | YES_NO and label not in known]
    if sign == "settled":
        return set(rare)
    if sign == "prefix":
        named = {label for label in rare if _PREFIX.match(label)}
        return named if len(named) >= _FEWEST else set()
    strongly = {label for label in rare if _surely_typed(label, plainly)}
    signed = strongly | {label for label in rare if _like_typing(label, plainly)}
    if not strongly and len(signed) < _ENOUGH_ALIKE:
        return set()
    once = [label for label in rare if times[label] == 1]
    alike = len(signed & set(once)) / max(1, len(once))
    # Options that few choose come two, three and four times as well as once; what is typed comes once.
    gap = len(once) >= _GAP and sum(1 < times[label] < 5 for label in said) <= len(once) / 4
    all_typed = sum(times.values()) >= _MANY and (alike >= 0.5 or (gap and alike >= 0.25))
    return signed | set(once) if all_typed else signed


def _surely_typed(label: str, options: list[str]) -> bool:
    small = label[:1].islower() and not label[1:2].isupper() and not any(option[:1].islower() for option in options)
    return small or bool(_PREFIX.match(label))


def _like_typing(label: str, options: list[str]) -> bool:
    longest = max(len(option.split()) for option in options)
    many = len(label.split())
    ends = _SENTENCE.search(label) and not any(map(_SENTENCE.search, options))
    of_oneself = _OF_ONESELF.search(label) and not any(map(_OF_ONESELF.search, options))
    return bool(of_oneself) or (many >= 4 and (many > 1.5 * longest or bool(ends)))


def _of(count: int) -> str:
    return f"{count:,} answer{'' if count == 1 else 's'}"
