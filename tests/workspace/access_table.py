"""Who may open what, found by opening it: every address, as everyone, for cases near and far."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.signing_in import signed_in
from yangguang.agencies.access import addresses
from yangguang.agencies.models import Role
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case
from yangguang.inforequests.actions import assign, letters
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition

TABLE = Path(__file__).parents[2] / "docs" / "access.md"
HEAD = """# Who may open what

Found by opening every address of the site as everyone; a test compares it. Write it anew with
`make access`, and read what changed.

✓ opens · ✗ refused, with the reason · – there is nothing there for them to know of · door: led to
signing in. Where an address names a case, the three signs are for a case of the own agency, of an
agency below it, and of another agency. Whether a step is lawful at the moment is another question:
the page then says why not.

"""
_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
_PATTERN = re.compile(r"\(\?P<(\w+)>[^)]*\)")


@dataclass(frozen=True)
class Place:
    """A case with all that an address can name of it."""

    case: Case
    arguments: dict[str, str]


def table() -> str:
    """The table as it stands in the docs."""
    places = _places()
    visitors = {"visitor": Client(), "citizen": signed_in(town.person("林晓"))}
    visitors |= {
        role.value: signed_in(town.person(role.value, role, places[0].case.agency)) for role in Role
    }
    lines = [
        "| address | who | " + " | ".join(name.replace("_", " ") for name in visitors) + " |",
        "|---|---|" + "---|" * len(visitors),
    ]
    for pattern, view in addresses():
        rule = view.access.name  # type: ignore[attr-defined]
        signs = [_signs(pattern, client, places) for client in visitors.values()]
        lines.append(f"| /{_readable(pattern)} | {rule} | " + " | ".join(signs) + " |")
    return HEAD + "\n".join(lines) + "\n"


def _places() -> list[Place]:
    own = town.office()
    below = town.office(slug="lukang", name="青岚市路港事务中心", parent=own.agency)
    other = town.office(slug="jiaoyu", name="青岚市教育局")
    return [_place(one) for one in (own, below, other)]


def _place(office: town.Office) -> Place:
    photo = Upload("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    case = town.request_at(office.agency, uploads=[photo]).case
    assign.assign(case, office.handler, town.may(office.section_head))
    letters.draft(
        case,
        LetterKind.ANSWER,
        {"title": "告知书", "body": "现提供。"},
        town.ends_as(Disposition.PROVIDED),
        town.may(office.handler),
    )
    named = {
        "number": case.number,
        "party": str(case.parties.get().pk),
        "letter": str(case.letters.get().pk),
        "file": str(case.attachments.get().pk),
        "slug": case.agency.slug,
        "step": "who",
        "checkup_id": "0" * 32,
        "first": "0" * 32,
        "second": "1" * 32,
        "to": "docx",
        "uidb36": "1",
        "key": "none",
        "provider_id": "none",
    }
    return Place(case, named)


def _signs(pattern: str, client: Client, places: list[Place]) -> str:
    """One sign, or three where the address names a case."""
    concerned = places if "number" in _names(pattern) else places[:1]
    return " ".join(_sign(client.get(f"/{_filled(pattern, one)}")) for one in concerned)


def _sign(answer: HttpResponse) -> str:
    where = answer.headers.get("Location", "")
    if answer.status_code == 404:
        return "–"
    if answer.status_code == 403:
        return "✗"
    assert answer.status_code < 500, answer.status_code
    return "door" if where.startswith("/account/login/?next=") else "✓"


def _filled(pattern: str, place: Place) -> str:
    """The address with the place's names in it; one without a sample here is an error to mend."""
    plain = _PATTERN.sub(r"<\1>", pattern).replace("^", "").replace("$", "")
    return _ARGUMENT.sub(lambda found: place.arguments[found.group(1)], plain)


def _names(pattern: str) -> Iterator[str]:
    return (found.group(1) for found in _ARGUMENT.finditer(_PATTERN.sub(r"<\1>", pattern)))


def _readable(pattern: str) -> str:
    plain = _PATTERN.sub(r"<\1>", pattern).replace("^", "").replace("$", "")
    return _ARGUMENT.sub(r"‹\1›", plain)
