"""Check digits find slips of the pen, and the sentence says which."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.law.identity import (
    Paper,
    credit_code_fault,
    fault,
    id_card_fault,
    masked,
    normalised,
)

ID_CARD = "11010519491231002X"
"""The example that GB 11643-1999 itself gives."""
CREDIT_CODE = "91350100M000100Y43"
"""The example that GB 32100-2015 itself gives."""
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def test_the_standards_own_examples_are_right() -> None:
    assert id_card_fault(ID_CARD) == ""
    assert credit_code_fault(CREDIT_CODE) == ""


@given(st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_one_digit_wrong_is_found(place: int, digit: str) -> None:
    wrong = ID_CARD[:place] + digit + ID_CARD[place + 1 :]

    assert bool(id_card_fault(wrong)) is (wrong != ID_CARD)


@given(st.integers(0, 17), st.sampled_from(ALPHABET))
def test_any_one_character_of_a_credit_code_wrong_is_found(place: int, character: str) -> None:
    wrong = CREDIT_CODE[:place] + character + CREDIT_CODE[place + 1 :]

    assert bool(credit_code_fault(wrong)) is (wrong != CREDIT_CODE)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("1101051949123100", "身份证号少 2 位：应为 18 位，您填了 16 位。"),
        ("11010519491231002X0", "身份证号多 1 位：应为 18 位，您填了 19 位。"),
        ("1101O519491231002X", "前 17 位应当都是数字"),
        ("11010519491331002X", "“19491331”不是一个日期"),
        ("110105194912310021", "校验码"),
        ("", "请填写身份证号。"),
    ],
)
def test_the_sentence_says_what_is_wrong(number: str, sentence: str) -> None:
    assert sentence in fault(Paper.ID_CARD, number)


def test_nobody_is_born_after_today() -> None:
    assert "今天之后" in id_card_fault(ID_CARD, today=date(1949, 12, 30))


def test_letters_that_look_like_digits_are_named() -> None:
    assert "没有“O”这个字符" in credit_code_fault("9135O100M000100Y43")


@pytest.mark.parametrize("paper", [Paper.PASSPORT, Paper.MILITARY_ID, Paper.OTHER])
def test_a_paper_without_check_digit_is_not_doubted(paper: Paper) -> None:
    assert fault(paper, "E 123") == ""
    assert "请填写" in fault(paper, "  ")


@pytest.mark.parametrize("written", ["110105 19491231 002x", "１１０１０５19491231002Ｘ", ID_CARD])
def test_how_it_is_written_does_not_matter(written: str) -> None:
    assert normalised(written) == ID_CARD
    assert id_card_fault(written) == ""


def test_lists_show_it_masked() -> None:
    assert masked(ID_CARD) == "110*************2X"
    assert masked("E12") == "***"
