"""Whose report it is and for which year, from the title in the ways in which it is printed."""

from datetime import date

import pytest

from yangguang.annual_report import read_bytes

BODY = "\n一、总体情况\n本局按规定公开政府信息。\n"


@pytest.mark.parametrize(
    ("head", "agency", "year"),
    [
        ("云溪市信访局2022年政府信息公开工作年度报告", "云溪市信访局", 2022),
        ("云溪市信访局 2022 年度政府信息公开工作年度报告", "云溪市信访局", 2022),
        ("云溪市信访局\n\n2022年政府信息公开工作年度报告", "云溪市信访局", 2022),
        ("云溪市信访局政府信息公开工作年度报告（2022年度）", "云溪市信访局", 2022),
        ("2022年云溪市信访局政府信息公开工作年度报告", "云溪市信访局", 2022),
        ("云溪市信访局2022年政府信息公开年报", "云溪市信访局", 2022),
        ("云溪市信访局二〇二二年政府信息公开工作年度报告", "云溪市信访局", 2022),
        ("云溪市信訪局2022年政府信息公開工作年度報告", "云溪市信訪局", 2022),
        ("# 云溪市信访局２０２２年政府信息公开工作年度报告", "云溪市信访局", 2022),
        ("某体育_官网@:云溪市信访局2022年政府信息公开工作年度报告", "云溪市信访局", 2022),
        (
            "现发布《云溪市信访局2022年政府信息公开工作年度报告》，统计期限从2022年1月1日起。",
            "云溪市信访局",
            2022,
        ),
        (
            "2020年政府信息公开工作年度报告\n云溪市信访局2022年政府信息公开工作年度报告",
            "云溪市信访局",
            2022,
        ),
        ("统计期限自2022年1月1日起至2022年12月31日止。政府信息公开", "", 2022),
    ],
)
def test_agency_and_year(head: str, agency: str, year: int) -> None:
    report = read_bytes("report.txt", (head + BODY).encode())
    assert (report.agency, report.year) == (agency, year)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("发布时间：2023-01-30 来源：本局", date(2023, 1, 30)),
        ("发布日期: 2023年1月30日", date(2023, 1, 30)),
        ("公开日期：2023/1/30", date(2023, 1, 30)),
        ("发布时间：2023-02-31", None),
        ("来源：本局", None),
    ],
)
def test_day_of_publication(words: str, day: date | None) -> None:
    head = f"云溪市信访局2022年政府信息公开工作年度报告\n{words}"
    assert read_bytes("report.txt", (head + BODY).encode()).published_on == day


def test_period_that_the_figures_cover() -> None:
    head = "云溪市信访局2022年政府信息公开工作年度报告\n统计期限从2022 年1月1日至12月31日。"
    period = read_bytes("report.txt", (head + BODY).encode()).period
    assert period == (date(2022, 1, 1), date(2022, 12, 31))
