"""The prose against the tables: a figure stated in words must be the one in the cell.

Source: identity 7 of the form (text and tables agree). What another body did, what is counted at
another time and what is given as about so many is not compared.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import (
    cell_name,
    figure,
    row_name,
    table_name,
)
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.prose_names import section_name, words_of
from yangguang.annual_report.claims import Compared, Held, Quantity, Scope, counts_the_same
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport

_UNSURE: Final = frozenset(
    {
        Quantity.REQUESTS_HANDLED,
        Quantity.REQUESTS_ANSWERED,
        Quantity.NORMATIVE_PUBLISHED,
        Quantity.RULES_PUBLISHED,
        Quantity.LICENCES,
        Quantity.PENALTIES,
        Quantity.COERCION,
        Quantity.CHARGES,
    }
)
"""What prose counts more loosely than the form does: a difference is a question, no error."""
_RECEIPTS: Final = frozenset(
    {Quantity.REQUESTS_NEW, Quantity.REQUESTS_RECEIVED, Quantity.REQUESTS_HANDLED}
)
"""What prose calls the year's requests."""


_FEW: Final = 2


def _is_certain(compared: Compared, all_compared: tuple[Compared, ...]) -> bool:
    """Whether the claim surely speaks of what the table counts.

    Where its scope is doubtful, another figure of the same sentence that the same table bears
    out shows that the sentence speaks of the table's population.
    """
    claim = compared.claim
    if claim.quantity in _UNSURE:
        return False
    if claim.scope is Scope.OWN:
        return True
    table = _table(compared.held[0])
    return any(
        other.agrees and other.claim.value and other.claim.span == claim.span
        for other in all_compared
        if other is not compared and _table(other.held[0]) == table
    )


def _is_another_count(compared: Compared, all_compared: tuple[Compared, ...]) -> bool:
    """Whether the report elsewhere states what the table holds, and this is said of another time.

    我局累计制定规范性文件 23 件，其中 2023 年制定 5 件: the table holds the 5.
    """
    claim = compared.claim
    return claim.scope is Scope.DOUBTFUL and any(
        other.agrees
        and (
            counts_the_same(other.claim, claim)
            or (
                {other.claim.quantity, claim.quantity} <= _RECEIPTS
                and other.claim.subject == claim.subject
            )
        )
        for other in all_compared
    )


def _table(one: Held) -> str:
    return one.cells[0].split(".", 1)[0]


def _contradictions(certain: bool) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        compared = subject.compared
        for one in compared:
            if one.agrees or _is_another_count(one, compared):
                continue
            if _is_certain(one, compared) is certain:
                yield _hit(subject.report, one)

    return find


def _hit(report: AnnualReport, compared: Compared) -> Hit:
    claim = compared.claim
    different = {one.value: one for one in reversed(compared.held)}
    stated = "，或者".join(_in_words(one, report) for one in reversed(different.values()))
    cells = tuple(dict.fromkeys(cell for one in compared.held for cell in one.cells))
    words, value = words_of(report, claim.number), figure(claim.value)
    values = {
        "section": section_name(claim.span.section),
        "words": words,
        "value": "" if value in words else f"（{value}）",
        "stated": stated,
    }
    return Hit(values, cells, (claim.number,))


def _in_words(one: Held, report: AnnualReport) -> str:
    """The cells as rows and columns, several rows of one group or columns of one by its name."""
    value = figure(one.value)
    if len(one.cells) == 1:
        return f"{cell_name(one.cells[0])}为 {value}"
    places = [cell.split(".", 1)[1].rpartition(".") for cell in one.cells]
    table = FORMS[report.edition or Edition.E2021].tables[int(_table(one)[-1])]
    rows = [table.by_id[row] for row in dict.fromkeys(row for row, _, _ in places)]
    columns = [c for c in rows[0].columns if c.id in {column for _, _, column in places}]
    of_group = len(rows) > _FEW and rows[0].group
    row_words = f"“{rows[0].group}”各项" if of_group else _joined(row_name(row) for row in rows)
    column_words = f"“{columns[0].group}”各列" if len(columns) > 1 else f"“{columns[0].label}”"
    return f"{table_name(table.number)}{row_words}的{column_words}合计 {value}"


def _joined(names: Iterable[str]) -> str:
    return "与".join(f"“{name}”" for name in names)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "prose.contradicts_table",
        Severity.ERROR,
        "正文数字与表格数字应当一致",
        f"{basis.CONTENTS}、{basis.FORM}",
        "{section}称“{words}”{value}，而{stated}。两处应当一致，请核对并改正有误的一处。",
        _contradictions(certain=True),
    ),
    Rule(
        "prose.differs_from_table",
        Severity.WARNING,
        "正文数字与表格数字不同，口径待核",
        f"{basis.CONTENTS}、{basis.FORM}",
        "{section}称“{words}”{value}，而{stated}。"
        "如系同一口径，请改为一致；口径不同的，请在正文中说明。",
        _contradictions(certain=False),
    ),
)
