"""Bringing in a table of requests: every row by the action of registration, all or none."""

from collections.abc import Sequence

from django.db import transaction

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.inforequests import exchanges, query_code
from yangguang.inforequests.actions import receive
from yangguang.inforequests.importing import waiting
from yangguang.inforequests.importing.checking import Checked, Row, check
from yangguang.inforequests.importing.table import Line
from yangguang.inforequests.importing.waiting import Brought
from yangguang.inforequests.models import Direction, ImportDraft


class HasFaults(Exception):
    """Rows of the table are not right: nothing was brought in. Its own text quotes nothing."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(len(checked.faults))
        self.checked = checked


def bring_in(lines: Sequence[Line], agency: Agency, people: Standing) -> list[Brought]:
    """Register every row of a table that was not brought in before, in one transaction.

    No receipts go by e-mail: the system that the table is from has given its own. Raises HasFaults,
    NotATable, NotAllowed; then nothing has changed.
    """
    checked = check(lines, agency, people)
    if checked.faults:
        raise HasFaults(checked)
    with transaction.atomic():
        brought = [_registered(row, agency, people) for row in checked.rows]
        fresh = (agency.pk for one in brought if one.code)
        exchanges.put_on_record(Direction.IMPORT, people, fresh)
    return brought


def bring_in_kept(draft: ImportDraft, people: Standing) -> list[Brought]:
    """As `bring_in`, the table that waits; sent twice, it gives what the first sending gave.

    Raises ImportDraft.DoesNotExist once purged, too.
    """
    with transaction.atomic():
        locked = ImportDraft.objects.select_for_update().get(pk=draft.pk)
        if locked.done_at:
            return waiting.brought_of(locked)
        brought = bring_in(waiting.lines_of(locked), draft.agency, people)
        waiting.finish(locked, brought)
    return brought


def _registered(row: Row, agency: Agency, people: Standing) -> Brought:
    taken = receive.register(
        agency, row.application, (), row.channel, row.arrived, people, row.token, is_mailed=False
    )
    code = query_code.shown(taken.code) if taken.code else ""
    return Brought(row.at, row.source, row.number, taken.case.number, code)
