"""A table between its upload and its import: sealed, its owner's alone, for a day."""

import json
import re
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple

from yangguang.agencies.models import Agency, Person
from yangguang.casework import moment, sealing
from yangguang.inforequests.importing.table import Line
from yangguang.inforequests.models import ImportDraft

KEPT: Final = timedelta(days=1)

_NAME: Final = re.compile(r"[0-9a-f]{32}")
_BOUND_TO: Final = b"table of requests"


class Brought(NamedTuple):
    """What a row became: its place, where it is from, its number here, its query code.

    `code` is empty where an earlier import brought it in: it was shown then.
    """

    at: int
    source: str
    source_number: str
    number: str
    code: str


def keep(lines: Sequence[Line], agency: Agency, person: Person) -> ImportDraft:
    """Keep a table, sealed, until it is brought in."""
    return ImportDraft.objects.create(
        id=secrets.token_hex(16),
        person=person,
        agency=agency,
        sealed=_sealed(lines),
        begun_at=moment.now(),
    )


def find(draft: str, person: Person | None) -> ImportDraft | None:
    """The table of that name; None where it is another's or gone."""
    if not _NAME.fullmatch(draft):
        return None
    young = moment.now() - KEPT
    found = ImportDraft.objects.filter(pk=draft, person=person, begun_at__gte=young)
    return found.select_related("agency").first()


def lines_of(draft: ImportDraft) -> list[Line]:
    """The rows of a table that was not brought in yet. Raises CannotOpen."""
    return [Line(at, cells) for at, cells in _opened(draft)]


def brought_of(draft: ImportDraft) -> list[Brought]:
    """What became of a table that was brought in. Raises CannotOpen."""
    return [Brought(*one) for one in _opened(draft)]


def finish(draft: ImportDraft, brought: Sequence[Brought]) -> None:
    """Nothing of the table stays, only what its owner is shown of what it became."""
    draft.sealed, draft.done_at = _sealed(brought), moment.now()
    draft.save(update_fields=["sealed", "done_at"])


def purge() -> int:
    """Delete the tables of more than a day ago; how many went."""
    old = ImportDraft.objects.filter(begun_at__lt=moment.now() - KEPT)
    return old.delete()[1].get(ImportDraft._meta.label, 0)


def _sealed(rows: Sequence[Line] | Sequence[Brought]) -> str:
    return sealing.enclosed(json.dumps(rows, ensure_ascii=False).encode(), _BOUND_TO)


def _opened(draft: ImportDraft) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(sealing.disclosed(draft.sealed, _BOUND_TO))
    return rows
