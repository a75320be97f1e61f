"""An office over two years, for tests of reports: days, people, requests that are carried over."""

import json
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from tests import town
from yangguang.agencies.capabilities import Standing
from yangguang.annual_report import as_json
from yangguang.annual_report.report import AnnualReport
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.inforequests.actions.receive import register
from yangguang.law.receipt import Channel
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.models import Publication, Version


def day(year: int, month: int, on: int) -> datetime:
    """Ten in the morning."""
    return datetime(year, month, on, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def asked(office: town.Office, on: datetime) -> Case:
    """A request that came on a day, and is entered on that day."""
    with moment.standing_at(on):
        return town.request_at(office.agency).case


def entered_late(office: town.Office, came: datetime, on: datetime) -> Case:
    """A request by post that came on a day and is entered on another."""
    with moment.standing_at(on):
        people, arrived = town.may(office.handler), came.date()
        return register(
            office.agency, town.APPLICATION, (), Channel.POST, arrived, people, f"late {on}"
        ).case


def head(office: town.Office) -> Standing:
    """Who may give figures of the report."""
    return town.may(office.disclosure_head)


def published(
    office: town.Office, report: AnnualReport, note: str = "", changes: Sequence[str] = ()
) -> Publication:
    """A report as it is known now is public: as if it had gone its whole way.

    `changes`: what it corrects, as in `Version`.
    """
    assert report.year
    target = begin(office.agency, report.year, head(office))
    number = target.versions.count() + 1
    version = Version.objects.create(
        report=target,
        number=number,
        known_at=moment.now(),
        content=json.loads(as_json.line(report)),
        counted=b"",
        findings=[],
        note=note,
        changes=list(changes),
        digest="0" * 64,
        made_by=office.disclosure_head,
        made_at=moment.now(),
    )
    return Publication.objects.create(
        version=version,
        agency=office.agency,
        year=report.year,
        number=number,
        published_on=moment.today(),
        by=office.disclosure_head,
        at=moment.now(),
    )
