import re
from pathlib import Path

from django.test import Client

from tests.cli.published import balanced
from tests.portal.visiting import a_report, send, text_of, words_of

OVER = balanced(new=7, carried_over=3)


def test_each_report_has_a_row_with_its_counts_and_a_link(client: Client, tmp_path: Path) -> None:
    wrong = {**balanced(new=7), "table3.granted.natural_person": 9}

    answer = send(
        client,
        a_report(tmp_path, agency="云岭市林泽县水务局", year=2023, figures=wrong),
        a_report(tmp_path, agency="云岭市林泽县教育局", year=2023),
    )

    page, words = text_of(answer), words_of(answer)
    assert answer.redirect_chain[-1][0] == "/checkups"
    assert len(re.findall('<a href="/checkups/[0-9a-f]{32}', page)) == 2
    water, education = (
        words.split("林泽县水务局 2023 年")[1],
        words.split("林泽县教育局 2023 年")[1],
    )
    assert int(water.split()[1]) > 0, "errors of the wrong one"
    assert int(education.split()[1]) == 0, "errors of the right one"


def test_reports_are_matched_by_agency_and_year(client: Client, tmp_path: Path) -> None:
    last = a_report(tmp_path, year=2022, figures=balanced(new=9, carried_forward=4))

    words = words_of(send(client, a_report(tmp_path, year=2023, figures=OVER), last))

    this, before = words.split("2023 年")[1], words.split("2022 年")[1]
    assert "2021 年版 有" in this
    assert "2021 年版 —" in before
    assert this.split()[1] != "0", "the carry-over of 3 against 4"


def test_a_report_sent_later_is_matched_as_well(client: Client, tmp_path: Path) -> None:
    send(client, a_report(tmp_path, year=2023, figures=OVER))
    send(client, a_report(tmp_path, year=2022, figures=balanced(new=9, carried_forward=4)))

    words = words_of(client.get("/checkups"))

    assert "2021 年版 有" in words
