"""How an applicant can contest what was answered, or that nothing was (Art. 51)."""

from datetime import date

from yangguang.casework.models import Case, IssuedLetter
from yangguang.inforequests.derivation import Stage, Standing
from yangguang.law import clock, remedies
from yangguang.law.dispositions import Disposition


def ways(case: Case, request: Standing, on: date) -> list[str]:
    """The sentences that say how; none while there is nothing to contest."""
    if request.stage in (Stage.ANSWERED, Stage.LAPSED) and request.disposition:
        answer = IssuedLetter.objects.filter(letter__case=case).order_by("-issued_at").first()
        dated = answer.dated if answer else on
        return _said(remedies.clause, Disposition(request.disposition), dated, _places(case, dated))
    if request.received_on is None or request.is_closed:
        return []
    if request.deadline(on).state is not clock.State.OVERDUE:
        return []
    return [*_said(remedies.of_silence, _places(case, on)), remedies.COMPLAINT]


def _places(case: Case, on: date) -> remedies.Places:
    places = case.agency.contest_places.filter(since__lte=on).first()
    return remedies.Places(places.review_organ, places.court) if places else remedies.Places("", "")


def _said(say, *facts) -> list[str]:
    try:
        sentence = say(*facts)
    except remedies.NoPlaces:
        return []
    return [sentence] if sentence else []
