"""The six sections, their titles and their order (Art. 50; 国办公开办函〔2021〕30号)."""

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report, with_sections
from yangguang.annual_report.checking import Severity, check
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import AnnualReport

FULL_FIRST = "主动公开、依申请公开、政府信息管理、平台建设、监督保障均有成效。"


def _report(titles: dict[int, str] | None = None, **facts: object) -> AnnualReport:
    titles = SECTIONS if titles is None else titles
    sections = [(number, title, FULL_FIRST) for number, title in titles.items()]
    return with_sections(a_report(**facts), *sections)


def _without(*numbers: int) -> dict[int, str]:
    return {number: title for number, title in SECTIONS.items() if number not in numbers}


def test_the_form_s_own_titles_raise_nothing() -> None:
    assert not [f for f in check(_report()) if f.rule.startswith(("form.section", "form.topic"))]


def test_a_missing_section_is_an_error_that_names_it() -> None:
    (finding,) = found("form.section_missing", _report(_without(6)))

    assert finding.severity is Severity.ERROR
    assert "没有“六、其他需要报告的事项”部分" in finding.message


def test_a_file_that_breaks_off_is_one_finding_that_says_it_may_be_incomplete() -> None:
    (finding,) = found("form.section_missing", _report(_without(5, 6)))

    assert "文件不完整" in finding.message


def test_a_section_whose_table_is_there_only_lacks_its_heading() -> None:
    report = _report(_without(4))

    assert found("form.section_missing", report) == []
    assert "但表四在" in sentences("form.heading_missing", report)[0]


def test_no_section_is_missed_before_there_was_a_form() -> None:
    report = _report({1: "概述", 2: "主动公开情况"}, year=2014, tables={}, cells={}, edition=None)

    assert not [f for f in check(report) if f.rule.startswith("form.")]


def test_a_common_variant_of_a_title_is_a_note() -> None:
    report = _report(SECTIONS | {5: "政府信息公开工作存在的主要问题及改进措施"})

    assert found("form.section_renamed", report) == []
    (finding,) = found("form.section_variant", report)
    assert finding.severity is Severity.NOTE


def test_a_title_about_something_else_is_a_warning() -> None:
    report = _report(SECTIONS | {4: "领导班子建设情况"})

    assert found("form.section_variant", report) == []
    (finding,) = found("form.section_renamed", report)
    assert finding.severity is Severity.WARNING


def test_traditional_characters_and_spaces_do_not_make_another_title() -> None:
    report = _report(SECTIONS | {2: "主動公開 政府信息情況"})

    assert found("form.section_variant", report) == []
    assert found("form.section_renamed", report) == []


def test_sections_in_another_order_are_a_warning() -> None:
    swapped = {n: SECTIONS[n] for n in (1, 2, 4, 3, 5, 6)}

    assert len(found("form.section_misordered", _report(swapped))) == 1


def test_a_topic_of_which_section_one_does_not_speak_is_a_note() -> None:
    report = with_sections(
        a_report(), *[(n, t, "主动公开、依申请公开、网站、培训。") for n, t in SECTIONS.items()]
    )

    assert sentences("form.topic_missing", report) == [
        "第一部分未见关于“政府信息管理”的内容。总体情况应当包括规定的五个方面，请补写。"
    ]
