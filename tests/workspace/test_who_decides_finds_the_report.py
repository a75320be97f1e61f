"""Whoever decides a report finds it from the navigation: the reviewer for secrecy too (Art. 17)."""

from tests.reporting.reported import YEAR, Reporting
from tests.workspace.at_work import words_of


def test_the_reviewer_for_secrecy_is_led_to_the_report() -> None:
    reporting = Reporting()
    browser = reporting.browser(reporting.office.reviewer)

    led = browser.get("/workspace/").content.decode()
    board = browser.get(f"/workspace/reports?year={YEAR}")

    assert 'href="/workspace/reports"' in led
    assert reporting.agency.name in words_of(board)
    assert f'href="/workspace/reports/jiaotong/{YEAR}/way"' in board.content.decode()
    assert "开始编制" not in words_of(board)


def test_a_year_that_has_not_come_is_not_shown_as_one_that_is_due() -> None:
    reporting = Reporting()

    board = reporting.browser(reporting.office.handler).get("/workspace/reports?year=2099")

    assert "2100" not in words_of(board)
