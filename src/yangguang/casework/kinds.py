"""The kinds of case there are, each with how its state follows from its events."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from yangguang.casework.models import Case, Event

Derive = Callable[["Case", "Sequence[Event]"], dict[str, Any]]
Needed = Callable[["Sequence[Event]"], str]
Counted = Callable[["Sequence[Event]"], Iterator[Mapping[str, Any]]]


class CaseKind(NamedTuple):
    """A kind of case: its name in the interface, and what its state is after some events.

    `needed`: why the personal data of a case that is closed are still needed; empty where not.
    `counted`: what figures count of a case, the fields of FormerCount, before its first event and
    after each; None where no figure counts such cases.
    """

    name: str
    derive: Derive
    needed: Needed
    counted: Counted | None = None


_KINDS: Final[dict[str, CaseKind]] = {}


def register(kind: str, described: CaseKind) -> None:
    """Make a kind known; the room that handles it does so when the site starts."""
    _KINDS[kind] = described


def of(kind: str) -> CaseKind:
    """The kind of that name. Raises KeyError where its room is not installed."""
    return _KINDS[kind]


def known() -> Mapping[str, CaseKind]:
    """Every kind, by its name."""
    return _KINDS
