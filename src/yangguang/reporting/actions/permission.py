"""Who may give figures of an agency's report, and for which cells."""

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency, Person
from yangguang.annual_report.form import Form
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.compiling.compiler import form_of


def require_may_report(agency: Agency, people: Standing) -> Person:
    """Who acts. Raises NotAllowed, with the sentence for the user."""
    if people.person is None or not people.can(Capability.REPORT, agency.pk):
        raise NotAllowed(
            _("您在{agency}的岗位不能填报年报的数字。").format(agency=agency.short_name)
        )
    return people.person


def form_that_is_open(year: int) -> Form:
    """The form of a year that has begun. Raises NotAllowed for any other."""
    if year > moment.today().year:
        raise NotAllowed(_("{year} 年还没有开始。").format(year=year))
    return form_of(year)
