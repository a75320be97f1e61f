"""Which version of each member's report is added up, as known at a moment."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

import orjson
from django.db.models.fields.json import KT

from yangguang.casework.models import Event
from yangguang.reporting import life
from yangguang.reporting.life import Stage
from yangguang.reporting.models import Publication, Version, YearReport
from yangguang.reporting.rolling_up.adding import Figure


class Basis(StrEnum):
    """What counts as a member's report: what is published; else what was submitted, too."""

    PUBLISHED = "published"
    SUBMITTED = "submitted"


class Taken(NamedTuple):
    """The version of an agency's report that is added up.

    `number`: which of the year's public versions it is; of what is not public, which that was sent
    up. `edition`: of the form it uses; `rests_on`: of a government's, what that version adds up.
    """

    agency: int
    version: int
    number: int
    known_at: datetime | None
    is_published: bool
    edition: str
    cells: Mapping[str, Figure]
    rests_on: Mapping[str, Any] | None


class Reported(NamedTuple):
    """The members whose reports can be taken, and how far the others are; ids of agencies."""

    taken: Mapping[int, Taken]
    stages: Mapping[int, Stage]


def taken(agencies: Collection[int], year: int, known_at: datetime, basis: Basis) -> Reported:
    """What these agencies' reports on a year said at a moment. Five queries, however many.

    Who has no report at all is in neither.
    """
    published = _published(agencies, year, known_at)
    now = _standing(set(agencies) - published.keys(), year, known_at)
    submitted = {
        case: one.submitted
        for case, one in now.items()
        if basis is Basis.SUBMITTED and one.stage in {Stage.SUBMITTED, Stage.ACCEPTED}
    }
    every = Version.objects.filter(report__case__in=submitted)
    to_take = [
        key
        for key, case, number in every.values_list("pk", "report__case", "number")
        if submitted[case] == number
    ]
    public = frozenset(published.values())
    found = {one.agency: one for one in _versions([*public, *to_take], public)}
    reports = YearReport.objects.filter(case__in=now).values_list("agency", "case")
    stages = {agency: now[case].stage for agency, case in reports if agency not in found}
    return Reported(found, stages)


def _published(agencies: Collection[int], year: int, known_at: datetime) -> dict[int, int]:
    """Agency → the version that was public."""
    rows = Publication.objects.filter(agency__in=agencies, year=year, at__lte=known_at)
    return dict(rows.order_by("number").values_list("agency", "version"))


def _standing(agencies: Collection[int], year: int, known_at: datetime) -> dict[int, life.Standing]:
    """Case → where the report stood."""
    return life.standings(
        Event.objects.filter(
            case__year_report__agency__in=agencies,
            case__year_report__year=year,
            recorded_at__lte=known_at,
        )
    )


def _versions(wanted: Collection[int], published: Collection[int]) -> Iterator[Taken]:
    """Only cells and edition are fetched: the words of thousands of reports stay where they are."""
    what = ("report__agency", "pk", "number", "publication__number", "known_at", "rests_on")
    rows = (
        Version.objects.filter(pk__in=wanted)
        .order_by()
        .annotate(edition=KT("content__edition"), cells=KT("content__cells"))
        .values_list(*what, "edition", "cells")
    )
    for agency, key, sent, public, known_at, rests_on, edition, cells in rows.iterator(200):
        yield Taken(
            agency,
            key,
            public if key in published else sent,
            known_at,
            key in published,
            edition or "",
            _figures(cells),
            rests_on,
        )


def _figures(cells: str) -> dict[str, Figure]:
    """Of the text of JSON, which the database hands over as it is: hundreds of cells a report."""
    read: dict[str, dict[str, Any]] = orjson.loads(cells)
    return {cell: _figure(one["value"], one.get("unit", "")) for cell, one in read.items()}


@lru_cache(maxsize=4096)
def _figure(value: int | float | None, unit: str) -> Figure:
    """Most cells of most reports are nought: the same object then."""
    return Figure(None if value is None else Decimal(str(value)), unit)
