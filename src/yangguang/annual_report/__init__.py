"""The annual report: its form, its reading, its checking. Pure Python, no network.

`read` and `read_bytes` give an `AnnualReport`; `checking.check` gives what is wrong with it.

What is named here is loaded when it is asked for: the light modules of the room (`formats`,
`errors`) can be used without the reader.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yangguang.annual_report.errors import Unreadable
    from yangguang.annual_report.reading import read, read_bytes
    from yangguang.annual_report.report import AnnualReport

__all__ = ["AnnualReport", "Unreadable", "read", "read_bytes"]

_HOMES = {
    "AnnualReport": "report",
    "Unreadable": "errors",
    "read": "reading",
    "read_bytes": "reading",
}


def __getattr__(name: str) -> Any:
    """The named thing, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
