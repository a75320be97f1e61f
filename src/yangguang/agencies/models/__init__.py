"""State of agencies, people and posts."""

from yangguang.agencies.models.agency import (
    Agency,
    AgencyKind,
    ContestPlaces,
    DisclosureOffice,
    Region,
    Rules,
)
from yangguang.agencies.models.people import Delegation, Person, Post, Role

__all__ = [
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
