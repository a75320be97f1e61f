from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from yangguang.site.kept_secrets import kept_secret


def secret_key(folder: Path, given: str = "") -> str:
    return kept_secret(folder, "secret-key", given)


def test_it_is_kept_for_the_owner_only(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "var")

    (kept,) = (tmp_path / "var").iterdir()
    assert len(key) > 50
    assert kept.stat().st_mode & 0o777 == 0o600
    assert secret_key(tmp_path / "var") == key


def test_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key(tmp_path), range(32)))

    assert len(keys) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_the_environment_s_key_goes_before_and_nothing_is_written(tmp_path: Path) -> None:
    assert secret_key(tmp_path, "given") == "given"
    assert list(tmp_path.iterdir()) == []
