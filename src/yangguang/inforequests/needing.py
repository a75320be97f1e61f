"""Why what a closed request holds of persons may not be destroyed yet.

An answer can be contested for a while, and what was decided in a dispute over it; a public version
that is on its way is written from the request's own words; and the files of what was split stay
with the whole.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from yangguang.casework import ledger, moment
from yangguang.casework.models import CaseState, Event
from yangguang.inforequests import derivation
from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.events import NOTICES, Way, What
from yangguang.inforequests.public_version import Phase
from yangguang.law import remedies
from yangguang.law.dispositions import Disposition

_UNDER_WAY = frozenset({Phase.IN_APPROVAL, Phase.APPROVED})


def needed(events: Sequence[Event]) -> str:
    """A sentence that says for what, by the events that hold; empty where they are not needed.

    Of what was split a query, and one for each part; of anything else none.
    """
    request = derivation.standing(events)
    return (
        _contestable(request)
        or _answer_contestable(request, events)
        or _to_be_published(request)
        or _parts(request)
    )


def _contestable(request: Standing) -> str:
    today = moment.today()
    days = (one.contestable_until for one in request.disputes.values())
    last = max((day for day in days if day and day >= today), default=None)
    if last is None:
        return ""
    said = _("复议决定或者判决到 {day} 为止还可以起诉、上诉，个人信息还要用，不能销毁。")
    return said.format(day=last)


def _answer_contestable(request: Standing, events: Iterable[Event]) -> str:
    """The answer that ended it can itself be brought to review or a court (Art. 51)."""
    letter, left = request.ended_by, request.left_on
    if letter is None or left is None:
        return ""
    received = _received(letter, events)
    last = remedies.contestable_until(Disposition(request.disposition), left, received)
    if last is None or last < moment.today():
        return ""
    if received:
        said = _("到 {day} 为止还可以对答复申请行政复议或者起诉，个人信息还要用，不能销毁。")
        return said.format(day=last)
    said = _(
        "没有登记答复是哪天送达的，按法律规定的最长期限算，到 {day} 为止还可以申请行政复议"
        "或者起诉，个人信息还要用，不能销毁。知道送达日期的，先登记送达。"
    )
    return said.format(day=last)


def _received(letter: int, events: Iterable[Event]) -> date | None:
    """The day on which a letter reached the applicant, as the ledger knows it; None: it does not.

    What is handed over or sent by network arrives as it leaves; of what is posted it is entered.
    """
    found = None
    for event in events:
        if event.payload.get("letter") != letter:
            continue
        match What(event.kind):
            case What.SIGNED | What.SENT | What.DELIVERED:
                found = event.occurred_on
            case What.POSTED | What.CAME_BACK:
                found = None
            case kind if kind in NOTICES:
                found = None if event.payload["way"] == Way.POST else event.occurred_on
    return found


def _to_be_published(request: Standing) -> str:
    version = request.public
    is_current = version is not None and version.letter == request.answer
    if version is None or not is_current or version.phase not in _UNDER_WAY:
        return ""
    return _("答复的公开版还在审批或者等发布，原来的内容还要用，不能销毁。")


def _parts(request: Standing) -> str:
    if not request.split_into:
        return ""
    parts = CaseState.objects.filter(case__in=request.split_into).order_by("case")
    still = [one.number for one in parts if one.closed_on is None or _is_needed(one)]
    if not still:
        return ""
    said = _("拆分出来的 {numbers} 还没有办完，附件都在这一件里，不能销毁。")
    return said.format(numbers="、".join(still))


def _is_needed(part: CaseState) -> bool:
    events = Event.objects.filter(case=part.case_id).order_by("seq")
    return part.is_disputed or bool(needed(ledger.standing_events(events)))
