"""A roll-up is sent up while a member corrects, or another decides whom it adds up.

Run on both databases: on PostgreSQL many write at once.
"""

from datetime import timedelta
from threading import Event as Signal

import pytest

from tests.prepared import MONDAY, at_once
from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import NEW, City, a_city, filed, of_requests
from tests.town import may
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.verification import broken_chains
from yangguang.reporting.acting import acting
from yangguang.reporting.actions import send_up
from yangguang.reporting.actions.hand_over import make_public
from yangguang.reporting.events import What
from yangguang.reporting.life import Move, Stage, standing_of
from yangguang.reporting.models import RollUpScope, Version
from yangguang.reporting.rolling_up import since
from yangguang.reporting.rolling_up.rollup import roll_up
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Preset
from yangguang.reporting.under_way import figures_to_send_up

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = send_up.Words(override="法定期限已到。")
LONG_ENOUGH = 0.5
"""Seconds for who would not wait to be done with compiling."""


@pytest.fixture
def city() -> City:
    return a_city()


@pytest.fixture
def corrected(city: City) -> Version:
    """The corrected version of a member, submitted; 30 requests are public, it says 31."""
    member = city.below("jiaotong")
    filed(member, of_requests(30))
    city.scoped()
    return filed(member, of_requests(31), is_public=False)


def _publish(version: Version, begun: Signal, sent: Signal) -> None:
    """As `hand_over.publish` does with what was approved; it does not end before `sent`."""
    with acting(version.report, Move.PUBLISH, may(version.made_by)) as situation:
        make_public(situation, version, situation.on)
        situation.record(What.PUBLISHED, {"version": version.number, "digest": version.digest})
        begun.set()
        sent.wait(LONG_ENOUGH)


def _sent_up(city: City) -> Version:
    compiled = figures_to_send_up(city.report)
    return send_up.send_up(city.report, compiled, may(city.office.handler), WORDS)


def _says(version: Version) -> int:
    return int(version.content["cells"][NEW]["value"])


def _says_again(version: Version) -> int:
    """The sum, added up again as known at the version's moment."""
    assert version.known_at is not None
    return int(roll_up(version.report.agency, YEAR, version.known_at).sum.cells[NEW])


def test_a_correction_that_is_being_published_is_waited_for(city: City, corrected: Version) -> None:
    begun, sent = Signal(), Signal()

    def send() -> Version:
        begun.wait()
        with moment.standing_at(MONDAY + timedelta(minutes=1)):
            version = _sent_up(city)
        sent.set()
        return version

    _, version = at_once([lambda: _publish(corrected, begun, sent), send])

    assert (_says(version), _says_again(version)) == (31, 31)
    assert since.corrected_since(version) == []


def test_at_one_moment_it_is_added_up_or_the_writers_are_told(
    city: City, corrected: Version
) -> None:
    done = Signal()
    done.set()

    _, version = at_once([lambda: _publish(corrected, Signal(), done), lambda: _sent_up(city)])

    told = [one.agency.slug for one in since.corrected_since(version)]
    assert (_says(version), told) in [(30, ["jiaotong"]), (31, [])]
    assert not list(broken_chains())


def test_a_scope_decided_after_compiling_stops_it(city: City, corrected: Version) -> None:
    compiled = figures_to_send_up(city.report)
    with moment.standing_at(MONDAY + timedelta(minutes=1)):
        decided = city.scoped(Preset.OWN, Basis.PUBLISHED)

        with pytest.raises(NotAllowed, match=f"^{city.office.handler.name}刚刚改过"):
            send_up.send_up(city.report, compiled, may(city.office.handler), WORDS)
        version = _sent_up(city)

    assert version.rests_on is not None
    assert version.rests_on["scope"] == decided.pk
    assert version.number == 1


def test_at_one_moment_it_is_sent_up_or_the_scope_is_changed(
    city: City, corrected: Version
) -> None:
    """Both hold the report: whoever comes second is told, and what is sent up has its scope."""
    compiled = figures_to_send_up(city.report)
    before = RollUpScope.objects.get()

    def decide() -> RollUpScope:
        with moment.standing_at(MONDAY + timedelta(minutes=1)):
            return city.scoped(Preset.OWN)

    found = at_once(
        [
            decide,
            lambda: send_up.send_up(city.report, compiled, may(city.office.handler), WORDS),
        ]
    )

    assert sorted(type(one) is NotAllowed for one in found) == [False, True]
    is_sent = standing_of(city.report).stage is Stage.IN_APPROVAL
    assert RollUpScope.objects.count() == (1 if is_sent else 2)
    if is_sent:
        assert city.report.versions.get().rests_on["scope"] == before.pk
    assert not list(broken_chains())
