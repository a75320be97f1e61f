"""What the office does to a request meanwhile, for tests of what the applicant sees."""

from collections.abc import Sequence

from tests import town
from yangguang.casework import attachments, ledger, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case, DataKey
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import assign, letters
from yangguang.inforequests.events import LetterKind, Way
from yangguang.law.dispositions import Disposition


def standing(case: Case) -> derivation.Standing:
    """How a request stands."""
    return derivation.standing(ledger.standing_events(case.events.order_by("seq")))


def approve(case: Case, *people) -> None:
    """Each of the people approves the draft as it is, in order."""
    for person in people:
        draft = standing(case).draft
        assert draft is not None
        letters.decide(case, Decision.APPROVED, draft.digest, town.may(person))


def ask_correction(case: Case, office: town.Office, body: str = "请写明是哪一期工程。") -> None:
    """The office asks for a correction."""
    handler = town.may(office.handler)
    assign.assign(case, office.handler, town.may(office.section_head))
    words = {"title": "政府信息公开申请补正告知书", "addressee": "林晓：", "body": body}
    letters.draft(case, LetterKind.CORRECTION, words, letters.Terms(correction_days=15), handler)
    letters.submit(case, handler)
    approve(case, office.disclosure_head)
    letters.issue(case, handler)


def ask(case: Case, office: town.Office, kind: LetterKind, terms: letters.Terms) -> int:
    """A letter to others than the applicant goes out; its id."""
    handler = town.may(office.handler)
    letters.draft(case, kind, {"title": "征求意见", "body": "请告诉我们。"}, terms, handler)
    letters.submit(case, handler)
    approve(case, *office.approvers(kind))
    return letters.issue(case, handler).pk


def extend(case: Case, office: town.Office) -> None:
    """The answer period is extended by ten working days."""
    handler, terms = town.may(office.handler), letters.Terms(days=10)
    letters.draft(case, LetterKind.EXTENSION, {"body": "需要延期。"}, terms, handler)
    letters.submit(case, handler)
    approve(case, office.disclosure_head)
    letters.issue(case, handler)


def draft_answer(
    case: Case,
    office: town.Office,
    disposition: Disposition = Disposition.PROVIDED,
    uploads: Sequence[Upload] = (),
) -> None:
    """The handler drafts an answer and sends it for approval."""
    handler = town.may(office.handler)
    if standing(case).handler is None:
        assign.assign(case, office.handler, town.may(office.section_head))
    key = DataKey.objects.get(pk=standing(case).key)
    enclosures = [attachments.attach(case, key, "enclosure", one) for one in uploads]
    words = {"title": "政府信息公开告知书", "body": "您申请的信息可以公开，现提供给您。"}
    terms = town.ends_as(disposition)
    letters.draft(case, LetterKind.ANSWER, words, terms, handler, enclosures)
    letters.submit(case, handler)


def issue_answer(
    case: Case,
    office: town.Office,
    disposition: Disposition = Disposition.PROVIDED,
    uploads: Sequence[Upload] = (),
) -> None:
    """The answer is drafted, approved and issued; it has not left yet."""
    draft_answer(case, office, disposition, uploads)
    approve(case, *office.approvers(disposition=disposition))
    letters.issue(case, town.may(office.handler))


def answer(case: Case, office: town.Office, way: Way = Way.ELECTRONIC, **facts) -> None:
    """The answer leaves."""
    issue_answer(case, office, **facts)
    letters.dispatch(case, way, moment.today(), town.may(office.handler))
