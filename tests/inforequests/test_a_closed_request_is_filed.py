from datetime import UTC, date, datetime

import pytest

from tests import played, town
from yangguang.casework import ledger
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.rebuilding import differences
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import filing, registry
from yangguang.law.filing import Filed, RecordClass, Retention

MONDAY = datetime(2026, 3, 2, 2, tzinfo=UTC)


def _file(case: Case, office: town.Office, retention=Retention.TEN_YEARS, box: int = 3):
    return filing.file(case, RecordClass.REQUEST, retention, box, town.may(office.handler))


def _filed(case: Case) -> Filed | None:
    return derivation.standing(ledger.standing_events(case.events.order_by("seq"))).filed


def test_items_are_numbered_by_year_and_period_and_kept_to_the_end_of_a_year(
    office: town.Office,
) -> None:
    first, second, third = (played.withdrawn(office, MONDAY) for _ in range(3))

    _file(first, office)
    _file(second, office, box=4)
    _file(third, office, Retention.PERMANENT)

    year = MONDAY.year
    assert _filed(first) == Filed(Retention.TEN_YEARS, year, 3, 1)
    assert _filed(second) == Filed(Retention.TEN_YEARS, year, 4, 2)
    assert _filed(third) == Filed(Retention.PERMANENT, year, 3, 1)
    states = CaseState.objects.order_by("pk")
    kept = [(one.is_filed, one.kept_until) for one in states]
    assert kept == [(True, date(year + 10, 12, 31))] * 2 + [(True, None)]
    assert filing.latest_box(office.agency) == 3
    assert list(differences()) == []


def test_what_is_open_or_void_is_not_filed(office: town.Office) -> None:
    for play in (played.handling, played.voided):
        with pytest.raises(NotAllowed):
            _file(play(office, MONDAY), office)


def test_a_box_without_a_number_is_refused(office: town.Office) -> None:
    with pytest.raises(Mistakes):
        _file(played.withdrawn(office, MONDAY), office, box=0)


def test_filed_once_till_the_entry_is_voided_and_what_closed_it_stays(office: town.Office) -> None:
    case = played.withdrawn(office, MONDAY)
    entry = _file(case, office)
    with pytest.raises(NotAllowed, match="已经归档"):
        _file(case, office)
    withdrawal = case.events.get(kind="withdrawn")
    with pytest.raises(NotAllowed, match="归档"):
        registry.void_entry(case, withdrawal.seq, town.may(office.handler))

    registry.void_entry(case, entry.seq, town.may(office.handler))
    assert _filed(case) is None
    _file(case, office)

    assert _filed(case) is not None
