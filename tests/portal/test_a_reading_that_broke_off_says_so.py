import os
import time
from pathlib import Path

from django.test import Client

from tests.portal.visiting import a_report, result_of, words_of
from yangguang.portal.checkup import State
from yangguang.portal.rooms import Room


def test_a_file_whose_reader_is_gone_is_not_waited_for(
    client: Client, var: Path, tmp_path: Path
) -> None:
    address = result_of(client, a_report(tmp_path))
    (folder,) = (var / "checkups").iterdir()
    room = Room(folder)
    with room.change(address.rsplit("/", 1)[1]) as checkup:
        checkup.state, checkup.report = State.READING, None
    assert "正在读和检查" in words_of(client.get(address))

    long_ago = time.time() - 600
    os.utime(folder / "reading", (long_ago, long_ago))

    assert "读取中断了，这份文件没有读完。请重新上传。" in words_of(client.get(address))
