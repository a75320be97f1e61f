"""A table of figures between its upload and its entering: its reader's alone, for a week."""

import re
import secrets
from datetime import timedelta
from typing import Final

from django.db.models import QuerySet

from yangguang.agencies.models import Agency, Person
from yangguang.casework import moment, sealing
from yangguang.casework.attachments import Upload
from yangguang.reporting.figure_tables.reading import Read, Stated
from yangguang.reporting.models import FiguresDraft

KEPT: Final = timedelta(days=7)

_NAME: Final = re.compile(r"[0-9a-f]{32}")
_BOUND_TO: Final = b"table of figures"


def keep(upload: Upload, read: Read, agency: Agency, year: int, person: Person) -> FiguresDraft:
    """Keep a file with what it states; those that waited too long go."""
    purge()
    return FiguresDraft.objects.create(
        id=secrets.token_hex(16),
        person=person,
        agency=agency,
        year=year,
        name=upload.name,
        sealed=sealing.enclosed(upload.content, _BOUND_TO),
        decided=upload.decided,
        read={"lines": read.lines, "doubts": read.doubts},
        begun_at=moment.now(),
    )


def purge() -> int:
    """Let those go that waited too long; how many these were."""
    return FiguresDraft.objects.filter(begun_at__lt=moment.now() - KEPT).delete()[0]


def find(draft: str, agency: Agency, year: int, person: Person | None) -> FiguresDraft | None:
    """The table of that name; None where it is another's or gone."""
    known = bool(_NAME.fullmatch(draft))
    return of(agency, year, person).filter(pk=draft).first() if known else None


def of(agency: Agency, year: int, person: Person | None) -> QuerySet[FiguresDraft]:
    """What somebody still looks through for a year's report, the latest first."""
    young = moment.now() - KEPT
    own = FiguresDraft.objects.filter(person=person, agency=agency, year=year, begun_at__gte=young)
    return own.defer("sealed").select_related("agency").order_by("-begun_at")


def file_of(draft: FiguresDraft) -> Upload:
    """The file as it was uploaded. Raises CannotOpen."""
    content = sealing.disclosed(draft.sealed, _BOUND_TO)
    return Upload(draft.name, content, decided=draft.decided)


def read_of(draft: FiguresDraft) -> Read:
    """What it states."""
    kept = draft.read
    return Read([Stated(*one) for one in kept["lines"]], kept["doubts"])
