"""A letter's revision on paper: as it goes out, or as a draft that says so on every page."""

from collections.abc import Callable
from datetime import date
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yangguang.casework import attachments, personal
from yangguang.casework.documents import letter_docx, letter_pdf
from yangguang.casework.documents.sheet import Sheet, sheet_of
from yangguang.casework.models import LetterRevision
from yangguang.inforequests import composing

MARK: Final = "草稿　未印发　仅供核对"
"""Stands over every page of what is not issued."""


class Draft(NamedTuple):
    """A draft's file: what it is called, its media type, its bytes."""

    name: str
    media_type: str
    content: bytes


_WRITERS: Final[dict[str, tuple[str, Callable[[Sheet], bytes]]]] = {
    "docx": (letter_docx.MEDIA_TYPE, letter_docx.write),
    "pdf": (letter_pdf.MEDIA_TYPE, letter_pdf.write),
}


def revisions() -> QuerySet[LetterRevision]:
    """Revisions with all that a sheet is made of."""
    return LetterRevision.objects.select_related("letter__case__agency", "text__key", "text__case")


def as_issued(revision: LetterRevision, number: str, dated: date) -> Sheet:
    """A revision as it goes out. Raises Erased, CannotOpen."""
    return _sheet(revision, dated=dated, number=number)


def draft(revision: LetterRevision, to: str) -> Draft:
    """A revision that is not issued, as `docx` or `pdf`: without number and date, and marked.

    Raises Erased, CannotOpen, KeyError for another format, and Unwritable where no PDF can be made.
    """
    media_type, write = _WRITERS[to]
    sheet = _sheet(revision, dated=None, mark=MARK)
    name = _("草稿_{title}_第{seq}稿.{to}").format(title=sheet.title, seq=revision.seq, to=to)
    return Draft(name, media_type, write(sheet))


def _sheet(
    revision: LetterRevision, *, dated: date | None, number: str = "", mark: str = ""
) -> Sheet:
    enclosures = revision.enclosures.select_related("case", "key").order_by("pk")
    letter = revision.letter
    said = composing.as_sent(letter.kind, personal.words_of(revision.text), revision.terms, dated)
    return sheet_of(
        said,
        agency=letter.case.agency.name,
        dated=dated,
        number=number,
        enclosures=tuple(PurePosixPath(attachments.name_of(one)).stem for one in enclosures),
        mark=mark,
    )
