import csv
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from data.ages import ATOMS, atoms_in
from data.population import NOT_ANSWERED, built_in
from data.profile import available, load
from data.questionnaire.characteristics import listed
from data.reference.make_population import COLUMNS, MADE, rows, write
from data.vocabulary import CHARACTERISTICS

SHARED = (Path(__file__).resolve().parents[3] / "shared" / "population").resolve()
with_files = pytest.mark.skipif(not SHARED.exists(), reason="the public census files are not at hand: population.csv is not made afresh from them")

AREAS = {office: [area.code for area in load(office).areas if area.code] for office in available()}


def people(area, characteristic="all", categories=None, universe=None):
    population = built_in()
    found = population[(population["area_code"] == area) & (population["characteristic"] == characteristic)]
    found = found[found["universe"] == (universe or found["universe"].iloc[0])]
    return int(found[found["category"].isin(categories)]["people"].sum() if categories else found["people"].sum())


def test_the_areas_are_those_of_the_profiles():
    assert set(built_in()["area_code"]) == {code for codes in AREAS.values() for code in codes}
    assert built_in()["area_code"].nunique() == 17


def test_published_totals():
    # Office for National Statistics, Census 2021, TS007A.
    assert people("E06000002") == 143_926
    assert people("E06000018") == 323_631
    assert people("W06000022") == 159_592


@pytest.mark.parametrize(("office", "total"), [("cleveland", 569_391), ("nottinghamshire", 1_148_454), ("gwent", 587_670)])
def test_the_smallest_bands_of_age_add_up_to_the_published_total_of_each_force(office, total):
    assert sum(people(code, "age", ATOMS) for code in AREAS[office]) == total
    assert sum(people(code) for code in AREAS[office]) == total


def test_a_band_that_holds_both_estimated_bands_is_the_published_figure():
    # Custom dataset, age by sex, both sexes added: Nottingham 36,584 + 35,311; Middlesbrough 8,103 + 8,841.
    assert people("E06000018", "age", atoms_in(16, 24)) == 36_584 + 35_311
    assert people("E06000002", "age", atoms_in(16, 24)) == 8_103 + 8_841
    # TS007A: ages 15 to 19 in Nottingham.
    assert people("E06000018", "age", atoms_in(15, 19)) == 31_692


def test_only_ages_16_to_19_are_estimated_and_say_how():
    population = built_in()
    estimated = population[population["estimated"]]
    assert set(zip(estimated["characteristic"], estimated["category"], strict=True)) == {("age", "16 to 17"), ("age", "18 to 19")}
    assert estimated["source"].str.startswith("Estimated as").all()


def test_the_estimated_ages_are_plausible_everywhere():
    for code in built_in()["area_code"].unique():
        year = people(code, "age", ["15"])
        younger = people(code, "age", ["10 to 14"]) / 5
        assert 0.8 < year / younger < 1.1, code
        assert people(code, "age", ["16 to 17"]) == 2 * year
        # Between half of two school years, where students leave, and twice as many; Nottingham's two universities apart.
        assert 0.5 < people(code, "age", ["18 to 19"]) / (2 * year) < (4 if code == "E06000018" else 2), code
    assert people("E06000018", "age", ["18 to 19"]) > 20_000


def test_no_figure_is_below_nought_and_no_category_stands_twice():
    population = built_in()
    assert (population["people"] >= 0).all()
    assert not population.duplicated(["area_code", "characteristic", "category", "universe"]).any()


def test_every_area_has_the_same_categories():
    population = built_in()
    by_area = (
        population.fillna({"category": ""}).groupby("area_code")[["characteristic", "category"]].apply(lambda own: list(map(tuple, own.to_numpy())))
    )
    assert all(own == by_area.iloc[0] for own in by_area)


def test_tables_of_one_universe_agree_within_the_census_s_own_noise():
    population = built_in()
    totals = population.groupby(["area_code", "universe", "characteristic"])["people"].sum().reset_index()
    for _, table in totals.groupby(["area_code", "universe"]):
        assert (table["people"].max() - table["people"].min()) / table["people"].max() < 0.001


def test_adults_are_the_residents_less_the_children_within_the_census_s_own_noise():
    for code in built_in()["area_code"].unique():
        assert people(code, "marriage and civil partnership") == pytest.approx(people(code) - people(code, "age", atoms_in(0, 15)), rel=0.001)


def test_sex_is_held_of_everyone_and_of_people_aged_16_and_over():
    adults = "Usual residents aged 16 and over"
    # Custom dataset, age by sex, seven bands from 16 up added: Hartlepool.
    assert people("E06000001", "sex", ["Female"], adults) == 39_066 and people("E06000001", "sex", ["Male"], adults) == 35_622
    for code in built_in()["area_code"].unique():
        assert people(code, "sex", universe=adults) == pytest.approx(people(code) - people(code, "age", atoms_in(0, 15)), rel=0.001)


def test_characteristics_are_the_law_s_and_pregnancy_has_no_figures():
    assert set(built_in()["characteristic"]) == {"all", *CHARACTERISTICS} - {"pregnancy and maternity"}


def test_people_who_left_a_voluntary_question_out_are_kept_apart():
    population = built_in()
    voluntary = set(population[population["category"] == NOT_ANSWERED]["characteristic"])
    assert voluntary == {"religion or belief", "sexual orientation", "gender reassignment"}


def test_a_total_has_no_category():
    population = built_in()
    assert population[population["characteristic"] == "all"]["category"].isna().all()
    assert population[population["characteristic"] != "all"]["category"].notna().all()


