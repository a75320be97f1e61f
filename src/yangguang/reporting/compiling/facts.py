"""What of a request a year's Table 3 counts, and in which rows: the only place that says so.

A request is known by when it came and when it ended, seen from the year: before, in it, after it
(or not yet). The rows follow from that alone, so that the form's identities hold by construction:
whatever is new or carried over has either ended in the year or is carried forward.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from django.db import models
from django.db.models import Q, Value, When

from yangguang.inforequests.standing import NOT_COUNTED
from yangguang.law.dispositions import Disposition, row
from yangguang.law.requests import ApplicantKind, RequestRow


class Era(StrEnum):
    """When something happened, seen from a year; AFTER is also what has not happened yet."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Fact(NamedTuple):
    """What Table 3 heeds of a request: who asked, how it ended, when it came and when it ended."""

    applicant: ApplicantKind
    disposition: str
    received: Era
    ended: Era


def first_day(year: int) -> date:
    """1 January."""
    return date(year, 1, 1)


def last_day(year: int) -> date:
    """31 December."""
    return date(year, 12, 31)


def era(day: date | None, year: int) -> Era:
    """Where a day lies."""
    if day is None or day > last_day(year):
        return Era.AFTER
    return Era.BEFORE if day < first_day(year) else Era.DURING


def rows(found: Fact) -> tuple[RequestRow, ...]:
    """The rows of Table 3 in which a request counts, without the total; none or two.

    What came in a year cannot have ended before it: an ending that was dated earlier counts in it.
    """
    if found.received is Era.AFTER:
        return ()
    if found.received is Era.BEFORE:
        if found.ended is Era.BEFORE:
            return ()
        came = RequestRow.CARRIED_OVER
    else:
        came = RequestRow.NEW
    if found.ended is Era.AFTER:
        return came, RequestRow.CARRIED_FORWARD
    return came, row(Disposition(found.disposition))


def in_year(year: int) -> Q:
    """The requests that a year can count, on fields of FormerCount: a first cut."""
    not_before = Q(counted_on__isnull=True) | Q(counted_on__gte=first_day(year))
    return (
        (not_before | Q(received_on__gte=first_day(year)))
        & Q(received_on__lte=last_day(year))
        & ~Q(state__in=NOT_COUNTED)
    )


def in_row(wanted: RequestRow, year: int) -> Q:
    """The requests that a row counts, on fields of FormerCount; the total: all results."""
    if wanted is RequestRow.TOTAL:
        return in_year(year) & _era_of("counted_on", (Era.BEFORE, Era.DURING), year)
    found = Q(pk__in=())
    for one, dispositions in _ways_into(wanted):
        found |= (
            _era_of("received_on", (one.received,), year)
            & _era_of("counted_on", (one.ended,), year)
            & (Q(disposition__in=dispositions) if dispositions else Q())
        )
    return in_year(year) & found


def _ways_into(wanted: RequestRow) -> Iterator[tuple[Fact, list[Disposition]]]:
    """How a request comes into a row: eras, and the dispositions that matter; none: whichever."""
    leading = [one for one in Disposition if row(one) is wanted]
    for received in (Era.BEFORE, Era.DURING):
        for ended in Era:
            asked = leading[0] if leading else Disposition.PROVIDED
            found = Fact(ApplicantKind.OTHER, asked, received, ended)
            if wanted in rows(found):
                yield found, leading


def _era_of(field: str, eras: tuple[Era, ...], year: int) -> Q:
    found = Q(pk__in=())
    for one in eras:
        match one:
            case Era.BEFORE:
                found |= Q(**{f"{field}__lt": first_day(year)})
            case Era.DURING:
                found |= Q(**{f"{field}__range": (first_day(year), last_day(year))})
            case Era.AFTER:
                found |= Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": last_day(year)})
    return found


def era_in_sql(field: str, year: int) -> models.Expression:
    """`era` of a day of CaseState or FormerCount."""
    return models.Case(
        When(**{f"{field}__lt": first_day(year)}, then=Value(Era.BEFORE.value)),
        When(**{f"{field}__lte": last_day(year)}, then=Value(Era.DURING.value)),
        default=Value(Era.AFTER.value),
        output_field=models.CharField(),
    )


ENDING: Final = tuple(dict.fromkeys(row(one) for one in Disposition))
"""The rows of results."""
