"""Every move × every stage × everyone about: who can make it is who should, and nobody else."""

from dataclasses import dataclass, replace

import pytest

from tests import town
from tests.played import answered
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.years import day
from tests.town import may
from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import AgencyKind, Person, Role
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.reporting import acting, life
from yangguang.reporting.actions import write
from yangguang.reporting.behind import cases_behind
from yangguang.reporting.life import PLAN, Move, Stage
from yangguang.reporting.models import Explanation
from yangguang.reporting.recorded import registry

WRITE = {"handler", "section_head", "disclosure_head", "stands_in"}
ABOVE = {"supervisor_above", "supervisor_of_the_government"}
DECIDES = dict(zip(PLAN, ("section_head", "disclosure_head", "reviewer", "leader"), strict=True))
WHEN = {
    Move.WRITE: {Stage.DRAFTING, Stage.RETURNED},
    Move.SEND_UP: {Stage.DRAFTING, Stage.RETURNED},
    Move.TAKE_BACK: {Stage.IN_APPROVAL, Stage.APPROVED},
    Move.SUBMIT: {Stage.APPROVED},
    Move.RETURN: {Stage.SUBMITTED},
    Move.ACCEPT: {Stage.SUBMITTED},
    Move.PUBLISH: {Stage.SUBMITTED, Stage.ACCEPTED},
    Move.CORRECT: {Stage.PUBLISHED},
    Move.STOP_CORRECTING: {Stage.DRAFTING, Stage.RETURNED},
    Move.BRING_IN: {Stage.DRAFTING, Stage.PUBLISHED},
}


@dataclass
class Around:
    """An agency's report and everyone who could lay hands on it."""

    reporting: Reporting
    people: dict[str, Standing]


@pytest.fixture
def around() -> Around:
    reporting = Reporting()
    office, above = reporting.office, reporting.above
    government = town.agency(slug="zhengfu", name="青岚市人民政府", kind=AgencyKind.GOVERNMENT)
    above.parent = government
    above.save(update_fields=["parent"])
    below = town.office(slug="lukang", name="青岚市路港事务中心", parent=office.agency)
    beside = town.office(slug="shuiwu", name="青岚市水务局", supervising=above)
    stands_in = town.person("替周承办")
    office.handler.posts.get().delegations.create(
        to=stands_in, since=moment.today(), until=moment.today(), reason="休假"
    )
    everyone: dict[str, Person] = {
        **{one: getattr(office, one) for one in ("handler", "section_head", "disclosure_head")},
        "leader": office.leader,
        "reviewer": office.reviewer,
        "stands_in": stands_in,
        "own_supervisor": town.person("本机关监督", Role.SUPERVISOR, office.agency),
        "administrator": town.person("管理员", Role.ADMINISTRATOR, office.agency),
        "citizen": town.person("林晓"),
        "supervisor_above": reporting.supervisor,
        "supervisor_of_the_government": town.person("政府监督", Role.SUPERVISOR, government),
        "handler_above": town.person("上级承办", Role.HANDLER, above),
        "leader_above": town.person("上级领导", Role.LEADER, above),
        "handler_below": below.handler,
        "supervisor_below": town.person("下级监督", Role.SUPERVISOR, below.agency),
        "handler_beside": beside.handler,
        "leader_beside": beside.leader,
        "supervisor_beside": town.person("旁边监督", Role.SUPERVISOR, beside.agency),
    }
    return Around(reporting, {name: may(one) for name, one in everyone.items()})


def _who(around: Around, move: Move, now: life.Standing) -> set[str]:
    report = around.reporting.report
    made = (
        name
        for name, people in around.people.items()
        if not acting.objection(move, report, now, people)
    )
    return set(made)


@pytest.mark.parametrize("stage", list(Stage))
def test_a_step_is_made_by_whose_it_is_and_when_it_is_due(around: Around, stage: Stage) -> None:
    compiled_here = life.Standing(year=YEAR, stage=stage, version=1, published=1)
    brought_in = replace(compiled_here, is_brought_in=True)

    for move, when in WHEN.items():
        whose = ABOVE if move in (Move.RETURN, Move.ACCEPT) else WRITE
        due = whose if stage in when else set()
        here, imported = _who(around, move, compiled_here), _who(around, move, brought_in)
        assert here == (set() if move is Move.BRING_IN else due), move
        assert imported == (set() if move is Move.CORRECT else due), move


def test_a_first_version_has_no_correction_to_stop_and_can_still_be_brought_in(
    around: Around,
) -> None:
    fresh = life.Standing(year=YEAR)

    assert _who(around, Move.BRING_IN, fresh) == WRITE
    assert _who(around, Move.STOP_CORRECTING, fresh) == set()


@pytest.mark.parametrize("level", PLAN)
def test_a_level_is_decided_by_its_own_agency_s_holder_alone(
    around: Around, level: Capability
) -> None:
    now = life.Standing(year=YEAR, stage=Stage.IN_APPROVAL, version=1, waits_for=level)

    assert _who(around, Move.DECIDE, now) == {DECIDES[level]}
    for stage in set(Stage) - {Stage.IN_APPROVAL}:
        assert _who(around, Move.DECIDE, replace(now, stage=stage)) == set()


def test_the_requests_behind_a_figure_are_shown_to_who_sees_the_agency_s_cases(
    around: Around,
) -> None:
    office = around.reporting.office
    answered(office, day(YEAR, 3, 3))
    seen = WRITE | {"leader", "reviewer", "own_supervisor"} | ABOVE
    on_time = registry.with_id(office.agency, "period.on_time")
    assert on_time is not None
    last = (office.agency, YEAR, moment.now())

    by_cell = {
        name
        for name, people in around.people.items()
        if cases_behind(office.agency, YEAR, "table3.new.total", moment.now(), people)
    }
    beside = {
        name for name, one in around.people.items() if registry.cases_behind(on_time, *last, one)
    }

    assert by_cell == seen
    assert beside == seen


@pytest.mark.parametrize("key", ["", "\0", "新收", "0" * 15, "0" * 17, "G" * 16])
def test_what_is_no_finding_is_not_answered(around: Around, key: str) -> None:
    with pytest.raises(Mistakes) as refused:
        write.explain(around.reporting.report, key, "统计口径不同", around.people["handler"])

    assert set(refused.value.fields) == {"finding"}
    assert not Explanation.objects.exists()
