"""Who may open what, found by opening it: every address, as everyone, for cases near and far."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.reporting.years import published
from tests.signing_in import signed_in
from yangguang.agencies.access import addresses
from yangguang.agencies.models import Role
from yangguang.casework import approval, disposal, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case, DisposalList, IssuedLetter
from yangguang.inforequests.actions import applicant, assign, filing, letters
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition
from yangguang.law.filing import Box, RecordClass, Retention
from yangguang.reporting.actions import begin
from yangguang.reporting.compiling import compile_report

TABLE = Path(__file__).parents[2] / "docs" / "access.md"
HEAD = """# Who may open what

Found by opening every address of the site as everyone; a test compares it. Write it anew with
`make access`, and read what changed.

✓ opens · → led on, to where this comes from or leads to · ✗ refused, with the reason · – there is
nothing there for them to know of · door: led to signing in. What takes no GET is sent a POST. Where
an address names a case, a list or an agency, the three signs are for the own agency, one below it,
and another; the applicant has given number and query code of the first. Staff are others
than who has these cases in hand. Whether a step is lawful at the moment is another question: the
page then says why not.

"""
_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
_PATTERN = re.compile(r"\(\?P<(\w+)>[^)]*\)")


@dataclass(frozen=True)
class Place:
    """A case with all that an address can name of it; `sent` of what the applicant was sent."""

    case: Case
    code: str
    arguments: dict[str, str]
    sent: dict[str, str]


def table() -> str:
    """The table as it stands in the docs."""
    places = _places()
    visitors = {
        "visitor": Client(),
        "applicant": _with_code(places[0]),
        "citizen": signed_in(town.person("林晓")),
    }
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
    taken = town.request_at(office.agency, uploads=[photo])
    case = taken.case
    assign.assign(case, office.handler, town.may(office.section_head))
    notice = _notice(case, office)
    letters.draft(
        case,
        LetterKind.ANSWER,
        {"title": "告知书", "body": "现提供。"},
        town.ends_as(Disposition.PROVIDED),
        town.may(office.handler),
    )
    year = _box(office).year
    begin.begin(office.agency, year, town.may(office.handler))
    published(office, compile_report(office.agency, year, moment.now()).report)
    named = {
        "number": case.number,
        "party": str(case.parties.get().pk),
        "letter": str(case.letters.exclude(pk=notice.pk).get().pk),
        "file": str(case.attachments.get(kind="request").pk),
        "slug": case.agency.slug,
        "step": "who",
        "year": str(year),
        "retention": Retention.TEN_YEARS.value,
        "box": "1",
        "listed": str(_listed(office).pk),
        "section": "1",
        "version": "1",
        "move": "submit",
        "cell": "table3.new.total",
        "figure": "period.on_time",
        "evidence": "0",
        "package": "1",
        "draft": "none",
        "secret": "none",
        "person": str(office.reviewer.pk),
        "address": "none",
        "place": "1",
        "checkup_id": "0" * 32,
        "first": "0" * 32,
        "second": "1" * 32,
        "to": "docx",
        "token": "none",
        "uidb36": "1",
        "key": "none",
        "provider_id": "none",
    }
    sent = {**named, "letter": str(notice.pk), "file": str(notice.file_id)}
    return Place(case, taken.code, named, sent)


def _listed(office: town.Office) -> DisposalList:
    """A list for disposal that waits for its approval."""
    listed = DisposalList.objects.create(
        agency=office.agency,
        cases=[],
        digest="0" * 64,
        made_by=office.handler,
        made_at=moment.now(),
    )
    subject = f"disposal:{listed.pk}"
    approval.open_round(office.agency, subject, listed.digest, disposal.PLAN, [office.handler])
    return listed


def _box(office: town.Office) -> Box:
    """A box with a file in it."""
    with moment.standing_at(moment.now() - timedelta(days=30)):
        case = town.request_at(office.agency).case
        applicant.withdraw(case, "")
        filed = filing.file(
            case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, town.may(office.section_head)
        )
    return Box(filed.payload["year"], Retention.TEN_YEARS, 1)


def _notice(case: Case, office: town.Office) -> IssuedLetter:
    """A letter that went out: the period is extended."""
    handler = town.may(office.handler)
    letters.draft(case, LetterKind.EXTENSION, {"body": "延期。"}, letters.Terms(days=5), handler)
    letters.submit(case, handler)
    working.approve(case, office.disclosure_head)
    return letters.issue(case, handler)


def _with_code(place: Place) -> Client:
    """A visitor who has given number and query code of a request."""
    client = Client()
    given = {"number": place.case.number, "code": place.code}
    assert client.post("/requests", given).status_code == 302
    return client


def _signs(pattern: str, client: Client, places: list[Place]) -> str:
    """One sign, or three where the address names a case."""
    concerned = places if {"number", "slug", "listed"} & set(_names(pattern)) else places[:1]
    return " ".join(_sign(_opened(client, f"/{_filled(pattern, one)}")) for one in concerned)


def _opened(client: Client, address: str) -> HttpResponse:
    """What the page answers; what it did is undone, so that the next finds things as they were."""
    cookies = deepcopy(client.cookies)
    before = transaction.savepoint()
    answer = client.get(address)
    if answer.status_code == 405:
        answer = client.post(address)
    if answer.streaming:
        b"".join(answer.streaming_content)  # read to its end, a file is closed
    transaction.savepoint_rollback(before)
    client.cookies = cookies
    return answer


def _sign(answer: HttpResponse) -> str:
    match answer.status_code:
        case 200 | 401 | 409 | 422:  # 401: the page on which a provider's refusal is said
            return "✓"
        case 302 | 303:
            is_door = answer.headers["Location"].startswith("/account/login/?next=")
            return "door" if is_door else "→"
        case 403:
            return "✗"
        case 404:
            return "–"
        case other:
            raise AssertionError(f"{answer.request['PATH_INFO']} answers {other}")


def _filled(pattern: str, place: Place) -> str:
    """The address with the place's names in it; one without a sample here is an error to mend."""
    plain = _PATTERN.sub(r"<\1>", pattern).replace("^", "").replace("$", "")
    named = place.sent if plain.startswith("requests/") else place.arguments
    return _ARGUMENT.sub(lambda found: named[found.group(1)], plain)


def _names(pattern: str) -> Iterator[str]:
    return (found.group(1) for found in _ARGUMENT.finditer(_PATTERN.sub(r"<\1>", pattern)))


def _readable(pattern: str) -> str:
    plain = _PATTERN.sub(r"<\1>", pattern).replace("^", "").replace("$", "")
    return _ARGUMENT.sub(r"‹\1›", plain)
