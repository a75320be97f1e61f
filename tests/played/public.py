"""An answer that is opened to everyone."""

from datetime import datetime

from tests import town
from tests.played.way import answered, at
from tests.portal.requests import working
from yangguang.casework.models import Case
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import (
    publish,
    unpublish,
)


def offered_to_all(office: town.Office, day: datetime) -> Case:
    """Answered, and the version for everyone is to be decided on."""
    case = answered(office, day)
    with at(day, 13):
        version = publish.Version("招标文件", "长宁路改造工程的招标文件", "可以公开，现提供。")
        publish.offer(case, version, town.may(office.handler))
    return case


def ready_for_all(office: town.Office, day: datetime) -> Case:
    """The version for everyone is approved, not yet published."""
    case = offered_to_all(office, day)
    with at(day, 14):
        for person in office.approvers():
            version = working.standing(case).public
            assert version
            publish.decide(case, Decision.APPROVED, version.digest, town.may(person))
    return case


def open_to_all(office: town.Office, day: datetime) -> Case:
    """The answer is open to everyone."""
    case = ready_for_all(office, day)
    with at(day, 15):
        publish.publish(case, town.may(office.handler))
    return case


def taken_back(office: town.Office, day: datetime) -> Case:
    """The answer was open to everyone, and is no more."""
    case = open_to_all(office, day)
    with at(day, 16):
        unpublish.unpublish(case, "内容有误，正在更正", town.may(office.handler))
    return case
