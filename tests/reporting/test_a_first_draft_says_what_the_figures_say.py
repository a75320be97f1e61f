"""Whatever the figures are, a draft over them names only figures there are, and contradicts none.

What only people can say is asked for, and stands in the way as long as it is.
"""

import re
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.reports import a_report, consistent_figures, with_sections
from yangguang.annual_report.form import FORMS, SECTIONS, TOPICS, Edition
from yangguang.annual_report.rates import FEWEST
from yangguang.annual_report.report import AnnualReport
from yangguang.inforequests.counting import share
from yangguang.reporting import phrases
from yangguang.reporting.first_drafts import first_draft
from yangguang.reporting.gate import gate
from yangguang.reporting.recorded.fees import Fees
from yangguang.reporting.recorded.letters import Letters
from yangguang.reporting.recorded.requests import Requests

E2021 = Edition.E2021
BESIDE = (*Requests.figures, *Letters.figures, *Fees.figures)
ASKED = re.compile(r"\{请写：[^{}]*\}")
TABLE_2 = FORMS[E2021].tables[2].cell_ids


@st.composite
def _years(draw: st.DrawFn) -> tuple[AnnualReport, dict[str, Decimal]]:
    """A report whose tables are sound, and figures of the records that fit it."""
    random = Random(draw(st.integers(0, 2**32)))
    counts = {cell: Decimal(random.choice((0, random.randint(1, 99)))) for cell in TABLE_2}
    report = a_report({**counts, **draw(consistent_figures())})
    closed = int(report.value("table3.total.total") or 0)
    late = random.randint(0, closed)
    beside = {one.name: Decimal(random.choice((0, random.randint(1, 40)))) for one in BESIDE}
    beside |= {"按期办结": Decimal(closed - late), "逾期办结": Decimal(late)}
    del beside["按期办结率"]
    rate = share(closed - late, closed)
    return report, beside if rate is None else {**beside, "按期办结率": rate}


def _values(report: AnnualReport, beside: dict[str, Decimal]) -> dict[str, Decimal]:
    found = {name: phrases.value(one, report) for name, one in phrases.phrases(E2021).items()}
    return {name: value for name, value in found.items() if value is not None} | beside


def _written(report: AnnualReport, beside: dict[str, Decimal], *, is_done: bool) -> AnnualReport:
    values = _values(report, beside)
    texts = (
        (number, title, "\n".join(first_draft(number, E2021, values)))
        for number, title in SECTIONS.items()
    )
    told = "按照规定逐项落实" if is_done else r"\g<0>"
    return with_sections(
        report,
        *(
            (number, title, phrases.filled(ASKED.sub(told, text), report, beside))
            for number, title, text in texts
        ),
    )


@given(_years())
@settings(max_examples=40)
def test_the_check_finds_nothing_in_its_words(
    year: tuple[AnnualReport, dict[str, Decimal]],
) -> None:
    checked = gate(_written(*year, is_done=True), None, {})

    assert checked.references == ()
    # Two figures that are alike are chance here, as they may be in a year.
    found = [one for one in checked.findings if one.rule != "prose.same_figure_twice"]
    assert [one.message for one in found if one.spans] == []


@given(_years(), st.sampled_from(sorted(SECTIONS)))
@settings(max_examples=10)
def test_no_sentence_that_is_offered_contradicts_the_tables(
    year: tuple[AnnualReport, dict[str, Decimal]], section: int
) -> None:
    report, beside = year
    sentences = [one.sentence for one in phrases.phrases(E2021).values()]
    sentences += [one.sentence for one in BESIDE if one.name in beside]
    text = phrases.filled("\n".join(f"{one}。" for one in sentences), report, beside)

    checked = gate(with_sections(report, (section, SECTIONS[section], text)), None, {})

    assert "prose.differs_from_table" not in {one.rule for one in checked.findings}


@given(_years())
@settings(max_examples=5)
def test_what_it_asks_for_stands_in_the_way(
    year: tuple[AnnualReport, dict[str, Decimal]],
) -> None:
    checked = gate(_written(*year, is_done=False), None, {})

    assert len(checked.references) > len(TOPICS)
    assert all("部分还要写：" in one for one in checked.references)
    assert not checked.is_open


@given(_years(), st.integers(0, FEWEST + 1))
@settings(max_examples=10)
def test_a_share_is_told_of_thirty_and_more(
    year: tuple[AnnualReport, dict[str, Decimal]], closed: int
) -> None:
    values = {**_values(*year), "按期办结": Decimal(closed), "逾期办结": Decimal(0)}
    values["按期办结率"] = Decimal(100)

    assert ("{按期办结率}" in "".join(first_draft(3, E2021, values))) == (closed >= FEWEST)


def test_of_a_report_that_adds_up_others_it_names_cells_and_asks_for_the_rest() -> None:
    values = _values(a_report({"table3.new.total": 3}), {})
    drafts = {number: first_draft(number, E2021, values) for number in SECTIONS}
    named = {name for one in drafts.values() for name in phrases.names("".join(one))}

    asked = {name for name in named if name.startswith(phrases.TO_WRITE)}
    assert named - asked <= phrases.phrases(E2021).keys()
    assert "请写：发出收费通知的件数" in drafts[6][0]
    assert [text.partition("。")[0] for text in drafts[1]] == [
        f"（{numeral}）{topic}" for numeral, topic in zip("一二三四五", TOPICS, strict=True)
    ]
