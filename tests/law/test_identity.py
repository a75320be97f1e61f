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


AS_ID_CARDS = [
    (Paper.HONG_KONG_MACAU_PERMIT, "810000194912310023"),
    (Paper.HONG_KONG_MACAU_PERMIT, "820000194912310023"),
    (Paper.TAIWAN_PERMIT, "830000194912310023"),
    (Paper.FOREIGN_RESIDENCE_CARD, "911156194912310023"),
]
"""Numbers of nobody's, to which the check digit is yet to be put."""


def _whole(number: str) -> str:
    """With the check digit that ISO 7064 MOD 11-2 gives: the whole is 1 modulo 11."""
    return next(
        number[:17] + digit
        for value, digit in enumerate("0123456789X")
        if (sum(int(c) * 2 ** (17 - i) for i, c in enumerate(number[:17])) + value) % 11 == 1
    )


@pytest.mark.parametrize(("paper", "number"), AS_ID_CARDS)
def test_a_residence_permit_s_number_is_checked_as_an_id_card_s(paper: Paper, number: str) -> None:
    right = _whole(number)
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")

    assert fault(paper, right) == ""
    assert "校验码" in fault(paper, wrong)
    assert "不是一个日期" in fault(paper, right[:10] + "99" + right[12:])
    assert "今天之后" in fault(paper, right, today=date(1949, 12, 30))


@pytest.mark.parametrize(
    ("paper", "number"),
    [
        (Paper.HONG_KONG_MACAU_PERMIT, "H01234567"),
        (Paper.TAIWAN_PERMIT, "01234567"),
        (Paper.FOREIGN_RESIDENCE_CARD, "CAN110081020106"),
    ],
)
def test_the_older_papers_have_numbers_of_their_own(paper: Paper, number: str) -> None:
    assert fault(paper, number) == ""
    assert "请填写" in fault(paper, " ")


@pytest.mark.parametrize("written", ["110105 19491231 002x", "１１０１０５19491231002Ｘ", ID_CARD])
def test_how_it_is_written_does_not_matter(written: str) -> None:
    assert normalised(written) == ID_CARD
    assert id_card_fault(written) == ""


def test_lists_show_it_masked() -> None:
    assert masked(ID_CARD) == "110*************2X"
    assert masked("E12") == "***"
