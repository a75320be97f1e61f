"""An office over two years, for tests of reports: days, people, requests that are carried over."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests import town
from yangguang.agencies.capabilities import Standing
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.inforequests.actions.receive import register
from yangguang.law.receipt import Channel


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
