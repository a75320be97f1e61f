"""A figure or an explanation saved between compiling and sending up stops it: nothing is lost.

Run on both databases: on PostgreSQL two act at once.
"""

from contextlib import AbstractContextManager
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.prepared import MONDAY, at_once
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.actions import send_up, write
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.after_freezing import not_in_it
from yangguang.reporting.life import Stage
from yangguang.reporting.models import EnteredFigure, Version
from yangguang.reporting.under_way import figures_to_send_up

LICENCES = "table2.licences.decisions"
ENTRY = Entry(LICENCES, Decimal(17), "审批科", "漏了")


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    made.figures()
    made.written()
    return made


def _a_minute_later() -> AbstractContextManager[None]:
    return moment.standing_at(MONDAY + timedelta(minutes=1))


def test_a_figure_that_another_entered_meanwhile_stops_it(reporting: Reporting) -> None:
    office = reporting.office
    compiled = figures_to_send_up(reporting.report)
    with _a_minute_later():
        enter_figure(office.agency, YEAR, ENTRY, may(office.section_head))

        with pytest.raises(NotAllowed, match=f"^{office.section_head.name}刚刚改过"):
            send_up.send_up(reporting.report, compiled, may(office.handler))
        assert reporting.stage is Stage.DRAFTING

        again = figures_to_send_up(reporting.report)
        version = send_up.send_up(reporting.report, again, may(office.handler))

    assert version.content["cells"][LICENCES]["value"] == 17


def test_an_explanation_given_meanwhile_stops_it(reporting: Reporting) -> None:
    """It may decide by which figure 上年结转 is carried over."""
    office = reporting.office
    compiled = figures_to_send_up(reporting.report)
    with _a_minute_later():
        write.explain(reporting.report, "0" * 16, "口径不同", may(office.section_head))

    with pytest.raises(NotAllowed, match="请看过现在的内容再送审"):
        send_up.send_up(reporting.report, compiled, may(office.handler))


def test_what_was_entered_for_another_year_or_elsewhere_does_not(reporting: Reporting) -> None:
    office = reporting.office
    compiled = figures_to_send_up(reporting.report)
    with _a_minute_later():
        enter_figure(office.agency, YEAR - 1, ENTRY, may(office.handler))
    row = EnteredFigure.objects.latest("pk")
    row.pk, row.agency, row.year = None, reporting.above, YEAR
    row.save(force_insert=True)

    send_up.send_up(reporting.report, compiled, may(office.handler))

    assert reporting.stage is Stage.IN_APPROVAL


@pytest.mark.django_db(transaction=True)
def test_at_one_moment_it_is_in_the_version_or_it_is_said_that_it_is_not(
    reporting: Reporting,
) -> None:
    office = reporting.office
    compiled = figures_to_send_up(reporting.report)

    def entered() -> str:
        with _a_minute_later():
            enter_figure(office.agency, YEAR, ENTRY, may(office.section_head))
            return not_in_it(office.agency, YEAR)

    said, sent = at_once(
        [entered, lambda: send_up.send_up(reporting.report, compiled, may(office.handler))]
    )

    if isinstance(sent, Version):
        assert "内容已经固定" in said
    else:
        assert (said, type(sent)) == ("", NotAllowed)
