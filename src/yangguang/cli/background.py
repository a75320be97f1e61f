"""The parts of a running site, watched over: what dies is started again, and all end together.

Each part is a forked process in a session of its own: Ctrl-C reaches only the one that watches,
which then ends the parts. Should it be killed itself, the system ends them (Linux).
"""

import ctypes
import logging
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final, NamedTuple

LOG = logging.getLogger(__name__)

GRACE_SECONDS: Final = 35
"""How long a part may take to end well: gunicorn lets its visitors finish for 30 seconds."""
STEADY_SECONDS: Final = 60
"""Who has lived that long is thought sound: the next start follows at once."""
LONGEST_PAUSE: Final = 60
GIVE_UP_AFTER: Final = 5
"""After how many quick deaths, one upon the other, of a vital part the whole ends."""
TICK_SECONDS: Final = 60

_WATCHED: Final = (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_M_ARENA_MAX: Final = -8
_ARENAS: Final = 2
"""Of memory: each of many threads with one of its own would keep what its largest page took."""
_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NAME: Final = 15


class Part(NamedTuple):
    """A part of the site: its name, what it does until it is told to end.

    Without a `vital` part the whole is of no use.
    """

    name: str
    run: Callable[[], None]
    is_vital: bool = False


@dataclass
class _Kept:
    """A part with its process: `pid` is 0 while it waits for its next start."""

    part: Part
    pid: int = 0
    started: float = 0
    quick_deaths: int = 0
    due: float = field(default_factory=time.monotonic)


def keep_running(parts: Sequence[Part]) -> int:
    """Run the parts until told to end (SIGINT, SIGTERM, SIGHUP); gives the exit code."""
    from django.db import connections

    connections.close_all()  # a forked process must not inherit one
    with suppress(AttributeError):  # another C library than glibc
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _ARENAS)
    kept = [_Kept(part) for part in parts]
    how = signal.SIGTERM
    with _bell() as bell:
        try:
            while not any(_is_hopeless(one) for one in kept):
                for one in kept:
                    if not one.pid and one.due <= time.monotonic():
                        _start(one)
                told = _rung(bell, _until_next(kept))
                if told not in (None, signal.SIGCHLD):
                    how = signal.SIGINT if told == signal.SIGINT else signal.SIGTERM
                    return 0
                _note_the_dead(kept)
            return 1
        finally:
            _end(kept, how, bell)


def work() -> None:
    """What pages put off (mail): django-tasks' worker."""
    from django.core.management import call_command

    call_command("db_worker", reload=False, startup_delay=False)


def tick() -> None:
    """Do what is due, minute by minute."""
    from django.db import DatabaseError, connections

    from yangguang.casework.periodic import Busy, run_due

    while True:
        try:
            for outcome in run_due():
                LOG.info("job %s ended, succeeded: %s", outcome.job.name, outcome.succeeded)
        except Busy:
            pass
        except DatabaseError:
            LOG.exception("the database failed")
        connections.close_all()
        time.sleep(TICK_SECONDS)


@contextmanager
def _bell() -> Iterator[int]:
    """A pipe that says each signal watched for, whichever thread the system hands it to.

    (`sigtimedwait` would miss one that reaches a thread of some library's.)
    Under nohup, a terminal that is closed is nothing to end for.
    """
    is_ignored = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    watched = [one for one in _WATCHED if one != signal.SIGHUP or not is_ignored]
    heard, said = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    wakeup_before = signal.set_wakeup_fd(said, warn_on_full_buffer=False)
    before = {one: signal.signal(one, lambda *_: None) for one in watched}
    try:
        yield heard
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(wakeup_before)
        os.close(heard)
        os.close(said)


def _rung(bell: int, seconds: float) -> int | None:
    """The next signal said within that time, None where there was none."""
    if not select.select([bell], [], [], seconds)[0]:
        return None
    return os.read(bell, 1)[0]


def _start(one: _Kept) -> None:
    watcher = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _WATCHED)  # a child must not ring our bell
    one.pid, one.started = os.fork(), time.monotonic()
    if one.pid:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        return
    code = 1
    try:
        _become(one.part.name, watcher)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        one.part.run()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        LOG.exception("%s failed", one.part.name)
    finally:
        logging.shutdown()
        os._exit(code)


def _become(name: str, watcher: int) -> None:
    """Make this process a part's own: ended with the one that watches, deaf to its Ctrl-C."""
    os.setsid()
    signal.set_wakeup_fd(-1)
    for one in _WATCHED:
        signal.signal(one, signal.SIG_DFL)
    system = ctypes.CDLL(None)
    system.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    system.prctl(_PR_SET_NAME, f"yg-{name}".encode())
    if os.getppid() != watcher:
        raise SystemExit(1)  # it died before that


def _note_the_dead(kept: Sequence[_Kept]) -> None:
    for one in kept:
        if not one.pid or os.waitpid(one.pid, os.WNOHANG)[0] == 0:
            continue
        lived = time.monotonic() - one.started
        one.pid = 0
        one.quick_deaths = one.quick_deaths + 1 if lived < STEADY_SECONDS else 0
        pause = min(2 ** (one.quick_deaths - 1), LONGEST_PAUSE) if one.quick_deaths else 0
        one.due = time.monotonic() + pause
        LOG.error("%s ended by itself; starting it again in %d s", one.part.name, pause)


def _is_hopeless(one: _Kept) -> bool:
    return one.part.is_vital and one.quick_deaths >= GIVE_UP_AFTER


def _until_next(kept: Sequence[_Kept]) -> float:
    """Seconds until a part is to be started; a long while where none is."""
    waiting = [one.due - time.monotonic() for one in kept if not one.pid]
    return max(min(waiting, default=3600), 0)


def _end(kept: Sequence[_Kept], how: signal.Signals, bell: int) -> None:
    """Ask every part to end, and kill what has not by then; a second Ctrl-C kills at once."""
    for one in kept:
        if one.pid:
            os.kill(one.pid, how)
    until = time.monotonic() + GRACE_SECONDS
    while (left := until - time.monotonic()) > 0 and any(one.pid for one in kept):
        for one in kept:
            if one.pid and os.waitpid(one.pid, os.WNOHANG)[0]:
                one.pid = 0
        if all(not one.pid for one in kept):
            return
        if _rung(bell, left) == signal.SIGINT:
            break
    for one in kept:
        if one.pid:
            os.killpg(one.pid, signal.SIGKILL)
            os.waitpid(one.pid, 0)
