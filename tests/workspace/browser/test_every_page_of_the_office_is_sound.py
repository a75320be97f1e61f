"""Every page of the office, by axe and by its width: each move and stage, on both screens."""

from datetime import timedelta

import pytest

from tests import played, town
from tests.browsing import PHONE, WIDE, Visit, sound
from tests.portal.requests.working import standing
from tests.prepared import MONDAY
from tests.signing_in import signed_in
from yangguang.agencies.models import Person
from yangguang.casework.models import Case, Letter
from yangguang.inforequests import lawful
from yangguang.inforequests.moves import Move
from yangguang.workspace.urls import slug

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (PHONE, "light")]),
]

LATELY = MONDAY - timedelta(days=7)
"""So lately that the period can be extended."""
LONG_AGO = MONDAY - timedelta(days=60)
"""So long that what was not corrected can lapse."""


def _pages_of(case: Case, people: tuple[Person, ...], seen: set[Move]) -> dict[str, Person]:
    """The case's own page and those of moves that were not seen yet, each with who opens it."""
    own = f"/workspace/cases/{case.number}"
    found = {own: people[0]}
    for person in people:
        for offer in lawful.offers(standing(case), town.may(person), case.agency_id):
            if not offer.objection and offer.move not in seen:
                seen.add(offer.move)
                found[f"{own}/{slug(offer.move)}"] = person
    return found


def _pages(office: town.Office) -> dict[str, Person]:
    people = (office.handler, *office.approvers())
    seen: set[Move] = set()
    found = {
        address: office.handler
        for address in (
            "/workspace/",
            "/workspace/queue?tab=all",
            "/workspace/register",
            "/workspace/reminders",
            "/flow",
            "/workspace/withheld?part=all",
            "/workspace/publishing",
        )
    }
    found |= {
        address: office.section_head
        for address in ("/workspace/queue?ticked=all", "/workspace/import", "/workspace/exchanges")
    }
    report = f"/workspace/reports/{office.agency.slug}/2026"
    for address in (
        "/workspace/statistics",
        report,
        f"{report}/figures/table3.granted.total",
        f"{report}/figures/table2.licences.decisions",
        f"{report}/table",
    ):
        found[address] = office.disclosure_head
    archives = f"/workspace/archives/{office.agency.slug}"
    box = f"{archives}/{LONG_AGO.year}/ten_years/3"
    for address in (archives, f"{archives}/classes", f"{archives}/{LONG_AGO.year}", box):
        found[address] = office.section_head
    found[f"{box}/labels"] = office.section_head
    lately = [(play, LATELY) for play in (played.handling, played.reasons_given)]
    played_when = [*lately, *((play, LONG_AGO) for play in played.EVERY)]
    played_when += [(play, LONG_AGO) for play in played.TURNS]
    for play, day in played_when:
        case = play(office, day)
        found |= _pages_of(case, people, seen)
    for letter in Letter.objects.filter(case__state__state="in_approval"):
        found[f"/workspace/cases/{letter.case.number}/letter/{letter.pk}"] = office.handler
    (handled,) = Case.objects.filter(state__state="approved")
    party = handled.parties.get()
    found[f"/workspace/cases/{handled.number}/party/{party.pk}"] = office.handler
    assert seen == set(Move)
    return found


def test_wherever_one_comes(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    office = town.office()
    pages = _pages(office)
    for person in set(pages.values()):
        page = visit("/", size, color_scheme=scheme)
        cookie = signed_in(person).cookies["yangguang"].value
        page.context.add_cookies([{"name": "yangguang", "value": cookie, "url": page.url}])
        for address in (one for one, who in pages.items() if who == person):
            answer = page.goto(address)
            assert answer and answer.status == 200, address
            sound(page)
