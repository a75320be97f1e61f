"""The engine of approval: who may decide which level, over exactly which content."""

from datetime import date

import pytest

from tests import town
from tests.prepared import at
from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import Delegation, Person, Post, Role, Rules
from yangguang.casework import approval, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Approval, ApprovalStep
from yangguang.casework.models.approval import Decision

THREE = (Capability.APPROVE_FIRST, Capability.APPROVE_SECOND, Capability.APPROVE_FINAL)
CONTENT, CHANGED = "a" * 64, "b" * 64


def _round(office: town.Office, author: Person | None = None, digest: str = CONTENT) -> Approval:
    authors = [author or office.handler]
    return approval.open_round(office.agency, "letter:1", digest, THREE, authors)


def _approve(opened: Approval, *people: Person) -> None:
    for person in people:
        approval.decide(opened, town.may(person), Decision.APPROVED, opened.digest)


def _refusal(opened: Approval, person: Person, digest: str = CONTENT) -> str:
    with pytest.raises(NotAllowed) as refusal:
        approval.decide(opened, town.may(person), Decision.APPROVED, digest)
    return str(refusal.value)


def _also(person: Person, role: Role, office: town.Office) -> None:
    Post.objects.create(person=person, agency=office.agency, role=role, since=town.LONG_AGO)


def test_three_levels_in_their_order_complete_a_round() -> None:
    office = town.office()
    opened = _round(office)

    _approve(opened, office.section_head, office.disclosure_head)
    assert not approval.is_approved("letter:1", CONTENT)
    _approve(opened, office.leader)

    assert approval.is_approved("letter:1", CONTENT)


def test_no_level_is_skipped() -> None:
    office = town.office()

    assert "初审" in _refusal(_round(office), office.leader)


def test_the_author_never_gives_the_final_approval() -> None:
    office = town.office()
    opened = _round(office, author=office.leader)
    _approve(opened, office.section_head, office.disclosure_head)

    assert "您是起草人" in _refusal(opened, office.leader)


def test_nor_does_who_wrote_of_it_before_another_did() -> None:
    office = town.office()
    authors = [office.leader, office.handler]
    opened = approval.open_round(office.agency, "letter:1", CONTENT, THREE, authors)
    _approve(opened, office.section_head, office.disclosure_head)

    assert "您是起草人" in _refusal(opened, office.leader)


def test_nor_by_another_s_post() -> None:
    office = town.office()
    final = Post.objects.get(person=office.leader)
    day = date(2026, 2, 9)
    Delegation.objects.create(post=final, to=office.handler, since=day, until=day, reason="出差")
    opened = _round(office)
    _approve(opened, office.section_head, office.disclosure_head)

    assert "您是起草人" in _refusal(opened, office.handler)


def test_nobody_decides_two_levels_though_they_fill_two_posts() -> None:
    office = town.office()
    _also(office.section_head, Role.DISCLOSURE_HEAD, office)
    opened = _round(office)
    _approve(opened, office.section_head)

    assert "不能由同一个人审批两级" in _refusal(opened, office.section_head)


def test_as_many_people_take_part_as_the_agency_s_rules_ask_for() -> None:
    office = town.office()
    Rules.objects.filter(agency=office.agency).update(distinct_persons=4)
    office.agency.refresh_from_db()
    _also(office.handler, Role.SECTION_HEAD, office)
    opened = _round(office)
    _approve(opened, office.handler, office.disclosure_head)

    assert "至少由 4 个不同的人" in _refusal(opened, office.leader)


def test_people_of_another_agency_decide_nothing() -> None:
    office = town.office()
    elsewhere = town.office(slug="jiaoyu", name="青岚市教育局")

    assert "初审" in _refusal(_round(office), elsewhere.section_head)


def test_returned_it_ends_and_is_opened_again_from_the_first_level() -> None:
    office = town.office()
    first = _round(office)
    _approve(first, office.section_head)
    approval.decide(first, town.may(office.disclosure_head), Decision.RETURNED, CONTENT)

    assert "已经结束" in _refusal(first, office.leader)
    second = _round(office)

    assert second != first
    assert approval.progress(second).level == 1
    assert not approval.is_approved("letter:1", CONTENT)


def test_the_same_content_under_way_is_the_same_round() -> None:
    office = town.office()

    assert _round(office) == _round(office)


def test_changed_content_needs_a_round_of_its_own() -> None:
    office = town.office()
    opened = _round(office)
    _approve(opened, office.section_head, office.disclosure_head, office.leader)

    assert not approval.is_approved("letter:1", CHANGED)
    assert _round(office, digest=CHANGED) != opened


def test_who_saw_other_content_decides_nothing() -> None:
    office = town.office()

    assert "内容在您打开之后改动过" in _refusal(_round(office), office.section_head, CHANGED)


@pytest.mark.parametrize(("day", "may_decide"), [(9, False), (10, True), (12, True), (13, False)])
def test_a_delegation_holds_from_its_first_day_to_its_last(day: int, may_decide: bool) -> None:
    office = town.office()
    deputy = town.person("孙副科长", Role.HANDLER, office.agency)
    post = Post.objects.get(person=office.section_head)
    Delegation.objects.create(
        post=post, to=deputy, since=date(2026, 2, 10), until=date(2026, 2, 12), reason="休假"
    )
    opened = _round(office)

    with moment.standing_at(at(2, day)):
        assert (approval.objection(opened, town.may(deputy)) == "") is may_decide


def test_a_delegation_ends_with_the_post_itself() -> None:
    office = town.office()
    deputy = town.person("孙副科长")
    post = Post.objects.get(person=office.section_head)
    day = date(2026, 2, 9)
    Delegation.objects.create(post=post, to=deputy, since=day, until=day, reason="休假")
    Post.objects.filter(pk=post.pk).update(until=date(2026, 2, 8))

    assert approval.objection(_round(office), town.may(deputy))


def test_who_stands_in_is_named_with_whom_they_stand_in_for() -> None:
    office = town.office()
    deputy = town.person("孙副科长")
    day = date(2026, 2, 9)
    post = Post.objects.get(person=office.section_head)
    Delegation.objects.create(post=post, to=deputy, since=day, until=day, reason="休假")

    _approve(_round(office), deputy)

    step = ApprovalStep.objects.get()
    assert (step.person, step.instead_of) == (deputy, office.section_head)


def test_own_post_goes_before_another_s() -> None:
    office = town.office()
    second = town.person("吴科长", Role.SECTION_HEAD, office.agency)
    day = date(2026, 2, 9)
    post = Post.objects.get(person=office.section_head)
    Delegation.objects.create(post=post, to=second, since=day, until=day, reason="休假")

    _approve(_round(office), second)

    assert ApprovalStep.objects.get().instead_of is None
