"""The index finds what every sentence held against every other would find."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.repeated_text.written import a_text, sentences_in
from tests.generator.prose import Rewriting, prose
from tests.shared_reports import SEEDS, needs_shared_reports
from yangguang.annual_report import read
from yangguang.annual_report.agency_names import is_same_agency
from yangguang.annual_report.repeated_text import ReportText, repeated_from, text_of
from yangguang.annual_report.repeated_text.index import Index

AGENCIES = ("青禾县水务局", "云溪市财政局", "临川区民政局", "白鹭镇人民政府", "石桥市教育局")
SENTENCE = "办公室按月核对栖霞片区的施工公告，及时更正了过期的联系电话。"


def corpus(seed: int, count: int) -> list[ReportText]:
    """Reports of five agencies over several years, each made of some earlier one."""
    random = Random(seed)
    made: list[ReportText] = []
    for number in range(count):
        model = sentences_in(random.choice(made)) if made else prose(random, 6)
        made.append(
            a_text(
                *Rewriting().of(random, model),
                *prose(random, 1),
                id=f"{number:03}",
                agency=random.choice(AGENCIES),
                year=random.randint(2020, 2024),
            )
        )
    return made


def index_of(reports: list[ReportText]) -> Index:
    index = Index()
    for report in reports:
        index.add(report)
    return index


def others_of(report: ReportText, reports: list[ReportText]) -> list[ReportText]:
    return [
        other
        for other in reports
        if not is_same_agency(other.agency, report.agency)
        and (other.year or 0) <= (report.year or 9999)
    ]


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_nothing_is_missed(seed: int, count: int) -> None:
    reports = corpus(seed, count)
    index = index_of(reports)

    for report in reports:
        found = index.repeated_from_others(report)
        expected = repeated_from(others_of(report, reports), report)
        assert (found.own, found.repeated) == (expected.own, expected.repeated)
        assert found.verbatim == expected.verbatim


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_the_order_of_taking_in_makes_no_difference(seed: int) -> None:
    reports = corpus(seed, 6)

    one, other = index_of(reports), index_of(reports[::-1])

    for report in reports:
        found, again = one.repeated_from_others(report), other.repeated_from_others(report)
        assert (found.repeated, found.verbatim) == (again.repeated, again.verbatim)


def test_an_agency_s_own_reports_are_none_of_the_others() -> None:
    index = index_of([a_text(SENTENCE, id="last", year=2022)])

    assert index.repeated_from_others(a_text(SENTENCE, year=2023)).repeated == 0


def test_a_report_that_does_not_say_whose_it_is_is_not_its_own_source() -> None:
    nameless = a_text(SENTENCE, agency="", year=2023)

    assert index_of([nameless]).repeated_from_others(nameless).repeated == 0


def test_a_later_report_is_no_source() -> None:
    index = index_of([a_text(SENTENCE, id="later", agency="云溪市财政局", year=2024)])

    assert index.repeated_from_others(a_text(SENTENCE, year=2023)).repeated == 0
    assert index.repeated_from_others(a_text(SENTENCE, year=2024)).share == 1


def test_a_sentence_that_everyone_has_is_named_from_where_it_stood_first() -> None:
    reports = [
        a_text(SENTENCE, id=f"{agency} {year}", agency=agency, year=year)
        for agency in AGENCIES
        for year in (2023, 2021, 2022)
    ]

    found = index_of(reports).repeated_from_others(a_text(SENTENCE, agency=AGENCIES[0], year=2023))

    assert found.reports == (min(f"{agency} 2021" for agency in AGENCIES[1:]),)


@needs_shared_reports
def test_nothing_is_missed_of_published_text_with_clauses_left_out() -> None:
    published = [text_of(read(path)) for path in sorted(SEEDS.glob("*.txt"))]
    index = index_of(published)

    for seed, original in enumerate(published):
        random = Random(seed)
        sections = tuple(
            (number, "，".join(c for c in text.split("，") if random.random() < 0.7))
            for number, text in original.sections
        )
        copied = ReportText("copy", "青禾县水务局", 2024, sections)
        found = index.repeated_from_others(copied)
        assert found.repeated == repeated_from(published, copied).repeated
        assert (found.share or 0) > 0.5
