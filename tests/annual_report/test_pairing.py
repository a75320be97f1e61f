"""Several files at once find their year before, by agency and year."""

from tests.annual_report.reports import a_report
from yangguang.annual_report.pairing import previous_of
from yangguang.annual_report.report import AnnualReport


def _report(agency: str, year: int | None) -> AnnualReport:
    return a_report(agency=agency, year=year)


def test_each_report_gets_the_same_agency_s_report_of_the_year_before() -> None:
    of_2022, other, of_2020, of_2021 = reports = [
        _report("青禾县林草局", 2022),
        _report("白河县林草局", 2021),
        _report("青禾县林草局", 2020),
        _report("青禾县 林草局", 2021),
    ]

    assert previous_of(reports) == [of_2021, None, None, of_2020]
    assert of_2022 is not other


def test_a_report_without_year_or_agency_is_nobody_s() -> None:
    reports = [_report("青禾县林草局", None), _report("", 2021), _report("", 2022)]

    assert previous_of(reports) == [None, None, None]


def test_a_longer_name_is_matched_only_if_one_agency_fits() -> None:
    now = _report("红旗区信访局", 2022)
    one = _report("甲市红旗区信访局", 2021)
    two = _report("乙市红旗区信访局", 2021)

    assert previous_of([now, one])[0] is one
    assert previous_of([now, one, two])[0] is None


def test_of_two_files_of_one_year_the_fuller_is_taken() -> None:
    now = _report("青禾县林草局", 2022)
    empty = a_report(agency="青禾县林草局", year=2021, cells={})
    full = _report("青禾县林草局", 2021)

    assert previous_of([now, empty, full])[0] is full
