"""How a line of the log is written: nothing of what visitors send, for people or as JSON.

What our own code logs it has chosen: ids, names of routes, counts. What others log — Django,
gunicorn, the makers of PDF — may quote an address, a header, a document: of their words only the
pattern is kept, with the numbers in it; where the words came ready made, the place they came from.
Of an exception its type and the places in the code are written, never its own words.
"""

import logging
import threading
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import datetime
from types import TracebackType
from typing import Any, Final

import orjson

OURS: Final = ("yangguang", "django_tasks", "django_tasks_db")
"""Loggers whose messages hold nothing of anyone's: ours, and ids and states of jobs."""

REFERENCE: Final[ContextVar[str]] = ContextVar("reference", default="")
"""The number of the request that is being answered."""

_LEFT_OUT: Final = "…"


def words(record: logging.LogRecord) -> str:
    """What may be written of a record's message."""
    if record.name.partition(".")[0] in OURS:
        return record.getMessage()
    if not record.args:
        return f"（{record.module}:{record.lineno}）"
    pattern = str(record.msg)
    if isinstance(record.args, Mapping):
        return pattern
    try:
        return pattern % tuple(one if _is_number(one) else _LEFT_OUT for one in record.args)
    except (TypeError, ValueError):
        return pattern


def _is_number(one: object) -> bool:
    return isinstance(one, int | float)


class WithoutContents(logging.Formatter):
    """A line for people, and under it where an exception happened."""

    def format(self, record: logging.LogRecord) -> str:
        """When, how grave, who, in which request, what; then what the record says more."""
        more = " ".join(f"{key}={value}" for key, value in _more(record).items())
        parts = (_when(record), record.levelname, record.name, REFERENCE.get(), words(record), more)
        line = " ".join(part for part in parts if part)
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """The frames, and the name of the exception."""
        kind, _, trace = ei
        if kind is None:
            return ""
        frames = "".join(traceback.format_tb(trace))
        return f"{frames}{kind.__name__}"


class JsonLines(WithoutContents):
    """A line of JSON for each record, an exception included."""

    def format(self, record: logging.LogRecord) -> str:
        """The same as for people, by name."""
        line: dict[str, Any] = {
            "at": _when(record),
            "level": record.levelname,
            "logger": record.name,
            "message": words(record),
        }
        if REFERENCE.get():
            line["request"] = REFERENCE.get()
        line |= _more(record)
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["trace"] = self.formatException(record.exc_info).splitlines()[:-1]
        return orjson.dumps(line, default=str).decode()


def formatter(as_json: bool) -> logging.Formatter:
    """How lines are written: JSON, or for people."""
    return JsonLines() if as_json else WithoutContents()


def configuration(as_json: bool) -> dict[str, Any]:
    """Django's LOGGING: everything on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": formatter, "as_json": as_json}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING"},
            # Says the same as site/failures.py.
            "django.request": {"level": "CRITICAL"},
            "django.server": {"handlers": [], "level": "WARNING"},
            "yangguang": {"level": "INFO"},
        },
    }


def quote_nothing_elsewhere() -> None:
    """Have what nobody catches logged like the rest: Python itself would print its words.

    A record that cannot be written is left out rather than quoted.
    """
    log = logging.getLogger("yangguang.uncaught")

    def in_thread(ended: threading.ExceptHookArgs) -> None:
        if ended.exc_value and ended.exc_type is not SystemExit:
            trace = ended.exc_traceback
            log.error("a thread failed", exc_info=(ended.exc_type, ended.exc_value, trace))

    threading.excepthook = in_thread
    logging.raiseExceptions = False


def _when(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created).astimezone()
    return moment.isoformat(timespec="milliseconds")


def _more(record: logging.LogRecord) -> Mapping[str, Any]:
    """What our own code gives beside the message: `extra={"more": …}`."""
    return getattr(record, "more", {})
