"""How each move is made where chance decides which: with plain words, and what else it draws."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests import town
from tests.inforequests import paying
from tests.inforequests.opening_to_all import VERSION
from tests.inforequests.writing import standing
from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Person
from yangguang.casework import approval, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Approval, Case
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import consulting, derivation, disputing, lapsing
from yangguang.inforequests.actions import (
    applicant,
    consult,
    dispute,
    fee,
    filing,
    letters,
    publish,
    reasons,
    registry,
    seal,
    secrecy,
    unpublish,
)
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.actions.reexamine import reexamine
from yangguang.inforequests.actions.relate import split
from yangguang.inforequests.consultations import TELLS, Reply
from yangguang.inforequests.consulting import Consulted
from yangguang.inforequests.events import LetterKind, VoidReason, Way
from yangguang.inforequests.evidence import Objected
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.inforequests.reexamining import Finding
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.disputes import Dispute, DisputeTrack, Ruling
from yangguang.law.filing import RecordClass, Retention

TERMS = {
    LetterKind.CORRECTION: letters.Terms(correction_days=5),
    LetterKind.EXTENSION: letters.Terms(days=10),
    LetterKind.REASONS: paying.ASKING,
    LetterKind.FEE: paying.BY_PAGE,
    LetterKind.ANSWER: town.ends_partly(Objected.WITHHELD),
    LetterKind.THIRD_PARTY: town.asks("陈木"),
    LetterKind.CO_PRODUCER: town.asks("青岚市水务局"),
}
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)
RULINGS = (Ruling.ORDERED, Ruling.UPHELD, Ruling.REVOKED, Ruling.WITHDRAWN)


def made(
    move: Move,
    case: Case,
    people: Standing,
    handlers: Sequence[Person],
    data: st.DataObject,
) -> list[Case]:
    """Make a move at the moment that stands; gives the cases that come of it.

    Raises NotAllowed, as the move's action does.
    """
    request = standing(case)
    draft = {offer: kind for kind, offer in DRAFTS.items()}
    doings: dict[Move, Callable[[], Any]] = {
        Move.CONFIRM: lambda: registry.confirm(case, people),
        Move.ASSIGN: lambda: assign(case, _another(handlers, request), people),
        Move.RECEIVE_CORRECTION: lambda: applicant.correct(case, "补正", (), people),
        Move.RECEIVE_REASONS: lambda: reasons.give(case, "理由", (), people),
        Move.FEE_NOTICE_RECEIVED: lambda: fee.notice_received(case, people),
        Move.RECEIVE_FEE: lambda: fee.paid(
            case, request.fee.sum if request.fee else 0, "1234567890", people
        ),
        Move.SUBMIT: lambda: letters.submit(case, people),
        Move.REFER_SECRECY: lambda: secrecy.refer(case, Referee.DEPARTMENT, "送请确定", people),
        Move.SECRECY_ANSWER: lambda: secrecy.answer(case, Outcome.MAY_OPEN, "可以", people),
        Move.DECIDE: lambda: letters.decide(
            case,
            _decision(request.draft.approval if request.draft else None, people, data),
            request.draft.digest if request.draft else "",
            people,
            "意见",
        ),
        Move.ISSUE: lambda: letters.issue(case, people),
        Move.SEAL: lambda: seal.keep_scan(
            case, next(iter(request.unsealed), 0), Upload("盖章.png", PHOTO), people
        ),
        Move.DISPATCH: lambda: letters.dispatch(
            case, data.draw(st.sampled_from(Way)), moment.today(), people
        ),
        Move.DELIVERED: lambda: applicant.delivered(case, people),
        Move.CAME_BACK: lambda: registry.came_back(case, people),
        Move.CONSULTATION_RECEIVED: lambda: consult.received(
            case, _letter(consulting.without_receipt(request)), people
        ),
        Move.CONSULTATION_ANSWERED: lambda: consult.answered(
            case,
            _letter(consulting.unanswered(request)),
            data.draw(st.sampled_from([Reply.AGREES, Reply.OBJECTS])),
            "理由",
            people,
        ),
        Move.REEXAMINE: lambda: reexamine(case, Finding.STILL_HOLDS, "仍成立", people),
        Move.SPLIT: lambda: split(case, ["标书", "合同"], people),
        Move.WITHDRAW: lambda: applicant.withdraw(case, "不要了", people),
        Move.VOID: lambda: registry.void(case, VoidReason.TWICE, people),
        Move.NOTE: lambda: registry.note(case, "记一笔", people),
        Move.FILE: lambda: filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, people),
        Move.OPEN_DISPUTE: lambda: dispute.notified(
            case, dispute.Notice(data.draw(st.sampled_from(DisputeTrack)), "某机关"), people
        ),
        Move.STATE_IN_DISPUTE: lambda: dispute.stated(
            case, _number(disputing.awaiting_statement(request)), people
        ),
        Move.DECIDE_DISPUTE: lambda: dispute.decided(
            case,
            _number(disputing.undecided(request)),
            dispute.Decision(
                data.draw(st.sampled_from(RULINGS)),
                "某〔2026〕1号",
                on_payment=disputing.dropped_unpaid(request),
            ),
            people,
        ),
        Move.APPEAL_DISPUTE: lambda: dispute.appealed(
            case, _number(disputing.open_to_appeal(request)), data.draw(st.booleans()), people
        ),
        Move.RETRY_DISPUTE: lambda: dispute.retried(
            case,
            _number(disputing.open_to_retrial(request)),
            dispute.Retrial(data.draw(st.booleans())),
            people,
        ),
        Move.OFFER_TO_ALL: lambda: publish.offer(case, VERSION, people),
        Move.DECIDE_OFFER: lambda: publish.decide(
            case,
            _decision(request.public.approval if request.public else None, people, data),
            request.public.digest if request.public else "",
            people,
            "意见",
        ),
        Move.PUBLISH: lambda: publish.publish(case, people),
        Move.UNPUBLISH: lambda: _look_again(case, request, people),
    }
    if kind := draft.get(move):
        letters.draft(case, kind, {"body": "正文"}, _terms(kind, request), people)
        return []
    done = doings[move]()
    return list(done) if move is Move.SPLIT else []


def _decision(waiting: int | None, people: Standing, data: st.DataObject) -> Decision:
    """On an approval (its id). Where too few people have been at it, it can only be returned."""
    opened = Approval.objects.filter(pk=waiting).first()
    if opened and approval.too_few(opened, people):
        return Decision.RETURNED
    return data.draw(st.sampled_from([Decision.APPROVED] * 4 + [Decision.RETURNED]))


def _look_again(case: Case, request: derivation.Standing, people: Standing) -> None:
    """What was overturned or answered anew is left open at first, and then taken back."""
    act = unpublish.keep if request.public_doubt else unpublish.unpublish
    act(case, "内容有误", people)


def _number(disputes: Sequence[Dispute]) -> int:
    return disputes[0].number if disputes else 0


def _terms(kind: LetterKind, request: derivation.Standing) -> letters.Terms:
    if kind is LetterKind.LAPSE:
        return letters.Terms(disposition=lapsing.end(request))
    if kind is LetterKind.FEE_WAIVER:
        return paying.left(moment.today().day % 2 * 7)
    if kind is LetterKind.DELAY:
        return paying.delay(moment.today() + timedelta(days=300))
    if kind in TELLS:
        return town.tells(_letter(consulting.to_be_told(request, TELLS[kind])))
    return TERMS[kind]


def _another(handlers: Sequence[Person], request: derivation.Standing) -> Person:
    return next(one for one in handlers if one.pk != request.handler)


def _letter(asked: Sequence[Consulted]) -> int:
    """By which one of them was asked; a letter that nobody has, where nobody was."""
    return asked[0].asking.letter if asked else 0
