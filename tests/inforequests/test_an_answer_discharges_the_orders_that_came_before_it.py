"""Several disputes over one request: each order is discharged only by an answer that leaves later.

And that answer discharges all that stand then, whichever dispute brought them.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import town
from tests.inforequests import disputing
from tests.inforequests.writing import standing
from tests.portal.requests.working import answer
from yangguang.casework import ledger, personal
from yangguang.casework.models import Event, LetterRevision
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import dispute, registry
from yangguang.inforequests.events import Way, What
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling, Unit
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind

BEGUN = date(2026, 3, 2)
RECEIVED = {
    "channel": Channel.PORTAL,
    "applicant_kind": ApplicantKind.NATURAL_PERSON,
    "party": 1,
    "text": 1,
    "key": 1,
}
TRACKS = (DisputeTrack.REVIEW, DisputeTrack.SUIT, DisputeTrack.SUIT_AFTER_REVIEW)


class Played:
    """Events as they are entered, and which orders stand by a reckoning of the test's own."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.letter = 0
        self.orders: dict[int, date] = {}
        self.last_left = date.min
        self.add(What.RECEIVED, BEGUN, **RECEIVED)
        self.add(What.ASSIGNED, BEGUN, handler=1)
        for number, track in enumerate(TRACKS, 1):
            self.add(What.DISPUTE_OPENED, BEGUN, dispute=number, track=track, simplified=0)

    def add(self, what: What, on: date, **payload: Any) -> None:
        self.events.append(Event(kind=what, payload=payload, occurred_on=on))

    @property
    def request(self) -> derivation.Standing:
        return derivation.standing(self.events)

    def order(self, number: int, on: date) -> None:
        self.add(
            What.DISPUTE_DECIDED,
            on,
            dispute=number,
            ruling=Ruling.REVOKED,
            period=20,
            unit=Unit.WORKING,
            stated=0,
        )
        if self.last_left <= on:
            self.orders[number] = on

    def issue(self, on: date) -> None:
        self.letter += 1
        self.add(What.ISSUED, on, letter=self.letter, disposition=Disposition.DOES_NOT_EXIST)

    def leave(self, on: date) -> None:
        self.add(What.SENT, on, letter=self.letter)
        self.orders = {number: came for number, came in self.orders.items() if came > on}
        self.last_left = on

    def appeal(self, number: int, on: date) -> None:
        self.add(What.DISPUTE_APPEALED, on, dispute=number, ours=0)
        self.orders.pop(number, None)


def test_an_order_entered_late_is_discharged_though_another_has_sent_it_back() -> None:
    played = Played()
    played.issue(BEGUN)
    played.leave(BEGUN + timedelta(days=1))
    played.order(2, BEGUN + timedelta(days=1))

    played.order(3, BEGUN)

    assert set(played.request.orders) == {2}
    assert [one.duty.dispute for one in played.request.answered_anew] == [3]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_the_orders_that_stand_are_those_that_no_answer_followed(data: st.DataObject) -> None:
    played, day, issued = Played(), BEGUN, BEGUN
    for _ in range(data.draw(st.integers(1, 12))):
        day += timedelta(days=data.draw(st.integers(0, 9)))
        request = played.request
        decided = [one.number for one in request.disputes.values() if one.decision]
        suits = [number for number in decided if request.disputes[number].is_suit]
        suits = [number for number in suits if not request.disputes[number].appeal]
        undecided = [number for number in request.disputes if number not in decided]
        can = {
            "order": bool(undecided),
            "appeal": bool(suits),
            "issue": not request.is_closed and not request.has_numbered_answer,
            "leave": request.has_numbered_answer,
        }
        lawful = [name for name, is_lawful in can.items() if is_lawful]
        if not lawful:
            break
        match data.draw(st.sampled_from(lawful)):
            case "order":
                late = day - timedelta(days=data.draw(st.integers(0, 9)))
                played.order(data.draw(st.sampled_from(undecided)), max(late, BEGUN))
            case "appeal":
                played.appeal(data.draw(st.sampled_from(suits)), day)
            case "issue":
                issued = day
                played.issue(day)
            case _:
                # Posted on the day of the issue or later, and entered today.
                earlier = st.integers(0, (day - issued).days)
                played.leave(day - timedelta(days=data.draw(earlier)))

        now = played.request
        assert set(now.orders) == set(played.orders)
        if now.first:
            assert now.is_closed is not bool(played.orders)
            assert now.counted == Disposition.DOES_NOT_EXIST
        for one in now.answered_anew:
            assert one.on >= one.duty.order.received


def test_one_answer_names_and_satisfies_both() -> None:
    office = town.office()
    case = disputing.answered(office)
    disputing.notified(case, office)
    disputing.notified(case, office, DisputeTrack.SUIT)
    disputing.decided(case, office, Ruling.REVOKED, orders=True)
    disputing.decided(case, office, Ruling.ORDERED, 2)

    answer(case, office, Way.ELECTRONIC, disposition=Disposition.DOES_NOT_EXIST)

    request = standing(case)
    assert request.is_closed
    assert not request.orders
    assert [one.duty.dispute for one in request.answered_anew] == [1, 2]
    words = personal.words_of(LetterRevision.objects.order_by("-pk")[0].text)
    assert isinstance(words, dict)
    opening = str(words["opening"])
    assert "青岚市人民政府行政复议决定（" in opening
    assert "、青岚市中级人民法院行政判决（" in opening
    holding = ledger.standing_events(case.events.order_by("seq"))
    decisions = [one.seq for one in holding if one.kind == What.DISPUTE_DECIDED]
    assert not registry.can_be_voided(holding) & set(decisions)


def test_an_appeal_takes_only_its_own_order_away() -> None:
    office = town.office()
    case = disputing.answered(office)
    disputing.notified(case, office)
    disputing.notified(case, office, DisputeTrack.SUIT)
    disputing.decided(case, office, Ruling.REVOKED, orders=True)
    disputing.decided(case, office, Ruling.ORDERED, 2)

    dispute.appealed(case, 2, False, town.may(office.handler))

    request = standing(case)
    assert request.is_reopened
    assert set(request.orders) == {1}
