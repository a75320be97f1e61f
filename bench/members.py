"""Thousands of agencies with their annual reports, written in bulk; for what reads them.

Each report has the prose of a usual one.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any, Final

DIFFERENT: Final = 40
"""Reports that differ; the agencies have them in turn."""
_PARAGRAPH: Final = "全年主动公开政府信息，办理申请，完善平台，加强监督保障，开展业务培训。" * 12


def reporting_members(city: Any, members: int) -> None:
    """Departments under a city's office with their reports; every third is only submitted."""
    from tests.reporting.reported import YEAR

    writer = city.office.handler
    versions = _reported(departments(city, members), YEAR, writer)
    _published([one for place, one in enumerate(versions) if place % 3], writer)
    _submitted([one for place, one in enumerate(versions) if not place % 3])


def published_years(agencies: list[Any], years: Iterable[int], writer: Any) -> None:
    """Every one of these has published its report on each of the years."""
    for year in years:
        _published(_reported(agencies, year, writer), writer)


def departments(city: Any, members: int) -> list[Any]:
    """So many agencies under the government, supervised by its office."""
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
    return list(Agency.objects.filter(slug__startswith="ju").order_by("pk"))


def _contents(year: int) -> list[Any]:
    from tests.reporting.rolling_up.rolled import of_requests, saying
    from yangguang.annual_report import as_json

    chance = Random(year)
    words = "\n".join([_PARAGRAPH] * 6)
    reports = [saying(of_requests(chance.randint(0, 400)), words) for _ in range(DIFFERENT)]
    return [json.loads(as_json.line(replace(one, year=year))) for one in reports]


def _reported(agencies: list[Any], year: int, writer: Any) -> list[Any]:
    from yangguang.casework import ledger, moment
    from yangguang.casework.models import Case
    from yangguang.reporting.events import KIND, What
    from yangguang.reporting.models import Version, YearReport

    now, contents = moment.now(), _contents(year)
    cases = Case.objects.bulk_create(
        Case(
            kind=KIND, agency=one, number=f"NB-{year}-{one.pk}", query_code=bytes(32), opened_at=now
        )
        for one in agencies
    )
    said, today = {"year": year, "due": f"{year + 1}-01-31"}, moment.today()
    ledger.begin([ledger.Fact(one, What.BEGUN, today, ledger.PUBLIC, said) for one in cases])
    reports = YearReport.objects.bulk_create(
        YearReport(agency=one.agency, year=year, case=one) for one in cases
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
