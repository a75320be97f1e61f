"""An answer on its way to everyone, through the actions."""

from tests import town
from tests.portal.requests import working
from yangguang.agencies.models import Person
from yangguang.casework.models import Case
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import publish
from yangguang.inforequests.actions.publish import Version

VERSION = Version("长宁路改造工程招标文件", "2025 年长宁路改造工程的招标文件", "可以公开，现提供。")


def answered(office: town.Office, **changes) -> Case:
    """A request that was answered."""
    case = town.request_at(office.agency, **changes).case
    working.answer(case, office)
    return case


def decide(case: Case, *people: Person, decision: Decision = Decision.APPROVED) -> None:
    """Each of the people decides on the version as it is, in order."""
    for person in people:
        version = working.standing(case).public
        assert version
        publish.decide(case, decision, version.digest, town.may(person), "意见")


def offered(office: town.Office, version: Version = VERSION, **changes) -> Case:
    """A version that was sent for approval."""
    case = answered(office, **changes)
    publish.offer(case, version, town.may(office.handler))
    return case


def approved(office: town.Office, version: Version = VERSION, **changes) -> Case:
    """A version that all levels have approved, not yet published."""
    case = offered(office, version, **changes)
    decide(case, office.section_head, office.disclosure_head, office.reviewer, office.leader)
    return case
