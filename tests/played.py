"""Requests played through the actions to every stage there is, for long lists and for figures."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from tests import town
from tests.inforequests import paying
from tests.portal.requests import working
from yangguang.casework import moment, personal
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import (
    applicant,
    assign,
    consult,
    dispute,
    fee,
    filing,
    letters,
    publish,
    reasons,
    registry,
    relate,
    secrecy,
)
from yangguang.inforequests.actions.reexamine import reexamine
from yangguang.inforequests.actions.seal import keep_scan
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import LetterKind, VoidReason, Way
from yangguang.inforequests.reexamining import Finding
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling, Unit
from yangguang.law.filing import RecordClass, Retention
from yangguang.law.receipt import Confirmation

Play = Callable[[town.Office, datetime], Case]

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
        publish.unpublish(case, "内容有误，正在更正", town.may(office.handler))
    return case


def answered_late(office: town.Office, day: datetime) -> Case:
    """Corrected, extended, answered by post, come back, sent again, and received."""
    case = awaiting_correction(office, day)
    handler = town.may(office.handler)
    with at(day, 8):
        applicant.correct(case, "一期工程", [PNG])
    with at(day, 20):
        terms = letters.Terms(days=10)
        letters.draft(case, LetterKind.EXTENSION, {"body": "需要延期。"}, terms, handler)
        letters.submit(case, handler)
        working.approve(case, office.disclosure_head)
        letters.issue(case, handler)
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


def reasons_asked(office: town.Office, day: datetime) -> Case:
    """The applicant is to say why so much is asked."""
    case = handling(office, day)
    with at(day, 2):
        paying.issue(case, office, LetterKind.REASONS, paying.ASKING)
    return case


def reasons_given(office: town.Office, day: datetime) -> Case:
    """And has said so."""
    case = reasons_asked(office, day)
    with at(day, 4):
        reasons.give(case, "写论文要用", [PNG])
    return case


def delayed(office: town.Office, day: datetime) -> Case:
    """To be answered later, on a stated day."""
    case = reasons_given(office, day)
    with at(day, 5):
        until = (day + timedelta(days=100)).date()
        paying.issue(case, office, LetterKind.DELAY, paying.delay(until))
    return case


def awaiting_payment(office: town.Office, day: datetime) -> Case:
    """The fee is noticed."""
    case = handling(office, day)
    with at(day, 3):
        paying.issue(case, office, LetterKind.FEE, paying.BY_PAGE)
    return case


def paid(office: town.Office, day: datetime) -> Case:
    """And received, and paid."""
    case = awaiting_payment(office, day)
    with at(day, 5):
        fee.notice_received(case, town.may(office.handler))
        fee.paid(case, 200, "0012345678", town.may(office.handler))
    return case


def withdrawn(office: town.Office, day: datetime) -> Case:
    """Taken back."""
    case = handling(office, day)
    with at(day, 3):
        applicant.withdraw(case, "已经从别处得到。")
    return case


def filed(office: town.Office, day: datetime) -> Case:
    """In the archives."""
    case = withdrawn(office, day)
    with at(day, 4):
        handler = town.may(office.handler)
        filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 3, handler)
    return case


def voided(office: town.Office, day: datetime) -> Case:
    """Registered twice by mistake."""
    case = unassigned(office, day)
    with at(day):
        registry.void(case, VoidReason.TWICE, town.may(office.handler))
    return case


def consulting(office: town.Office, day: datetime) -> Case:
    """One third party objects and is told; another does too, a third is silent; an organ agrees."""
    case, handler = handling(office, day), town.may(office.handler)
    with at(day, 2):
        first = working.ask(case, office, LetterKind.THIRD_PARTY, town.asks("陈木"))
        second = working.ask(case, office, LetterKind.THIRD_PARTY, town.asks("周舟"))
        organ = working.ask(case, office, LetterKind.CO_PRODUCER, town.asks("青岚市水务局"))
    with at(day, 4):
        consult.received(case, organ, handler)
        consult.answered(case, organ, Reply.AGREES, "", handler)
        consult.received(case, first, handler)
        consult.answered(case, first, Reply.OBJECTS, "是我们的报价策略。", handler, [PNG])
        consult.answered(case, second, Reply.AGREES_IN_PART, "总额可以公开。", handler)
        working.ask(case, office, LetterKind.THIRD_PARTY_NOTICE, town.tells(first))
        working.ask(case, office, LetterKind.THIRD_PARTY, town.asks("吴山"))
    return case


def in_review(office: town.Office, day: datetime) -> Case:
    """An answer that waits for the secrecy review."""
    case = handling(office, day)
    with at(day, 5):
        working.draft_answer(case, office)
        working.approve(case, office.section_head, office.disclosure_head)
    return case


def referred(office: town.Office, day: datetime) -> Case:
    """The reviewer has asked the secrecy authority."""
    case = in_review(office, day)
    with at(day, 5):
        reviewer = town.may(office.reviewer)
        secrecy.refer(case, Referee.SECRECY_AUTHORITY, "第三页不能确定。", reviewer)
    return case


def determined(office: town.Office, day: datetime) -> Case:
    """It may not be opened: returned, to be written otherwise."""
    case = referred(office, day)
    with at(day, 8):
        reviewer = town.may(office.reviewer)
        secrecy.answer(case, Outcome.CLOSED, "不能公开。", reviewer)
        draft = working.standing(case).draft
        assert draft
        letters.decide(case, Decision.RETURNED, draft.digest, reviewer, "请改为部分公开。")
    return case


def joined(office: town.Office, day: datetime) -> Case:
    """Handled together with another."""
    case, other = handling(office, day), handling(office, day)
    with at(day, 2):
        relate.join(case, other.number, town.may(office.handler))
    return case


def split_up(office: town.Office, day: datetime) -> Case:
    """Made two."""
    case = handling(office, day)
    with at(day, 2):
        relate.split(case, ["招标文件", "监理合同"], town.may(office.handler))
    return case


def withheld(office: town.Office, day: datetime) -> Case:
    """Answered in time, nothing given, and looked at anew."""
    case = handling(office, day)
    with at(day, 9):
        working.answer(case, office, disposition=Disposition.INTERNAL_AFFAIRS)
        reexamine(case, Finding.STILL_HOLDS, "仍是内部流程。", town.may(office.handler))
    return case


def disputed(office: town.Office, day: datetime) -> Case:
    """A suit came before a second instance, another can; a review waits for our statement."""
    case = answered(office, day)
    handler = town.may(office.handler)
    suit = dispute.Notice(DisputeTrack.SUIT, "青岚市中级人民法院", "（2026）青01行初5号")
    review = dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府", "青政复受〔2026〕12号")
    with at(day, 20):
        dispute.notified(case, suit, handler)
        dispute.stated(case, 1, handler)
        dispute.decided(case, 1, dispute.Decision(Ruling.REJECTED), handler)
        dispute.appealed(case, 1, True, handler)
        dispute.notified(case, review, handler)
        dispute.notified(case, suit, handler)
        dispute.decided(case, 3, dispute.Decision(Ruling.ENDED), handler)
    return case


def sent_back(office: town.Office, day: datetime) -> Case:
    """A review revoked the answer and ordered another one."""
    case = answered(office, day)
    handler = town.may(office.handler)
    review = dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府", "青政复受〔2026〕13号")
    period = dispute.Period(15, Unit.WORKING)
    revoked = dispute.Decision(Ruling.REVOKED, "青政复决〔2026〕9号", True, period)
    with at(day, 20):
        dispute.notified(case, review, handler)
        dispute.stated(case, 1, handler)
    with at(day, 40):
        dispute.decided(case, 1, revoked, handler)
    return case


def answered_anew(office: town.Office, day: datetime) -> Case:
    """The other answer has left."""
    case = sent_back(office, day)
    with at(day, 45):
        working.answer(case, office, Way.BY_HAND)
    return case


OPEN: tuple[Play, ...] = (
    unassigned,
    to_be_confirmed,
    confirmed,
    handling,
    awaiting_correction,
    reasons_asked,
    delayed,
    awaiting_payment,
    paid,
    returned,
    in_approval,
    referred,
    determined,
    approved,
    issued,
    consulting,
    sent_back,
)
CLOSED: tuple[Play, ...] = (
    answered,
    answered_late,
    withheld,
    offered_to_all,
    ready_for_all,
    open_to_all,
    taken_back,
    lapsed,
    withdrawn,
    voided,
    disputed,
    answered_anew,
)
EVERY = OPEN + CLOSED
TURNS: tuple[Play, ...] = (in_review, joined, split_up, filed)
"""Other turns that a request can take; those that name other cases, or have a number in a series
beside that of cases, are not copied."""
