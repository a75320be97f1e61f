"""State of agencies, people and posts; who is signed in."""

from yangguang.agencies.models.agency import (
    KIND_NAMES,
    LEVEL_NAMES,
    Agency,
    AgencyKind,
    AgencyLevel,
    ContestPlaces,
    DisclosureOffice,
    Region,
    Rules,
)
from yangguang.agencies.models.people import ROLE_NAMES, Delegation, Person, Post, Role
from yangguang.agencies.models.sessions import Session

__all__ = [
    "KIND_NAMES",
    "LEVEL_NAMES",
    "ROLE_NAMES",
    "Agency",
    "AgencyKind",
    "AgencyLevel",
    "ContestPlaces",
    "Delegation",
    "DisclosureOffice",
    "Person",
    "Post",
    "Region",
    "Role",
    "Rules",
    "Session",
]
