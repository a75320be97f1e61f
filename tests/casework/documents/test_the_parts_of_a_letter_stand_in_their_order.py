from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.casework.documents.letters import WORDS, sheet
from yangguang.casework.documents.sheet import plain, sheet_of, width


def test_body_comes_first_and_the_remedy_last_however_the_parts_were_kept() -> None:
    backwards = dict(reversed(WORDS.items()))

    found = sheet_of(backwards, agency="青岚市交通运输局", dated=date(2026, 4, 7))

    assert found.paragraphs == (
        "您申请的信息可以公开。",
        "现提供给您。",
        "提供的政府信息：招标文件。",
        "如对本答复不服，可以申请行政复议。",
    )


def test_what_was_filled_in_for_the_file_is_not_in_the_letter() -> None:
    assert "不印在信上的话" not in "".join(sheet(facts={"harm": "不印在信上的话"}).paragraphs)


def test_words_without_parts_are_a_body_under_a_plain_title() -> None:
    found = sheet_of("现予延期。", agency="青岚市交通运输局", dated=date(2026, 4, 7))

    assert (found.title, found.paragraphs) == ("告知书", ("现予延期。",))


def test_the_date_has_no_zeros_before_its_figures() -> None:
    assert sheet().date == "2026年4月7日"


@given(st.text(alphabet="青岚市交通运输局", max_size=40))
def test_the_agency_stands_centred_above_the_date_or_at_the_edge(agency: str) -> None:
    found = sheet_of("", agency=agency, dated=date(2026, 4, 7))

    middle_of_name = found.agency_indent + width(found.agency) / 2
    middle_of_date = found.date_indent + width(found.date) / 2

    assert found.agency_indent == 0 or middle_of_name == middle_of_date


@given(st.text())
def test_what_no_document_can_hold_is_left_out_and_nothing_is_added(text: str) -> None:
    kept = plain(text)

    assert set(kept) <= set(text)
    assert "\x00" not in kept
    assert "\u202e" not in kept
