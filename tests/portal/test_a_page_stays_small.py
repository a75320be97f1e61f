"""A file that is hardly a report may hold thousands of sentences: its page must not."""

import time
from pathlib import Path

from django.test import Client

from tests.portal.visiting import a_file, a_report, result_of, text_of, words_of
from yangguang.annual_report.report import Span
from yangguang.portal.marked_text import Mark, paragraphs
from yangguang.portal.rooms import Room

HEAD = "林泽县2023年政府信息公开工作年度报告\n一、总体情况\n"


def test_a_section_without_end_is_cut_with_a_word_about_it(client: Client) -> None:
    address = result_of(client, a_file(HEAD + "平稳。\n" * 5000, "long.txt"))

    page = text_of(client.get(address))

    assert page.count("平稳。") < 2500
    assert "这一部分太长，后面的没有显示" in page


def test_thousands_of_findings_are_counted_but_not_all_listed(
    client: Client, var: Path, tmp_path: Path
) -> None:
    wrong = {"table3.granted.natural_person": 9}
    address = result_of(client, a_report(tmp_path, figures=wrong))
    (folder,) = (var / "checkups").iterdir()
    with Room(folder).change(address.rsplit("/", 1)[1]) as checkup:
        assert checkup.report
        notes = [f for f in checkup.report["findings"] if f["severity"] == "note"]
        checkup.report["findings"] += [{**notes[0], "key": f"k{i}"} for i in range(5000)]

    answer = client.get(address)

    assert text_of(answer).count('id="f-') == 300
    assert "处没有列出，全部在下载的结果里" in words_of(answer)
    assert f"提示 {5000 + len(notes)} " in words_of(answer)


def test_marking_takes_no_longer_than_reading() -> None:
    text = "共收到申请三件。\n" * 20_000
    marks = [Mark(Span(1, at, at + 3), 1, "note", 2) for at in range(0, len(text), 9)]
    began = time.process_time()

    found = paragraphs(text, marks)

    assert len(found) == 20_000
    assert time.process_time() - began < 5
