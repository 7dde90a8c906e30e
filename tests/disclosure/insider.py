"""The insider: somebody who can open every table a reader can, and keeps every earlier copy. They subtract, and when that fails they solve.

They know the questionnaire, the rule and the sums that must hold; they never see an exact number that was not shown. Written without the house's
own audit: the sums are spelt out from the people's questionnaire here, and each shown number is the range of whole numbers it may stand for.
"""

import numpy as np
from scipy.optimize import LinearConstraint, linprog, milp

SMALL = range(1, 10)
SILENT = "did not say"


def exact(hide_under):
    """A rule that shows every number as it is and hides those under some number: what the insider learns of a cell."""

    def learn(people):
        return (0, hide_under - 1) if people < hide_under else (people, people)

    return learn


def key_of(row):
    blank = {name: None if row[name] != row[name] else row[name] for name in ("question_id", "category", "option")}
    return (
        blank["question_id"],
        row["what"],
        row["split"],
        blank["category"],
        None if blank["option"] is None else int(blank["option"]),
        row["state"],
    )


class Insider:
    """What somebody knows of each number: the least and the most it can be, and which sums of them are nought.

    `told` maps each cell to its range.
    """

    def __init__(self, told, kinds):
        self.low = {cell: low for cell, (low, _) in told.items()}
        self.high = {cell: high for cell, (_, high) in told.items()}
        self.sums = []
        self._write_sums(told, kinds)

    def _write_sums(self, told, kinds):
        groups = {(cell[2], cell[3]) for cell in told if cell[1] == "respondents" and cell[3] is not None}
        splits = {split for split, _ in groups}
        questions = {cell[0] for cell in told if cell[0] is not None}
        of_people = {split: [c for c in told if c[1] == "respondents" and c[2] == split] for split in splits}
        (everybody,) = [c for c in told if c[1] == "respondents" and c[2] == "all"]
        for split in splits:
            self._add(of_people[split], [everybody])
        for question in questions:
            mine = [c for c in told if c[0] == question]
            for split in {c[2] for c in mine} - {"all"}:
                for whole in [c for c in mine if c[2] == "all"]:
                    parts = [c for c in mine if c[2] == split and (c[1], c[4], c[5]) == (whole[1], whole[4], whole[5])]
                    silent = (question, whole[1], split, SILENT, whole[4], whole[5])
                    self.low[silent], self.high[silent] = 0, 10**6
                    self._add([*parts, silent], [whole])
            if kinds[question] in ("rating", "one answer"):
                for split, category in {(c[2], c[3]) for c in self.low if c[0] == question}:
                    own = [c for c in self.low if c[0] == question and (c[2], c[3]) == (split, category)]
                    given = [c for c in own if c[1] == "answer" and c[5] == "answered"]
                    self._add(given, [c for c in own if c[1] == "base"])

    def _add(self, parts, whole):
        assert len(whole) == 1, whole
        self.sums.append((list(parts), whole[0]))

    def subtract(self, rng, steps):
        """Take a random walk over the sums, each time narrowing one number by all the others of its sum. Changes what is known."""
        for at in rng.integers(0, len(self.sums), steps):
            parts, whole = self.sums[at]
            least, most = sum(self.low[c] for c in parts), sum(self.high[c] for c in parts)
            self.low[whole], self.high[whole] = max(self.low[whole], least), min(self.high[whole], most)
            part = parts[rng.integers(0, len(parts))]
            self.low[part] = max(self.low[part], self.low[whole] - (most - self.high[part]))
            self.high[part] = min(self.high[part], self.high[whole] - (least - self.low[part]))

    def recovered(self, truth):
        """The small counts that are known for certain, and rightly."""
        return [c for c, n in truth.items() if n in SMALL and self.low[c] == self.high[c] == n]

    def solve(self, truth, whole_numbers=True, most=None):
        """The small counts that linear or integer programming pins to one value."""
        names = list(self.low)
        place = {name: i for i, name in enumerate(names)}
        sums = np.zeros((len(self.sums), len(names)))
        for at, (parts, total) in enumerate(self.sums):
            sums[at, [place[c] for c in parts]] = 1
            sums[at, place[total]] = -1
        bounds = np.array([(self.low[c], self.high[c]) for c in names], dtype=float)
        pinned = []
        for cell in [c for c, n in truth.items() if n in SMALL][:most]:
            ends = []
            for sign in (1, -1):
                aim = np.zeros(len(names))
                aim[place[cell]] = sign
                if whole_numbers:
                    found = milp(aim, integrality=np.ones(len(names)), bounds=(bounds[:, 0], bounds[:, 1]), constraints=LinearConstraint(sums, 0, 0))
                else:
                    found = linprog(aim, A_eq=sums, b_eq=np.zeros(len(sums)), bounds=bounds)
                assert found.status == 0
                ends.append(round(sign * found.fun))
            if ends[0] == ends[1] == truth[cell]:
                pinned.append(cell)
        return pinned


def told_by(shown):
    """What released rows say of each cell: under ten is nought to nine, withheld for another reason is anything, and a figure is its range."""
    told = {}
    for _, row in shown.iterrows():
        people = row["people"]
        hidden = people != people
        told[key_of(row)] = (0, 9 if row["why"] == "under ten" else 10**6) if hidden else (max(people - 2, 10), people + 2)
    return told
