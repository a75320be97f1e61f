"""What was published is compared with the records; late entries that change them are told once."""

from dataclasses import replace

import pytest

from tests import town
from tests.prepared import at
from tests.reporting.rolling_up.rolled import a_city, filed, of_requests
from tests.reporting.told import everyone, told_of_the_published
from tests.reporting.years import asked, day, entered_late, published
from yangguang.agencies.models import Role
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.inforequests.actions import registry
from yangguang.inforequests.events import KIND, VoidReason
from yangguang.reporting.compiling import compile_report


@pytest.fixture
def office() -> town.Office:
    made = town.office()
    everyone(made)
    asked(made, day(2025, 12, 29))
    with moment.standing_at(at(1, 20)):
        published(made, compile_report(made.agency, 2025, moment.now()).report)
    return made


def test_those_who_write_it_are_told_once(office: town.Office) -> None:
    entered_late(office, day(2025, 12, 30), at(2, 3))

    told, again = told_of_the_published(at(2, 4)), told_of_the_published(at(2, 5))

    writers = (office.handler, office.section_head, office.disclosure_head)
    assert set(told) == {one.email for one in writers}
    assert (
        "青岚市交通运输局 2025 年度报告：公布以后有补记或者冲正的记录，"
        in told[office.handler.email]
    )
    assert again == {}


def test_another_difference_is_told_again(office: town.Office) -> None:
    entered_late(office, day(2025, 12, 30), at(2, 3))
    told_of_the_published(at(2, 4))

    entered_late(office, day(2025, 12, 31), at(2, 5))

    assert told_of_the_published(at(2, 6))


def test_a_registration_that_is_void_is_told_and_so_is_that_it_is_not(office: town.Office) -> None:
    case = Case.objects.get(kind=KIND)
    with moment.standing_at(at(2, 3)):
        registry.void(case, VoidReason.TWICE, town.may(office.handler))
    void = told_of_the_published(at(2, 4))
    with moment.standing_at(at(2, 5)):
        published(office, compile_report(office.agency, 2025, moment.now()).report, "重复登记")
    with moment.standing_at(at(2, 6)):
        registry.void_entry(case, case.events.latest("seq").seq, town.may(office.handler))

    counted_again = told_of_the_published(at(2, 7))

    assert office.handler.email in void
    assert office.handler.email in counted_again


def test_of_a_government_s_report_what_was_asked_of_itself_is_told() -> None:
    city = a_city()
    everyone(city.office)
    with moment.standing_at(at(1, 20)):
        filed(city.government, of_requests(30))
    assert told_of_the_published(at(2, 2)) == {}

    clerk = town.person("钱登记", Role.HANDLER, city.government)
    asked_of_it = replace(city.office, agency=city.government, handler=clerk)
    entered_late(asked_of_it, day(2025, 12, 30), at(2, 3))

    told = told_of_the_published(at(2, 4))
    assert "青岚市人民政府 2025 年度报告：公布以后有补记" in told[city.office.handler.email]


def test_what_goes_on_in_the_next_year_touches_nothing(office: town.Office) -> None:
    asked(office, at(2, 3))

    assert told_of_the_published(at(2, 4)) == {}


def test_a_corrected_version_is_what_counts(office: town.Office) -> None:
    entered_late(office, day(2025, 12, 30), at(2, 3))
    with moment.standing_at(at(2, 4)):
        published(office, compile_report(office.agency, 2025, moment.now()).report, "补记一件")

    assert told_of_the_published(at(2, 5)) == {}
