"""Daily anchors: what the whole ledger was, written down outside the database.

The chain of a case proves that nothing in it was changed; that its last events, or whole cases,
were not cut off, only something outside can prove. An anchor is a line of a file beside the data
(a copy elsewhere is worth more): a digest over every event entered since the anchor before, the
digest of that line, and an HMAC-SM3 under a key derived from the master key. Anchoring costs the
day's events, not the whole ledger; proving all anchors is one pass.
"""

import fcntl
import hmac
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.hazmat.primitives import hashes
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from yangguang.casework import moment, sealing
from yangguang.casework.digests import LENGTH, canonical, digest, keyed
from yangguang.casework.models import Event

_CHUNK: Final = 5000
_NOTHING: Final = "0" * LENGTH


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line of the file: what was entered since the line before.

    `through` is the id of the last event that it covers; `events` and `cases` count what was new;
    `heads` is the digest over the digests of those events, the heads of all chains among them.
    """

    date: str
    through: int
    events: int
    cases: int
    heads: str
    previous: str
    key: str
    mac: str = ""

    def content(self) -> bytes:
        """What the HMAC is over."""
        fields = asdict(self)
        del fields["mac"]
        return canonical(fields)


@dataclass(frozen=True, slots=True)
class Weak:
    """An anchor that does not hold: its line in the file, its date, why."""

    line: int
    date: str
    why: str


@dataclass
class Proof:
    """What the anchors prove: how many there are, until when, and what is after the last."""

    anchors: int = 0
    last: str = ""
    vouched: bool = False
    """Whether the last anchor's HMAC was checked; through the chain of lines it vouches for all."""
    after: int = 0
    """Events after the last anchor."""


def anchor() -> Anchor:
    """Write today's anchor, unless it is there already; on disk when this returns.

    Raises OSError, and ValueError where the file's last line is no anchor.
    """
    today = moment.today().isoformat()
    with _locked(settings.ANCHORS_FILE) as file:
        line = _last_line(file)
        last = _read(line) if line else None
        if last and last.date >= today:
            return last
        through = _last_event()
        heads, events, cases = _covered(last.through if last else 0, through)
        name = sealing.name_of(settings.MASTER_KEYS[0])
        previous = digest(line) if line else _NOTHING
        made = Anchor(today, through, events, cases, heads, previous, name)
        made = Anchor(**{**asdict(made), "mac": _mac(made) or ""})
        file.seek(0, os.SEEK_END)
        file.write(canonical(asdict(made)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
        return made


def weak_anchors(proof: Proof) -> Iterator[Weak]:
    """The anchors that do not hold; what the others prove is noted in `proof`. One pass."""
    events, previous, through = _Events(), _NOTHING, 0
    for number, line in enumerate(_lines(), 1):
        try:
            one = _read(line)
        except ValueError:
            yield Weak(number, "", "这一行不完整或被改动过")
            continue
        proof.anchors, proof.last = number, one.date
        mac = _mac(one)
        proof.vouched = mac is not None
        if mac is not None and not hmac.compare_digest(mac, one.mac):
            yield Weak(number, one.date, "这一行被改动过（校验码不符）")
        if one.previous != previous or one.through < through:
            yield Weak(number, one.date, "与前一行接不上，中间有行被删改")
        previous, through = digest(line), one.through
        heads, count, cases = events.until(one.through)
        if count < one.events:
            yield Weak(number, one.date, f"到这一天为止入账的记录少了 {one.events - count} 条")
        elif (heads, count, cases) != (one.heads, one.events, one.cases):
            yield Weak(number, one.date, "到这一天为止入账的记录被改动或增添过")
    proof.after = events.rest()


def _lines() -> Iterator[bytes]:
    path = Path(settings.ANCHORS_FILE)
    if path.exists():
        with path.open("rb") as file:
            yield from (line.removesuffix(b"\n") for line in file)


class _Events:
    """The digests of all events in the order of entry, taken up to one anchor after the other."""

    def __init__(self) -> None:
        rows = Event.objects.order_by("pk").values_list("pk", "seq", "digest")
        self._rows = rows.iterator(_CHUNK)
        self._next = next(self._rows, None)

    def until(self, through: int) -> tuple[str, int, int]:
        """Digest and number of the events up to an id, and of the cases that begin there."""
        sm3, events, cases = hashes.Hash(hashes.SM3()), 0, 0
        while self._next and self._next[0] <= through:
            sm3.update(self._next[2].encode())
            events += 1
            cases += self._next[1] == 1
            self._next = next(self._rows, None)
        return sm3.finalize().hex(), events, cases

    def rest(self) -> int:
        """How many are left."""
        return sum(1 for _ in self._rows) + (self._next is not None)


def _covered(after: int, through: int) -> tuple[str, int, int]:
    sm3, events, cases = hashes.Hash(hashes.SM3()), 0, 0
    rows = Event.objects.filter(pk__gt=after, pk__lte=through).order_by("pk")
    for seq, found in rows.values_list("seq", "digest").iterator(_CHUNK):
        sm3.update(found.encode())
        events += 1
        cases += seq == 1
    return sm3.finalize().hex(), events, cases


def _last_event() -> int:
    """An id such that every event up to it is committed and none will come in below it.

    PostgreSQL gives out ids before they are committed: the lock waits for those that are on the
    way. SQLite has one writer at a time.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {Event._meta.db_table} IN SHARE MODE")
        return Event.objects.aggregate(last=Max("pk"))["last"] or 0


def _mac(one: Anchor) -> str | None:
    """The HMAC that an anchor must have; None where its master key is not at hand."""
    key = sealing.anchor_key(one.key)
    return None if key is None else keyed(key, one.content()).hex()


def _read(line: bytes) -> Anchor:
    try:
        one = Anchor(**json.loads(line))
        date.fromisoformat(one.date)
    except (TypeError, UnicodeDecodeError) as fault:
        raise ValueError("这一行不是锚") from fault
    if not isinstance(one.through, int) or not isinstance(one.events, int):
        raise ValueError("这一行不是锚")
    return one


@contextmanager
def _locked(path: Path) -> Iterator[BinaryIO]:
    """The file, for one writer at a time; made where it is not."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_new = not path.exists()
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if is_new:
            folder = os.open(path.parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)
        yield file


def _last_line(file: BinaryIO) -> bytes:
    """The last whole line; what a crash left half written after it is cut off."""
    last, end = b"", 0
    for line in file:
        if not line.endswith(b"\n"):
            file.truncate(end)
            break
        last, end = line.removesuffix(b"\n"), end + len(line)
    return last
