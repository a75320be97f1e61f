"""Several matters in one request: each a case with the receipt of the whole, counted for itself."""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests.writing import assigned, standing
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.casework import erasure, moment, personal
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState, CaseText, DataKey, Party, PartyIndex
from yangguang.casework.personal import Particulars
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import applicant, receive, registry
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.actions.relate import MOST_PARTS, split
from yangguang.inforequests.derivation import Stage
from yangguang.law.erasure import Basis
from yangguang.law.receipt import Channel, Confirmation

MATTERS = ("长宁路改造的招标文件", "长宁路改造的监理合同")


def _split(case: Case, office: town.Office, matters=MATTERS) -> list[Case]:
    return split(case, matters, town.may(office.handler))


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def test_each_part_has_a_number_and_the_day_of_receipt_of_the_whole() -> None:
    office = town.office()
    case = assigned(office)
    whole = _state(case)

    with moment.standing_at(MONDAY + timedelta(days=9)):
        parts = _split(case, office)

    assert len({case.number, *(one.number for one in parts)}) == 3
    for one in map(_state, parts):
        assert (one.received_on, one.due_on) == (whole.received_on, whole.due_on)
        assert (one.handler, one.channel, one.applicant_kind) == (
            office.handler,
            whole.channel,
            whole.applicant_kind,
        )
        assert one.state == Stage.HANDLING
    assert list(broken_chains()) == []


def test_each_part_asks_for_its_own_matter() -> None:
    office = town.office()

    parts = _split(assigned(office, purpose="研究"), office)

    asked = [personal.words_of(CaseText.objects.get(case=one)) for one in parts]
    assert [one["wanted"] for one in asked if isinstance(one, dict)] == list(MATTERS)
    assert {one["purpose"] for one in asked if isinstance(one, dict)} == {"研究"}


def test_the_whole_is_closed_and_not_counted_and_its_parts_are() -> None:
    office = town.office()
    case = assigned(office)

    parts = _split(case, office)

    assert _state(case).state in derivation.NOT_COUNTED
    assert _state(case).closed_on == moment.today()
    assert _state(case).disposition == ""
    assert not {_state(one).state for one in parts} & derivation.NOT_COUNTED
    assert standing(case).split_into == [one.pk for one in parts]
    with pytest.raises(NotAllowed, match="申请已经办结"):
        _split(case, office)


def test_the_parties_are_sealed_anew_under_keys_of_the_part_s_own() -> None:
    office = town.office()
    agent = Particulars(name="周行", paper_number=town.ID_CARD, phone="13900000000")
    case = assigned(office, agent=agent)

    parts = _split(case, office)

    assert DataKey.objects.count() == 2 * (1 + len(parts))
    for one in parts:
        theirs = Party.objects.filter(case=one).order_by("pk").select_related("key", "case")
        assert [personal.particulars_of(party).name for party in theirs] == ["林晓", "周行"]
        assert {party.key_id for party in theirs}.isdisjoint(
            case.parties.values_list("key", flat=True)
        )
    assert PartyIndex.objects.count() == Party.objects.count()
    for event in parts[0].events.all():
        assert "林晓" not in str(event.payload)


def test_the_data_of_a_part_are_destroyed_for_themselves() -> None:
    office = town.office()
    case = assigned(office)
    first, second = _split(case, office)
    with pytest.raises(NotAllowed, match=f"{first.number}、{second.number}"):
        erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)
    for one in (first, second):
        applicant.withdraw(one, "")

    erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)

    assert personal.masked_of(case.parties.get()) is None
    for one in (first, second):
        assert personal.masked_of(one.parties.get()) is not None


def test_what_staff_confirmed_holds_for_the_parts() -> None:
    office = town.office()
    office.agency.rules.confirmation = Confirmation.STAFF
    case = assigned(office)
    with moment.standing_at(MONDAY + timedelta(days=1)):
        registry.confirm(case, town.may(office.handler))
        parts = _split(case, office)

    received = _state(case).received_on
    assert received == (MONDAY + timedelta(days=1)).date()
    assert {_state(one).received_on for one in parts} == {received}
    assert not any(_state(one).to_be_confirmed for one in parts)


def test_one_by_post_keeps_its_channel_and_day() -> None:
    office = town.office()
    people = town.may(office.handler)
    day = (MONDAY - timedelta(days=3)).date()
    taken = receive.register(
        office.agency, town.APPLICATION, (), Channel.POST, day, people, "by post"
    )
    assign(taken.case, office.handler, town.may(office.section_head))

    parts = _split(taken.case, office)

    assert {(_state(one).channel, _state(one).received_on) for one in parts} == {
        (Channel.POST, day)
    }


@pytest.mark.parametrize("count", [0, 1, MOST_PARTS + 1])
def test_it_is_two_to_twenty_matters(count: int) -> None:
    office = town.office()

    with pytest.raises(Mistakes, match="matters"):
        _split(assigned(office), office, [" ", *(f"第{one}件" for one in range(count))])

    assert Case.objects.count() == 1


def test_not_a_part_once_more_nor_by_who_does_not_handle_it() -> None:
    office = town.office()
    case = assigned(office)
    with pytest.raises(NotAllowed, match="没有在这个机关办理这一步的权限"):
        split(case, MATTERS, town.may(office.leader))
    first, _second = _split(case, office)

    with pytest.raises(NotAllowed, match="已经是拆分出来的"):
        _split(first, office)


def test_a_part_is_answered_by_itself() -> None:
    office = town.office()
    first, second = _split(assigned(office), office)

    working.answer(first, office)

    assert (_state(first).state, _state(second).state) == ("answered", "handling")
