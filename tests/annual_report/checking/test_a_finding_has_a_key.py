"""An answer given to a finding is kept by its key: the same finding, the same key."""

from dataclasses import replace

from tests.annual_report.reports import a_report, with_figure, with_sections
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import AnnualReport, Doubt, DoubtKind


def _keys(report: AnnualReport) -> list[str]:
    return [finding.key for finding in check(report)]


def test_the_same_report_gives_the_same_keys_each_its_own() -> None:
    report = with_figure(a_report(), "table3.granted.natural_person", 3)

    keys = _keys(report)

    assert keys == _keys(report)
    assert len(set(keys)) == len(keys) > 2


def test_another_figure_gives_another_key() -> None:
    one = with_figure(a_report(), "table4.review.total", 3)
    other = with_figure(a_report(), "table4.review.total", 4)

    assert set(_keys(one)) - set(_keys(other))


def test_prose_that_moves_keeps_its_key() -> None:
    hollow = (6, SECTIONS[6], "无其他需要报告的事项。")
    before = with_sections(a_report(), hollow)
    after = with_sections(a_report(), (5, SECTIONS[5], "有问题，将改进。"), hollow)

    def fees(report: AnnualReport) -> list[str]:
        return [f.key for f in check(report) if f.rule == "section6.no_fees"]

    assert fees(before) == fees(after) != []


def test_two_findings_that_are_alike_have_keys_of_their_own() -> None:
    twice = (Doubt(DoubtKind.EXTRA_ROW, "表二多一行"),) * 2

    keys = _keys(replace(a_report(), doubts=twice))

    assert len(set(keys)) == len(keys)
