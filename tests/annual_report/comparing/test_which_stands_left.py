import pytest

from tests.annual_report.reports import a_report
from yangguang.annual_report.comparing import Relation, compare


@pytest.mark.parametrize("years", [(2022, 2023), (2023, 2022)])
def test_of_one_agency_s_years_the_older_stands_left(years: tuple[int, int]) -> None:
    comparison = compare(a_report(year=years[0]), a_report(year=years[1]))

    assert comparison.relation is Relation.YEARS
    assert (comparison.left.year, comparison.right.year) == (2022, 2023)
    assert [report.year for report in comparison.reports] == [2022, 2023]


def test_two_agencies_stand_in_the_order_given() -> None:
    comparison = compare(
        a_report(agency="云溪市财政局", year=2023), a_report(agency="青禾县民政局", year=2021)
    )

    assert comparison.relation is Relation.AGENCIES
    assert comparison.left.agency == "云溪市财政局"


@pytest.mark.parametrize("year", [2022, None])
def test_one_agency_s_reports_for_one_year_are_two_versions(year: int | None) -> None:
    comparison = compare(a_report(file="draft"), a_report(file="final", year=year))

    assert comparison.relation is Relation.VERSIONS
    assert (comparison.left.file, comparison.right.file) == ("draft", "final")


def test_agencies_without_a_name_are_not_taken_for_one() -> None:
    assert compare(a_report(agency=""), a_report(agency="")).relation is Relation.AGENCIES
