"""What tells of a person is found in a text by form, by check digit and by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.town import ID_CARD
from yangguang.casework import traces
from yangguang.casework.personal import Particulars
from yangguang.casework.traces import Trace

CARD = "6222020000000000000"
"""Of no bank's customer: the number before its check digit is zeros."""


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (f"身份证{ID_CARD}。", Trace.ID_NUMBER, ID_CARD),
        (
            "身份证１１０１０５１９４９１２３１００２Ｘ。",
            Trace.ID_NUMBER,
            "１１０１０５１９４９１２３１００２Ｘ",
        ),
        ("号码110105 19491231 002x", Trace.ID_NUMBER, "110105 19491231 002x"),
        (f"账号{CARD}，", Trace.BANK_CARD, CARD),
        ("请打138 0000 0000。", Trace.PHONE, "138 0000 0000"),
        ("电话010-12345678转", Trace.PHONE, "010-12345678"),
        ("写信到lin.xiao@example.com，", Trace.EMAIL, "lin.xiao@example.com"),
        ("住和平路 2 号 3 单元 401 室。", Trace.ADDRESS, "住和平路 2 号 3 单元 401 室"),
        ("答复林晓如下", Trace.NAME, "林晓"),
        ("林女士：", Trace.NAME, "林女士"),
    ],
)
def test_each_kind(text: str, kind: Trace, words: str) -> None:
    found = traces.find(text, {"林晓"})

    assert [(one.kind, one.words) for one in found] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "2025 年长宁路改造工程，青交公开〔2026〕3号",
        "投资 13800 万元，编号 110105194912310021",
        "账号6222020000000000006",
        "全长 1380000 米，共 12 标段",
    ],
)
def test_what_is_no_trace(text: str) -> None:
    assert traces.find(text, {"林晓"}) == []


def test_everything_that_the_parties_told_is_looked_for() -> None:
    told = Particulars(
        name="青岚通达公司", contact="周明", address="东方广场 A 座", phone="1234567"
    )

    names = traces.names_of([told])

    assert {
        one.words for one in traces.find("青岚通达公司周明在东方广场 A 座，1234567", names)
    } == {
        "青岚通达公司",
        "周明",
        "东方广场 A 座",
        "1234567",
    }


@settings(max_examples=60)
@given(st.text(alphabet="0123456789林晓先生和平路号室@a. -\nＸ", max_size=60))
def test_stretches_are_the_text_and_nothing_is_left_after_concealing(text: str) -> None:
    stretches = traces.parts(text, {"林晓"})

    assert "".join(one.words for one in stretches) == text
    assert all("林晓" not in one.words for one in stretches if one.kind is None)
