"""Pairing many reports finds what comparing every name with every other finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.reports import a_report
from yangguang.annual_report import pairing
from yangguang.annual_report.agency_names import is_same_agency, normalised
from yangguang.annual_report.pairing import previous_of
from yangguang.annual_report.report import AnnualReport

PLACES = ("青禾", "某", "白河", "市", "信访")
DIVISIONS = ("省", "自治区", "市", "县", "区", "镇", "")
BODIES = ("信访局", "人民政府办公厅", "政府办公室", "区信访局", "")


def names() -> st.SearchStrategy[str]:
    place = st.tuples(st.sampled_from(PLACES), st.sampled_from(DIVISIONS)).map("".join)
    above = st.lists(place, max_size=3).map("".join)
    return st.tuples(above, st.sampled_from(BODIES)).map("".join)


def by_comparing_all(report: AnnualReport, reports: list[AnnualReport]) -> set[int]:
    """The reports that may be the one before, whichever of several files of one agency is taken."""
    if report.year is None or not report.agency:
        return set()
    same = [
        other
        for other in reports
        if other.agency
        and other.year == report.year - 1
        and is_same_agency(other.agency, report.agency)
    ]
    exact = [other for other in same if normalised(other.agency) == normalised(report.agency)]
    if not exact and len({normalised(other.agency) for other in same}) > 1:
        return set()
    return {id(other) for other in exact or same}


@given(st.lists(st.tuples(names(), st.sampled_from((2021, 2022, None))), max_size=9))
@settings(max_examples=400)
def test_the_same_reports_are_found(told: list[tuple[str, int | None]]) -> None:
    reports = [a_report(agency=agency, year=year, cells={}) for agency, year in told]

    found = previous_of(reports)

    for report, previous in zip(reports, found, strict=True):
        allowed = by_comparing_all(report, reports)
        assert (previous is not None) == bool(allowed)
        assert previous is None or id(previous) in allowed


def test_names_are_compared_once_each_and_not_with_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    def counted(one: str, other: str) -> bool:
        compared.append(one)
        return is_same_agency(one, other)

    monkeypatch.setattr(pairing, "is_same_agency", counted)
    years, agencies = (2021, 2022), 500
    reports = [
        a_report(agency=f"第{number}县信访局", year=year, cells={})
        for number in range(agencies)
        for year in years
    ]

    found = previous_of(reports)

    assert sum(previous is not None for previous in found) == agencies
    assert len(compared) <= len(reports)
