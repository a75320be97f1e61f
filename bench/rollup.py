"""A government's report added up from three thousand members', on SQLite and PostgreSQL.

Two thirds of the members have published, the others only submitted; each report has the prose of a
usual one. Written in bulk; what is measured reads them as the pages do.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from random import Random
from statistics import median
from typing import Any, Final

from bench.figure import Figure
from bench.own_site import POSTGRESQL, SQLITE, figures_of, measured_by

MEMBERS: Final = 3_000
REQUIRED_MS: Final = 10_000
RUNS: Final = 3
DIFFERENT: Final = 40
"""Reports that differ; the members have them in turn."""
_PARAGRAPH: Final = "全年主动公开政府信息，办理申请，完善平台，加强监督保障，开展业务培训。" * 12


def rollup() -> Iterator[Figure]:
    """Adding up; the page; a figure's page; the workbook: medians, and how many queries."""
    for database in (SQLITE, POSTGRESQL):
        for one in figures_of("bench.rollup", database):
            yield replace(one, name=f"{database}.{one.name}")


def _measured(_environment: dict[str, str]) -> Iterator[Figure]:
    from django.test import Client, override_settings

    from tests.reporting.reported import YEAR
    from tests.reporting.rolling_up.rolled import NEW, a_city
    from tests.signing_in import signed_in
    from yangguang.reporting.rolling_up.prose import said

    city = a_city()
    _filled(city, int(sys.argv[1]) if len(sys.argv) > 1 else MEMBERS)
    city.scoped()
    page = f"/workspace/reports/zhengfu/{YEAR}/rollup"
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        browser: Client = signed_in(city.office.handler)
        yield _queries("sum", lambda: city.rollup().sum)
        yield from _of("sum", lambda: city.rollup().sum)
        yield from _of("words", lambda: said(city.rollup(), 1, "培训"))
        for name, address in (
            ("page", page),
            ("figure_page", f"{page}/figures/{NEW}"),
            ("workbook", f"{page}.xlsx"),
        ):
            yield from _of(name, partial(_got, browser, address))


def _got(browser: Any, address: str) -> None:
    """All of it: a workbook is written as it is read."""
    answer = browser.get(address)
    assert answer.status_code == 200
    if answer.streaming:
        assert sum(map(len, answer.streaming_content))


def _queries(name: str, work: Callable[[], object]) -> Figure:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        work()
    return Figure(f"rollup.{name}.queries", len(asked), "queries")


def _of(name: str, work: Callable[[], object]) -> Iterator[Figure]:
    work()
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - started))
    yield Figure(f"rollup.{name}", median(taken), "ms", REQUIRED_MS)


def _filled(city: Any, members: int) -> None:
    """The members with their reports; every third is only submitted."""
    from yangguang.agencies.models import Agency, AgencyKind

    above, model = city.office.agency, city.government
    Agency.objects.bulk_create(
        Agency(
            slug=f"ju{one}",
            name=f"青岚市第{one}局",
            short_name=f"第{one}局",
            letter_code=f"青{one}",
            kind=AgencyKind.DEPARTMENT,
            level=model.level,
            region=model.region,
            parent=model,
            supervising=above,
        )
        for one in range(members)
    )
    made = list(Agency.objects.filter(slug__startswith="ju").order_by("pk"))
    versions = _reported(made, city.office.handler)
    _published([one for place, one in enumerate(versions) if place % 3], city.office.handler)
    _submitted([one for place, one in enumerate(versions) if not place % 3])


def _contents() -> list[Any]:
    from tests.reporting.rolling_up.rolled import of_requests, saying
    from yangguang.annual_report import as_json

    chance = Random(20260331)
    words = "\n".join([_PARAGRAPH] * 6)
    reports = [saying(of_requests(chance.randint(0, 400)), words) for _ in range(DIFFERENT)]
    return [json.loads(as_json.line(one)) for one in reports]


def _reported(agencies: list[Any], writer: Any) -> list[Any]:
    from tests.reporting.reported import YEAR
    from yangguang.casework import moment
    from yangguang.casework.models import Case
    from yangguang.reporting.events import KIND
    from yangguang.reporting.models import Version, YearReport

    now, contents = moment.now(), _contents()
    cases = Case.objects.bulk_create(
        Case(kind=KIND, agency=one, number=f"NB-{one.pk}", query_code=bytes(32), opened_at=now)
        for one in agencies
    )
    reports = YearReport.objects.bulk_create(
        YearReport(agency=one.agency, year=YEAR, case=one) for one in cases
    )
    return Version.objects.bulk_create(
        Version(
            report=report,
            number=1,
            known_at=now,
            content=contents[place % DIFFERENT],
            counted=b"",
            findings=[],
            digest="0" * 64,
            made_by=writer,
            made_at=now,
        )
        for place, report in enumerate(reports)
    )


def _published(versions: list[Any], writer: Any) -> None:
    from yangguang.casework import moment
    from yangguang.reporting.models import Publication

    Publication.objects.bulk_create(
        Publication(
            version=one,
            agency=one.report.agency,
            year=one.report.year,
            number=1,
            published_on=moment.today(),
            by=writer,
            at=moment.now(),
        )
        for one in versions
    )


def _submitted(versions: list[Any]) -> None:
    from tests.reporting.rolling_up.rolled import recorded
    from yangguang.reporting.events import What

    for one in versions:
        facts = {"version": one.number, "digest": one.digest, "late": 0}
        recorded(one.report, What.SUBMITTED, facts)


if __name__ == "__main__":
    measured_by(_measured)
