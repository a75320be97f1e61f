from pathlib import Path

import pytest

from yangguang.site import environment
from yangguang.site.environment import Unsuitable, read

SECRET, MASTER = "qWkzRfTmYbNcVxLsHdJgPoIuEa0123456789", "ZxCvBnMqWeRtYuIoPaSdFgHjKl9876543210"
SOUND = {
    "YANGGUANG_HOSTS": "gk.example.gov.cn",
    "YANGGUANG_SECRET_KEY": SECRET,
    "YANGGUANG_MASTER_KEY": MASTER,
}


def problems(**given: str) -> list[str]:
    with pytest.raises(Unsuitable) as refused:
        read(given)
    return refused.value.problems


def test_nothing_set_is_a_site_to_try_out() -> None:
    found = read({})

    assert found.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert found.upload_bytes == 20_000_000
    assert found.folder == Path("var").resolve()
    assert not found.is_production


def test_an_empty_value_is_none() -> None:
    assert read({"YANGGUANG_UPLOAD_MB": "", "YANGGUANG_SECRET_KEY": ""}) == read({})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("YANGGUANG_UPLOAD_MB", "20MB"),
        ("YANGGUANG_UPLOAD_MB", "0"),
        ("YANGGUANG_PROXIES", "-1"),
        ("YANGGUANG_HTTPS", "yes"),
        ("YANGGUANG_LOG", "xml"),
        ("DATABASE_URL", "mysql://x"),
        ("YANGGUANG_MAIL", "http://mail"),
    ],
)
def test_what_cannot_be_read_is_a_sentence_that_names_the_variable(name: str, text: str) -> None:
    (problem,) = problems(**{name: text})

    assert problem.startswith(f"{name} ")
    assert problem.endswith("。")


def test_everything_wrong_is_said_at_once_and_no_value_is_quoted() -> None:
    found = problems(
        YANGGUANG_HTTPS="1",
        YANGGUANG_UPLOAD_MB="many",
        YANGGUANG_DEBUG="1",
        YANGGUANG_MASTER_KEY="aaaa",
        DATABASE_URL="mysql://li:geheim@db/x",
    )

    said = "\n".join(found)
    named = ("UPLOAD_MB", "DEBUG", "SECRET_KEY", "MASTER_KEY", "HOSTS", "DATABASE_URL")
    assert [name for name in named if name not in said] == []
    assert not any(value in said for value in ("many", "aaaa", "geheim"))


@pytest.mark.parametrize(
    "given",
    [
        {"YANGGUANG_HTTPS": "1"},
        {"YANGGUANG_HOSTS": "localhost,gk.example.gov.cn"},
        {"YANGGUANG_PRODUCTION": "1"},
    ],
)
def test_a_site_that_others_reach_needs_keys_of_its_own(given: dict[str, str]) -> None:
    said = "\n".join(problems(**given))

    assert "YANGGUANG_SECRET_KEY" in said
    assert "YANGGUANG_MASTER_KEY" in said


def test_a_sound_site_starts() -> None:
    found = read(SOUND)

    assert found.is_production
    assert found.master_keys == (MASTER,)


def test_who_says_that_it_is_a_trial_is_believed() -> None:
    found = read({"YANGGUANG_HOSTS": "test.example.gov.cn", "YANGGUANG_PRODUCTION": "0"})

    assert not found.is_production


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"YANGGUANG_SECRET_KEY": "short"}, "SECRET_KEY 太弱"),
        ({"YANGGUANG_MASTER_KEY": "a" * 64}, "MASTER_KEY 太弱"),
        ({"YANGGUANG_SECRET_KEY": MASTER}, "不能是同一个密钥"),
        ({"YANGGUANG_HOSTS": "*.gov.cn"}, "不能有 *"),
        ({"YANGGUANG_DEBUG": "1"}, "去掉 YANGGUANG_DEBUG"),
        ({"YANGGUANG_OIDC_SERVER": "https://id.example.gov.cn"}, "YANGGUANG_OIDC_CLIENT"),
    ],
)
def test_each_weakness_is_refused(change: dict[str, str], why: str) -> None:
    (problem,) = problems(**{**SOUND, **change})

    assert why in problem


def test_only_the_newest_master_key_must_be_strong() -> None:
    assert read({**SOUND, "YANGGUANG_MASTER_KEY": f"{MASTER}, old"}).master_keys == (MASTER, "old")


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    kept = tmp_path / "master-key"
    kept.write_text(f"{MASTER}\n")
    given = {name: text for name, text in SOUND.items() if name != "YANGGUANG_MASTER_KEY"}

    found = read({**given, "YANGGUANG_MASTER_KEY_FILE": str(kept)})

    assert found.master_keys == (MASTER,)


def test_a_file_that_is_not_there_is_named_by_its_variable(tmp_path: Path) -> None:
    (problem,) = problems(YANGGUANG_MAIL_FILE=str(tmp_path / "missing"))

    assert problem.startswith("YANGGUANG_MAIL_FILE ")


def test_value_and_file_together_are_refused() -> None:
    (problem,) = problems(YANGGUANG_MAIL="smtp://a", YANGGUANG_MAIL_FILE="b")

    assert "只能设一个" in problem


def test_a_misspelt_variable_is_found_with_what_was_meant() -> None:
    given = {"YANGGUANG_HOST": "x", "YANGGUANG_CORPUS": "corpus", "PATH": "/bin"}

    assert list(environment.unknown(given)) == [("YANGGUANG_HOST", "YANGGUANG_HOSTS")]
