"""Where uploads live: a private room for each session, gone when the visitor says so or stays away.

A room is a folder with a random name, known only to the session's signed cookie. It holds the
results and the pictures of pages; the files themselves are deleted as soon as these are made.
"""

import fcntl
import json
import os
import re
import secrets
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext

from yangguang.portal.checkup import Checkup, PagePicture, State

SESSION_KEY: Final = "room"
ID_BYTES: Final = 16
_ID: Final = re.compile(r"[0-9a-f]{32}")
_LAST_USE: Final = "last-use"
_HEARTBEAT: Final = "reading"
_STALLED_SECONDS: Final = 90
_PURGE_EVERY_SECONDS: Final = 600


def rooms_folder() -> Path:
    """Where the rooms are."""
    return Path(settings.CHECKUPS_FOLDER)


def incoming_folder() -> Path:
    """Where a file lies between its arrival and its reading."""
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def new_id() -> str:
    """A random name that says nothing."""
    return secrets.token_hex(ID_BYTES)


class Gone(FileNotFoundError):
    """A check-up that is no longer there, in a room that is."""


@dataclass(frozen=True, slots=True)
class Room:
    """One session's results."""

    folder: Path

    def checkups(self) -> list[Checkup]:
        """All of them in the order of their arrival."""
        found = [self._load(path) for path in self.folder.glob("*.json")]
        return sorted((c for c in found if c), key=lambda checkup: checkup.order)

    def find(self, checkup_id: str) -> Checkup | None:
        """The check-up of that id, if this room has it."""
        if not _ID.fullmatch(checkup_id):
            return None
        return self._load(self._path(checkup_id))

    def save(self, checkup: Checkup) -> None:
        """Keep a check-up. Raises FileNotFoundError where the room has been deleted meanwhile."""
        kept = json.dumps(checkup.as_json(), ensure_ascii=False)
        self._write(self._path(checkup.id), kept.encode())

    def picture(self, checkup_id: str, number: int) -> bytes | None:
        """The picture of a page of a check-up's file, if there is one."""
        with suppress(FileNotFoundError):
            return self._picture_path(checkup_id, number).read_bytes()
        return None

    def keep_picture(self, checkup_id: str, page: PagePicture, data: bytes) -> None:
        """Keep the picture of a page. Raises as `change`: it never outlives its check-up."""
        with self.change(checkup_id) as checkup:
            self._write(self._picture_path(checkup_id, page.number), data)
            checkup.pages.append(page)

    @contextmanager
    def change(self, checkup_id: str) -> Iterator[Checkup]:
        """A check-up to change, alone; it is kept when the block ends well.

        Raises Gone where it is gone, another FileNotFoundError where the room is.
        """
        with self.locked():
            checkup = self.find(checkup_id)
            if checkup is None:
                raise Gone
            yield checkup
            self.save(checkup)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else changes the room meanwhile, in this process or another."""
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def remove(self, checkup_id: str) -> None:
        """Delete one check-up with its pictures."""
        # Alone: whoever is changing it would bring it back.
        with suppress(FileNotFoundError), self.locked():
            for path in self.folder.glob(f"{checkup_id}.*"):
                path.unlink(missing_ok=True)

    def trim(self, most: int, size: int) -> None:
        """Delete the oldest check-ups until `most` are left, of `size` bytes in all.

        Those still being read stay, and so does the newest.
        """
        sizes = self._sizes()
        if len(sizes) <= most and sum(sizes.values()) <= size:
            return
        for oldest in self.checkups()[:-1]:
            if len(sizes) <= most and sum(sizes.values()) <= size:
                return
            if not oldest.is_open:
                self.remove(oldest.id)
                sizes.pop(oldest.id, None)

    def delete(self) -> None:
        """Delete everything in the room, and the room."""
        _delete(self.folder)

    def touch(self) -> None:
        """Note that the visitor is still there."""
        with suppress(FileNotFoundError):
            (self.folder / _LAST_USE).touch()

    def beat(self) -> None:
        """Note that the reading goes on. Raises FileNotFoundError where the room is gone."""
        (self.folder / _HEARTBEAT).touch()

    def _sizes(self) -> Counter[str]:
        """Bytes by check-up, pictures included."""
        sizes: Counter[str] = Counter()
        for path in self.folder.glob("[0-9a-f]*.*"):
            with suppress(FileNotFoundError):
                sizes[path.name.partition(".")[0]] += path.stat().st_size
        return sizes

    def _write(self, path: Path, data: bytes) -> None:
        """Whole or not at all, readable by us only."""
        draft = self.folder / f".{path.name}.{secrets.token_hex(4)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        draft.replace(path)

    def _picture_path(self, checkup_id: str, number: int) -> Path:
        return self.folder / f"{checkup_id}.{number}.webp"

    def _path(self, checkup_id: str) -> Path:
        return self.folder / f"{checkup_id}.json"

    def _load(self, path: Path) -> Checkup | None:
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        checkup = Checkup.from_json(kept)
        if checkup.is_open and self._is_stalled():
            checkup.state = State.UNREADABLE
            checkup.sentence = gettext("读取中断了，这份文件没有读完。请重新上传。")
        if checkup.are_coming and self._is_stalled():
            checkup.are_coming = False
            checkup.undrawn = gettext("画页面图片时中断了，后面的页没有图片。")
        return checkup

    def _is_stalled(self) -> bool:
        with suppress(FileNotFoundError):
            return time.time() - (self.folder / _HEARTBEAT).stat().st_mtime > _STALLED_SECONDS
        return False


def of(request: HttpRequest) -> Room | None:
    """The session's room, if it has one."""
    name = request.session.get(SESSION_KEY, "")
    if not _ID.fullmatch(name):
        return None
    room = Room(rooms_folder() / name)
    if not room.folder.is_dir():
        return None
    room.touch()
    return room


def open_for(request: HttpRequest) -> Room:
    """The session's room; a new one where it has none."""
    room = of(request)
    if room:
        return room
    name = new_id()
    private(rooms_folder())
    room = Room(private(rooms_folder() / name))
    room.touch()
    request.session[SESSION_KEY] = name
    return room


def private(folder: Path) -> Path:
    """`folder`, made if need be, open to its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def purge() -> None:
    """Delete the rooms that nobody has used for two hours, and what failed uploads left."""
    oldest = time.time() - settings.CHECKUPS_KEPT_SECONDS
    for folder in _entries(rooms_folder()):
        if _last_use(folder) < oldest:
            _delete(folder)
    for left in _entries(incoming_folder()):
        with suppress(FileNotFoundError):
            if left.stat().st_mtime < oldest:
                left.unlink()


def _delete(folder: Path) -> None:
    """Delete a room. Renamed first: whoever is still writing into it no longer finds it."""
    gone = folder.with_name(f".{new_id()}")
    with suppress(FileNotFoundError):
        folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _last_use(folder: Path) -> float:
    for path in (folder / _LAST_USE, folder):
        with suppress(FileNotFoundError):
            return path.stat().st_mtime
    return time.time()


def purge_from_time_to_time() -> None:
    """Purge now and every ten minutes as long as the process lives, visitors or not."""

    def again() -> None:
        while True:
            with suppress(OSError):
                purge()
            time.sleep(_PURGE_EVERY_SECONDS)

    threading.Thread(target=again, name="purge", daemon=True).start()
