"""What a year comes to is known when it is over: before, nothing of it becomes public (§3a)."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests import town
from tests.annual_report.reports import a_report
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.years import head
from tests.town import may
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.reporting.actions import send_up
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.models import Publication

LAST_MINUTE = datetime(YEAR, 12, 31, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST_MINUTE = datetime(YEAR + 1, 1, 1, 0, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_until_midnight_of_31_december_it_does_not_go_up() -> None:
    with moment.standing_at(LAST_MINUTE):
        reporting = Reporting()
        reporting.written()
        with pytest.raises(Mistakes) as refused:
            send_up.send_up(reporting.report, reporting.figures(), may(reporting.office.handler))
    with moment.standing_at(FIRST_MINUTE):
        version = reporting.sent_up()

    assert "还没有结束" in refused.value.fields["override"]
    assert version.number == 1


def test_none_is_brought_in_as_published_before_its_year_is_over() -> None:
    office = town.office()
    report = replace(a_report(), year=YEAR)
    file = Upload("年报.html", write(report, "html"))

    with moment.standing_at(LAST_MINUTE), pytest.raises(Mistakes, match="year"):
        bring_in(office.agency, report, file, head(office))
    assert not Publication.objects.exists()
    with moment.standing_at(FIRST_MINUTE):
        bring_in(office.agency, report, file, head(office))
    assert Publication.objects.get().year == YEAR
