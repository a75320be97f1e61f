"""A year's Table 3 counted again the plain way: every case folded, one after the other."""

from collections import Counter
from datetime import datetime

from yangguang.agencies.models import Agency
from yangguang.casework import ledger
from yangguang.casework.models import Case
from yangguang.inforequests import derivation
from yangguang.inforequests.derivation import Stage
from yangguang.law.dispositions import Disposition, row

Counted = Counter[tuple[str, str]]
"""Row and applicant kind → how many; nothing of sums."""


def recounted(agency: Agency, year: int, known_at: datetime) -> Counted:
    """What law.md has Table 3 count, without the database's help."""
    found: Counted = Counter()
    for case in Case.objects.filter(agency=agency):
        events = [e for e in case.events.order_by("seq") if e.recorded_at <= known_at]
        request = derivation.standing(ledger.standing_events(events))
        if request.received_on is None or request.stage in (Stage.SPLIT, Stage.VOIDED):
            continue
        came, ended, who = request.received_on.year, request.counted_on, request.applicant_kind
        if came > year or (came < year and ended and ended.year < year):
            continue
        found["new" if came == year else "carried_over", who] += 1
        if ended is None or ended.year > year:
            found["carried_forward", who] += 1
        else:
            found[row(Disposition(request.counted)), who] += 1
    return found
