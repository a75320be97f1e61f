"""The end of the ledger can be cut off without breaking a chain: the anchors tell."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from tests import town
from tests.prepared import at, unguarded
from yangguang.casework import moment
from yangguang.casework.anchors import Proof, Weak, anchor, weak_anchors
from yangguang.casework.models import Case
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import registry


def _lines() -> list[bytes]:
    return Path(settings.ANCHORS_FILE).read_bytes().splitlines()


def _proof() -> tuple[list[Weak], Proof]:
    proof = Proof()
    return list(weak_anchors(proof)), proof


def _three_days() -> Case:
    office = town.office()
    case = town.request_at(office.agency).case
    anchor()
    with moment.standing_at(at(2, 10)):
        registry.note(case, "记一笔", town.may(office.handler))
        town.request_at(office.agency)
        anchor()
    with moment.standing_at(at(2, 11)):
        anchor()
        registry.note(case, "已联系", town.may(_handler(case)))
    return case


def _handler(case: Case):
    return case.agency.posts.get(role="handler").person


def test_anchors_of_an_untouched_ledger_hold_and_say_what_is_after_the_last() -> None:
    _three_days()

    weak, proof = _proof()

    assert weak == []
    assert (proof.anchors, proof.last, proof.after) == (3, "2026-02-11", 1)
    assert proof.vouched


def test_a_day_has_one_anchor() -> None:
    town.request_at(town.office().agency)

    assert anchor() == anchor()
    assert len(_lines()) == 1


def test_the_end_of_a_chain_cut_off_is_found_though_the_chain_holds() -> None:
    case = _three_days()
    with unguarded() as cursor:
        cursor.execute(f"DELETE FROM casework_event WHERE case_id = {case.pk} AND seq > 1")

    weak, _ = _proof()

    assert list(broken_chains()) == []
    assert weak == [Weak(2, "2026-02-10", "到这一天为止入账的记录少了 1 条")]


def test_a_row_slipped_in_between_is_found() -> None:
    case = _three_days()
    with unguarded() as cursor:
        cursor.execute(f"UPDATE casework_event SET id = 3000 WHERE case_id = {case.pk} AND seq = 2")
        cursor.execute(f"UPDATE casework_event SET id = 0 WHERE case_id = {case.pk} AND seq = 3")

    weak, _ = _proof()

    assert weak[0] == Weak(1, "2026-02-09", "到这一天为止入账的记录被改动或增添过")


@pytest.mark.parametrize("field", ["through", "events", "heads", "date", "previous"])
def test_a_changed_anchor_is_found(field: str) -> None:
    _three_days()
    lines = [json.loads(line) for line in _lines()]
    value = lines[1][field]
    lines[1][field] = value + 1 if isinstance(value, int) else value[:-1] + "98"[value[-1] == "9"]
    Path(settings.ANCHORS_FILE).write_text("".join(json.dumps(one) + "\n" for one in lines))

    weak, _ = _proof()

    assert (2, "这一行被改动过（校验码不符）") in [(one.line, one.why) for one in weak]


def test_a_line_taken_out_is_missed() -> None:
    _three_days()
    first, _, third = _lines()
    Path(settings.ANCHORS_FILE).write_bytes(first + b"\n" + third + b"\n")

    weak, _ = _proof()

    assert "与前一行接不上，中间有行被删改" in [one.why for one in weak]


def test_a_line_half_written_in_a_crash_gives_way_to_the_next() -> None:
    _three_days()
    with Path(settings.ANCHORS_FILE).open("ab") as file:
        file.write(b'{"date":"2026-02-1')

    with moment.standing_at(at(2, 12)):
        made = anchor()

    assert made.date == "2026-02-12"
    assert _proof()[0] == []
    assert len(_lines()) == 4


def test_no_anchor_is_added_to_a_file_whose_end_is_no_anchor() -> None:
    Path(settings.ANCHORS_FILE).write_bytes(b"words\n")

    with pytest.raises(ValueError):
        anchor()


def test_a_new_master_key_vouches_through_the_chain_of_lines() -> None:
    _three_days()
    with override_settings(MASTER_KEYS=["a new one"]):
        weak, proof = _proof()
        assert weak == []
        assert not proof.vouched
        with moment.standing_at(at(2, 12)):
            anchor()
        weak, proof = _proof()

    assert weak == []
    assert proof.vouched
