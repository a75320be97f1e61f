"""What was published is compared with the records; late entries that change them are told once."""

import pytest

from tests import town
from tests.prepared import at
from tests.reporting.told import everyone, told_of_the_published
from tests.reporting.years import asked, day, entered_late, published
from yangguang.casework import moment
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


def test_what_goes_on_in_the_next_year_touches_nothing(office: town.Office) -> None:
    asked(office, at(2, 3))

    assert told_of_the_published(at(2, 4)) == {}


def test_a_corrected_version_is_what_counts(office: town.Office) -> None:
    entered_late(office, day(2025, 12, 30), at(2, 3))
    with moment.standing_at(at(2, 4)):
        published(office, compile_report(office.agency, 2025, moment.now()).report, "补记一件")

    assert told_of_the_published(at(2, 5)) == {}
