"""The prose against the tables: a figure stated in words must be the one in the cell.

Source: identity 7 of the form (text and tables agree). What another body did, what is counted at
another time and what is given as about so many is not compared.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import cell_name, figure
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.prose_names import section_name, words_of
from yangguang.annual_report.claims import Claim, Held, Quantity, Scope, held
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
_COUNTED_WITH: Final = {
    Quantity.NORMATIVE_REPEALED: Quantity.NORMATIVE_LAPSED,
    Quantity.RULES_REPEALED: Quantity.RULES_LAPSED,
    Quantity.REQUESTS_UNABLE: Quantity.REQUESTS_NOT_EXISTING,
    Quantity.REQUESTS_RESULT: Quantity.REQUESTS_NOT_EXISTING,
}
"""What prose may tell apart and the form counts in one cell."""


class _Compared(NamedTuple):
    claim: Claim
    held: tuple[Held, ...]
    agrees: bool


def _compared(subject: Subject) -> list[_Compared]:
    """Every claim that the tables can bear out, with what they hold."""
    found = []
    for claim in subject.claims:
        if claim.approximate or claim.scope is Scope.OTHER:
            continue
        in_tables = held(claim, subject.report)
        if in_tables:
            possible = _possible(claim, subject.claims)
            agrees = any(one.value in possible for one in in_tables)
            found.append(_Compared(claim, in_tables, agrees))
    return found


def _possible(claim: Claim, claims: tuple[Claim, ...]) -> tuple[Decimal, ...]:
    """The claim's figure, and the sum of all that its sentence says of the same cell."""
    with_it = _COUNTED_WITH.get(claim.quantity)
    told_apart = [
        other.value
        for other in claims
        if other.span == claim.span
        and (other.quantity is with_it or _counts_the_same(other, claim))
    ]
    return (claim.value, sum(told_apart, start=Decimal(0)))


def _counts_the_same(one: Claim, other: Claim) -> bool:
    return (one.quantity, one.subject, one.row, one.outcome) == (
        other.quantity,
        other.subject,
        other.row,
        other.outcome,
    )


def _is_certain(compared: _Compared, all_compared: list[_Compared]) -> bool:
    """Whether the claim surely speaks of what the table counts.

    Where its scope is doubtful, another figure of the same sentence that the same table bears
    out shows that the sentence speaks of the table's population.
    """
    claim = compared.claim
    if claim.quantity in _UNSURE:
        return False
    if claim.scope is Scope.OWN:
        return True
    table = _table(compared)
    return any(
        other.agrees and other.claim.value and other.claim.span == claim.span
        for other in all_compared
        if other is not compared and _table(other) == table
    )


def _table(compared: _Compared) -> str:
    return compared.held[0].cells[0].split(".", 1)[0]


def _contradictions(certain: bool) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        compared = _compared(subject)
        for one in compared:
            if not one.agrees and _is_certain(one, compared) is certain:
                yield _hit(subject.report, one)

    return find


def _hit(report: AnnualReport, compared: _Compared) -> Hit:
    claim = compared.claim
    stated = "，或者".join(_in_words(one) for one in compared.held)
    cells = tuple(dict.fromkeys(cell for one in compared.held for cell in one.cells))
    words, value = words_of(report, claim.number), figure(claim.value)
    values = {
        "section": section_name(claim.span.section),
        "words": words,
        "value": "" if value in words else f"（{value}）",
        "stated": stated,
    }
    return Hit(values, cells, (claim.number,))


def _in_words(one: Held) -> str:
    first, last = cell_name(one.cells[0]), cell_name(one.cells[-1])
    match len(one.cells):
        case 1:
            return f"{first}为 {figure(one.value)}"
        case 2:
            return f"{first}与{last}合计 {figure(one.value)}"
        case count:
            return f"{first}至{last}等 {count} 格合计 {figure(one.value)}"


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
