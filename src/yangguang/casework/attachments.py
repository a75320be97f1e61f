"""Files of a case: type told by content, bounded, without macros; sealed, and on disk first.

What takes time (a look inside by a confined child, sealing, the disk) is done by `examined` and
`stored`, before the transaction; `attach` then only writes the row. A file whose row never came is
of no case: its key was never kept, and `sweep` clears it away.
"""

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.annual_report.errors import Unreadable
from yangguang.casework import confined, moment, personal, sealing
from yangguang.casework.digests import digest
from yangguang.casework.errors import Mistakes
from yangguang.casework.examining import Fault, kind_of
from yangguang.casework.models import Attachment, Case, DataKey, PackedCase
from yangguang.casework.scanning import Infected, NoAnswer, scanned
from yangguang.law.secrecy import Mark

OPEN_TO_ALL: Final = "open to all"
"""The kind of a copy that everyone may have: under a key of its own, which erasing the case's
personal data leaves."""
MB: Final = 1_000_000
LARGEST: Final = 20 * MB
_EXAMINER: Final = ("-m", "yangguang.casework.examining")
_PROGRAMS: Final = frozenset(
    f".{ending}"
    for ending in (
        *("bat", "cmd", "com", "exe", "hta", "jar", "js", "jse", "lnk", "msi", "pif", "ps1", "py"),
        *("reg", "scr", "sh", "svg", "url", "vbe", "vbs", "wsf"),
    )
)
"""Endings by which a double click runs a file, whatever is in it: it goes out under its name."""
_FAULTS: Final = {
    Fault.MACROS: lazy("带有宏（程序）。请另存为不带宏的文件后再传。"),
    Fault.SCRIPT: lazy("是程序，或者带有脚本，不能收。请把内容另存为 PDF 或文本后再传。"),
    Fault.LOCKED: lazy("加了密码，没法检查里面的内容。请先去掉密码，另存后再传。"),
    Fault.RTF: lazy("是 RTF 文件，没法检查里面的内容。请用 Word 或 WPS 另存为 DOCX 后再传。"),
}
_LOST_AFTER: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: what its sender calls it, and its bytes.

    `decided`: someone of the office has seen that it is marked for internal use, and decided that
    it is kept. It is never the applicant's to decide: what 工作秘密 may leave its place is a
    question of the organ that holds it (Art. 17), and the portal stands on the internet.
    """

    name: str
    content: bytes
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that was examined and lies sealed on disk, not yet of any case."""

    place: str
    name: bytes
    media_type: str
    size: int
    digest: str
    decided: bool = False
    """It is marked for internal use, and was decided upon (`Upload.decided`)."""
    unscanned: bool = False
    """The virus scanner did not answer when it came, and it was kept all the same."""


class NeedsDecision(Mistakes):
    """A file marked for internal use: it is kept once someone has decided so (`Upload.decided`)."""


class Runs(Mistakes):
    """A text, a web page mostly, in which something would run when it is opened."""


def stored(uploads: Sequence[Upload | Stored], plain_key: bytes) -> list[Stored]:
    """Examine files and put them, sealed, on disk. Call it before the transaction of the action.

    What was stored before stays as it is. Raises Mistakes, with the sentence, under the field
    `attachments`; NeedsDecision.
    """
    found: list[Stored | tuple[Upload, Examined]] = []
    undecided: list[str] = []
    for one in uploads:
        try:
            found.append(one if isinstance(one, Stored) else (one, _examined(one)))
        except NeedsDecision as mark:
            undecided += mark.fields.values()
    if undecided:
        raise NeedsDecision({"attachments": "".join(undecided)})
    return [one if isinstance(one, Stored) else _stored(*one, plain_key) for one in found]


def stored_as_made(upload: Upload, media_type: str, plain_key: bytes) -> Stored:
    """Put a file that we made ourselves on disk, sealed; nobody need look inside."""
    return _stored(upload, Examined(media_type, is_internal=False), plain_key)


def decided(attached: Sequence[Attachment], files: Sequence[Stored]) -> dict[str, list[int]]:
    """For the ledger, whose actor decided: which of the files are marked for internal use.

    `files` are what `attached` was made of. Nothing where none is marked.
    """
    marked = [one.pk for one, file in zip(attached, files, strict=True) if file.decided]
    return {"decided": marked} if marked else {}


def attach(case: Case, key: DataKey, kind: str, upload: Upload | Stored) -> Attachment:
    """Keep a file of a case, sealed under `key`. Raises as `stored`.

    The bytes are on disk, sealed, before the row is: a row without its file cannot be.
    """
    if isinstance(upload, Upload):
        (upload,) = stored([upload], personal.plain_key(key))
    return Attachment.objects.create(
        case=case,
        key=key,
        kind=kind,
        name=upload.name,
        media_type=upload.media_type,
        size=upload.size,
        digest=upload.digest,
        stored=upload.place,
        unscanned=upload.unscanned,
        added_at=moment.now(),
    )


def files_of(case: Case) -> QuerySet[Attachment]:
    """The files of a case in their order, without the copies that everyone may have."""
    every = Attachment.objects.filter(case=case).exclude(kind=OPEN_TO_ALL)
    return every.select_related("key", "case").order_by("pk")


