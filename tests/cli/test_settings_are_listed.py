import json

import pytest

from tests.cli.running import yangguang

SECRETS = {
    "YANGGUANG_SECRET_KEY": "a key that nobody may see",
    "YANGGUANG_MASTER_KEY": "another key that nobody may see",
    "DATABASE_URL": "postgresql://li:geheim@db/x",
    "YANGGUANG_MAIL": "smtps://li:vertraulich@mail",
    "YANGGUANG_OIDC_SECRET": "the secret of the provider",
}


@pytest.fixture(autouse=True)
def _told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**SECRETS, "YANGGUANG_UPLOAD_MB": "35"}.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_no_secret_is_shown(options: tuple[str, ...]) -> None:
    shown = yangguang("settings", *options)

    assert shown.exit_code == 0
    assert [value for value in SECRETS.values() if value in shown.output] == []
    assert "geheim" not in shown.output


def test_each_has_its_meaning_its_default_and_what_is_set() -> None:
    shown = yangguang("settings").stdout

    assert "YANGGUANG_UPLOAD_MB\n  收的文件一份最大多少 MB。\n  现为：35；默认：20\n" in shown
    assert "已设；默认：自动生成" in shown


def test_every_line_of_json_is_a_variable_and_the_last_a_summary() -> None:
    *variables, summary = map(json.loads, yangguang("settings", "--json").stdout.splitlines())

    found = {one["name"]: one for one in variables}
    assert found["YANGGUANG_UPLOAD_MB"]["value"] == "35"
    assert found["YANGGUANG_HTTPS"]["set"] == ""
    assert "value" not in found["DATABASE_URL"]
    assert summary["problems"] == []


def test_what_does_not_do_is_said_and_ends_with_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YANGGUANG_HTTPS", "1")
    monkeypatch.setenv("YANGGUANG_HOST", "x")

    shown = yangguang("settings")

    assert shown.exit_code == 2
    assert "正式运行要设 YANGGUANG_HOSTS" in shown.stderr
    assert "没有 YANGGUANG_HOST 这项设置，是不是 YANGGUANG_HOSTS？" in shown.stderr
