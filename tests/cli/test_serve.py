import importlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from importlib import util
from pathlib import Path

import pytest

from tests.cli.running import yangguang
from tests.cli.serving import environment
from tests.ports import free_port

serve = importlib.import_module("yangguang.cli.serve")  # the package holds the function
YANGGUANG = Path(sys.executable).with_name("yangguang")


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_serve_says_where_the_page_is_and_answers_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YANGGUANG_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "yangguang.site.settings")
    port = free_port()
    command = [str(YANGGUANG), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as site:
        try:
            assert site.stdout
            said = re.search(r"http://\S+", site.stdout.readline())
            assert said
            assert said[0] == f"http://127.0.0.1:{port}/"
            with urllib.request.urlopen(said[0], timeout=20) as answer:
                assert answer.status == 200
        finally:
            site.send_signal(signal.SIGINT)
    assert site.returncode == 0


def test_a_taken_port_is_a_sentence_with_the_way_out(taken_port: int) -> None:
    result = yangguang("serve", "--port", taken_port)

    assert result.exit_code == 2
    assert f"无法监听 127.0.0.1:{taken_port}" in result.stderr
    assert "--port" in result.stderr


@pytest.mark.parametrize(
    ("host", "named", "address"),
    [
        ("127.0.0.1", "", "http://127.0.0.1:8131"),
        ("0.0.0.0", "", "http://127.0.0.1:8131"),
        ("::1", "", "http://[::1]:8131"),
        ("127.0.0.1", "www.qinglan.example", ""),
    ],
)
def test_links_lead_to_where_the_site_listens_unless_it_has_a_name(
    monkeypatch: pytest.MonkeyPatch, host: str, named: str, address: str
) -> None:
    monkeypatch.setenv("YANGGUANG_HOSTS", named)
    monkeypatch.setenv("YANGGUANG_ADDRESS", "")
    monkeypatch.delenv("YANGGUANG_HTTPS", raising=False)

    serve._name_address(host, 8131)

    assert os.environ["YANGGUANG_ADDRESS"] == address


def test_who_falls_silent_within_a_request_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(serve, "PATIENCE_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serve._limit_patience(listener)
        with socket.create_connection(listener.getsockname()):
            visitor, _ = listener.accept()
            with visitor, pytest.raises(BlockingIOError):
                visitor.recv(1)


def test_without_the_server_parts_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: None)

    result = yangguang("serve")

    assert result.exit_code == 2
    assert "yangguang[server]" in result.stderr


def test_a_site_that_others_reach_does_not_start_without_its_own_keys(tmp_path: Path) -> None:
    told = environment(tmp_path / "var", YANGGUANG_HTTPS="1", YANGGUANG_DEBUG="1")

    done = subprocess.run(
        [str(YANGGUANG), "serve"], env=told, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    first, *reasons = done.stderr.splitlines()
    assert "没有启动" in first
    named = ("SECRET_KEY", "MASTER_KEY", "HOSTS", "DEBUG")
    assert [name for name in named if not any(name in one for one in reasons)] == []
    assert not (tmp_path / "var").exists()
