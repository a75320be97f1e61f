from pathlib import Path

import pytest

from yangguang.site.mail import mail


def test_without_a_server_mail_is_kept_in_a_private_folder(tmp_path: Path) -> None:
    found = mail("", "a@example.com", tmp_path / "mail")

    assert found["EMAIL_FILE_PATH"] == str(tmp_path / "mail")
    assert (tmp_path / "mail").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("scheme", "port", "tls", "ssl"),
    [("smtp", 25, False, False), ("smtp+tls", 587, True, False), ("smtps", 465, False, True)],
)
def test_the_address_says_server_and_protection(scheme, port, tls, ssl, tmp_path: Path) -> None:
    found = mail(f"{scheme}://user:p%40ss@mail.example.com", "a@example.com", tmp_path)

    assert found["EMAIL_HOST"] == "mail.example.com"
    assert found["EMAIL_PORT"] == port
    assert found["EMAIL_HOST_PASSWORD"] == "p@ss"
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)


@pytest.mark.parametrize("address", ["mail.example.com", "http://mail.example.com", "smtp://"])
def test_another_kind_of_address_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="smtp"):
        mail(address, "a@example.com", tmp_path)
