"""A report is for everyone: what tells who somebody is keeps it from going up (Art. 15)."""

import pytest

from tests.annual_report.reports import a_report, with_sections
from tests.reporting.reported import WORDS, Reporting
from tests.town import ID_CARD
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import AnnualReport
from yangguang.casework.errors import Mistakes
from yangguang.reporting.gate import Gate, gate
from yangguang.reporting.persons_in_words import IDENTIFIES, MAY_IDENTIFY


def _saying(words: str) -> AnnualReport:
    texts = {**WORDS, 6: WORDS[6] + words}
    return with_sections(
        a_report(), *((number, title, texts.get(number, "")) for number, title in SECTIONS.items())
    )


def _checked(words: str) -> Gate:
    return gate(_saying(words), None, {})


@pytest.mark.parametrize(
    "words", [f"申请人的身份证号是{ID_CARD}。", f"（{ID_CARD[:6]} {ID_CARD[6:14]} {ID_CARD[14:]}）"]
)
def test_a_number_of_an_identity_card_must_go(words: str) -> None:
    checked = _checked(words)

    assert [one.rule for one in checked.blocking] == [IDENTIFIES]
    assert not checked.is_open
    assert not any(ID_CARD in sentence for sentence in checked.sentences)
    span = checked.blocking[0].spans[0]
    quoted = _saying(words).quote(span).replace(" ", "")
    assert quoted == ID_CARD


def test_full_width_figures_hide_nothing() -> None:
    wide = ID_CARD.translate({ord(one): ord(one) + 0xFEE0 for one in "0123456789X"})

    assert [one.rule for one in _checked(wide).blocking] == [IDENTIFIES]


def test_a_telephone_may_be_the_office_s_own() -> None:
    checked = _checked("监督电话13800000000。")

    assert checked.is_open
    assert MAY_IDENTIFY in {one.rule for one in checked.notes}


def test_counts_and_document_numbers_are_nobody_s() -> None:
    checked = _checked("青政办发〔2025〕12号；全年访问量123456789012次；110105194912310021次。")

    assert not {IDENTIFIES, MAY_IDENTIFY} & {one.rule for one in checked.findings}


def test_nor_in_the_public_note_on_a_correction() -> None:
    reporting = Reporting()
    reporting.correcting()

    with pytest.raises(Mistakes) as refused:
        reporting.sent_up(f"更正{ID_CARD}的申请")

    assert "这里有证件号码" in refused.value.fields["note"]
    assert ID_CARD not in refused.value.fields["note"]
