"""The prose against itself: 其中 lists add up, shares and growth rates follow from their figures.

A percentage may be rounded or truncated at its last printed digit. A list need not be complete:
where neither its words nor its parts make it so, what is missing is no fault.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import accumulate
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import figure
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.prose_names import section_name, words_of
from yangguang.annual_report.claims import Applicants, Breakdown, Change, Claim, Quantity, Share
from yangguang.annual_report.claims.figures import Figure
from yangguang.annual_report.report import Span
from yangguang.law.disputes import DisputeResult
from yangguang.law.requests import ApplicantKind

_NEARLY: Final = Decimal("0.05")
"""A list that leaves out less than this share of the whole was probably meant to be complete."""
_ANSWERED: Final = Quantity.REQUESTS_ANSWERED
_HUNDRED: Final = Decimal(100)
_COMPLETE: Final = (
    frozenset({ApplicantKind.NATURAL_PERSON, Applicants.ORGANISATIONS}),
    frozenset({Quantity.REQUESTS_NEW, Quantity.REQUESTS_CARRIED_OVER}),
    frozenset(DisputeResult),
)
"""Parts that together leave nothing out."""
_ALL_RESULTS: Final = frozenset(
    {
        Quantity.REQUESTS_GRANTED,
        Quantity.REQUESTS_PARTIALLY_GRANTED,
        Quantity.REQUESTS_DENIED,
        Quantity.REQUESTS_UNABLE,
        Quantity.REQUESTS_UNPROCESSED,
        Quantity.REQUESTS_OTHER,
    }
)
"""Parts that leave nothing out of what was answered."""


def _span(section: int, one: Figure) -> Span:
    return Span(section, one.start, one.stop)


def _parts(breakdown: Breakdown) -> list[Figure]:
    return [part.figure for part in breakdown.parts]


def _difference(breakdown: Breakdown) -> Decimal | None:
    """Whole less parts; None where figures are approximate, or where the list holds two lists.

    “其中自然人 35 件、法人 2 件，予以公开 20 件、不予公开 17 件” divides the whole twice: when
    some of the parts from the first on make up the whole, the list adds up.
    """
    values = [one.value for one in _parts(breakdown)]
    whole = breakdown.whole
    rough = any(one.approximate or one.step > 1 for one in (whole, *_parts(breakdown)))
    if rough or len(values) < 2 or whole.value in list(accumulate(values))[1:]:
        return None
    wholes = {whole.value, *accumulate(one.value for one in (whole, *reversed(breakdown.earlier)))}
    wholes |= {one.value for one in breakdown.earlier}
    if sum(values) in wholes or any(sum(values) - value == whole.value for value in values):
        return None
    return whole.value - sum(values)


def _is_complete(breakdown: Breakdown, claims: tuple[Claim, ...]) -> bool:
    """Whether the parts are all there can be: both kinds of applicants, all results."""
    if breakdown.earlier:
        return False
    spans = {_span(breakdown.section, one) for one in _parts(breakdown)}
    named = {c.number: _what(c) for c in claims if c.number in spans}
    if len(named) != len(spans):
        return False
    what = frozenset(named.values())
    if what == _ALL_RESULTS:
        whole = _span(breakdown.section, breakdown.whole)
        return any(c.number == whole and c.quantity is _ANSWERED for c in claims)
    return what in _COMPLETE


def _what(claim: Claim) -> DisputeResult | Applicants | ApplicantKind | Quantity:
    """What tells a part from the others: its result, its applicants, else what it counts."""
    if claim.outcome is not None:
        return claim.outcome
    return claim.quantity if claim.subject is Applicants.ALL else claim.subject


def _sums(judge: Callable[[Breakdown, Decimal, bool], bool]) -> Callable[[Subject], Iterator[Hit]]:
    def find(subject: Subject) -> Iterator[Hit]:
        for breakdown in subject.statements.breakdowns:
            difference = _difference(breakdown)
            if not difference:
                continue
            complete = _is_complete(breakdown, subject.claims)
            if judge(breakdown, difference, complete):
                yield _sum_hit(subject, breakdown, difference)

    return find


def _sum_hit(subject: Subject, breakdown: Breakdown, difference: Decimal) -> Hit:
    parts = _parts(breakdown)
    spans = tuple(_span(breakdown.section, one) for one in (breakdown.whole, *parts))
    values = {
        "section": section_name(breakdown.section),
        "words": words_of(subject.report, spans[0]),
        "terms": " + ".join(figure(one.value) for one in parts),
        "sum": figure(sum((one.value for one in parts), start=Decimal(0))),
        "whole": figure(breakdown.whole.value),
        "difference": figure(abs(difference)),
    }
    return Hit(values, (), spans)


def _never_adds_up(breakdown: Breakdown, difference: Decimal, complete: bool) -> bool:
    return complete


def _exceeds(breakdown: Breakdown, difference: Decimal, complete: bool) -> bool:
    return not complete and difference < 0 and all(p.is_plain for p in breakdown.parts)


def _falls_just_short(breakdown: Breakdown, difference: Decimal, complete: bool) -> bool:
    smallest = min(one.value for one in _parts(breakdown))
    return (
        not complete
        and not breakdown.open_ended
        and 0 < difference < smallest
        and difference <= _NEARLY * breakdown.whole.value
    )


def _follows(percent: Figure, exact: Decimal) -> bool:
    """Whether `percent` is `exact` rounded or truncated at its last printed digit."""
    off = abs(exact) - percent.value
    return -percent.step / 2 <= off < percent.step


def _wrong_shares(subject: Subject) -> Iterator[Hit]:
    for share in subject.statements.shares:
        if _is_rough(share.percent, share.whole, share.part) or not share.whole.value:
            continue
        explained = _wrong_share(share)
        if explained:
            figures = [one for one in (share.part, share.whole, share.percent) if one]
            spans = tuple(sorted(_span(share.section, one) for one in figures))
            yield Hit(
                {
                    "section": section_name(share.section),
                    "percent": figure(share.percent.value),
                    "explained": explained,
                },
                (),
                spans,
            )


def _wrong_share(share: Share) -> str:
    """Why the share cannot be right, in words; empty where it can."""
    whole = share.whole.value
    if share.part is not None:
        exact = share.part.value / whole * _HUNDRED
        if _follows(share.percent, exact):
            return ""
        return f" {figure(share.part.value)} 占 {figure(whole)} 的 {exact:.2f}%"
    nearest = share.percent.value * whole / _HUNDRED
    low = nearest.to_integral_value(rounding="ROUND_FLOOR")
    if any(_follows(share.percent, count / whole * _HUNDRED) for count in (low, low + 1)):
        return ""
    return f"总数只有 {figure(whole)}，其中任何一个整数都不占 {figure(share.percent.value)}%"


def _wrong_changes(subject: Subject) -> Iterator[Hit]:
    for change in subject.statements.changes:
        if _is_rough(change.percent, change.now, change.before, change.difference):
            continue
        before = _before(change)
        if before <= 0:
            continue
        exact = (change.now.value - before) / before * _HUNDRED
        if (exact < 0) is change.falling and _follows(change.percent, exact):
            continue
        figures = [change.before, change.difference, change.now, change.percent]
        spans = tuple(sorted(_span(change.section, one) for one in figures if one))
        yield Hit(
            {
                "section": section_name(change.section),
                "before": figure(before),
                "now": figure(change.now.value),
                "stated": ("下降 " if change.falling else "增长 ") + figure(change.percent.value),
                "exact": ("下降 " if exact < 0 else "增长 ") + f"{abs(exact):.2f}",
            },
            (),
            spans,
        )


def _before(change: Change) -> Decimal:
    if change.before is not None:
        return change.before.value
    difference = change.difference.value if change.difference else Decimal(0)
    return change.now.value + (difference if change.falling else -difference)


def _is_rough(*figures: Figure | None) -> bool:
    return any(one.approximate or one.step > 1 for one in figures if one is not None)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "prose.parts_contradict_whole",
        Severity.ERROR,
        "完整列举的各项之和应等于总数",
        basis.ACCURACY,
        "{section}“{words}”，其中各项为 {terms} = {sum}，与总数 {whole} 相差 {difference}，"
        "而所列各项已经完整。请核对总数和各项。",
        _sums(_never_adds_up),
    ),
    Rule(
        "prose.parts_exceed_whole",
        Severity.WARNING,
        "其中各项之和大于总数",
        basis.ACCURACY,
        "{section}“{words}”，其中各项为 {terms} = {sum}，比总数 {whole} 多 {difference}。"
        "请核对；各项如有重复计算，请在文中说明。",
        _sums(_exceeds),
    ),
    Rule(
        "prose.parts_fall_short",
        Severity.NOTE,
        "其中各项之和略小于总数",
        basis.ACCURACY,
        "{section}“{words}”，其中各项为 {terms} = {sum}，比总数 {whole} 少 {difference}。"
        "如为不完全列举，可加“等”字；否则请核对。",
        _sums(_falls_just_short),
    ),
    Rule(
        "prose.share_does_not_follow",
        Severity.WARNING,
        "占比应与所述数字相符",
        basis.ACCURACY,
        "{section}称比例为 {percent}%，而{explained}。请核对比例或者数字。",
        _wrong_shares,
    ),
    Rule(
        "prose.change_does_not_follow",
        Severity.WARNING,
        "增减幅度应与所述数字相符",
        basis.ACCURACY,
        "{section}称{stated}%，而由 {before} 到 {now} 实为{exact}%。请核对幅度或者数字。",
        _wrong_changes,
    ),
)
