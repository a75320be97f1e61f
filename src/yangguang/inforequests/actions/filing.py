"""Filing a closed request, and what goes to the archives with it (Art. 45)."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.casework import attachments, ledger
from yangguang.casework.documents import package
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Attachment, Case, Event
from yangguang.casework.numbers import next_number
from yangguang.casework.personal import Why
from yangguang.inforequests import derivation
from yangguang.inforequests.acting import acting
from yangguang.inforequests.actions import case_file
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move
from yangguang.law.filing import RecordClass, Retention

MOST_BOXES: Final = 999


def file(
    case: Case,
    record_class: RecordClass,
    retention: Retention,
    box: int,
    people: Standing,
    seen: int | None = None,
) -> Event:
    """Give a closed request its class, its period, its box; the item's number is the next there is.

    Items are numbered by agency, year of closing and period. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.FILE, people, seen) as situation:
        if not 1 <= box <= MOST_BOXES:
            raise Mistakes({"box": _("盒号请填 1 到 999 之间的整数。")})
        year = situation.request.file_year
        series = f"filing {situation.agency.pk} {year} {retention}"
        return situation.record(
            What.FILED,
            {
                "record_class": record_class,
                "retention": retention,
                "year": year,
                "box": box,
                "item": next_number(series),
            },
        )


def latest_box(agency: Agency) -> int:
    """The box into which the agency filed last; 1 where it never did."""
    filed = Event.objects.filter(case__agency=agency, kind=What.FILED).order_by("-pk").first()
    return filed.payload["box"] if filed else 1


def export(case: Case, people: Standing, why: Why) -> bytes:
    """The package for the archives, a ZIP: the case file, every file as it came, the catalogue.

    Who took it, and why, goes on record as for the case file. Raises NotAllowed, Mistakes, Erased,
    CannotOpen, Unwritable where no PDF can be made here.
    """
    whole = case_file.make(case, people, why)
    return package.write(case.number, _place(case), [("案卷.pdf", whole), *_files(case)])


def _place(case: Case) -> str:
    request = derivation.standing(ledger.standing_events(case.events.order_by("seq")))
    filed = request.filed
    return filed.reference if filed else ""


def _files(case: Case) -> Iterator[tuple[str, bytes]]:
    every = Attachment.objects.filter(case=case).select_related("key", "case").order_by("pk")
    for number, one in enumerate(every, 1):
        yield f"附件/{number:03}_{attachments.name_of(one)}", attachments.content_of(one)
