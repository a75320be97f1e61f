"""Others asked: a third party, the secrecy reviewer, a referee; and what joins cases."""

from datetime import datetime

from tests import town
from tests.played.way import PNG, at, awaiting_correction, handling
from tests.portal.requests import working
from yangguang.casework.models import Case
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import (
    applicant,
    consult,
    letters,
    relate,
    secrecy,
)
from yangguang.inforequests.actions.reexamine import reexamine
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.reexamining import Finding
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.dispositions import Disposition


def consulting(office: town.Office, day: datetime) -> Case:
    """One third party objects and is told; another does too, a third is silent; two organs object,
    of which one is told."""
    case, handler = handling(office, day), town.may(office.handler)
    with at(day, 2):
        first = working.ask(case, office, LetterKind.THIRD_PARTY, town.asks("陈木"))
        second = working.ask(case, office, LetterKind.THIRD_PARTY, town.asks("周舟"))
        organ = working.ask(case, office, LetterKind.CO_PRODUCER, town.asks("青岚市水务局"))
        other = working.ask(case, office, LetterKind.CO_PRODUCER, town.asks("青岚市林业局"))
    with at(day, 4):
        consult.received(case, organ, handler)
        consult.answered(case, organ, Reply.OBJECTS, "尚未定稿。", handler)
        working.ask(case, office, LetterKind.CO_PRODUCER_NOTICE, town.tells(organ))
        consult.answered(case, other, Reply.OBJECTS, "不同意。", handler)
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


def part(office: town.Office, day: datetime) -> Case:
    """One of two that a request was made, after it was corrected and extended."""
    case, handler = awaiting_correction(office, day), town.may(office.handler)
    with at(day, 8):
        applicant.correct(case, "招标文件和监理合同")
    with at(day, 20):
        working.extend(case, office)
    with at(day, 21):
        return relate.split(case, ["招标文件", "监理合同"], handler)[0]


def withheld(office: town.Office, day: datetime) -> Case:
    """Answered in time, nothing given, and looked at anew."""
    case = handling(office, day)
    with at(day, 9):
        working.answer(case, office, disposition=Disposition.INTERNAL_AFFAIRS)
        reexamine(case, Finding.STILL_HOLDS, "仍是内部流程。", town.may(office.handler))
    return case
