"""A report is taken or returned by the office above, never by the one that submits it (Art. 49)."""

import pytest

from tests import town
from tests.reporting.reported import Reporting
from tests.town import may
from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import AgencyKind, Post, Role
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.actions import hand_over


def test_its_own_supervisor_cannot_accept_it() -> None:
    reporting = Reporting()
    own = town.person("本单位监督", Role.SUPERVISOR, reporting.agency)
    reporting.submitted()

    with pytest.raises(NotAllowed, match="不由您的岗位"):
        hand_over.accept(reporting.report, may(own))
    hand_over.accept(reporting.report, may(reporting.supervisor))


def test_a_supervisor_still_sees_the_figures_of_the_own_office() -> None:
    office = town.agency(slug="ban", name="青岚市某办", kind=AgencyKind.GOVERNMENT_OFFICE)
    below = town.agency(supervising=office)
    people = may(town.person("监督", Role.SUPERVISOR, office))

    assert people.agencies(Capability.TAKE_REPORTS) == {below.pk}
    assert people.agencies(Capability.SEE_FIGURES) == {office.pk, below.pk}


def test_who_wrote_of_it_does_not_accept_it_for_the_office_above() -> None:
    reporting = Reporting()
    reporting.submitted()
    Post.objects.create(
        person=reporting.office.handler,
        agency=reporting.above,
        role=Role.SUPERVISOR,
        since=town.LONG_AGO,
    )

    with pytest.raises(NotAllowed, match="编制"):
        hand_over.accept(reporting.report, may(reporting.office.handler))


def test_who_stands_in_for_the_supervisor_is_named_with_them() -> None:
    reporting = Reporting()
    reporting.submitted()
    deputy = town.person("吴代办")
    post = reporting.supervisor.posts.get()
    post.delegations.create(to=deputy, since=moment.today(), until=moment.today(), reason="休假")

    event = hand_over.accept(reporting.report, may(deputy))

    assert (event.actor, event.instead_of) == (deputy, reporting.supervisor)
