"""The fixed set of tables in which a survey is released: each question alone, by area and by one characteristic at a time, under the 10–5 rule.

Nothing beyond the rounding looks at an exact number: which groups are withheld is decided from the rounded figures, so that whatever is hidden
cannot be told from what was done about it.
"""

import numpy as np
import pandas as pd

from analysis.answered.splits import FEWEST_FOR_SPLITS
from analysis.suppression import FEWEST, rounded
from data.vocabulary import SPLITS

# `part` marks the answers a favourable total is made of; `about` and `means` name the category of a characteristic that an answer stands for.
COLUMNS = ["question_id", "what", "split", "category", "state", "option", "place", "people", "kind", "part", "about", "means"]
# What one row speaks of: respondents, people who answered a question, people who gave an answer, and those who gave a favourable one.
RESPONDENTS, BASE, ANSWER, FAVOURABLE = "respondents", "base", "answer", "favourable"
NOT_ANSWERED = ("don't know", "prefer not to say", "no answer")

# Why a figure is not in a release.
UNDER_TEN = "under ten"
NEARLY_ALL = "nearly all"
COULD_BE_WORKED_OUT = "could be worked out"
REASONS = {
    UNDER_TEN: "Fewer than 10 people, or nobody",
    NEARLY_ALL: "Nearly everybody in a group gave the same answer, which would say what each of them answered",
    COULD_BE_WORKED_OUT: "With the other figures it would give a small number away",
}
# An answer given by so many of a group says what each of them answered.
NEARLY = 0.9
_GROUP = ["question_id", "split", "category"]


def lattice(
    questions: pd.DataFrame, options: pd.DataFrame, tallies: pd.DataFrame, respondent_tallies: pd.DataFrame, tracked: pd.DataFrame
) -> pd.DataFrame:
    """Every cell of the tables of one survey with its exact number of people, noughts among them; this is not for release.

    Frames as they come from the store, of one survey; `tracked` names the favourable answers. Questions about respondents themselves are counted
    alone, for by another characteristic they would describe people by two. In a survey of fewer than fifty nothing is split. Columns: `COLUMNS`.
    """
    people = _respondents(respondent_tallies)
    splits = _splits(people)
    groups = people[people["split"].isin(splits) & people["category"].notna()][["split", "category"]].drop_duplicates()
    groups = pd.concat([pd.DataFrame({"split": ["all"], "category": [None]}), groups], ignore_index=True)
    asked = questions[["question_id", "kind", "characteristic", "tracks"]].merge(groups, how="cross")
    about_them = asked["characteristic"].fillna("") != ""
    asked = asked[(asked["split"] == "all") | ~about_them]
    folded = _folded(tallies, questions)
    bases = _counted(asked.assign(option=None, place=None, state="answered"), folded[folded["option"].isna()], BASE)
    lines = options[["question_id", "option", "state"]].merge(asked, on="question_id")
    first = lines.assign(place=lines["kind"].eq("ranking").map({True: 1.0, False: None}))
    later = lines[(lines["kind"] == "ranking") & (lines["split"] == "all")].assign(place=2.0)
    answers = _counted(pd.concat([first, later], ignore_index=True), folded[folded["option"].notna()], ANSWER)
    whole = people if splits else people[people["split"] == "all"]
    answers = _meaning(_marked(answers, _good(options, questions, tracked)), tallies, questions)
    cells = [whole, bases, answers, _favourable(answers)]
    types = {name: "float64" if name in ("option", "place", "people") else "str" for name in COLUMNS if name != "part"}
    joined = pd.concat([cell.reindex(columns=COLUMNS).astype(types) for cell in cells], ignore_index=True)
    return _as_counted(joined.assign(part=joined["part"].eq(True)))


