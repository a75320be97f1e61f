"""The letter with the seal on it: a scan of the sealed paper, kept beside what was issued."""

from datetime import date
from pathlib import PurePosixPath
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import attachments, personal
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.examining import PDF
from yangguang.casework.models import Case, Event, IssuedLetter
from yangguang.inforequests import freezing
from yangguang.inforequests.acting import acting, key_of
from yangguang.inforequests.moves import Move

_TAKEN: Final = {PDF: ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
"""What a scan can be, and how its name ends."""


def keep_scan(
    case: Case,
    letter: int,
    scan: Upload,
    people: Standing,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """Keep a scan as the sealed file of an issued letter (its id); from now on it is given out.

    `on` is the day on which the seal was put on. Raises NotAllowed, Mistakes (`attachments`).
    """
    media_type = attachments.examined(scan)
    if media_type not in _TAKEN:
        said = _("盖章件要是 PDF 或者图片（PNG、JPEG）。请重新扫描或另存。")
        raise Mistakes({"attachments": said})
    named = Upload(_name(case, letter, scan, _TAKEN[media_type]), scan.content)
    file = attachments.stored_as_made(named, media_type, personal.plain_key(key_of(case)))
    with acting(case, Move.SEAL, people, seen) as situation:
        if letter not in situation.request.unsealed:
            raise NotAllowed(_("这份文书没有印发，或者已经存过盖章件。"))
        issued = IssuedLetter.objects.select_related("revision__text__key").get(pk=letter)
        day = situation.day(on, not_before=issued.dated)
        return freezing.keep_sealed(situation, issued, file, day)


def _name(case: Case, letter: int, scan: Upload, ending: str) -> str:
    """What the scan is called: as the letter is, whatever the scanner called it."""
    issued = IssuedLetter.objects.filter(pk=letter, letter__case=case)
    frozen = issued.select_related("file__key", "file__case").first()
    if frozen is None or frozen.file is None:
        return scan.name
    return freezing.sealed_name(PurePosixPath(attachments.name_of(frozen.file)).stem + ending)
