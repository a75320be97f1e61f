"""The way of a request from its coming in to its answer, and how it ends otherwise."""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from tests import town
from tests.portal.requests import working
from yangguang.casework import moment, personal
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import (
    applicant,
    assign,
    filing,
    letters,
    registry,
)
from yangguang.inforequests.actions.seal import keep_scan
from yangguang.inforequests.events import LetterKind, VoidReason, Way
from yangguang.law.dispositions import Disposition
from yangguang.law.filing import RecordClass, Retention
from yangguang.law.receipt import Confirmation

PNG = Upload("身份证.png", b"\x89PNG\r\n\x1a\n" + b"1" * 99)


def at(day: datetime, later: int = 0) -> AbstractContextManager[None]:
    """Stand so many days later."""
    return moment.standing_at(day + timedelta(days=later))


def unassigned(office: town.Office, day: datetime) -> Case:
    """Just come in."""
    with at(day):
        return town.request_at(office.agency).case


def handling(office: town.Office, day: datetime) -> Case:
    """In a handler's hands."""
    case = unassigned(office, day)
    with at(day, 1):
        assign.assign(case, office.handler, town.may(office.section_head))
    return case


def to_be_confirmed(office: town.Office, day: datetime) -> Case:
    """Just come in, where the office's rules have staff confirm the receipt."""
    rules = office.agency.rules
    rules.confirmation = Confirmation.STAFF
    case = unassigned(office, day)
    rules.confirmation = Confirmation.RECEIPT
    return case


def confirmed(office: town.Office, day: datetime) -> Case:
    """Confirmed by staff."""
    case = to_be_confirmed(office, day)
    with at(day):
        registry.confirm(case, town.may(office.handler))
    return case


def returned(office: town.Office, day: datetime) -> Case:
    """An answer was returned, to be written better."""
    case = handling(office, day)
    handler = town.may(office.handler)
    with at(day, 4):
        working.draft_answer(case, office)
        draft = working.standing(case).draft
        assert draft
        head = town.may(office.section_head)
        letters.decide(case, Decision.RETURNED, draft.digest, head, "请写明理由。")
        registry.note(case, "已经和科长谈过。", handler)
    return case


def in_approval(office: town.Office, day: datetime) -> Case:
    """An answer was returned once, and is on its way up again."""
    case = returned(office, day)
    with at(day, 5):
        working.draft_answer(case, office, uploads=[PNG])
        working.approve(case, office.section_head)
    return case


def approved(office: town.Office, day: datetime) -> Case:
    """An answer that all levels have approved, not yet numbered."""
    case = handling(office, day)
    with at(day, 6):
        working.draft_answer(case, office)
        working.approve(case, *office.approvers())
    return case


def issued(office: town.Office, day: datetime) -> Case:
    """An answer that is numbered and sealed and has not left."""
    case = handling(office, day)
    handler = town.may(office.handler)
    with at(day, 6):
        working.issue_answer(case, office)
        (letter,) = working.standing(case).unsealed
        keep_scan(case, letter, PNG, handler)
    return case


def awaiting_correction(office: town.Office, day: datetime) -> Case:
    """The applicant is asked what is meant."""
    with at(day):
        case = town.request_at(office.agency, [PNG]).case
    with at(day, 2):
        working.ask_correction(case, office)
    return case


def answered(office: town.Office, day: datetime) -> Case:
    """Answered in time, into the applicant's hands."""
    case = handling(office, day)
    with at(day, 12):
        working.answer(case, office, Way.BY_HAND)
    return case


def answered_late(office: town.Office, day: datetime) -> Case:
    """Corrected, extended, answered by post, come back, sent again, and received."""
    case = awaiting_correction(office, day)
    handler = town.may(office.handler)
    with at(day, 8):
        applicant.correct(case, "一期工程", [PNG])
    with at(day, 20):
        working.extend(case, office)
        registry.note(case, "打过电话。", handler)
        registry.void_entry(case, case.events.count(), handler)
        personal.open_party(case.parties.get(), office.handler, personal.Why())
    with at(day, 30):
        working.answer(case, office, Way.POST)
    with at(day, 37):
        registry.came_back(case, handler)
        letters.dispatch(case, Way.ELECTRONIC, moment.today(), handler)
        applicant.delivered(case)
    return case


def lapsed(office: town.Office, day: datetime) -> Case:
    """No correction came."""
    case = awaiting_correction(office, day)
    handler = town.may(office.handler)
    with at(day, 50):
        terms = letters.Terms(disposition=Disposition.UNCORRECTED)
        letters.draft(case, LetterKind.LAPSE, {"body": "逾期未补正。"}, terms, handler)
        letters.submit(case, handler)
        working.approve(case, office.disclosure_head)
        letters.issue(case, handler)
    return case


def withdrawn(office: town.Office, day: datetime) -> Case:
    """Taken back."""
    case = handling(office, day)
    with at(day, 3):
        applicant.withdraw(case, "已经从别处得到。")
    return case


def voided(office: town.Office, day: datetime) -> Case:
    """Registered twice by mistake."""
    case = unassigned(office, day)
    with at(day):
        registry.void(case, VoidReason.TWICE, town.may(office.handler))
    return case


def filed(office: town.Office, day: datetime) -> Case:
    """In the archives."""
    case = withdrawn(office, day)
    with at(day, 4):
        handler = town.may(office.handler)
        filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 3, handler)
    return case
