"""Writing letters in tests: drafted, sent for approval, approved, issued."""

from tests import town
from yangguang.casework import ledger
from yangguang.casework.models import Case, IssuedLetter
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import derivation, lawful
from yangguang.inforequests.actions import letters
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move, Offer
from yangguang.law.dispositions import Disposition

TERMS = {
    LetterKind.CORRECTION: letters.Terms(correction_days=5),
    LetterKind.EXTENSION: letters.Terms(days=20),
    LetterKind.ANSWER: letters.Terms(
        disposition=Disposition.PROVIDED, facts={"material": "招标文件一份"}
    ),
    LetterKind.LAPSE: letters.Terms(disposition=Disposition.UNCORRECTED),
    LetterKind.THIRD_PARTY: town.asks("陈木"),
    LetterKind.CO_PRODUCER: town.asks("青岚市水务局"),
}


def assigned(office: town.Office, **changes) -> Case:
    """A request in the handler's hands; `changes` to the application."""
    case = town.request_at(office.agency, **changes).case
    assign(case, office.handler, town.may(office.section_head))
    return case


def standing(case: Case) -> derivation.Standing:
    """How a request stands."""
    return derivation.standing(ledger.standing_events(case.events.order_by("seq")))


def offer(case: Case, move: Move, office: town.Office) -> Offer:
    """What the handler is told of a move now."""
    people = town.may(office.handler)
    offers = lawful.offers(standing(case), people, case.agency_id)
    return next(one for one in offers if one.move is move)


def approve(
    case: Case, office: town.Office, kind: LetterKind, terms: letters.Terms | None = None
) -> None:
    """A letter of that kind is drafted and passes all its levels."""
    handler = town.may(office.handler)
    letters.draft(case, kind, {"title": "告知书", "body": "正文。"}, terms or TERMS[kind], handler)
    letters.submit(case, handler)
    begun = standing(case).draft
    ending = Disposition(begun.disposition) if begun and begun.disposition else Disposition.OTHER
    for person in office.approvers(kind, ending):
        draft = standing(case).draft
        assert draft is not None
        letters.decide(case, Decision.APPROVED, draft.digest, town.may(person))


def issue(
    case: Case, office: town.Office, kind: LetterKind, terms: letters.Terms | None = None
) -> IssuedLetter:
    """It goes out, too."""
    approve(case, office, kind, terms)
    return letters.issue(case, town.may(office.handler))
