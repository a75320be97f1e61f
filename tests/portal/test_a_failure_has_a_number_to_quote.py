import logging
import re

import pytest
from django.test import Client

from tests.portal.visiting import words_of
from yangguang.portal import example
from yangguang.site.logs import WithoutContents

SECRET = "张三的身份证号"


@pytest.fixture
def a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a check-up fails, with words of a file in the exception."""

    def fail() -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(example, "excerpt", fail)


@pytest.mark.usefixtures("a_bug")
def test_the_page_gives_the_number_under_which_the_log_has_it(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/checkups/new")

    assert answer.status_code == 500
    words = words_of(answer)
    assert "Traceback" not in words
    reference = re.search(r"编号 ?： ?([0-9A-F]{8})", words)
    assert reference
    assert f"failure {reference[1]}" in caplog.text


@pytest.mark.usefixtures("a_bug")
def test_the_log_holds_the_place_but_no_words_of_a_file(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get("/checkups/new")

    written = "\n".join(WithoutContents().format(record) for record in caplog.records)
    assert "ValueError" in written
    assert "in start" in written
    assert SECRET not in written


def test_a_result_that_is_gone_is_no_failure(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get(f"/checkups/{'0' * 32}")

    assert answer.status_code == 404
    assert "failure" not in caplog.text
