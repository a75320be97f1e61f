"""What a backup says of itself: what is in it, of what version, which keys it needs.

The manifest is written last, whole or not at all: a folder without one is a backup that broke off.
Keys are never in a backup; only the names of the master keys that open it.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

NAME: Final = "manifest.json"
FORMAT: Final = 1
_CHUNK: Final = 1 << 20
LEFT_OUT: Final = (
    "主密钥（YANGGUANG_MASTER_KEY）和签名密钥（YANGGUANG_SECRET_KEY）：请另外保管",
    "年报体检的上传和结果：两小时后本来就会清除",
    "没有寄出、写成文件的邮件",
)


class Unfit(Exception):
    """A backup that cannot be used, or a place that cannot be used for one; one sentence each."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a backup: its path in it, its size in bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What there is to know of a backup.

    `keys` are the names of the master keys under which its data lie (`sealing.name_of`); `missing`
    the attachments that the database names and that were not on the disk.
    """

    format: int
    program: str
    made_at: str
    database: str
    server: str
    migrations: list[str]
    cases: int
    events: int
    attachments: int
    keys: list[str]
    missing: list[str]
    left_out: list[str]
    files: list[Kept]


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest into its folder, on the disk when this returns, and all files before it."""
    os.sync()
    draft = folder / f".{NAME}"
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / NAME)
    os.sync()


def read(folder: Path) -> Manifest:
    """The manifest of a backup. Raises Unfit."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
    except OSError:
        raise Unfit(f"{folder} 里没有 {NAME}：不是备份，或者这次备份没有做完，不能用。") from None
    try:
        given = json.loads(text)
        if given["format"] != FORMAT:
            raise Unfit("这份备份的格式这个版本读不懂，请用做备份的那个版本，或更新的版本。")
        return Manifest(**{**given, "files": [Kept(**one) for one in given["files"]]})
    except (ValueError, TypeError, KeyError):
        raise Unfit(f"{NAME} 读不懂，可能被改动过，这份备份不能用。") from None


def damaged(folder: Path, manifest: Manifest) -> Iterator[str]:
    """A sentence for each file that is not there or not as it was."""
    for one in manifest.files:
        path = folder / one.path
        if ".." in Path(one.path).parts or Path(one.path).is_absolute() or not path.is_file():
            yield f"缺少文件 {one.path}。"
        elif path.stat().st_size != one.size or sha256(path) != one.sha256:
            yield f"文件 {one.path} 与做备份时不同。"


def sha256(path: Path) -> str:
    """The digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copied(source: Path, target: Path) -> tuple[int, str]:
    """Copy a file, readable by us only, never over another; its size and digest on the way."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with source.open("rb") as reading, os.fdopen(descriptor, "wb") as writing:
        while part := reading.read(_CHUNK):
            digest.update(part)
            writing.write(part)
            size += len(part)
    return size, digest.hexdigest()
