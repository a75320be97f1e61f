"""How mail leaves: by the server of the address given; else into a folder, as files."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

_PORTS: Final = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
_SECONDS: Final = 20


def checked(address: str) -> str:
    """The address itself. Raises ValueError for one of another kind, saying what it must be."""
    parts = urlsplit(address)
    if address and (parts.scheme not in _PORTS or not parts.hostname):
        raise ValueError("应当像 smtp+tls://用户:密码@服务器:587 这样")
    return address


def mail(address: str, sender: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the mail server at `address` (smtp, smtp+tls, smtps).

    Raises as `checked`.
    """
    if not address:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder),
            "DEFAULT_FROM_EMAIL": sender,
        }
    parts = urlsplit(checked(address))
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": _SECONDS,
        "DEFAULT_FROM_EMAIL": sender,
    }
