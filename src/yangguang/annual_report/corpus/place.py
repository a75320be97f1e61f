"""What is kept in the folder of a corpus, and who may write there.

```
corpus.json           that this is a corpus, of which folder, made by which version
lock                  held while a build runs
index.sqlite          which files are read (index.py); made anew from the parts where it is lost
parts/<part>/         what one batch of files gave (part.py), renamed into place once it is whole
generations/<n>/      the tables made of the parts (publish.py)
tables                a link to the newest generation; read through it
```
"""

import errno
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from yangguang import __version__
from yangguang.annual_report.errors import Unbuildable

FORMAT: Final = 1
"""Raised when the tables or the parts change so that old and new cannot stand together."""

READERS: Final = "readers"
"""The file of a generation on which those who read it hold a lock."""

BUSY: Final = "{folder} 正在由另一次 build 写入。请等它做完，或先停下它，再运行。"
INSIDE: Final = (
    "{out} 和 {folder} 不能一个在另一个里面：语料库会把自己的文件也当成报告。"
    "请把 --out 写到别处，例如 {folder} 旁边的另一个文件夹。"
)
NOT_EMPTY: Final = "{folder} 里已有别的文件，又不是语料库。请为语料库另选一个新的或空的文件夹。"
NO_CORPUS: Final = (
    "{folder} 不是语料库。请用 --corpus 写出语料库所在的文件夹，"
    "或先建立一个：yangguang corpus build 报告所在的文件夹 --out {folder}"
)
OTHER_FOLDER: Final = (
    "{out} 收的是 {known} 里的报告，这次给的是 {given}。"
    "请给出原来的文件夹；要收另一个文件夹，请用另一个 --out，或把两处的报告放进同一个文件夹。"
)
OTHER_FORMAT: Final = (
    "{folder} 是另一个版本的程序建立的，这个版本接不下去。请换一个 --out 重新建立。"
)
NOT_FINISHED: Final = (
    "{folder} 还没有建完，没有可查的表。请把 build 运行完：yangguang corpus build {source} --out "
    "{folder}"
)
NO_FOLDER: Final = "{folder}：没有这个文件夹。请核对路径。"
NO_ACCESS: Final = (
    "{folder}：{why}。请检查路径、权限和磁盘空间；读过的都还在，好了以后再运行同一条命令。"
)
NOT_MADE: Final = "语料库写不下去：{why}。读过的都还在，排除原因后再运行同一条命令。"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The folder of a corpus, and the folder whose reports it holds; both absolute."""

    out: Path
    source: Path

    @property
    def index(self) -> Path:
        """The file of the index."""
        return self.out / "index.sqlite"

    @property
    def parts(self) -> Path:
        """The folder of the parts."""
        return self.out / "parts"

    @property
    def generations(self) -> Path:
        """The folder of the generations of the tables."""
        return self.out / "generations"

    @property
    def tables(self) -> Path:
        """The link to the newest generation."""
        return self.out / "tables"

    def generation(self) -> Path:
        """The newest generation. Raises Unbuildable where the first build has not ended yet."""
        if not self.tables.exists():
            raise Unbuildable(NOT_FINISHED.format(folder=self.out, source=self.source))
        return self.tables.resolve()


_WHYS: Final = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EACCES: "没有写入权限",
    errno.EPERM: "没有写入权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "路径里有一段是文件，不是文件夹",
    errno.EEXIST: "已有同名的文件，不是文件夹",
}


def cannot_write(folder: Path, fault: OSError) -> Unbuildable:
    """The sentence for a folder that cannot be written: full, without permission …"""
    why = _WHYS.get(fault.errno or 0, f"写不进去（{fault.strerror or fault}）")
    return Unbuildable(NO_ACCESS.format(folder=folder, why=why))


def tables_fail(folder: Path, fault: Exception) -> Unbuildable:
    """The same for a database, which tells the system's fault only in the words of its own."""
    message = str(fault).replace("disk is full", os.strerror(errno.ENOSPC))
    for number, why in _WHYS.items():
        if os.strerror(number) in message:
            return Unbuildable(NO_ACCESS.format(folder=folder, why=why))
    return Unbuildable(NOT_MADE.format(why=message.partition("\n")[0]))


def find(out: Path) -> Corpus:
    """The corpus in the folder `out`. Raises Unbuildable where it is none."""
    try:
        about = json.loads((out / "corpus.json").read_bytes())
        known, source = about["corpus"], Path(about["folder"])
    except (OSError, ValueError, LookupError, TypeError):
        raise Unbuildable(NO_CORPUS.format(folder=out)) from None
    if known != FORMAT:
        raise Unbuildable(OTHER_FORMAT.format(folder=out))
    return Corpus(out.resolve(), source)


def found(out: Path, folder: Path) -> Corpus:
    """The corpus of `folder` in `out`, founded where it is not there yet.

    Raises Unbuildable where either folder will not do.
    """
    source, target = folder.resolve(), out.resolve()
    if not source.is_dir():
        raise Unbuildable(NO_FOLDER.format(folder=folder))
    if source == target or source in target.parents or target in source.parents:
        raise Unbuildable(INSIDE.format(out=out, folder=folder))
    if (target / "corpus.json").exists():
        corpus = find(target)
        if corpus.source != source:
            sentence = OTHER_FOLDER.format(out=out, known=corpus.source, given=source)
            raise Unbuildable(sentence)
        return corpus
    corpus = Corpus(target, source)
    try:
        target.mkdir(parents=True, exist_ok=True)
        if any(not entry.name.startswith((".corpus.json.", "lock")) for entry in target.iterdir()):
            raise Unbuildable(NOT_EMPTY.format(folder=out))
        about = {"corpus": FORMAT, "folder": str(source), "program": __version__}
        write_whole(target / "corpus.json", json.dumps(about, ensure_ascii=False).encode())
    except OSError as fault:
        raise cannot_write(out, fault) from None
    return corpus


@contextmanager
def locked(corpus: Corpus) -> Iterator[None]:
    """Keep other builds out. The lock ends with the process, however it ends."""
    try:
        lock = os.open(corpus.out / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as fault:
        raise cannot_write(corpus.out, fault) from None
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unbuildable(BUSY.format(folder=corpus.out)) from None
        yield
    finally:
        os.close(lock)


@contextmanager
def being_read(generation: Path) -> Iterator[None]:
    """Keep a generation of the tables from being cleared away while it is read."""
    lock = None
    with suppress(OSError):  # a corpus on a disk without locks is read all the same
        lock = os.open(generation / READERS, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_SH)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def is_being_read(generation: Path) -> bool:
    """Whether somebody reads this generation now."""
    try:
        lock = os.open(generation / READERS, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(lock)
    return False


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    settle(path.parent)


def settle(path: Path) -> None:
    """Have the disk hold what the system holds of a file, or of a folder's list of names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
