"""Begin the report of an agency on a year."""

import secrets

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.form import FIRST_YEAR, edition_for
from yangguang.casework import ledger, moment, personal
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case
from yangguang.reporting.due import due_day, kind_of
from yangguang.reporting.events import KIND, What
from yangguang.reporting.models import YearReport


def begin(agency: Agency, year: int, people: Standing) -> YearReport:
    """The report on a year, begun where it was not yet.

    Raises NotAllowed: not theirs to write, no duty to report (Art. 55). Mistakes: no such year.
    """
    if not people.can(Capability.REPORT, agency.pk):
        raise NotAllowed(_("您的岗位不编制这个机关的年度报告。"))
    if kind_of(agency) is None:
        raise NotAllowed(_("公共企事业单位不编制政府信息公开工作年度报告（第五十五条）。"))
    if edition_for(year) is None or year > moment.today().year:
        raise Mistakes({"year": _("年份应当在 {first} 年至今年之间。").format(first=FIRST_YEAR)})
    there = YearReport.objects.filter(agency=agency, year=year).first()
    try:
        return there or _begun(agency, year, people)
    except IntegrityError:  # someone else began it at the same moment
        return YearReport.objects.get(agency=agency, year=year)


@transaction.atomic
def _begun(agency: Agency, year: int, people: Standing) -> YearReport:
    case = Case.objects.create(
        kind=KIND,
        agency=agency,
        number=f"{year}-{agency.pk:04d}-NB",
        query_code=secrets.token_bytes(32),  # nobody looks a report up by a code
        opened_at=moment.now(),
    )
    report = YearReport.objects.create(agency=agency, year=year, case=case)
    due = due_day(agency, year)
    holding = people.holding(Capability.REPORT, agency.pk)
    ledger.record(
        case,
        What.BEGUN,
        occurred_on=moment.today(),
        actor=ledger.Actor(people.person, holding.instead_of if holding else None),
        payload={
            "year": year,
            "due": due.isoformat() if due else None,
            "key": personal.new_key().pk,
        },
    )
    return report
