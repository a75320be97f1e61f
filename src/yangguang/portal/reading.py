"""Reading what a visitor uploaded, in the background: the page shows how far it has come."""

import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from django.utils.translation import gettext

from yangguang.annual_report import worker
from yangguang.annual_report.errors import Scanned, Unreadable
from yangguang.portal import capacity, pairs, pictures
from yangguang.portal.checkup import Checkup, State
from yangguang.portal.rooms import Gone, Room


class Busy(Exception):
    """Too many are waiting already."""


_AT_ONCE: Final = threading.BoundedSemaphore(2)
"""How many visitors' files are read at the same time; the others wait their turn."""
_PLACES: Final = threading.BoundedSemaphore(24)
"""How many may be reading or waiting; whoever comes then is told to come back."""
_TOGETHER_SECONDS: Final = 120
"""How long one visitor's files may keep the others waiting: fifty reports take a second or two."""
_DRAWN_SECONDS: Final = 60
"""How long, after that, drawing their pages may: a report takes half a second."""


class Arrival(NamedTuple):
    """An uploaded file: the check-up that it is for, and where it lies until it is read."""

    checkup: Checkup
    path: Path
    keep: bool = False
    """Whether the file stays: the project's own sample does."""


def begin(room: Room, arrivals: Sequence[Arrival]) -> threading.Thread:
    """Start reading `arrivals`; each check-up in `room` changes its state as it goes.

    Raises Busy, the files deleted, when too many are waiting.
    """
    if not _PLACES.acquire(blocking=False):
        _discard(arrivals)
        raise Busy
    for arrival in arrivals:
        room.save(arrival.checkup)
    room.beat()
    thread = threading.Thread(target=_read_all, args=(room, arrivals), name="reading")
    thread.start()
    return thread


def _read_all(room: Room, arrivals: Sequence[Arrival]) -> None:
    try:
        # The room may be deleted at any moment: then there is nothing more to do.
        with suppress(FileNotFoundError), _Turn(room), worker.Worker(pairs.limits()) as reader:
            until = time.monotonic() + _TOGETHER_SECONDS
            for arrival in arrivals:
                _read_one(room, arrival, reader, time.monotonic() < until)
            capacity.trim(room)
            pairs.compare(room, reader)
            until = time.monotonic() + _DRAWN_SECONDS
            for arrival in arrivals:
                _draw_one(room, arrival, reader, until)
    finally:
        _PLACES.release()
        _discard(arrivals)


class _Turn:
    """Waits until it is this batch's turn, keeping the room's heart beating."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def __enter__(self) -> None:
        while not _AT_ONCE.acquire(timeout=10):
            self._room.beat()

    def __exit__(self, *_: object) -> None:
        _AT_ONCE.release()


def _read_one(room: Room, arrival: Arrival, reader: worker.Worker, in_time: bool) -> None:
    room.beat()
    # Its visitor may have deleted this one; the others are still to be read.
    with suppress(Gone):
        _read(room, arrival, reader, in_time)


def _read(room: Room, arrival: Arrival, reader: worker.Worker, in_time: bool) -> None:
    with room.change(arrival.checkup.id) as checkup:
        checkup.state = State.READING
    is_drawn = False
    try:
        if not in_time:
            raise Unreadable(gettext("同时上传的文件读得太久，没有轮到这一份。请单独再传一次。"))
        report, sentence = reader.read(arrival.path, checkup.name), ""
        is_drawn = pictures.can_be_drawn(arrival.path)
    except Unreadable as reason:
        report, sentence = None, str(reason)
        is_drawn = isinstance(reason, Scanned)
    except Exception:
        report, sentence = None, gettext("读这份文件时出了意外。请稍后再试，或换一种格式。")
        raise
    finally:
        if not is_drawn:
            _discard([arrival])
        with room.change(arrival.checkup.id) as checkup:
            checkup.report, checkup.sentence = report, sentence
            checkup.state = State.READ if report else State.UNREADABLE
            checkup.are_coming = is_drawn


def _draw_one(room: Room, arrival: Arrival, drawer: worker.Worker, until: float) -> None:
    """Draw the pages of a file that has been kept for that, and delete it."""
    checkup = room.find(arrival.checkup.id)
    if checkup and checkup.are_coming:
        pictures.draw(room, checkup.id, arrival.path, drawer, until)
    _discard([arrival])


def _discard(arrivals: Sequence[Arrival]) -> None:
    for arrival in arrivals:
        if not arrival.keep:
            arrival.path.unlink(missing_ok=True)
