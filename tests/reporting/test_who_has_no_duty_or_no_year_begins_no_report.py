"""A report is begun of a year that has a form and has come, by an agency that must report."""

import pytest

from tests import town
from tests.reporting.years import head
from tests.town import may
from yangguang.agencies.models import AgencyKind
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.models import YearReport


@pytest.mark.parametrize("year", [0, 2018, 2027, 99999])
def test_no_year_without_a_form_nor_one_to_come(year: int) -> None:
    office = town.office()

    with pytest.raises(Mistakes, match="year"):
        begin(office.agency, year, head(office))
    assert not YearReport.objects.exists()


def test_a_public_enterprise_has_no_annual_report() -> None:
    office = town.office(slug="shui", name="青岚市自来水公司", kind=AgencyKind.PUBLIC_ENTERPRISE)

    with pytest.raises(NotAllowed, match="第五十五条"):
        begin(office.agency, 2025, head(office))


def test_nobody_begins_one_whose_post_does_not_report() -> None:
    office = town.office()

    for one in (office.leader, office.reviewer, town.person("过路人")):
        with pytest.raises(NotAllowed):
            begin(office.agency, 2025, may(one))
    assert not YearReport.objects.exists()
