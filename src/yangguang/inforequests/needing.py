"""Why what a closed request holds of persons may not be destroyed yet.

What was decided in a dispute can be contested for a while; a public version that is on its way is
written from the request's own words; and the files of what was split stay with the whole.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from yangguang.casework import ledger, moment
from yangguang.casework.models import CaseState, Event
from yangguang.inforequests import derivation
from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.public_version import Phase

_UNDER_WAY = frozenset({Phase.IN_APPROVAL, Phase.APPROVED})


def needed(events: Sequence[Event]) -> str:
    """A sentence that says for what, by the events that hold; empty where they are not needed.

    Of what was split a query, and one for each part; of anything else none.
    """
    request = derivation.standing(events)
    return _contestable(request) or _to_be_published(request) or _parts(request)


def _contestable(request: Standing) -> str:
    today = moment.today()
    days = (one.contestable_until for one in request.disputes.values())
    last = max((day for day in days if day and day >= today), default=None)
    if last is None:
        return ""
    said = _("复议决定或者判决到 {day} 为止还可以起诉、上诉，个人信息还要用，不能销毁。")
    return said.format(day=last)


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
