"""规章 in the report of a body that can make none (立法法)."""

import pytest

from tests.annual_report.findings import found
from tests.annual_report.reports import a_report
from yangguang.annual_report.checking import Severity

IN_FORCE = {"table2.rules.in_force": 5}


@pytest.mark.parametrize("agency", ["柳河镇人民政府", "红旗区信访局", "青禾区东关街道办事处"])
def test_towns_and_district_departments_make_no_rules(agency: str) -> None:
    (finding,) = found("table2.rules_without_power", a_report(IN_FORCE, agency=agency))

    assert finding.severity is Severity.NOTE
    assert finding.cells == ("table2.rules.in_force",)


@pytest.mark.parametrize("agency", ["青禾市人民政府办公室", "青禾市人民政府", "甲省人民政府"])
def test_the_office_of_a_city_may_report_rules_in_force(agency: str) -> None:
    assert found("table2.rules_without_power", a_report(IN_FORCE, agency=agency)) == []


def test_no_rules_are_nothing_to_ask_about() -> None:
    assert found("table2.rules_without_power", a_report(agency="柳河镇人民政府")) == []
