"""What the reader itself could not place or had to infer, as findings.

Every kind of doubt has its rule: a figure that was not read must not go unsaid.
"""

from collections.abc import Callable, Iterator
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import cell_name, several
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.report import Doubt, DoubtKind, Status

_MOST_SINGLE: Final = 4
"""More doubts of one kind than this are one finding: they have one cause."""

_CELLS_OF: Final = {DoubtKind.UNREADABLE: Status.UNREADABLE, DoubtKind.INFERRED: Status.INFERRED}


def _still_open(subject: Subject, doubt: Doubt) -> bool:
    """A doubt about figures lasts until its last cell is repaired.

    One about figures that the sums put in their columns is about cells that are read.
    """
    if doubt.kind not in _CELLS_OF or not doubt.cells:
        return True
    cells = subject.report.cells
    return any(
        cell not in cells or cells[cell].status is not Status.REPAIRED for cell in doubt.cells
    )


def _of(kind: DoubtKind) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        doubts = [d for d in subject.report.doubts if d.kind is kind and _still_open(subject, d)]
        said = {cell for doubt in doubts for cell in doubt.cells}
        status = _CELLS_OF.get(kind)
        unsaid = (
            tuple(c for c in subject.by_status.get(status, ()) if c not in said) if status else ()
        )
        if len(doubts) > _MOST_SINGLE:
            message = f"{_sentence(doubts[0])}；此类情况共 {len(doubts)} 处"
            yield Hit(
                {"message": message}, tuple(dict.fromkeys(c for d in doubts for c in d.cells))
            )
        else:
            for doubt in doubts:
                yield Hit({"message": _sentence(doubt)}, doubt.cells)
        if unsaid:
            yield Hit({"message": several(map(cell_name, unsaid), 3)}, unsaid)

    return find


def _sentence(doubt: Doubt) -> str:
    return doubt.message.rstrip("。")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "reading.unreadable",
        Severity.WARNING,
        "有的数字无法识读",
        basis.FORM,
        "{message}。未识读的单元格不参加核对，请对照原文。",
        _of(DoubtKind.UNREADABLE),
    ),
    Rule(
        "reading.inferred",
        Severity.NOTE,
        "有的数字是推算的",
        basis.FORM,
        "{message}。推算的数字请对照原文确认。",
        _of(DoubtKind.INFERRED),
    ),
    Rule(
        "reading.scanned_page",
        Severity.WARNING,
        "有的页只有图片",
        basis.FORM,
        "{message}。图片里的文字和数字没有读取，也不参加核对，请对照原文。",
        _of(DoubtKind.SCANNED_PAGE),
    ),
    Rule(
        "reading.nothing_found",
        Severity.ERROR,
        "没有找到报告正文",
        basis.FORM,
        "{message}，没有可以核对的内容。请确认选择的是年度报告正文：网页请保存报告正文所在的那一页，"
        "报告是附件的请选择附件。",
        _of(DoubtKind.NOTHING_FOUND),
    ),
    Rule(
        "reading.entered_by_hand",
        Severity.NOTE,
        "读不出来，照原件录入",
        basis.FORM,
        "{message}。录入的请对照原文核对。",
        _of(DoubtKind.ENTERED_BY_HAND),
    ),
    Rule(
        "form.missing_column",
        Severity.WARNING,
        "表格缺列",
        basis.FORM,
        "{message}。表样规定的列应当保留，没有的填 0。",
        _of(DoubtKind.MISSING_COLUMN),
    ),
    Rule(
        "form.missing_row",
        Severity.WARNING,
        "表格缺行",
        basis.FORM,
        "{message}。表样规定的行应当保留，没有的填 0。",
        _of(DoubtKind.MISSING_ROW),
    ),
    Rule(
        "form.extra_column",
        Severity.WARNING,
        "表格多列",
        basis.FORM,
        "{message}。请按表样核对各列。",
        _of(DoubtKind.EXTRA_COLUMN),
    ),
    Rule(
        "form.extra_row",
        Severity.WARNING,
        "表格多行",
        basis.FORM,
        "{message}。表样没有的行不应增设。",
        _of(DoubtKind.EXTRA_ROW),
    ),
    Rule(
        "form.single_other",
        Severity.NOTE,
        "其他处理没有分项",
        basis.FORM,
        "{message}，现行表样分为三项，应当分项填报。",
        _of(DoubtKind.SINGLE_OTHER),
    ),
)
