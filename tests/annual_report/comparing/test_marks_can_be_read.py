"""Which words of a changed sentence are marked."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.generator.prose import sentence, with_another_clause, with_other_figures
from yangguang.annual_report.comparing.marks import Phrases, marked


def shown(left: str, right: str, known: str = "") -> tuple[str, str]:
    """Both sentences, the marked words in brackets."""
    pieces = marked(left, right, Phrases([left, right, known]))
    one, other = (
        "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in side)
        for side in pieces
    )
    return one, other


def test_a_figure_is_marked_whole() -> None:
    assert shown("编印公告1,137期。", "编印公告1,234期。") == (
        "编印公告[1,137]期。",
        "编印公告[1,234]期。",
    )


def test_a_chinese_numeral_is_marked_whole_and_nothing_beside_it() -> None:
    known = "共二十三件，共二十四件，" * 3

    assert shown("公开规章共二十三件。", "公开规章共二十四件。", known) == (
        "公开规章共[二十三]件。",
        "公开规章共[二十四]件。",
    )
    assert shown("受理申请三件。", "受理申请十三件。") == (
        "受理申请[三]件。",
        "受理申请[十三]件。",
    )


def test_a_word_is_marked_whole_where_the_texts_know_it() -> None:
    assert shown("确保信息公布的及时性。", "确保信息公开的及时性。", "公开公布公开公布") == (
        "确保信息[公布]的及时性。",
        "确保信息[公开]的及时性。",
    )


def test_characters_in_common_by_chance_do_not_shred_a_change() -> None:
    one, other = shown(
        "着力健全信息公开工作机制，方便群众查询。", "着力完善公开信息审核制度，方便群众查询。"
    )

    assert one.count("[") == other.count("[") == 1


def test_words_left_out_are_marked_on_their_side_only() -> None:
    assert shown("摆上重要日程，周密部署，精心组织实施。", "摆上重要日程，精心组织实施。") == (
        "摆上重要日程，[周密部署，]精心组织实施。",
        "摆上重要日程，精心组织实施。",
    )


@given(st.integers(0, 2**32))
def test_between_two_marks_stand_words_not_characters(seed: int) -> None:
    random = Random(seed)
    before = sentence(random)
    after = with_another_clause(random, with_other_figures(random, before))

    for side in marked(before, after, Phrases([before, after])):
        assert not any(not piece.is_changed and len(piece.text) == 1 for piece in side[1:-1]), side


def test_a_sentence_without_end_is_still_marked() -> None:
    long = "开公" * 30_000

    left, right = marked(f"{long}一", f"{long}二", Phrases([]))

    assert "".join(piece.text for piece in left) == f"{long}一"
    assert [piece.text for piece in right if piece.is_changed] == ["二"]
