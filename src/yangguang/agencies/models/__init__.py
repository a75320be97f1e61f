"""State of agencies, people and posts."""

from yangguang.agencies.models.agency import (
    KIND_NAMES,
    Agency,
    AgencyKind,
    ContestPlaces,
    DisclosureOffice,
    Region,
    Rules,
)
from yangguang.agencies.models.people import ROLE_NAMES, Delegation, Person, Post, Role

__all__ = [
    "KIND_NAMES",
    "ROLE_NAMES",
    "Agency",
    "AgencyKind",
    "ContestPlaces",
    "Delegation",
    "DisclosureOffice",
    "Person",
    "Post",
    "Region",
    "Role",
    "Rules",
]
