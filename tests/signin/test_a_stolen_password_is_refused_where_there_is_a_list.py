"""The operator's list of digests, searched where it lies: what stands in it is refused."""

import hashlib
import logging
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.signin.breached import _stands_in

STOLEN = "the moon over nine bridges"


def _line(password: str, count: int = 7) -> str:
    return f"{hashlib.sha1(password.encode()).hexdigest().upper()}:{count}\n"


def _list(path: Path, passwords: set[str]) -> Path:
    counts = (1, 23, 4_000_000)
    lines = [_line(one, counts[number % 3]) for number, one in enumerate(sorted(passwords))]
    path.write_text("".join(sorted(lines)))
    return path


@settings(max_examples=60)
@given(st.sets(st.text(max_size=6), max_size=40), st.text(max_size=6))
def test_exactly_what_stands_in_it_is_found(
    tmp_path_factory: pytest.TempPathFactory, listed: set[str], other: str
) -> None:
    path = _list(tmp_path_factory.getbasetemp() / "list.txt", listed)

    assert all(_stands_in(path, one) for one in listed)
    assert _stands_in(path, other) is (other in listed)


def test_such_a_password_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = _list(tmp_path / "list.txt", {STOLEN, "another", "a third"})

    with (
        override_settings(BREACHED_PASSWORDS=path),
        pytest.raises(ValidationError, match="在别处泄露过"),
    ):
        validate_password(STOLEN)


def test_without_a_list_it_is_taken() -> None:
    validate_password(STOLEN)


def test_a_list_that_is_gone_is_told_to_the_operator(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with override_settings(BREACHED_PASSWORDS=tmp_path / "gone.txt"):
        validate_password(STOLEN)

    assert [one.levelno for one in caplog.records] == [logging.CRITICAL]
