from hypothesis import given
from hypothesis import strategies as st

from yangguang.annual_report.report import Span
from yangguang.portal.marked_text import Mark, Paragraph, paragraphs

TEXT = "全年收到申请八件。\n答复九件，公开七件。"
ALPHABET = "甲乙\n"


def _mark(start: int, end: int, number: int = 1, severity: str = "error", rank: int = 0) -> Mark:
    return Mark(Span(1, start, end), number, severity, rank)


def _marked(found: list[Paragraph]) -> list[str]:
    return [s.text for p in found for s in p.segments if s.severity]


def test_the_words_of_a_span_are_marked_and_lead_to_the_finding() -> None:
    found = paragraphs(TEXT, [_mark(10, 14)])

    (segment,) = [s for p in found for s in p.segments if s.severity]
    assert segment.text == "答复九件"
    assert segment.anchors == ("t-1-10",)
    assert [mark.number for mark in segment.ends] == [1]


def test_of_overlapping_marks_the_gravest_shows() -> None:
    note, error = _mark(10, 19, 2, "note", 2), _mark(15, 19, 1)

    segments = [s for p in paragraphs(TEXT, [note, error]) for s in p.segments if s.severity]

    assert [(s.text, s.severity) for s in segments] == [
        ("答复九件，", "note"),
        ("公开七件", "error"),
    ]
    assert [mark.number for mark in segments[1].ends] == [2, 1]


def test_a_mark_across_paragraphs_marks_both() -> None:
    assert _marked(paragraphs(TEXT, [_mark(6, 12)])) == ["八件。", "答复"]


def test_a_paragraph_knows_its_line_in_the_file() -> None:
    found = paragraphs(TEXT, [], [(0, 12), (10, 14)])

    assert [paragraph.line for paragraph in found] == [12, 14]


@given(
    st.text(ALPHABET, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=5),
)
def test_no_character_is_lost_or_doubled(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [_mark(start, start + length) for start, length in spans]

    found = paragraphs(text, marks)

    shown = "\n".join("".join(s.text for s in p.segments) for p in found)
    assert shown == "\n".join(line for line in text.split("\n") if line.strip())
