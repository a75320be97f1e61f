"""The queue narrowed to the requests that a figure of the statistics counts."""

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency, Person
from yangguang.annual_report.form.table3 import TABLE_2021
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests.counting import MEASURE_NAMES, NOBODY, Counted, read
from yangguang.law.receipt import CHANNEL_NAMES


def named_in(query: QueryDict) -> Counted | None:
    """The figure that the query of an address names, if any."""
    return read(query.dict())


def narrow(found: QuerySet[CaseState], counted: Counted, people: Standing) -> QuerySet[CaseState]:
    """What of a list the figure counts: nothing where these people see no figures."""
    return found.filter(
        counted.condition(moment.today()), agency_id__in=people.agencies(Capability.SEE_FIGURES)
    )


def in_words(counted: Counted) -> str:
    """What is counted, as the page says it."""
    words = [
        _("{since} 至 {until}").format(since=counted.period.since, until=counted.period.until),
        str(MEASURE_NAMES[counted.measure]),
    ]
    if counted.row:
        line = TABLE_2021.by_id[counted.row]
        words.append(f"{line.group}{line.label}")
    if counted.channel:
        words.append(CHANNEL_NAMES[counted.channel])
    if counted.handler == NOBODY:
        words.append(_("没有承办人"))
    elif counted.handler:
        words.append(_("承办人 {name}").format(name=_named(Person, counted.handler)))
    if counted.agency:
        words.append(_named(Agency, counted.agency))
    return " · ".join(words)


def _named(model: type[Person] | type[Agency], pk: int) -> str:
    """What one is called; its number where there is none."""
    found = model.objects.filter(pk=pk).first()
    return str(found or pk)
