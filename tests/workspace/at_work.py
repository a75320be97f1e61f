"""An office at work, for tests: its people each in a browser, and what a page says."""

import re
from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.signing_in import signed_in
from yangguang.agencies.models import Agency
from yangguang.casework.models import Case
from yangguang.inforequests.actions import assign


@dataclass(frozen=True)
class AtWork:
    """An office, and the browser of each of its people."""

    office: town.Office
    handler: Client
    section_head: Client
    disclosure_head: Client
    leader: Client
    reviewer: Client

    @property
    def agency(self) -> Agency:
        """The agency."""
        return self.office.agency

    def assigned(self, **changes) -> Case:
        """A request in the handler's hands."""
        case = town.request_at(self.agency, **changes).case
        assign.assign(case, self.office.handler, town.may(self.office.section_head))
        return case


def an_office(**facts) -> AtWork:
    """An office with everyone signed in; `facts` as in `town.agency`."""
    office = town.office(**facts)
    heads = (office.section_head, office.disclosure_head, office.leader)
    people = (office.handler, *heads, office.reviewer)
    return AtWork(office, *map(signed_in, people))


def address(case: Case, move: str = "") -> str:
    """The address of a case, or of a move in it."""
    return f"/workspace/cases/{case.number}" + (f"/{move}" if move else "")


def make(client: Client, case: Case, move: str, **filled) -> HttpResponse:
    """Open a move's page, fill in its form and send it, as a browser would."""
    page = client.get(address(case, move), filled.pop("query", {}))
    return client.post(address(case, move), {**fields_of(page), **filled})


def fields_of(page: HttpResponse) -> dict[str, str]:
    """What the page's form holds: the fields filled in beforehand."""
    form, found = page.context["form"], {"seen": str(page.context["overview"].seen)}
    for field in form:
        value = field.value()
        if value not in (None, "") and field.name not in ("attachments", "keep"):
            found[field.name] = str(value)
    return found


def words_of(answer: HttpResponse) -> str:
    """The page's words without tags, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
