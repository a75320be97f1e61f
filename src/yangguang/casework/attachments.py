"""Files of a case: type told by content, bounded, without macros, sealed under their digest."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from yangguang.casework import moment, personal, sealing
from yangguang.casework.digests import digest
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Attachment, Case, DataKey

MB: Final = 1_000_000
LARGEST: Final = 20 * MB
_HEAD: Final = 4096

_TYPES: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"PK\x03\x04", "application/vnd.openxmlformats"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_MACROS: Final = (b"vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))
_CLASSIFIED: Final = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆]")
"""Marks of classification (保守国家秘密法): a file that bears one is refused outright."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: what its sender calls it, and its bytes."""

    name: str
    content: bytes


def attach(case: Case, key: DataKey, kind: str, upload: Upload) -> Attachment:
    """Keep a file of a case. Raises Mistakes, with the sentence, under the field `attachments`.

    The bytes are on disk, sealed, before the row is: a row without its file cannot be.
    """
    media_type = examined(upload)
    found = digest(upload.content)
    plain_key = personal.plain_key(key)
    _write(case, found, sealing.seal(plain_key, upload.content, _place(case, found)))
    return Attachment.objects.create(
        case=case,
        key=key,
        kind=kind,
        name=sealing.seal(plain_key, upload.name.encode(), _place(case, found)),
        media_type=media_type,
        size=len(upload.content),
        digest=found,
        added_at=moment.now(),
    )


def content_of(attachment: Attachment) -> bytes:
    """The bytes of a file. Raises Erased, CannotOpen, OSError."""
    sealed = _path(attachment.case, attachment.digest).read_bytes()
    return sealing.unseal(
        personal.plain_key(attachment.key), sealed, _place(attachment.case, attachment.digest)
    )


def name_of(attachment: Attachment) -> str:
    """What its sender called it."""
    return sealing.unseal(
        personal.plain_key(attachment.key),
        bytes(attachment.name),
        _place(attachment.case, attachment.digest),
    ).decode()


def examined(upload: Upload) -> str:
    """The media type of a file, by its content. Raises Mistakes for what is not taken."""
    if not upload.content:
        raise _refused(upload, _("是空的，一个字也没有。请确认选对了文件。"))
    if len(upload.content) > LARGEST:
        raise _refused(upload, _("超过了 {mb} MB。请压缩或分开后再传。").format(mb=LARGEST // MB))
    media_type = _media_type(upload.content)
    if not media_type:
        raise _refused(upload, _("不是能收的文件。可以传 PDF、图片、Word、Excel 或文本。"))
    if any(mark in upload.content for mark in _MACROS):
        raise _refused(upload, _("带有宏（程序）。请另存为不带宏的文件后再传。"))
    if media_type == "text/plain" and _CLASSIFIED.search(upload.content.decode(errors="replace")):
        raise _refused(upload, _("带有国家秘密标志，不能上传到这里。请按保密规定处理。"))
    return media_type


def _media_type(content: bytes) -> str:
    for beginning, media_type in _TYPES:
        if content.startswith(beginning):
            return media_type
    return "" if b"\0" in content[:_HEAD] else "text/plain"


def _refused(upload: Upload, why: str) -> Mistakes:
    name = upload.name if len(upload.name) <= 60 else upload.name[:57] + "…"
    return Mistakes({"attachments": f"“{name}”{why}"})


def _place(case: Case, found: str) -> bytes:
    return f"file {found} of case {case.pk}".encode()


def _path(case: Case, found: str) -> Path:
    folder: Path = settings.ATTACHMENTS_FOLDER
    return folder / f"{case.pk % 256:02x}" / str(case.pk) / found


def _write(case: Case, found: str, sealed: bytes) -> None:
    path = _path(case, found)
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    with draft.open("wb") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
