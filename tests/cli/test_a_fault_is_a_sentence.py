import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import yangguang.cli.app
from tests.cli.published import AGENCY, published
from tests.cli.running import yangguang as run
from yangguang import annual_report
from yangguang.cli import main


@pytest.fixture(autouse=True)
def closed_pipes_stay_as_they_were() -> Iterator[None]:
    handler = signal.getsignal(signal.SIGPIPE)
    yield
    signal.signal(signal.SIGPIPE, handler)


def _fail() -> None:
    raise KeyError("secret")


def test_a_fault_over_one_file_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (published(tmp_path / name) for name in ("1.html", "2.html"))
    report = annual_report.read(second)
    monkeypatch.setattr(
        annual_report, "read_bytes", lambda name, _: _fail() if name == first.name else report
    )

    result = run("read", first, second)

    assert result.exit_code == 2
    assert "1.html：程序出错（KeyError）" in result.stderr
    assert AGENCY in result.stdout


def test_a_fault_of_the_program_is_told_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(yangguang.cli.app, "app", _fail)
    monkeypatch.delenv("YANGGUANG_DEBUG", raising=False)

    with pytest.raises(SystemExit) as ended:
        main()

    told = capsys.readouterr()
    assert ended.value.code == 70
    assert told.out == ""
    assert "程序出错（KeyError）" in told.err
    assert "Traceback" not in told.err
    assert "secret" not in told.err


def test_a_developer_sees_the_trace_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yangguang.cli.app, "app", _fail)
    monkeypatch.setenv("YANGGUANG_DEBUG", "1")

    with pytest.raises(KeyError):
        main()
