"""Which cells of the form hold what a claim states."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from yangguang.annual_report.claims.model import Applicants, Claim, Quantity
from yangguang.annual_report.form import FORMS, Edition, table2, table3, table4
from yangguang.annual_report.money import stated
from yangguang.annual_report.report import AnnualReport
from yangguang.law.disputes import DisputeTrack
from yangguang.law.requests import ApplicantKind, RequestRow

Q = Quantity


class Held(NamedTuple):
    """Cells whose sum the claim may mean, and that sum."""

    cells: tuple[str, ...]
    value: Decimal


_NEW: Final = (RequestRow.NEW,)
_WITH_CARRIED_OVER: Final = (RequestRow.NEW, RequestRow.CARRIED_OVER)
_TOTAL: Final = (RequestRow.TOTAL,)
_ROWS: Final[dict[Quantity, tuple[tuple[RequestRow, ...], ...]]] = {
    Q.REQUESTS_NEW: (_NEW,),
    Q.REQUESTS_RECEIVED: (_NEW, _WITH_CARRIED_OVER),
    Q.REQUESTS_WITH_CARRIED_OVER: (_WITH_CARRIED_OVER,),
    Q.REQUESTS_HANDLED: (_NEW, _WITH_CARRIED_OVER, _TOTAL),
    Q.REQUESTS_ANSWERED: (_TOTAL,),
    Q.REQUESTS_CARRIED_OVER: ((RequestRow.CARRIED_OVER,),),
    Q.REQUESTS_CARRIED_FORWARD: ((RequestRow.CARRIED_FORWARD,),),
    Q.REQUESTS_GRANTED: ((RequestRow.GRANTED,),),
    Q.REQUESTS_PARTIALLY_GRANTED: ((RequestRow.PARTIALLY_GRANTED,),),
}
_GROUPS: Final = {
    Q.REQUESTS_DENIED: table3.DENIED,
    Q.REQUESTS_UNABLE: table3.UNABLE,
    Q.REQUESTS_UNPROCESSED: table3.UNPROCESSED,
    Q.REQUESTS_OTHER: table3.OTHER,
}
_TRACKS: Final = {
    Q.REVIEWS: (DisputeTrack.REVIEW,),
    Q.SUITS: (DisputeTrack.SUIT, DisputeTrack.SUIT_AFTER_REVIEW),
    Q.SUITS_DIRECT: (DisputeTrack.SUIT,),
    Q.SUITS_AFTER_REVIEW: (DisputeTrack.SUIT_AFTER_REVIEW,),
    Q.DISPUTES: tuple(DisputeTrack),
}
_DOCUMENTS: Final = ("normative_documents", "rules")
_TABLE2: Final[dict[Edition, dict[Quantity, tuple[str, str]]]] = {
    Edition.E2021: {
        Q.NORMATIVE_ISSUED: (_DOCUMENTS[0], table2.ISSUED.id),
        Q.NORMATIVE_REPEALED: (_DOCUMENTS[0], table2.REPEALED.id),
        Q.NORMATIVE_IN_FORCE: (_DOCUMENTS[0], table2.IN_FORCE.id),
        Q.RULES_ISSUED: (_DOCUMENTS[1], table2.ISSUED.id),
        Q.RULES_REPEALED: (_DOCUMENTS[1], table2.REPEALED.id),
        Q.RULES_IN_FORCE: (_DOCUMENTS[1], table2.IN_FORCE.id),
        Q.LICENCES: ("licences", table2.DECISIONS.id),
        Q.PENALTIES: ("penalties", table2.DECISIONS.id),
        Q.COERCION: ("coercion", table2.DECISIONS.id),
        Q.CHARGES: ("fees", table2.FEES.id),
    },
    Edition.E2019: {
        Q.NORMATIVE_ISSUED: (_DOCUMENTS[0], "made"),
        Q.NORMATIVE_PUBLISHED: (_DOCUMENTS[0], "published"),
        Q.RULES_ISSUED: (_DOCUMENTS[1], "made"),
        Q.RULES_PUBLISHED: (_DOCUMENTS[1], "published"),
        Q.LICENCES: ("licences", "decisions"),
        Q.PENALTIES: ("penalties", "decisions"),
        Q.COERCION: ("coercion", "decisions"),
    },
}

_OPEN_TO_DATE: Final = {
    Q.NORMATIVE_PUBLISHED: (_DOCUMENTS[0], "public"),
    Q.RULES_PUBLISHED: (_DOCUMENTS[1], "public"),
}
"""累计公开规范性文件 may be 对外公开总数量, a column that only edition 2019 has."""


def held(claim: Claim, report: AnnualReport) -> tuple[Held, ...]:
    """What the tables of `report` hold for `claim`: one sum for each thing its words may mean.

    Sums of money in 万元. Empty where no cell of the form holds it, or where one of the cells has
    no figure.
    """
    if report.edition is None:
        return ()
    found = []
    single_other = _has_single_other(report)
    for cells in _choices(
        report.edition, claim.quantity, claim.subject, claim.row, claim.outcome, single_other
    ):
        values = [stated(report, cell) for cell in cells]
        if any(value is None for value in values):
            return ()
        found.append(Held(cells, sum((v for v in values if v is not None), start=Decimal(0))))
    return tuple(found)


def _has_single_other(report: AnnualReport) -> bool:
    table = report.tables.get(table3.TABLE_2021.number)
    return table is not None and RequestRow.OTHER_UNCORRECTED not in table.by_id


@cache
def _choices(
    edition: Edition,
    quantity: Quantity,
    subject: Applicants | ApplicantKind,
    row: RequestRow | None,
    outcome: str | None,
    single_other: bool,
) -> tuple[tuple[str, ...], ...]:
    tables = FORMS[edition].tables
    if place := _TABLE2[edition].get(quantity):
        places = [place]
        if edition is Edition.E2019 and quantity in _OPEN_TO_DATE:
            places.append(_OPEN_TO_DATE[quantity])
        return tuple((tables[2].cell_id(*one),) for one in places)
    if tracks := _TRACKS.get(quantity):
        column = outcome or table4.TOTAL.id
        return (tuple(tables[4].cell_id(track, column) for track in tracks),)
    return tuple(
        tuple(tables[3].cell_id(r, column) for r in rows for column in _columns(subject))
        for rows in _request_rows(quantity, row, single_other)
    )


def _request_rows(
    quantity: Quantity, row: RequestRow | None, single_other: bool
) -> Iterator[tuple[str, ...]]:
    if quantity is Q.REQUESTS_RESULT and row is not None:
        yield (row,)
    elif group := _GROUPS.get(quantity):
        if group == table3.OTHER and single_other:
            yield (table3.OTHER_SINGLE.id,)
        else:
            yield tuple(r.id for r in table3.TABLE_2021.rows if r.group == group)
    else:
        yield from _ROWS.get(quantity, ())


def _columns(subject: Applicants | ApplicantKind) -> Iterator[str]:
    for column in table3.COLUMNS:
        match subject:
            case Applicants.ALL:
                wanted = column is table3.TOTAL
            case Applicants.ORGANISATIONS:
                wanted = column.group == table3.ORGANISATIONS
            case _:
                wanted = column.id == subject
        if wanted:
            yield column.id