def test_columns_are_those_of_the_store():
    schema = (Path(__file__).resolve().parents[2] / "data" / "schema.sql").read_text(encoding="utf-8")
    table = schema.split("CREATE TABLE population (")[1].split(");")[0]
    assert [line.split()[0] for line in table.strip().splitlines()] == list(built_in().columns)
    types = {name: str(kind) for name, kind in built_in().dtypes.items()}
    assert (types["people"], types["estimated"], types["as_at"], types["category"]) == ("int64", "bool", "datetime64[us]", "str")
    assert set(built_in()["import_id"]) == {"census-2021"}
    assert set(built_in()["as_at"]) == {pd.Timestamp("2021-03-21")}


def test_changing_what_was_handed_out_changes_nothing():
    mine = built_in()
    mine["people"] = 0
    mine.loc[0, "category"] = "Changed"
    assert people("E06000002") == 143_926


def test_every_row_names_its_table_and_its_licence():
    source = built_in()["source"]
    assert (source.str.contains("Census 2021") & source.str.contains("ONS") & source.str.endswith("Open Government Licence v3.0")).all()


def test_a_survey_s_category_is_one_the_population_has_or_one_it_is_known_to_lack():
    population = built_in()
    lacking = {"Another term", "Living with a partner", "Pregnant or recently had a baby", "Neither pregnant nor recently had a baby", ""}
    meant = {(name, meaning.category) for name, meanings in listed().meanings.items() for meaning in meanings}
    meant |= {(entry.characteristic, category) for entry in listed().asked for category in (entry.yes, entry.no)}
    held = set(zip(population["characteristic"], population["category"], strict=True))
    assert {pair for pair in meant if pair[1] not in lacking} <= held
    told = {pair for pair in held if pair[0] not in ("all", "age") and pair[1] != NOT_ANSWERED}
    assert told <= meant


def test_a_made_up_folder_gives_the_ages_worked_out_by_hand(tmp_path):
    # 15 to 24: 500 + 700. 16 to 24: 1,100. So 100 are 15, 200 are put at 16 and 17, and 200 of the 500 are left.
    bands = dict.fromkeys(["Aged 4 years and under", *(f"Aged {low} to {low + 4} years" for low in range(5, 85, 5)), "Aged 85 years and over"], 10)
    bands |= {"Aged 15 to 19 years": 500, "Aged 20 to 24 years": 700}
    made_up_folder(tmp_path, bands, {"Aged 16 to 24 years | Female": 500, "Aged 16 to 24 years | Male": 600})
    made = {row[2]: (row[3], row[5]) for row in rows(tmp_path, ["A1"]) if row[1] == "age"}
    assert made["15"] == (100, "no")
    assert made["16 to 17"] == (200, "yes")
    assert made["18 to 19"] == (200, "yes")
    assert made["20 to 24"] == (700, "no")
    assert list(made) == list(ATOMS)


def test_files_that_do_not_belong_together_are_not_used(tmp_path):
    bands = dict.fromkeys(["Aged 4 years and under", *(f"Aged {low} to {low + 4} years" for low in range(5, 85, 5)), "Aged 85 years and over"], 10)
    made_up_folder(tmp_path, bands, {"Aged 16 to 24 years | Female": 25})
    with pytest.raises(ValueError, match="A1: the people aged 15 come out below nought"):
        list(rows(tmp_path, ["A1"]))


def made_up_folder(folder, bands, adults):
    put(
        folder / "census2021-ts007a-ltla.csv",
        [{"geography code": "A1", "Age: Total": sum(bands.values())} | {f"Age: {name}": n for name, n in bands.items()}],
    )
    place = {"Geography code": "A1", "Geography area type": "LA"}
    put(folder / "TS008_sex_2021.csv", [place | {"Female": 60, "Male": 55}])
    put(folder / "TS038_disability_3a_2021.csv", [place | {"Disabled under the Equality Act": 20, "Not disabled under the Equality Act": 95}])
    put(folder / "census2021_benchmarks.csv", [{"la_code": "A1", "dimension": "age8_by_sex", "category": c, "count": n} for c, n in adults.items()])


def put(path, records):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, records[0].keys())
        writer.writeheader()
        writer.writerows(records)


@with_files
def test_the_census_files_make_the_same_figures_again(tmp_path):
    write(SHARED, tmp_path / "population.csv")
    assert (tmp_path / "population.csv").read_text(encoding="utf-8") == MADE.read_text(encoding="utf-8")
    assert MADE.read_text(encoding="utf-8").splitlines()[0] == ",".join(COLUMNS)


@with_files
def test_shares_agree_with_the_percentages_the_census_published():
    published = {
        "lad_ew_ethnic_group_tb_6a.csv": ("race", list(dict.fromkeys(built_in().query("characteristic == 'race'")["category"]))),
        "lad_ew_disability_3a.csv": ("disability", ["Disabled", "Not disabled"]),
        "lad_ew_sex.csv": ("sex", ["Female", "Male"]),
    }
    compared = defaultdict(int)
    for name, (characteristic, categories) in published.items():
        with (SHARED / name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                if row[0] in set(built_in()["area_code"]):
                    whole = people(row[0], characteristic)
                    for category, percent in zip(categories, row[1:], strict=True):
                        compared[characteristic] += 1
                        assert 100 * people(row[0], characteristic, [category]) / whole == pytest.approx(float(percent), abs=0.1), (row[0], category)
    assert compared == {"race": 85, "disability": 34, "sex": 34}