def content_of(attachment: Attachment) -> bytes:
    """The bytes of a file. Raises Erased, CannotOpen, OSError."""
    return content_at(attachment.stored, attachment.digest, personal.plain_key(attachment.key))


def content_at(place: str, digest: str, plain_key: bytes) -> bytes:
    """The bytes that lie at a place, by their digest. Raises CannotOpen, OSError."""
    return sealing.unseal(plain_key, _path(place).read_bytes(), _bound(place, digest))


def name_of(attachment: Attachment) -> str:
    """What its sender called it. Raises Erased, CannotOpen."""
    bound_to = _bound(attachment.stored, "name")
    return sealing.unseal(personal.plain_key(attachment.key), attachment.name, bound_to).decode()


class Examined(NamedTuple):
    """What a file is, whether it bears a mark of internal use, whether no scanner saw it."""

    media_type: str
    is_internal: bool
    unscanned: bool = False


def examined(upload: Upload) -> str:
    """The media type of a file, by its content. Raises Mistakes for what is not taken.

    A look inside is a child process: call it outside of transactions.
    """
    return _examined(upload).media_type


def _examined(upload: Upload) -> Examined:
    if not upload.content:
        raise _refused(upload, _("是空的，一个字也没有。请确认选对了文件。"))
    if len(upload.content) > LARGEST:
        raise _refused(upload, _("超过了 {mb} MB。请压缩或分开后再传。").format(mb=LARGEST // MB))
    if PurePath(upload.name).suffix.lower() in _PROGRAMS:
        raise _refused(upload, str(_FAULTS[Fault.SCRIPT]))
    media_type = kind_of(upload.content)
    unscanned = bool(media_type) and not _scanned(upload)
    if media_type.startswith("image/"):
        return Examined(media_type, is_internal=False, unscanned=unscanned)
    found = _looked_into(upload) if media_type else {"media_type": ""}
    if not found["media_type"]:
        raise _refused(
            upload, _("不是能收的文件。可以传 PDF、OFD、图片、Word、Excel、PPT 或文本。")
        )
    if found["mark"] == Mark.CLASSIFIED:
        raise _refused(upload, _("带有国家秘密标志，不能上传到这里。请按保密规定处理。"))
    if found["fault"]:
        fault = Fault(str(found["fault"]))
        said = _refused(upload, str(_FAULTS[fault]))
        raise Runs(said.fields) if fault is Fault.SCRIPT else said
    is_internal = found["mark"] == Mark.INTERNAL
    if is_internal and not upload.decided:
        why = _("标有“内部资料”“工作秘密”一类的字样，要有人决定能不能存入。")
        raise NeedsDecision(_refused(upload, why).fields)
    return Examined(str(found["media_type"]), is_internal, unscanned)


def _scanned(upload: Upload) -> bool:
    try:
        return scanned(upload.content)
    except Infected:
        raise _refused(
            upload, _("里查出了病毒，没有收下。请先查杀这台电脑，再传一份干净的。")
        ) from None
    except NoAnswer:
        why = _("暂时没法查病毒，没有收下。请过几分钟再传；着急的话，请与本机关联系。")
        raise _refused(upload, why) from None


def sweep(now: float) -> int:
    """Clear away files that no case has, a day after they were stored; how many. `now`: seconds.

    So it is with files whose key was destroyed just before the machine stopped.
    """
    kept = (
        Attachment.objects.filter(key__destroyed_at__isnull=True),
        PackedCase.objects.filter(package__ended_at__isnull=True),
    )
    swept = 0
    for path in Path(settings.ATTACHMENTS_FOLDER).glob("??/*"):
        is_old = path.stat().st_mtime < now - _LOST_AFTER
        if is_old and not any(one.filter(stored=path.name).exists() for one in kept):
            path.unlink(missing_ok=True)
            swept += 1
    return swept


def remove(place: str) -> None:
    """Take the sealed bytes at a place from the disk, after their key was destroyed."""
    _path(place).unlink(missing_ok=True)


def _looked_into(upload: Upload) -> dict[str, object]:
    """What the confined child says."""
    try:
        return confined.ask(upload.content, _EXAMINER)
    except Unreadable:
        raise _refused(
            upload,
            _("打不开，没法检查里面的内容：可能加了密码或已经损坏。请另存一份不加密的再传。"),
        ) from None


def _refused(upload: Upload, why: str) -> Mistakes:
    name = upload.name if len(upload.name) <= 60 else upload.name[:57] + "…"
    return Mistakes({"attachments": f"“{name}”{why}"})


def _stored(upload: Upload, found_in_it: Examined, plain_key: bytes) -> Stored:
    place, found = secrets.token_hex(16), digest(upload.content)
    _write(_path(place), sealing.seal(plain_key, upload.content, _bound(place, found)))
    name = sealing.seal(plain_key, upload.name.encode(), _bound(place, "name"))
    return Stored(
        place,
        name,
        found_in_it.media_type,
        len(upload.content),
        found,
        found_in_it.is_internal,
        found_in_it.unscanned,
    )


def _bound(place: str, what: str) -> bytes:
    return f"file {place} {what}".encode()


def _path(place: str) -> Path:
    folder: Path = settings.ATTACHMENTS_FOLDER
    return folder / place[:2] / place


def _write(path: Path, sealed: bytes) -> None:
    """The file and its name are on the disk when this returns."""
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _settle(path.parent.parent)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    _settle(path.parent)


def _settle(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
