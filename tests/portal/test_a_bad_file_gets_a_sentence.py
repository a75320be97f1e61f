import io
import random
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.visiting import a_file, a_report, files_in, send, text_of, words_of

RECIPE = """番茄炒鸡蛋
材料：番茄2个，鸡蛋3个，盐1小勺，白糖半勺，食用油适量。
做法：番茄切块，鸡蛋打散。锅里放油，油热后倒入蛋液，炒到刚刚凝固盛出。
再放番茄，炒出汁水，加盐和糖，倒回鸡蛋，翻匀出锅。
"""
WEB_PAGE = "<html><body><nav>首页 新闻 服务</nav><h1>天气预报</h1><p>明天晴。</p></body></html>"


def _docx() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return whole.getvalue()


BAD = {
    "empty.txt": b"",
    "report.docx": _docx(),
    "report.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "garbled.txt": random.Random(7).randbytes(5000),
    "recipe.txt": RECIPE.encode(),
    "weather.html": WEB_PAGE.encode(),
    "broken.json": b'{"file": "a.json", "agency":',
    "other.json": b'{"weather": "sunny", "days": [1, 2, 3]}',
    "blank.txt": " \n\n　\n".encode(),
}


@pytest.mark.parametrize("name", BAD)
def test_it_says_what_is_wrong_and_what_to_do(client: Client, var: Path, name: str) -> None:
    answer = send(client, a_file(BAD[name], name))

    assert answer.status_code == 422
    words = words_of(answer)
    assert name in words
    assert "请" in words.split(name)[1][:200], "no way to go on"
    assert "Traceback" not in words
    assert [path for path in files_in(var) if path.suffix == ".json"] == []
    assert files_in(var / "incoming") == []


def test_no_file_chosen_says_to_choose_one(client: Client) -> None:
    answer = client.post("/checkups/new", {})

    assert answer.status_code == 422
    assert "您还没有选文件" in text_of(answer)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_report_cut_short_never_fails(
    client: Client, var: Path, tmp_path: Path, part: float
) -> None:
    whole = a_report(tmp_path).read()

    answer = send(client, a_file(whole[: int(len(whole) * part)]))

    assert answer.status_code in (200, 422)
    assert files_in(var / "incoming") == []


def test_the_good_ones_among_the_bad_are_still_read(client: Client, tmp_path: Path) -> None:
    answer = send(client, a_file(RECIPE, "recipe.txt"), a_report(tmp_path))

    words = words_of(answer)
    assert "recipe.txt" in words
    assert "林泽县水务局" in words


def test_a_file_s_name_is_shown_as_text(client: Client) -> None:
    answer = send(client, a_file(b"", "<b>x.txt"))

    assert "<b>x.txt" not in text_of(answer)
    assert "&lt;b&gt;x.txt" in text_of(answer)
