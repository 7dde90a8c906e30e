from analysis.charts.spark import spark
from tests.figures import counted, reading


def test_a_spark_is_a_trend_of_three_or_more_and_never_an_open_survey():
    years = [{"year": year, **counted(value)} for year, value in (("2022/23", 4), ("2023/24", 9), ("2024/25", 6))]
    image, said = spark(reading("people_engaged", counted(6), trend=years))
    assert image.startswith("data:image/svg+xml;base64,") and said == "Trend. 2022/23: 4, 2023/24: 9, 2024/25: 6"
    assert spark(reading("people_engaged", counted(6), trend=years[:2])) == ("", "")
    waves = [{"wave": str(i), "numerator": 100, "denominator": 200} for i in range(4)]
    assert spark(reading("public_confidence", None, evidence="open", trend=waves)) == ("", "")
    assert spark(reading("people_engaged", counted(6), trend=[year | {"numerator": 5, "value": 5} for year in years]))[0]