def protected(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells as they may be released: people to the nearest five, blank under ten and where a group is withheld, with the reason in `why`."""
    shown = cells.assign(people=rounded(cells["people"]))
    shown["why"] = shown["people"].isna().map({True: UNDER_TEN, False: ""})
    return withhold(shown, _telling(shown), NEARLY_ALL)


def withhold(shown: pd.DataFrame, which: pd.Series, why: str) -> pd.DataFrame:
    """The cells with some taken out for a reason. A cell already under ten keeps its own."""
    return shown.assign(people=shown["people"].where(~which), why=shown["why"].where(~which | shown["people"].isna(), why))


def in_row(shown: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    """Which cells are answers of one of these groups to one of these questions."""
    wanted = pd.MultiIndex.from_frame(rows[_GROUP].fillna(""))
    among = pd.Series(pd.MultiIndex.from_frame(shown[_GROUP].fillna("")).isin(wanted), index=shown.index)
    return among & shown["what"].isin([ANSWER, FAVOURABLE])


def _telling(shown: pd.DataFrame) -> pd.Series:
    """Which answers are of a group that nearly all answered alike, or of a question that nearly all respondents did."""
    bases = shown[shown["what"] == BASE][[*_GROUP, "people"]].rename(columns={"people": "base"})
    answers = shown[(shown["what"] == ANSWER) & (shown["state"] == "answered")].merge(bases, on=_GROUP, how="left")
    few_others = answers["base"] - answers["people"] < FEWEST
    alike = (answers["split"] != "all") & (answers["people"] >= NEARLY * answers["base"])
    telling = answers[few_others | alike]
    whole = shown["question_id"].isin(telling.loc[telling["split"] == "all", "question_id"]) & shown["what"].isin([ANSWER, FAVOURABLE])
    together = shown.merge(bases, on=_GROUP, how="left")["base"].to_numpy()
    favourable = (shown["what"] == FAVOURABLE) & (together - shown["people"] < FEWEST)
    return in_row(shown, telling) | whole | favourable


def _as_counted(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with no kind for a question whose answers do not add up as its kind says: nothing may be concluded from a sum that does not hold."""
    given = cells[(cells["what"] == ANSWER) & (cells["state"] == "answered") & ~cells["place"].eq(2)]
    summed = given.groupby(_GROUP, dropna=False)["people"].sum().rename("given").reset_index()
    beside = cells[cells["what"] == BASE].merge(summed, on=_GROUP)
    over, under = beside["given"] > beside["people"], beside["given"] < beside["people"]
    wrong = {"many answers": under, "ranking": over, "written": under & over}
    odd = pd.concat(
        [beside[(beside["kind"] == kind) & amiss] for kind, amiss in wrong.items()] + [beside[~beside["kind"].isin(wrong) & (over | under)]]
    )
    return cells.assign(kind=cells["kind"].mask(cells["question_id"].isin(odd["question_id"]), ""))


def _respondents(respondent_tallies: pd.DataFrame) -> pd.DataFrame:
    """The respondents in all and by each split, with a row for every way of not saying, so that no row tells by being there."""
    own = respondent_tallies[["split", "category", "state", "people"]]
    silent = pd.MultiIndex.from_product([[split for split in own["split"].unique() if split != "all"], NOT_ANSWERED], names=["split", "state"])
    rows = pd.concat([own, silent.to_frame(index=False).assign(category=None, people=0.0)], ignore_index=True)
    summed = rows.groupby(["split", "category", "state"], dropna=False, sort=False)["people"].sum().reset_index()
    return summed.assign(question_id=None, what=RESPONDENTS, option=None, place=None)


def _splits(people: pd.DataFrame) -> list[str]:
    """What questions are split by: whatever has two groups of ten people or more, in a survey of fifty or more."""
    shown = people.assign(people=rounded(people["people"]))
    if not shown.loc[shown["split"] == "all", "people"].sum() >= FEWEST_FOR_SPLITS:
        return []
    counts = shown[shown["category"].notna() & shown["people"].notna()].groupby("split")["category"].nunique()
    return [split for split in SPLITS if counts.get(split, 0) >= 2]


def _folded(tallies: pd.DataFrame, questions: pd.DataFrame) -> pd.DataFrame:
    """The tallies with the places of a ranking as they are shown: first, and second or third together; first alone by groups."""
    ranked = tallies["question_id"].isin(questions.loc[questions["kind"] == "ranking", "question_id"]) & tallies["option"].notna()
    place = tallies["place"].where(ranked).clip(lower=1).replace(3, 2)
    kept = ~ranked | (place == 1) | ((place == 2) & (tallies["split"] == "all"))
    folded = tallies.assign(place=place)[kept]
    return folded.groupby([*_GROUP, "option", "place"], dropna=False, sort=False)["people"].sum().reset_index()


def _counted(rows: pd.DataFrame, counted: pd.DataFrame, what: str) -> pd.DataFrame:
    """Rows with the people counted for them, nought where nobody was."""
    keys = [*_GROUP, "option", "place"]
    people = _without_blanks(rows).merge(_without_blanks(counted)[[*keys, "people"]], on=keys, how="left")["people"].fillna(0.0)
    return rows.reset_index(drop=True).assign(people=people.to_numpy(), what=what)


def _without_blanks(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that can be joined by what they speak of: blank texts empty, blank numbers minus one."""
    numbers = {name: rows[name].astype("float64").fillna(-1.0) for name in ("option", "place")}
    return rows.assign(category=rows["category"].astype("str").fillna(""), **numbers)


def with_totals(tallies: pd.DataFrame, totals: pd.DataFrame, options: pd.DataFrame, questions: pd.DataFrame, tracked: pd.DataFrame) -> pd.DataFrame:
    """Released tallies with the released total of each question's favourable answers in place of those answers: rounded, they add up to another."""
    good = _good(options, questions, tracked)
    of = tallies[["question_id", "option"]].astype({"option": "float64"})
    parts = pd.MultiIndex.from_frame(of).isin(pd.MultiIndex.from_frame(good))
    first = good.groupby("question_id", as_index=False)["option"].min()
    return pd.concat([tallies[~parts], totals.assign(place=np.nan).merge(first, on="question_id")], ignore_index=True)[list(tallies.columns)]


def _good(options: pd.DataFrame, questions: pd.DataFrame, tracked: pd.DataFrame) -> pd.DataFrame:
    """The answers that the strategy calls favourable: question and option."""
    words = tracked.assign(word=tracked["favourable"].str.casefold())[["tracks", "word"]]
    labelled = options[options["state"] == "answered"].assign(word=options["label"].str.casefold())
    found = labelled.merge(questions[["question_id", "tracks"]], on="question_id").merge(words, on=["tracks", "word"])
    return found[["question_id", "option"]].drop_duplicates().astype({"option": "float64"})


def _marked(answers: pd.DataFrame, good: pd.DataFrame) -> pd.DataFrame:
    """The answers with those marked that the strategy calls favourable."""
    of = answers[["question_id", "option"]].astype({"option": "float64"})
    return answers.assign(part=pd.MultiIndex.from_frame(of).isin(pd.MultiIndex.from_frame(good)))


def _meaning(answers: pd.DataFrame, tallies: pd.DataFrame, questions: pd.DataFrame) -> pd.DataFrame:
    """The answers to questions about oneself with the category each stands for, as far as anybody chose it."""
    asked = questions.loc[questions["characteristic"].fillna("") != "", ["question_id", "characteristic"]]
    own = tallies[tallies["option"].notna() & (tallies["people"] > 0)].merge(asked, on="question_id")
    own = own[own["split"] == own["characteristic"]].drop_duplicates(["question_id", "option"])
    known = own[["question_id", "option", "category"]].rename(columns={"category": "means"}).astype({"option": "float64"})
    named = answers.astype({"option": "float64"}).merge(known, on=["question_id", "option"], how="left")
    return named.merge(asked.rename(columns={"characteristic": "about"}), on="question_id", how="left")


def _favourable(answers: pd.DataFrame) -> pd.DataFrame:
    """The favourable answers of each tracked question together: what an office reports of it."""
    summed = answers[answers["part"]].groupby([*_GROUP, "kind"], dropna=False, sort=False)["people"].sum().reset_index()
    return summed.assign(what=FAVOURABLE, state="answered")
