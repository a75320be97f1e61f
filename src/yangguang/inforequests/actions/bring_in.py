"""Bringing in a table of requests: every row by the action of registration, all or none."""

from collections.abc import Callable, Sequence

from django.db import transaction
from django_tasks import task

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.inforequests import exchanges, query_code, similar
from yangguang.inforequests.actions import receive
from yangguang.inforequests.actions.receive import Acknowledged, Incoming
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


def bring_in(
    lines: Sequence[Line],
    agency: Agency,
    people: Standing,
    hand_over: Callable[[list[Brought]], None] = lambda _: None,
) -> list[Brought]:
    """Register every row of a table that was not brought in before, in one transaction.

    `hand_over` is called within it, so that what it raises undoes all. No receipts go by e-mail:
    the system that the table is from has given its own. Raises HasFaults, NotATable, NotAllowed;
    then nothing has changed.
    """
    register = _ready(lines, agency, people)
    with transaction.atomic():
        brought = register()
        hand_over(brought)
    return brought


def bring_in_kept(draft: ImportDraft, people: Standing) -> list[Brought]:
    """As `bring_in`, the table that waits; sent twice, it gives what the first sending gave.

    Raises ImportDraft.DoesNotExist once purged, too.
    """
    draft.refresh_from_db()
    if draft.done_at:
        return waiting.brought_of(draft)
    register = _ready(waiting.lines_of(draft), draft.agency, people)
    with transaction.atomic():
        locked = ImportDraft.objects.select_for_update().get(pk=draft.pk)
        if locked.done_at:
            return waiting.brought_of(locked)
        brought = register()
        waiting.finish(locked, brought)
    return brought


def _ready(lines: Sequence[Line], agency: Agency, people: Standing) -> Callable[[], list[Brought]]:
    """Look through a table before the transaction in which what this gives is called."""
    checked = check(lines, agency, people)
    if checked.faults:
        raise HasFaults(checked)
    incoming = [
        Incoming(one.application, one.channel, one.arrived, one.token) for one in checked.rows
    ]
    take_in = receive.register_all(agency, incoming, people)

    def register() -> list[Brought]:
        brought = [_brought(*one) for one in zip(checked.rows, take_in(), strict=True)]
        fresh = [agency.pk for one in brought if one.code]
        exchanges.put_on_record(Direction.IMPORT, people, fresh)
        if fresh:
            index_brought_in.enqueue()
        return brought

    return register


def _brought(row: Row, taken: Acknowledged) -> Brought:
    code = query_code.shown(taken.code) if taken.code else ""
    return Brought(row.at, row.source, row.number, taken.case.number, code)


@task()
def index_brought_in() -> None:
    """Make comparable what was brought in; what this leaves, the hourly job does."""
    similar.index_missing()
