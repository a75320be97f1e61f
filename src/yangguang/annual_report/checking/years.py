"""Identities 5 and 6: what one year's report must take over from the last one's.

Source: the form, 国办公开办函〔2021〕30号 (上年结转, 结转下年度; 现行有效件数).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yangguang.annual_report.agency_names import is_same_agency, normalised
from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import column_name, figure, row_name
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.form import Edition, table2, table3
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.law.requests import RequestRow

_ZERO: Final = Decimal(0)
_CARRIED: Final = tuple(
    (
        column_name(column),
        table3.TABLE_2021.cell_id(RequestRow.CARRIED_OVER, column.id),
        table3.TABLE_2021.cell_id(RequestRow.CARRIED_FORWARD, column.id),
    )
    for column in table3.COLUMNS
)
_DOCUMENTS: Final = tuple(
    (
        row_name(row),
        table2.TABLE_2021.cell_id(row.id, table2.ISSUED.id),
        table2.TABLE_2021.cell_id(row.id, table2.REPEALED.id),
        table2.TABLE_2021.cell_id(row.id, table2.IN_FORCE.id),
    )
    for row in table2.TABLE_2021.rows
    if table2.IN_FORCE in row.columns
)
CELLS: Final = frozenset(
    cell for names in (_CARRIED, _DOCUMENTS) for _, *cells in names for cell in cells
)
"""The cells of either year that the rules here look at."""

_PLACE: Final = re.compile(r".*(?:省|自治区|[市州盟县区旗镇乡]|街道)")
_KIND: Final = frozenset("局委办厅会政府室公员人民")
"""What the names of bodies of one place have in common without being one body's."""


def _last_year(subject: Subject) -> AnnualReport | None:
    """The previous report, unless its year or its agency shows that it is not last year's."""
    now, last = subject.report, subject.previous
    if last is None or (now.year and last.year and last.year != now.year - 1):
        return None
    return last if _may_be_one_agency(now.agency, last.agency) else None


def _is_one_agency(one: str, other: str) -> bool:
    """Whether two names that were given for one agency's are: the short one may lack its place."""
    if not one or not other or is_same_agency(one, other):
        return True
    short, long = sorted((normalised(one), normalised(other)), key=len)
    return long.endswith(short)


def _may_be_one_agency(one: str, other: str) -> bool:
    """Whether two names are one agency's, or may be since it was renamed: 县林业局, 县林草局."""
    if _is_one_agency(one, other):
        return True
    (place, body), (other_place, other_body) = _parts(one), _parts(other)
    same_place = place.endswith(other_place) or other_place.endswith(place)
    return same_place and bool((set(body) & set(other_body)) - _KIND)


def _parts(name: str) -> tuple[str, str]:
    """A name's place and body: 青禾县 and 林草局."""
    plain = normalised(name)
    place = _PLACE.match(plain)
    end = place.end() if place else 0
    return plain[:end], plain[end:]


def _is_stated(report: AnnualReport, cell_id: str) -> bool:
    """Whether the file says what the cell holds, be it by leaving it blank."""
    cell = report.cells.get(cell_id)
    return cell is not None and (cell.value is not None or cell.status is Status.BLANK)


def _carried_over(subject: Subject) -> Iterator[Hit]:
    now, last = subject.report, _last_year(subject)
    if last is None:
        return
    for name, over, forward in _CARRIED:
        if not (_is_stated(now, over) and _is_stated(last, forward)):
            continue
        taken, left = now.value(over), last.value(forward)
        difference = (taken or _ZERO) - (left or _ZERO)
        if difference:
            yield Hit(
                {
                    "name": name,
                    "over": figure(taken),
                    "forward": figure(left),
                    "difference": figure(abs(difference)),
                },
                (over,),
            )


def _in_force(subject: Subject) -> Iterator[Hit]:
    now, last = subject.report, _last_year(subject)
    if last is None or not now.edition == last.edition == Edition.E2021:
        return
    for name, issued, repealed, in_force in _DOCUMENTS:
        before, made = last.value(in_force), now.value(issued)
        ended, after = now.value(repealed), now.value(in_force)
        if before is None or made is None or ended is None or after is None:
            continue
        if before + made - ended != after:
            yield Hit(
                {
                    "name": name,
                    "before": figure(before),
                    "made": figure(made),
                    "ended": figure(ended),
                    "expected": figure(before + made - ended),
                    "after": figure(after),
                },
                (in_force, issued, repealed),
            )


def _other_year(subject: Subject) -> Iterator[Hit]:
    now, last = subject.report, subject.previous
    if last is not None and now.year and last.year and last.year != now.year - 1:
        yield Hit({"year": now.year, "given": last.year})


def _other_agency(subject: Subject) -> Iterator[Hit]:
    now, last = subject.report, subject.previous
    if last is None or _is_one_agency(now.agency, last.agency):
        return
    compared = _last_year(subject) is not None
    what = (
        "如不是同一机关，跨年核对的结果不适用"
        if compared
        else "没有作跨年核对，请换用本机关的上年年报"
    )
    yield Hit({"agency": now.agency, "given": last.agency, "what": what})


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "years.carried_over",
        Severity.ERROR,
        "上年结转应等于上年年报的结转下年度",
        basis.FORM,
        "“{name}”一列：上年结转 {over}，而上年年报结转下年度继续办理 {forward}，差 {difference}。"
        "请对照登记台账核对两年的数字。",
        _carried_over,
    ),
    Rule(
        "years.in_force",
        Severity.WARNING,
        "现行有效件数应与上年年报衔接",
        basis.FORM,
        "{name}：上年现行有效 {before} + 本年制发 {made} - 本年废止 {ended} = {expected}，"
        "而本年现行有效为 {after}。如因重新发布、划转等原因，请予说明。",
        _in_force,
    ),
    Rule(
        "years.other_year",
        Severity.NOTE,
        "给出的上年年报不是上一年度的",
        basis.FORM,
        "给出的上年年报是 {given} 年度的，本报告是 {year} 年度的，没有作跨年核对。"
        "请换用上一年度的年报。",
        _other_year,
    ),
    Rule(
        "years.other_agency",
        Severity.WARNING,
        "给出的上年年报是另一机关的",
        basis.FORM,
        "给出的上年年报的机关是“{given}”，本报告的机关是“{agency}”。{what}。",
        _other_agency,
    ),
)
