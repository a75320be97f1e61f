"""An answer that is opened to everyone."""

from datetime import datetime

from tests import town
from tests.played.way import answered, at
from tests.portal.requests import working
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import public_files
from yangguang.inforequests.actions import (
    dispute,
    publish,
    unpublish,
)
from yangguang.law.disputes import DisputeTrack, Ruling


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
        _all_agree(case, office)
    return case


def _all_agree(case: Case, office: town.Office) -> None:
    for person in office.approvers():
        version = working.standing(case).public
        assert version
        publish.decide(case, Decision.APPROVED, version.digest, town.may(person))


def open_to_all(office: town.Office, day: datetime) -> Case:
    """The answer is open to everyone."""
    case = ready_for_all(office, day)
    with at(day, 15):
        publish.publish(case, town.may(office.handler))
    return case


def looked_at_again(office: town.Office, day: datetime) -> Case:
    """The answer, open to everyone with a file, was found unlawful; it was left open."""
    case, handler = answered(office, day), town.may(office.handler)
    review = dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府", "青政复受〔2026〕14号")
    unlawful = dispute.Decision(Ruling.UNLAWFUL, "青政复决〔2026〕10号")
    file = public_files.checked(Upload("说明.txt", "公开的说明。".encode()), ())
    version = publish.Version("招标文件", "长宁路改造工程的招标文件", "见附件。", files=[file])
    with at(day, 13):
        publish.offer(case, version, handler)
        _all_agree(case, office)
        publish.publish(case, handler)
    with at(day, 20):
        dispute.notified(case, review, handler)
    with at(day, 40):
        dispute.decided(case, 1, unlawful, handler)
        unpublish.keep(case, "只是公开得不够", handler)
    return case


def taken_back(office: town.Office, day: datetime) -> Case:
    """The answer was open to everyone, and is no more."""
    case = open_to_all(office, day)
    with at(day, 16):
        unpublish.unpublish(case, "内容有误，正在更正", town.may(office.handler))
    return case
