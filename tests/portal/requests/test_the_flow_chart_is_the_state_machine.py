"""The flow chart shows every stage and every move, and what really leads from one to another."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import Client

from tests import played, town
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.casework import ledger
from yangguang.inforequests import derivation, flow_chart, lawful, passages
from yangguang.inforequests.derivation import CLOSED, Stage
from yangguang.inforequests.event_names import event_name
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.flow_chart import flow
from yangguang.inforequests.flow_drawing import SMALL, drawing, wrap
from yangguang.inforequests.moves import Move
from yangguang.inforequests.names import STAGE_NAMES
from yangguang.inforequests.offers import OFFERS
from yangguang.law import periods

OFFERED = {one.move: one.article for one in OFFERS}
LONG_AGO = MONDAY - timedelta(days=60)


def _chart() -> str:
    """The words of the drawing, line after line."""
    page = Client().get("/flow").content.decode()
    svg = page[page.index("<svg viewBox") : page.index("</svg>", page.index("<svg viewBox"))]
    return "\n".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))


def test_every_stage_is_a_box() -> None:
    named = _chart().splitlines()

    assert [stage for stage in Stage if str(STAGE_NAMES[stage]) not in named] == []


def test_every_move_is_in_it_with_its_article() -> None:
    words = _chart().replace("\n", "")
    done = {
        one.move: {str(flow_chart.SPOKEN[one.move].verb), event_name(one.what or "")}
        for one in passages.passages()
        if one.what
    }

    missing = [
        one.move
        for one in OFFERS
        if not any(name in words for name in done.get(one.move, {str(one.verb)}))
        or one.article not in words
    ]

    assert missing == []


def test_every_move_is_found_by_playing() -> None:
    assert {one.move for one in passages.passages()} == set(Move)


def test_the_way_to_the_answer_goes_down_the_middle() -> None:
    assert flow().spine == (
        Stage.UNASSIGNED,
        Stage.HANDLING,
        Stage.IN_APPROVAL,
        Stage.APPROVED,
        Stage.ISSUED,
        Stage.ANSWERED,
    )
    assert set(flow().ends) == CLOSED - {Stage.ANSWERED}


def test_the_periods_are_those_of_the_law() -> None:
    words = _chart()

    assert f"收到申请后 {periods.ANSWER} 个工作日内" in words
    assert f"最多 {periods.EXTENSION} 个工作日" in words.replace("\n", "")
    assert f"{periods.CORRECTION_NOTICE} 个工作日内" in words.replace("\n", "")


@pytest.mark.parametrize("play", [played.in_approval, played.answered_late, played.lapsed])
def test_what_happens_to_requests_is_in_it(play: played.Play) -> None:
    case = play(town.office(), LONG_AGO)
    known = {(one.before, one.after) for one in passages.passages()}

    stages, events = [], ledger.standing_events(case.events.order_by("seq"))
    for count in range(1, len(events) + 1):
        stages.append(derivation.standing(events[:count]).stage)

    gone = set(pairwise(stages))
    assert {one for one in gone if one[0] is not one[1]} <= known
    assert stages[-1] is working.standing(case).stage


def test_a_move_that_is_lawful_elsewhere_is_drawn_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = {one.before for one in passages.passages() if one.move is Move.WITHDRAW}
    monkeypatch.setattr(passages, "passages", passages.passages.__wrapped__)
    as_it_is = lawful.not_now

    def stricter(move: Move, request: derivation.Standing) -> str:
        is_forbidden = move is Move.WITHDRAW and request.handler
        return "已经分办。" if is_forbidden else as_it_is(move, request)

    monkeypatch.setattr(lawful, "not_now", stricter)

    after = {one.before for one in passages.passages() if one.move is Move.WITHDRAW}

    assert before > after == {Stage.UNASSIGNED}


def test_a_letter_s_article_is_that_of_its_matter() -> None:
    issued = flow().into(Stage.AWAITING_CORRECTION)[1]
    lapsed = flow().into(Stage.LAPSED)[1]

    assert (issued.article, lapsed.article) == ("第三十条", OFFERED[Move.DRAFT_LAPSE])


def test_every_kind_of_letter_has_its_approvers() -> None:
    levels = flow_chart.levels()

    assert sum(map(len, levels.values())) == len(LetterKind)
    assert "答复书" in levels["科室负责人 → 公开办负责人 → 保密审查人 → 分管领导"]


def test_its_smallest_letters_are_two_millimetres_on_a_sheet_of_a4() -> None:
    _left, _top, width, height = map(float, drawing(flow()).view.split())

    assert SMALL * min(190 / width, 272 / height) >= 2


def test_nothing_overlaps() -> None:
    made = drawing(flow())

    for one in made.boxes:
        for other in made.boxes:
            if one is not other:
                beside = one.x + one.width <= other.x or other.x + other.width <= one.x
                above = one.bottom <= other.y or other.bottom <= one.y
                assert beside or above, (one, other)


def test_a_longer_name_makes_a_higher_box(monkeypatch: pytest.MonkeyPatch) -> None:
    before = drawing(flow()).height
    longer = {one.move: replace(one, article=one.article * 6) for one in OFFERS}
    monkeypatch.setattr(flow_chart, "SPOKEN", longer)

    assert drawing(flow_chart.flow()).height > before


def test_a_line_does_not_begin_with_a_closing_sign() -> None:
    assert wrap("收到申请后，答复", 75) == ["收到申请后，", "答复"]


def test_a_number_is_not_torn_apart() -> None:
    assert wrap("国办函〔2020〕109号", 90) == ["国办函", "〔2020〕", "109号"]


def test_guide_and_workspace_lead_to_it() -> None:
    agency = town.agency()

    assert 'href="/flow"' in Client().get(f"/agencies/{agency.slug}").content.decode()
