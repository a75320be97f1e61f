"""How an applicant can contest what was answered, or that nothing was (Art. 51)."""

from datetime import date

from yangguang.agencies.models import Agency
from yangguang.casework.models import Case, IssuedLetter
from yangguang.inforequests import composing
from yangguang.inforequests.derivation import Stage, Standing
from yangguang.inforequests.events import LetterKind
from yangguang.law import clock, remedies
from yangguang.law.dispositions import Disposition


def places(agency: Agency, on: date) -> remedies.Places | None:
    """Where an agency's answers are contested on a day."""
    found = agency.contest_places.filter(since__lte=on).first()
    return remedies.Places(found.review_organ, found.court) if found else None


def clause(agency: Agency, kind: LetterKind, disposition: Disposition, on: date) -> str:
    """The clause with which a letter must end that leaves on a day. Raises NoPlaces."""
    return composing.remedy(kind, disposition, on, places(agency, on))


def ways(case: Case, request: Standing, on: date) -> list[str]:
    """The sentences that say how; none while there is nothing to contest."""
    if request.stage in (Stage.ANSWERED, Stage.LAPSED) and request.disposition:
        answer = IssuedLetter.objects.filter(letter__case=case).order_by("-issued_at").first()
        dated = answer.dated if answer else on
        return _said(remedies.clause, Disposition(request.disposition), dated, _known(case, dated))
    if request.received_on is None or request.is_closed:
        return []
    if request.deadline(on).state is not clock.State.OVERDUE:
        return []
    return [*_said(remedies.of_silence, _known(case, on)), remedies.COMPLAINT]


def _known(case: Case, on: date) -> remedies.Places:
    return places(case.agency, on) or remedies.Places("", "")


def _said(say, *facts) -> list[str]:
    try:
        sentence = say(*facts)
    except remedies.NoPlaces:
        return []
    return [sentence] if sentence else []
