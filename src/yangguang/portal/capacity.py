"""How much visitors may leave with us: a session, and all together."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

from yangguang.portal import rooms


def trim(room: rooms.Room) -> None:
    """Keep a session within its share: its oldest results go first."""
    room.trim(settings.CHECKUPS_PER_SESSION, settings.CHECKUPS_SESSION_BYTES)


def has_space(request: HttpRequest, coming: int) -> bool:
    """Whether `coming` bytes may be stored beside what there is.

    Where there is no space for them, what nobody uses is purged; then the oldest results of the
    visitor's own session go, never another's.
    """
    if _excess(coming) <= 0:
        return True
    rooms.purge()
    own = rooms.of(request)
    if own and (excess := _excess(coming)) > 0:
        own.trim(settings.CHECKUPS_PER_SESSION, max(0, _size(own.folder) - excess))
    return _excess(coming) <= 0


def has_space_for_pictures(room: rooms.Room) -> bool:
    """Whether the pictures of one more file may be stored: results never give way to pictures."""
    share = int(settings.CHECKUPS_SESSION_BYTES) - int(settings.PICTURES_BYTES)
    return _size(room.folder) <= share and _excess(settings.PICTURES_BYTES) <= 0


def _excess(coming: int) -> int:
    folders = (rooms.rooms_folder(), rooms.incoming_folder())
    return sum(map(_size, folders)) + coming - int(settings.CHECKUPS_BYTES)


def _size(folder: Path) -> int:
    """Bytes in the files below `folder`, as far as they are still there."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.lstat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total
