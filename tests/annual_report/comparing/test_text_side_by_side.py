"""Sentences beside their counterparts."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.reports import a_report, with_sections
from tests.generator.prose import Rewriting, prose
from yangguang.annual_report.comparing import SectionPair, SentencePair, TextChange, compare
from yangguang.annual_report.report import AnnualReport

KEPT = "办公室按月核对栖霞片区的施工公告。"
OLD = "专班会同社区整理了枫林水库周边的取水许可台账。"
NEW = "专班会同社区整理了枫林水库周边的捕捞许可台账。"


def section(left: str, right: str) -> SectionPair:
    comparison = compare(report(left), report(right, 2023))
    return next(pair for pair in comparison.sections if pair.number == 1)


def report(text: str, year: int = 2022) -> AnnualReport:
    return with_sections(a_report(year=year), (1, "总体情况", text))


def changes(left: str, right: str) -> list[TextChange]:
    return [pair.change for pair in section(left, right).sentences]


def test_a_sentence_that_stayed_is_the_same() -> None:
    assert changes(KEPT, KEPT) == [TextChange.SAME]


def test_a_sentence_beside_what_became_of_it() -> None:
    assert changes(KEPT + OLD, KEPT + NEW) == [TextChange.SAME, TextChange.CHANGED]


def test_sentences_about_different_things_stand_alone() -> None:
    other = "公开专员分批讲解新桥市场的收费标准，方便商户查询。"

    assert changes(OLD + KEPT, other + KEPT) == [
        TextChange.REMOVED,
        TextChange.ADDED,
        TextChange.SAME,
    ]


def test_a_sentence_put_in_before_others_moves_none_of_them() -> None:
    assert changes(KEPT + OLD, "新设咨询窗口两个。" + KEPT + OLD) == [
        TextChange.ADDED,
        TextChange.SAME,
        TextChange.SAME,
    ]


def test_a_year_that_moved_on_with_the_report_is_told_apart_from_a_change() -> None:
    pair = section("2022年共编印公告31期。", "2023年共编印公告31期。")

    assert [p.change for p in pair.sentences] == [TextChange.YEAR]
    assert not pair.is_different


def test_a_year_that_moved_otherwise_is_a_change() -> None:
    assert changes("2019年建成档案室。", "2021年建成档案室。") == [TextChange.CHANGED]


def test_writing_in_another_way_is_no_change() -> None:
    assert changes("辦公室更新了 12 條（含 3 條）。", "办公室更新了12条(含3条)。") == [
        TextChange.SAME
    ]


def test_a_section_that_one_report_lacks_stands_on_the_other_side_alone() -> None:
    comparison = compare(a_report(), report(KEPT, 2023))

    (pair,) = comparison.sections
    assert pair.titles == ("", "总体情况")
    assert [p.change for p in pair.sentences] == [TextChange.ADDED]


def test_paragraphs_begin_where_they_began() -> None:
    pair = section(f"{KEPT}\n{OLD}{KEPT}", KEPT)

    assert [p.left.begins_paragraph for p in pair.sentences if p.left] == [True, True, False]


def _texts(seed: int) -> tuple[str, str]:
    random = Random(seed)
    before = prose(random, random.randint(0, 12))
    after = Rewriting().of(random, before)
    return "\n".join(before), "".join(after)


def _words(sentences: tuple[SentencePair, ...], side: str) -> str:
    passages = (getattr(pair, side) for pair in sentences)
    return "".join(passage.text for passage in passages if passage)


@given(st.integers(0, 2**32))
def test_no_word_is_lost_on_either_side(seed: int) -> None:
    left, right = _texts(seed)

    sentences = section(left, right).sentences

    assert _words(sentences, "left") == left.replace("\n", "")
    assert _words(sentences, "right") == right


@given(st.integers(0, 2**32))
def test_a_passage_holds_the_words_of_its_span(seed: int) -> None:
    left, right = _texts(seed)
    one, other = report(left), report(right, 2023)

    for pair in next(p for p in compare(one, other).sections if p.number == 1).sentences:
        if pair.left:
            assert one.quote(pair.left.span) == pair.left.text
        if pair.right:
            assert other.quote(pair.right.span) == pair.right.text


@given(st.integers(0, 2**32))
def test_unmarked_words_are_the_same_on_both_sides(seed: int) -> None:
    left, right = _texts(seed)

    for pair in section(left, right).sentences:
        if pair.left and pair.right:
            same = [
                "".join(piece.text for piece in passage.pieces if not piece.is_changed)
                for passage in (pair.left, pair.right)
            ]
            assert same[0] == same[1]
