"""Every stretch says where it stands on both sides."""

from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.repeated_text.test_laws_of_repetition import rewritten
from tests.annual_report.repeated_text.written import a_text, texts
from yangguang.annual_report.repeated_text import ReportText, repeated_from
from yangguang.annual_report.report import Span


def words(text: ReportText, span: Span) -> str:
    return dict(text.sections)[span.section][span.start : span.end]


def letters(words: str) -> str:
    return "".join(character for character in words if character.isalpha())


@given(texts("last"), st.integers(0, 2**32))
def test_both_sides_of_a_stretch_are_the_same_words(last: ReportText, seed: int) -> None:
    this = rewritten(last, seed)

    for stretch in repeated_from([last], this).stretches:
        assert letters(words(this, stretch.span)) == letters(words(last, stretch.source))
        assert (
            stretch.sentence.start <= stretch.span.start < stretch.span.end <= stretch.sentence.end
        )


def test_each_sentence_names_the_report_it_comes_from() -> None:
    one = "办公室按月核对栖霞片区的施工公告和停水通知。"
    two = "专班会同社区整理枫林水库周边的取水许可台账。"
    others = [a_text(one, id="last year"), a_text(two, id="neighbour")]

    found = repeated_from(others, a_text(two, one))

    assert [stretch.report for stretch in found.stretches] == ["neighbour", "last year"]
    assert [words(a_text(one), s.source_sentence) for s in found.stretches][1] == one


def test_the_source_with_the_same_figures_is_preferred() -> None:
    others = [
        a_text("全年编印栖霞片区施工公告31期并在村口张贴。", id="a"),
        a_text("全年编印栖霞片区施工公告28期并在村口张贴。", id="b"),
    ]

    found = repeated_from(others, a_text("全年编印栖霞片区施工公告28期并在村口张贴。"))

    assert found.reports == ("b",)
    assert found.verbatim_share == 1
