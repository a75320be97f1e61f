"""A dispute takes a filed request out of its box: when it is over, it is filed once more."""

from datetime import timedelta

import pytest

from tests import played, town
from tests.inforequests.disputing import decided, notified
from tests.portal.requests.working import answer, standing
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState, Event
from yangguang.casework.rebuilding import differences
from yangguang.inforequests import queries
from yangguang.inforequests.actions import filing
from yangguang.inforequests.events import Way
from yangguang.inforequests.overview import of
from yangguang.law.disputes import Ruling
from yangguang.law.filing import Filed, RecordClass, Retention

FIRST = Filed(Retention.TEN_YEARS, 2026, 4, 1)


def _filed(office: town.Office) -> Case:
    case = played.answered(office, MONDAY - timedelta(days=30))
    _file(case, office, RecordClass.REQUEST, Retention.TEN_YEARS, 4)
    return case


def _file(
    case: Case, office: town.Office, kind: RecordClass, retention: Retention, box: int
) -> Event:
    return filing.file(case, kind, retention, box, town.may(office.handler))


def _to_file(office: town.Office) -> list[CaseState]:
    return list(queries.unfiled(town.may(office.handler), office.agency))


def test_answered_anew_it_waits_to_be_filed_and_its_old_place_is_known(
    office: town.Office,
) -> None:
    case = _filed(office)
    notified(case, office)
    with pytest.raises(NotAllowed, match="还没有审结"):
        _file(case, office, RecordClass.DISPUTED, Retention.THIRTY_YEARS, 5)
    assert _to_file(office) == []
    decided(case, office, Ruling.REVOKED, orders=True)
    with pytest.raises(NotAllowed):
        _file(case, office, RecordClass.DISPUTED, Retention.THIRTY_YEARS, 5)
    with moment.standing_at(MONDAY + timedelta(days=365)):
        answer(case, office, Way.BY_HAND)

        (waits,) = _to_file(office)
        assert waits.former_place == FIRST.reference
        assert any(FIRST.reference in one for one in of(case, town.may(office.handler)).remarks)
        _file(case, office, RecordClass.DISPUTED, Retention.THIRTY_YEARS, 5)

        assert _to_file(office) == []
    request = standing(case)
    assert request.filed == Filed(Retention.THIRTY_YEARS, 2027, 5, 1)
    assert request.filed_before == [FIRST]
    state = CaseState.objects.get(case=case)
    assert (state.filed_year, state.filed_box, state.former_place) == (2027, 5, FIRST.reference)
    assert list(differences()) == []


def test_upheld_it_is_filed_with_what_was_disputed(office: town.Office) -> None:
    case = _filed(office)
    notified(case, office)
    decided(case, office, Ruling.UPHELD)

    (waits,) = _to_file(office)

    assert waits.former_place == FIRST.reference
    assert waits.kept_until is None
