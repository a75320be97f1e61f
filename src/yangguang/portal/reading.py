"""Reading what a visitor uploaded, in the background: the page shows how far it has come."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from django.utils.translation import gettext

from yangguang.annual_report import worker
from yangguang.annual_report.errors import Unreadable
from yangguang.portal import pairs
from yangguang.portal.checkup import Checkup, State
from yangguang.portal.rooms import Room

_AT_ONCE: Final = threading.BoundedSemaphore(2)
"""How many visitors' files are read at the same time; the others wait their turn."""


class Arrival(NamedTuple):
    """An uploaded file: the check-up that it is for, and where it lies until it is read."""

    checkup: Checkup
    path: Path
    keep: bool = False
    """Whether the file stays: the project's own sample does."""


def begin(room: Room, arrivals: Sequence[Arrival]) -> threading.Thread:
    """Start reading `arrivals`; each check-up in `room` changes its state as it goes."""
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
            for arrival in arrivals:
                _read_one(room, arrival, reader)
            pairs.compare(room, reader)
    finally:
        for arrival in arrivals:
            _discard(arrival)


class _Turn:
    """Waits until it is this batch's turn, keeping the room's heart beating."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def __enter__(self) -> None:
        while not _AT_ONCE.acquire(timeout=10):
            self._room.beat()

    def __exit__(self, *_: object) -> None:
        _AT_ONCE.release()


def _read_one(room: Room, arrival: Arrival, reader: worker.Worker) -> None:
    room.beat()
    with room.change(arrival.checkup.id) as checkup:
        checkup.state = State.READING
    try:
        report, sentence = reader.read(arrival.path, checkup.name), ""
    except Unreadable as reason:
        report, sentence = None, str(reason)
    except Exception:
        report, sentence = None, gettext("读这份文件时出了意外。请稍后再试，或换一种格式。")
        raise
    finally:
        _discard(arrival)
        with room.change(arrival.checkup.id) as checkup:
            checkup.report, checkup.sentence = report, sentence
            checkup.state = State.READ if report else State.UNREADABLE


def _discard(arrival: Arrival) -> None:
    if not arrival.keep:
        arrival.path.unlink(missing_ok=True)
