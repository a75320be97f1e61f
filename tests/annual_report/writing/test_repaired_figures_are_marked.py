"""A repaired figure carries a mark and a note; read again it is the repaired figure."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.reports import a_report, consistent_figures, with_figure, with_status
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.checking import Proposal, check
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.repair import apply
from yangguang.annual_report.report import Status
from yangguang.annual_report.writing import write

CELL = "table3.granted.business"
TABLE3 = FORMS[Edition.E2021].tables[3]
FORMATS = ["docx", "html", "xlsx", "pdf"]


def _repaired(report: AnnualReport) -> AnnualReport:
    return apply(report, [Proposal(CELL, Decimal(7), "两处合计只有这样才成立。")])


@pytest.mark.parametrize("to", FORMATS)
def test_the_note_says_what_the_file_has_and_why_not(to: str) -> None:
    again = read_bytes("report", write(_repaired(with_figure(a_report(), CELL, 33)), to))

    assert again.value(CELL) == 7
    (remark,) = (one.replace(" ", "") for one in again.remarks)
    assert "表三“（一）予以公开”的“商业企业”，原文为33，现为7。" in remark
    assert "依据：两处合计只有这样才成立。" in remark
    assert again.text_of(3) == ""


@pytest.mark.parametrize(
    ("status", "words"), [(Status.BLANK, "空白"), (Status.UNREADABLE, "不能识读")]
)
def test_the_note_says_where_there_was_no_figure(status: Status, words: str) -> None:
    report = _repaired(with_status(a_report(), status, CELL))
    (remark,) = read_bytes("report", write(report, "html")).remarks
    assert f"原文为 {words}，现为 7" in remark


def test_the_mark_on_the_page_is_tied_to_its_note() -> None:
    page = write(_repaired(with_figure(a_report(), CELL, 33)), "html").decode()
    assert f'aria-describedby="note-{CELL}">7<sup>*</sup>' in page
    assert f'id="note-{CELL}"' in page


def test_what_was_not_repaired_has_no_mark() -> None:
    assert "修正" not in write(with_figure(a_report(), CELL, 33), "html").decode()


def test_a_repair_that_is_changed_still_tells_the_first_figure() -> None:
    first = _repaired(with_figure(a_report(), CELL, 33))
    (repair,) = apply(first, [Proposal(CELL, Decimal(8), "")]).repairs
    assert repair.before.value == 33


@given(consistent_figures(), st.sampled_from(TABLE3.cell_ids), st.integers(1, 99))
@settings(max_examples=25)
def test_the_notes_give_rise_to_no_finding(
    figures: dict[str, Decimal], cell: str, surplus: int
) -> None:
    wrong = with_figure(a_report(figures), cell, figures[cell] + surplus)
    repaired = apply(wrong, [f.proposal for f in check(wrong) if f.proposal])
    unmarked = replace(
        repaired,
        cells={id: c._replace(status=Status.READ) for id, c in repaired.cells.items()},
        repairs=(),
    )

    with_notes = check(read_bytes("report", write(repaired, "html")))

    without = check(read_bytes("report", write(unmarked, "html")))
    assert {f.rule for f in with_notes} == {f.rule for f in without}
