"""The classes under which an agency files: those of all agencies, and its own (Art. 45)."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Event
from yangguang.inforequests.events import What
from yangguang.inforequests.models import FilingClass
from yangguang.law.filing import CLASS_NAMES, CLASSES, LONGEST_NAME, RecordClass, Retention


class Kind(NamedTuple):
    """A class, as it is chosen (`key`): its name, its period, the row of an own one."""

    key: str
    record_class: RecordClass
    name: str
    retention: Retention
    own: int | None = None


def kinds_of(agency: Agency) -> dict[str, Kind]:
    """The classes under which an agency files now, by key. One query."""
    common = [Kind(one, one, rule.name, rule.retention) for one, rule in CLASSES.items()]
    own = [
        Kind(f"own-{one.pk}", RecordClass.OWN, one.name, Retention(one.retention), one.pk)
        for one in FilingClass.objects.filter(agency=agency, ended_at=None)
    ]
    return {one.key: one for one in (*common, *own)}


def proposed(is_disputed: bool) -> RecordClass:
    """The class that is proposed for a request."""
    return RecordClass.DISPUTED if is_disputed else RecordClass.REQUEST


def add(agency: Agency, name: str, retention: Retention, people: Standing) -> FilingClass:
    """A class of the agency's own. Raises NotAllowed, Mistakes."""
    _require(agency, people)
    assert people.person is not None
    name = " ".join(name.split())
    if not name:
        raise Mistakes({"name": _("请填写类别的名称。")})
    if len(name) > LONGEST_NAME:
        raise Mistakes({"name": _("名称最多 {most} 个字。").format(most=LONGEST_NAME)})
    taken = Mistakes({"name": _("已经有这个类别。")})
    if name in CLASS_NAMES.values():
        raise taken
    try:
        with transaction.atomic():
            return FilingClass.objects.create(
                agency=agency,
                name=name,
                retention=retention,
                made_by=people.person,
                made_at=moment.now(),
            )
    except IntegrityError:
        raise taken from None


def end(one: FilingClass, people: Standing) -> None:
    """File nothing more under a class; what lies under it stays. Raises NotAllowed."""
    _require(one.agency, people)
    FilingClass.objects.filter(pk=one.pk, ended_at=None).update(ended_at=moment.now())


def names_in(events: Iterable[Event]) -> dict[int, str]:
    """The names of the own classes that events name. One query, none where none is named."""
    named = {
        event.payload["own"]
        for event in events
        if event.kind == What.FILED and "own" in event.payload
    }
    found = FilingClass.objects.filter(pk__in=named).values_list("pk", "name") if named else ()
    return dict(found)


def _require(agency: Agency, people: Standing) -> None:
    if not people.can(Capability.ASSIGN, agency.pk):
        raise NotAllowed(_("类别由分办申请的负责人设置。"))
