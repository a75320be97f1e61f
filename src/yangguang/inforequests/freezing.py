"""The file of a letter that goes out: written before its number is taken, kept with it.

Writing takes part of a second and would hold the case and the counter of numbers for so long;
therefore it happens before the transaction, from the revision, the number and the date that are to
be expected, and the transaction takes it only if all three have come true.
"""

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.annual_report.errors import Unwritable
from yangguang.casework import attachments, ledger, letters, moment, personal, seal
from yangguang.casework.attachments import Stored, Upload
from yangguang.casework.documents import letter_docx, letter_pdf
from yangguang.casework.documents.sheet import Sheet
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Attachment, Case, Event, IssuedLetter, LetterRevision
from yangguang.inforequests import derivation, lawful, paper
from yangguang.inforequests.acting import Situation
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move

KIND: Final = "letter"
"""The kind of attachment: a letter as it was issued."""
SEALED: Final = "sealed letter"
"""The kind of attachment: the same with the seal on it."""

_log = logging.getLogger(__name__)


class Outdated(Exception):
    """What was written is not what is issued: another number, day or content. Write it anew."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter's file, and what it was written for: a revision's digest, a number, a day.

    `sealed` is the same with the electronic seal on it, where the site has one.
    """

    digest: str
    number: str
    dated: date
    file: Stored
    sealed: Stored | None


def write(case: Case, people: Standing) -> Written | None:
    """The file of the letter that is to be issued; None where none can be issued now.

    Why not is for the action to say. Reads only; call it outside of a transaction. Raises
    NotAllowed where the seal cannot be put on.
    """
    case = Case.objects.select_related("agency").get(pk=case.pk)
    events = Event.objects.filter(case=case).order_by("seq")
    request = derivation.standing(ledger.standing_events(events))
    if request.draft is None or lawful.objection(Move.ISSUE, request, people, case.agency_id):
        return None
    revision = paper.revisions().get(pk=request.draft.revision)
    today = moment.today()
    number = letters.number_that_comes_next(case.agency, today.year)
    made, media_type = _file(paper.as_issued(revision, number, today))
    with_seal = _with_seal(made, media_type, case)
    plain_key = personal.plain_key(revision.text.key)
    return Written(
        revision.digest,
        number,
        today,
        attachments.stored_as_made(made, media_type, plain_key),
        attachments.stored_as_made(with_seal, media_type, plain_key) if with_seal else None,
    )


def keep(
    situation: Situation, revision: LetterRevision, number: str, written: Written | None
) -> Attachment:
    """Keep the file of the letter that is being issued, in the transaction. Raises Outdated."""
    expected = (revision.digest, number, situation.on)
    if written is None or expected != (written.digest, written.number, written.dated):
        raise Outdated
    return attachments.attach(situation.case, revision.text.key, KIND, written.file)


def keep_sealed(situation: Situation, issued: IssuedLetter, file: Stored, on: date) -> Event:
    """Keep a letter with the seal on it, in the transaction; the ledger has its digest."""
    key = issued.revision.text.key
    kept = attachments.attach(situation.case, key, SEALED, file)
    named = {"letter": issued.pk, "file": kept.pk, "file_digest": kept.digest}
    payload = {**named, **attachments.decided([kept], [file])}
    return situation.record(What.SEALED, payload, on)


def going_out(request: derivation.Standing, issued: IssuedLetter) -> Attachment | None:
    """The file of a letter that the addressee is given: with the seal, where there is one."""
    found = request.sealed.get(issued.pk)
    return Attachment.objects.get(pk=found) if found else issued.file


def remark(issued: IssuedLetter) -> str:
    """What is to be said of a letter's file; nothing of one that is as it should be."""
    if issued.file is None or issued.file.media_type == letter_pdf.MEDIA_TYPE:
        return ""
    return _(
        "这台服务器不能生成 PDF，定稿保存为 Word 文档。"
        "请管理员安装 WeasyPrint 和 Pango，以后印发的文书就是 PDF。"
    )


def _file(sheet: Sheet) -> tuple[Upload, str]:
    name = f"{sheet.title}（{sheet.number}）".replace("/", "_")
    try:
        return Upload(f"{name}.pdf", letter_pdf.write(sheet)), letter_pdf.MEDIA_TYPE
    except Unwritable:
        _log.warning("no PDF can be made here: a letter was frozen as DOCX")
        return Upload(f"{name}.docx", letter_docx.write(sheet)), letter_docx.MEDIA_TYPE


def _with_seal(made: Upload, media_type: str, case: Case) -> Upload | None:
    if media_type != letter_pdf.MEDIA_TYPE:
        return None
    try:
        sealed = seal.sealed(made.content, case.agency)
    except seal.NotSealed as why:
        raise NotAllowed(str(why)) from None
    return Upload(sealed_name(made.name), sealed) if sealed else None


def sealed_name(name: str) -> str:
    """What a letter's file is called with the seal on it."""
    path = PurePosixPath(name)
    return _("{name}（盖章）").format(name=path.stem) + path.suffix
