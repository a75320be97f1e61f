"""The pages of a file that waits, as pictures: what is entered by hand is read off them.

Each is drawn when it is first looked at, by a confined child, and kept with the draft; one that
cannot be drawn is not tried again. How many are shown, what they may take, and how many are drawn
at the same time is bounded.
"""

import base64
from collections import Counter
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.db.models.functions import Length

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.worker import LIMITS, Worker
from yangguang.casework import confined, examining, sealing, turns
from yangguang.reporting.importing import waiting
from yangguang.reporting.models import DraftPage, ReportDraft

SHOWN: Final = frozenset({examining.PDF, "image/png", "image/jpeg"})
"""The media types of files that have pages to look at."""

_BOUND_TO: Final = b"page of a published report"


def sizes(path: Path, media_type: str, worker: Worker) -> list[tuple[float, float]]:
    """Width and height of each page of the file at `path`; none where it has no pages to show."""
    if media_type not in SHOWN:
        return []
    try:
        return worker.page_sizes(path)
    except Unreadable:
        return []


def shown(draft: ReportDraft) -> list[tuple[float, float]]:
    """Width and height of the pages that are shown: the first of a file with very many."""
    return [(width, height) for width, height in draft.page_sizes[: settings.PICTURES_PAGES]]


def picture(draft: ReportDraft, number: int) -> bytes | None:
    """A page as WebP, drawn now or before; None where there is none.

    Raises turns.Crowded, CannotOpen.
    """
    if not 1 <= number <= len(shown(draft)):
        return None
    kept = draft.pages.filter(number=number).first()
    if kept is None:
        drawn = _drawn(draft, number)
        _keep(draft, number, drawn)
        return drawn or None
    return sealing.disclosed(kept.sealed, _bound(draft, number)) if kept.sealed else None


def _drawn(draft: ReportDraft, number: int) -> bytes:
    """Empty where it cannot be drawn."""
    file = waiting.file_of(draft)
    with turns.worker(LIMITS) as worker, confined.in_memory(file.content) as path:
        try:
            return base64.b64decode(worker.picture(Path(path), number)["data"])
        except Unreadable:
            return b""


def _keep(draft: ReportDraft, number: int, drawn: bytes) -> None:
    """Keep it, while there is room: a page beyond that is drawn whenever it is looked at."""
    taken = draft.pages.aggregate(all=Sum(Length("sealed")))["all"] or 0
    if taken > settings.PICTURES_BYTES:
        return
    sealed = sealing.enclosed(drawn, _bound(draft, number)) if drawn else ""
    try:
        with transaction.atomic():
            DraftPage.objects.create(draft=draft, number=number, sealed=sealed)
    except IntegrityError:
        pass  # another drew it as well, or the draft came in meanwhile


def _bound(draft: ReportDraft, number: int) -> bytes:
    return b"%s %s %d" % (_BOUND_TO, str(draft.pk).encode(), number)


def of_cell(report: AnnualReport, cell: str) -> int | None:
    """The page where a cell was read; None where that is not known."""
    source = report.cells[cell].provenance if cell in report.cells else None
    return source.place.page if source else None


def of_table(report: AnnualReport, section: int) -> int | None:
    """The page where most of a section's table was read."""
    table = report.tables.get(section)
    pages = Counter(of_cell(report, one) for one in (table.cell_ids if table else ()))
    del pages[None]
    return min(pages, key=lambda one: (-pages[one], one or 0)) if pages else None


def of_words(report: AnnualReport, part: int) -> int | None:
    """The page where the words of a section begin; 0 is the preamble."""
    section = report.section(part)
    if section:
        return section.place.page
    begins = report.preamble_lines[:1] if part == PREAMBLE else ()
    return begins[0].place.page if begins else None
