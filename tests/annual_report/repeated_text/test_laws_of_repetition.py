"""What holds for any texts."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.repeated_text.written import a_text, sentences_in, texts
from tests.generator.prose import Rewriting, prose
from yangguang.annual_report.repeated_text import LONG, ReportText, repeated_from
from yangguang.annual_report.repeated_text.sentences import sentences_of


def rewritten(text: ReportText, seed: int, id: str = "this") -> ReportText:
    return a_text(*Rewriting().of(Random(seed), sentences_in(text)), id=id)


@given(texts())
def test_a_report_is_repeated_whole_from_itself(text: ReportText) -> None:
    found = repeated_from([text], text)

    assert found.repeated == found.verbatim == found.own
    assert found.share == found.verbatim_share == (1 if found.own else None)


@given(texts("last"), st.integers(0, 2**32))
def test_shares_lie_between_none_and_all(last: ReportText, seed: int) -> None:
    found = repeated_from([last], rewritten(last, seed))

    assert 0 <= found.verbatim <= found.repeated <= found.own


@given(texts("last"), st.integers(0, 2**32))
def test_no_character_counts_twice(last: ReportText, seed: int) -> None:
    found = repeated_from([last, rewritten(last, seed + 1, id="other")], rewritten(last, seed))

    places = [at for s in found.stretches for at in range(s.span.start, s.span.end)]
    assert len(places) == len(set(places))
    assert sum(s.characters for s in found.stretches) == found.repeated
    assert sum(s.characters for s in found.stretches if s.verbatim) == found.verbatim


@given(texts("last"), st.integers(0, 2**32))
def test_the_characters_are_those_in_runs_that_the_other_has(last: ReportText, seed: int) -> None:
    this = rewritten(last, seed)
    runs = {
        sentence.text[at : at + LONG]
        for sentence in sentences_of(last)
        for at in range(len(sentence.text) - LONG + 1)
    }

    repeated = sum(
        any(sentence.text[at : at + LONG] in runs for at in range(max(0, i - LONG + 1), i + 1))
        for sentence in sentences_of(this)
        for i in range(len(sentence.text))
    )

    assert repeated_from([last], this).repeated == repeated


@given(texts("last"), st.integers(0, 2**32))
def test_the_order_of_sentences_makes_no_difference(last: ReportText, seed: int) -> None:
    this = rewritten(last, seed)
    shuffled = sentences_in(this)
    Random(seed).shuffle(shuffled)

    one, other = repeated_from([last], this), repeated_from([last], a_text(*shuffled))

    assert (one.own, one.repeated, one.verbatim) == (other.own, other.repeated, other.verbatim)


@given(texts("last"), texts(), st.data())
def test_a_sentence_taken_over_in_addition_never_lowers_what_is_repeated(
    last: ReportText, this: ReportText, data: st.DataObject
) -> None:
    taken = data.draw(st.sampled_from(sentences_in(last)))
    before = repeated_from([last], this)

    after = repeated_from([last], a_text(*sentences_in(this), taken))

    assert after.repeated >= before.repeated
    assert after.verbatim >= before.verbatim
    assert (after.share or 0) >= (before.share or 0)


@given(texts("last"), st.integers(0, 2**32), texts("other"))
def test_another_report_to_compare_with_never_lowers_what_is_repeated(
    last: ReportText, seed: int, other: ReportText
) -> None:
    this = rewritten(last, seed)

    alone, both = repeated_from([last], this), repeated_from([last, other], this)

    assert both.repeated >= alone.repeated
    assert both.verbatim >= alone.verbatim


@given(st.integers(0, 2**32))
def test_the_order_of_the_other_reports_makes_no_difference(seed: int) -> None:
    last = a_text(*prose(Random(seed), 8), id="last")
    others = [last, *(rewritten(last, seed + n, id=f"other {n}") for n in range(3))]
    this = rewritten(last, seed + 9)

    assert repeated_from(others, this) == repeated_from(others[::-1], this)
