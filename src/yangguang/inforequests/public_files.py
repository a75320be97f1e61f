"""Files that go with a public version: a copy of each without what tells who made it, looked
through for traces of persons like the words; what nobody but a person can read is said."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.worker import Limits
from yangguang.casework import attachments, confined, erasure, personal, sealing, traces
from yangguang.casework.attachments import MB, Stored, Upload
from yangguang.casework.digests import digest
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment, Case, Event, IssuedLetter
from yangguang.casework.stripping import Hindrance, Unread
from yangguang.casework.traces import Trace
from yangguang.inforequests.events import What
from yangguang.inforequests.models import PublicAnswer, PublicFile

KIND: Final = "public version"
"""The kind of attachment: a file of a version for the public, as it is approved."""
MOST: Final = 10
"""Files of one version."""
MOST_TRACES: Final = 20
"""Of a file: with more the copy is to be made anew without them, not excused one by one."""
_STRIPPER: Final = ("-m", "yangguang.casework.stripping")
_ANSWERS: Final = Limits(answer=40 * MB)
_HINDRANCES: Final = {
    Hindrance.OLD_FORMAT: lazy("这种格式去不掉作者等属性。请另存为 PDF 或 DOCX、XLSX 后再选。"),
    Hindrance.NOTES: lazy("里面有批注或者修订痕迹，会露出作者和改动。请接受修订、删除批注后另存。"),
    Hindrance.FILES_WITHIN: lazy("里面嵌着别的文件，没法检查。请去掉嵌入的文件后另存。"),
    Hindrance.AUTHOR_STAYS: lazy("里面写着作者或者拍摄信息，去不掉。请“打印成 PDF”再选。"),
    Hindrance.TOO_LONG: lazy("内容太多，没法逐字检查个人信息。请分成几份。"),
    Hindrance.MARKED: lazy("标有国家秘密、工作秘密或者“内部”一类的字样，不能向社会公开。"),
}
_UNREAD: Final = {
    Unread.PICTURES: lazy("有图片或者扫描的页，里面的字查不了"),
    Unread.HIDDEN_SHEETS: lazy("有隐藏的工作表，下载的人能看到"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A copy for everyone, and what was found in it; its name is without what tells of a person.

    `unread` says what only a person can look at; empty where nothing is left.
    """

    came_as: str
    name: str
    content: bytes
    media_type: str
    found: tuple[tuple[Trace, str], ...]
    unread: str

    @property
    def digest(self) -> str:
        """The digest of the copy."""
        return digest(self.content)


def enclosures(answer: int | None) -> list[Attachment]:
    """The files that went out with an answer (the letter's id)."""
    issued = IssuedLetter.objects.filter(pk=answer).select_related("revision").first()
    every = (
        issued.revision.enclosures.select_related("key", "case").order_by("pk") if issued else ()
    )
    return list(every)


def upload_of(attachment: Attachment) -> Upload | None:
    """A file as it came; None where it cannot be opened (any more)."""
    try:
        return Upload(attachments.name_of(attachment), attachments.content_of(attachment))
    except (personal.Erased, sealing.CannotOpen, OSError):
        return None


def sent(upload: Upload, names: Iterable[str]) -> Checked:
    """A copy of a file that was made for everyone, and just came. Raises as `checked`.

    It is examined first, like every file that comes: Mistakes (`attachments`) where it is refused.
    """
    attachments.examined(upload)
    return checked(upload, names)


def checked(upload: Upload, names: Iterable[str]) -> Checked:
    """A copy of a file for everyone. `names`: of the parties. Call it outside of transactions.

    Raises Mistakes (`files`) for what cannot be made open.
    """
    found = _stripped(upload)
    if found["hindrance"]:
        raise _refused(upload, str(_HINDRANCES[Hindrance(str(found["hindrance"]))]))
    known = tuple(names)
    unread = (str(_UNREAD[Unread(one)]) for one in found["unread"])
    told = {(one.kind, one.words) for text in found["texts"] for one in traces.find(text, known)}
    if len(told) > MOST_TRACES:
        said = _("里面有 {count} 处可能是个人信息。请去掉以后，另外上传一份公开用的。")
        raise _refused(upload, said.format(count=len(told)))
    return Checked(
        upload.name,
        traces.concealed(upload.name, known),
        base64.b64decode(found["content"]),
        found["media_type"],
        tuple(sorted(told)),
        "；".join(unread),
    )


def stored(files: Sequence[Checked], plain_key: bytes) -> list[Stored]:
    """Copies on disk, sealed; before the transaction of the action."""
    return [
        attachments.stored_as_made(Upload(one.name, one.content), one.media_type, plain_key)
        for one in files
    ]


def listed(files: Sequence[Checked], copies: Sequence[Attachment]) -> list[dict[str, Any]]:
    """The files as the text has them that is approved."""
    return [
        {
            "digest": copy.digest,
            "name": file.name,
            "media_type": file.media_type,
            "size": copy.size,
            "unread": file.unread,
        }
        for file, copy in zip(files, copies, strict=True)
    ]


class Copies(NamedTuple):
    """Copies of an approved version's files, sealed under a key of their own (plain)."""

    files: list[Stored]
    key: bytes


def copies_of(case: Case) -> Copies:
    """The files of a case's version, to be open to everyone; before the transaction.

    Raises NotAllowed where they cannot be opened (any more).
    """
    fresh = sealing.new_key()
    offered = Event.objects.filter(case=case, kind=What.OFFERED_TO_ALL).order_by("seq").last()
    named = offered.payload["attachments"] if offered else []
    found = {one.pk: one for one in attachments.files_of(case).filter(pk__in=named)}
    made = []
    for pk in named:
        upload = upload_of(found[pk])
        if upload is None:
            raise NotAllowed(_("公开版的附件已经打不开，请重新起草、送审。"))
        made.append(attachments.stored_as_made(upload, found[pk].media_type, fresh))
    return Copies(made, fresh)


def open_to_all(
    answer: PublicAnswer, approved: Sequence[Mapping[str, Any]], copies: Copies
) -> None:
    """Keep the copies with the answer, in the transaction: those that were approved, no others.

    Raises NotAllowed.
    """
    if [one["digest"] for one in approved] != [one.digest for one in copies.files]:
        raise NotAllowed(_("公开版的附件刚刚换过，请看过最新情况再发布。"))
    if not approved:
        return
    key = personal.new_key(copies.key)
    for place, (one, file) in enumerate(zip(approved, copies.files, strict=True), 1):
        copy = attachments.attach(answer.case, key, attachments.OPEN_TO_ALL, file)
        PublicFile.objects.create(answer=answer, place=place, name=one["name"], file=copy)


def take_back(answer: PublicAnswer) -> None:
    """The files are open to nobody any more, nor can be opened; in the transaction."""
    files = [one.file for one in answer.files.select_related("file")]
    answer.files.all().delete()
    erasure.destroyed_now({one.key_id for one in files})
    for one in files:
        transaction.on_commit(partial(attachments.remove, one.stored))


def _stripped(upload: Upload) -> dict[str, Any]:
    """What the confined child says."""
    try:
        return confined.ask(upload.content, _STRIPPER, _ANSWERS)
    except Unreadable:
        raise _refused(upload, _("打不开，没法检查里面的内容。请另存一份再选。")) from None


def _refused(upload: Upload, why: str) -> Mistakes:
    return Mistakes({"files": f"“{upload.name}”{why}"})
