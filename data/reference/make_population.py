"""Make population.csv, the figures every profile's areas are compared with, from public Census 2021 files.

    python -m data.reference.make_population FOLDER

FOLDER holds, as published by the Office for National Statistics under the Open Government Licence v3.0:

- census2021-ts007a-ltla.csv: the Nomis bulk download of TS007A, residents by five-year age band;
- TS008_sex_2021*.csv and TS038_disability_3a_2021*.csv: counts by area, with columns "Geography code" and "Geography area type";
- census2021_benchmarks.csv: the other tables in rows (la_code, dimension, category, count): ethnic group in 19 groups, religion added up from
  LSOAs, and "create a custom dataset" tables of people aged 16 and over for partnership, gender identity and sexual orientation, and for
  all residents by eight age bands and sex.

Ages 15 to 19 are one band in TS007A. The people aged 15 are those aged 15 to 24 there less those aged 16 to 24 in the custom dataset: a
difference of published figures. Those aged 16 and 17 are put at twice as many, for a school year is much like the next, and 18 and 19 take
the rest of the band: students arrive at 18, so an even split would be wrong by thousands in Nottingham. These two are marked as estimated.
A band that holds both, such as 16 to 24, adds up to the published figure all the same.

Sex is held twice, of everyone and of people aged 16 and over, so that a survey of adults is compared with adults; the row's universe says which.
Disability was not published by age here, and is of everyone.

ONS alters cells slightly to protect people, so tables differ from each other by a few people in 10,000. They are never forced to agree: the
categories of a characteristic add up to its own table's total, and a share is taken of that. "Not answered" is kept as a category of the
questions that were voluntary, so that the range a share can lie in can be given; it is left out where people are compared.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from data.ages import ATOMS, bounds, label
from data.profile import available, load

MADE = Path(__file__).parent / "population.csv"
COLUMNS = ("area_code", "characteristic", "category", "people", "universe", "estimated", "as_at", "source")
LICENCE = "Open Government Licence v3.0"
CENSUS_DAY = "2021-03-21"
EVERYONE, ADULTS = "All usual residents", "Usual residents aged 16 and over"

Row = tuple[str, str, str, int, str, str, str, str]

# Dimension of the file in rows → characteristic, universe, source, and published categories → ours by how they begin.
TABLES = {
    "ethnic_group_detailed": (
        "race",
        EVERYONE,
        "Census 2021 ethnic group by local authority (classes of TS021), 19 groups added up to five, ONS",
        {
            "Asian": "Asian or Asian British",
            "Black": "Black, Black British, Caribbean or African",
            "Mixed": "Mixed or multiple ethnic groups",
            "White": "White",
            "Other ethnic group": "Other ethnic group",
        },
    ),
    "religion": (
        "religion or belief",
        EVERYONE,
        "Census 2021 TS030, added up from LSOAs, ONS",
        {name: name for name in ("No religion", "Christian", "Buddhist", "Hindu", "Jewish", "Muslim", "Sikh", "Other religion", "Not answered")},
    ),
    "sexual_orientation_16plus": (
        "sexual orientation",
        ADULTS,
        "Census 2021 custom dataset (sexual orientation by legal partnership status), ONS",
        {
            "Straight": "Straight or heterosexual",
            "Gay": "Gay or lesbian",
            "Bisexual": "Bisexual",
            "All other": "Other sexual orientation",
            "Not answered": "Not answered",
        },
    ),
    "gender_identity_16plus": (
        "gender reassignment",
        ADULTS,
        "Census 2021 custom dataset (gender identity by legal partnership status), ONS; official statistics in development",
        {
            "Gender identity the same": "Same as registered at birth",
            "Gender identity different": "Different from registered at birth",
            "Trans": "Different from registered at birth",
            "Non-binary": "Different from registered at birth",
            "All other": "Different from registered at birth",
            "Not answered": "Not answered",
        },
    ),
    "marital_status_16plus": (
        "marriage and civil partnership",
        ADULTS,
        "Census 2021 custom dataset (legal partnership status by gender identity), ONS",
        {
            "Married": "Married or in a civil partnership",
            "In a registered": "Married or in a civil partnership",
            "Separated": "Separated or divorced",
            "Divorced": "Separated or divorced",
            "Widowed": "Widowed or surviving civil partner",
            "Never married": "Never married or in a civil partnership",
        },
    ),
}


def rows(folder: Path, codes: list[str]) -> Iterator[Row]:
    """Every row of population.csv for these local authorities, in their order."""
    ages = {row["geography code"]: row for row in _read(folder, "census2021-ts007a-ltla.csv")}
    sexes = _by_area(folder, "TS008_sex_2021*.csv")
    disability = _by_area(folder, "TS038_disability_3a_2021*.csv")
    tidy = [row for row in _read(folder, "census2021_benchmarks.csv") if row["la_code"] in codes]
    for code in codes:
        own = [row for row in tidy if row["la_code"] == code]
        yield _row(code, "all", "", int(ages[code]["Age: Total"]), EVERYONE, "Census 2021 TS007A, ONS")
        yield from _ages(code, ages[code], own)
        for sex in ("Female", "Male"):
            yield _row(code, "sex", sex, int(sexes[code][sex]), EVERYONE, "Census 2021 TS008, ONS")
        for sex in ("Female", "Male"):
            yield _row(code, "sex", sex, _adults(own, sex), ADULTS, "Census 2021 custom dataset (age by sex), ONS")
        for ours, theirs in (("Disabled", "Disabled under the Equality Act"), ("Not disabled", "Not disabled under the Equality Act")):
            yield _row(code, "disability", ours, int(disability[code][theirs]), EVERYONE, "Census 2021 TS038, ONS")
        for dimension, (characteristic, universe, source, names) in TABLES.items():
            people = dict.fromkeys(names.values(), 0)
            for row in own:
                if row["dimension"] == dimension:
                    people[_named(row["category"], names)] += int(row["count"])
            for category, count in people.items():
                yield _row(code, characteristic, category, count, universe, source)


def _ages(code: str, ages: dict[str, str], tidy: list[dict[str, str]]) -> Iterator[Row]:
    # The columns are named "Age: Aged 5 to 9 years", the youngest "Age: Aged 4 years and under".
    bands = {label(*bounds(name.removeprefix("Age: "))): int(value) for name, value in ages.items() if name.startswith("Age: Aged")}
    adults = sum(int(row["count"]) for row in tidy if row["dimension"] == "age8_by_sex" and row["category"].startswith("Aged 16 to 24"))
    fifteen = bands["15 to 19"] + bands["20 to 24"] - adults
    worked_out = {
        "15": (fifteen, "no", "Census 2021 TS007A ages 15 to 24 less custom dataset (age by sex) ages 16 to 24, ONS"),
        "16 to 17": (2 * fifteen, "yes", "Estimated as twice the people aged 15, from Census 2021 TS007A and custom dataset (age by sex), ONS"),
        "18 to 19": (bands["15 to 19"] - 3 * fifteen, "yes", "Estimated as ages 15 to 19 in Census 2021 TS007A, ONS, less the ages 15 to 17"),
    }
    for atom in ATOMS:
        people, estimated, source = worked_out.get(atom) or (bands[atom], "no", "Census 2021 TS007A, ONS")
        if people < 0:
            raise ValueError(f"{code}: the people aged {atom} come out below nought. Check that the files belong together.")
        yield _row(code, "age", atom, people, EVERYONE, source, estimated)


def _adults(tidy: list[dict[str, str]], sex: str) -> int:
    """People of one sex aged 16 and over: every band but the first."""
    own = [row for row in tidy if row["dimension"] == "age8_by_sex" and row["category"].endswith(f"| {sex}")]
    return sum(int(row["count"]) for row in own if not row["category"].startswith("Aged 15 years and under"))


def _row(code: str, characteristic: str, category: str, people: int, universe: str, source: str, estimated: str = "no") -> Row:
    return code, characteristic, category, people, universe, estimated, CENSUS_DAY, f"{source}; {LICENCE}"


def _named(published: str, names: dict[str, str]) -> str:
    return next(ours for theirs, ours in names.items() if published.startswith(theirs))


def _by_area(folder: Path, pattern: str) -> dict[str, dict[str, str]]:
    return {row["Geography code"]: row for path in folder.glob(pattern) for row in _read(folder, path.name) if row["Geography area type"] != "LSOA"}


def _read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, made: Path = MADE) -> None:
    """Write population.csv for the local authorities of every profile."""
    codes = sorted({area.code for office in available() for area in load(office).areas if area.code})
    with made.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows(folder, codes))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
