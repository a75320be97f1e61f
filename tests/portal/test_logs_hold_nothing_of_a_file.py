import logging

import pytest
from django.test import Client

from tests.portal.visiting import a_file, send
from yangguang.portal import example

NAME = "某局内部稿.html"


@pytest.mark.parametrize(
    "content",
    [example.REPORT.read_bytes(), "番茄炒鸡蛋，盐一勺。".encode()],
    ids=["report", "other"],
)
def test_neither_its_name_nor_its_words_are_logged(
    client: Client, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    with caplog.at_level(logging.DEBUG):
        send(client, a_file(content, NAME))

    assert NAME not in caplog.text
    assert "青岚市" not in caplog.text
    assert "番茄" not in caplog.text
