"""What was published is no longer what the records say: an entry came late, or was voided."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yangguang.agencies.capabilities import Capability, holders_at
from yangguang.casework.digests import canonical, digest
from yangguang.casework.ledger import ENTRY_VOIDED
from yangguang.casework.models import Event
from yangguang.inforequests.events import KIND, What
from yangguang.reporting import published
from yangguang.reporting.compiling import Carry, compile_report
from yangguang.reporting.compiling.facts import last_day
from yangguang.reporting.models import Publication
from yangguang.reporting.reminding.notice import Notice, named, way_of

YEARS = 2
"""Of how many years the reports are looked at, the last first."""


def drift(now: datetime, on: date) -> Iterator[Notice]:
    """What writers are told of the published reports of the last years.

    Only those are compiled whose agency has a late entry; of a government's report, what was asked
    of itself. Of its members' figures these are told.
    """
    late = [one for year in range(on.year - YEARS, on.year) for one in _touched(year)]
    writers = holders_at(Capability.REPORT, {one.agency_id for one in late}, on)
    for one in late:
        changed = changed_since(one, now)
        if not changed:
            continue
        key = f"drift:{one.version_id}:{_short(changed)}"
        for person in writers[one.agency_id]:
            yield Notice(
                person,
                key,
                _("公布的年报和台账不一致"),
                (_said(one, len(changed)), _("请编制更正版，或者在下一年的年报里写明原因。")),
                way_of(one.agency, one.year),
            )


def changed_since(publication: Publication, now: datetime) -> dict[str, Decimal]:
    """The cells that the records give otherwise than when the version was frozen: by how much."""
    known_at = publication.version.known_at
    assert known_at is not None
    agency, year = publication.agency, publication.year
    before = compile_report(agency, year, known_at, Carry.LEDGER).records
    after = compile_report(agency, year, now, Carry.LEDGER).records
    cells = sorted({*before, *after})
    differ = {one: after.get(one, Decimal(0)) - before.get(one, Decimal(0)) for one in cells}
    return {one: by for one, by in differ.items() if by}


def _touched(year: int) -> Iterator[Publication]:
    """What is public of a year, was compiled here, and has an entry since that may change it."""
    of_year = Q(occurred_on__lte=last_day(year)) | Q(kind__in=(ENTRY_VOIDED, What.VOIDED))
    public = list(
        published.current()
        .filter(year=year, version__known_at__isnull=False)
        .select_related("agency", "version")
        .defer("version__content", "version__counted", "version__findings")
    )
    if not public:
        return
    known = {one.pk: one.version.known_at for one in public}
    first = min(at for at in known.values() if at is not None)
    entered = Event.objects.filter(of_year, case__kind=KIND, recorded_at__gt=first)
    latest = dict(
        entered.order_by().values_list("case__agency").annotate(latest=Max("recorded_at"))
    )
    for one in public:
        at = latest.get(one.agency_id)
        if at is not None and one.version.known_at is not None and at > one.version.known_at:
            yield one


def _said(one: Publication, many: int) -> str:
    said = ngettext(
        "{report}：公布以后有补记或者冲正的记录，{n} 格和台账不一致。",
        "{report}：公布以后有补记或者冲正的记录，{n} 格和台账不一致。",
        many,
    )
    return said.format(report=named(one.agency, one.year), n=many)


def _short(changed: Mapping[str, Decimal]) -> str:
    """The same for the same differences, so that another is told again."""
    return digest(canonical({cell: str(by) for cell, by in changed.items()}))[:16]
