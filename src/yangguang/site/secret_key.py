"""The key that signs cookies: from the environment, or made once and kept beside the data."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The key in YANGGUANG_SECRET_KEY; else the one in `folder`, made there if there is none.

    The file is readable by its owner only. Several processes that start at once agree on one key.
    """
    given = os.environ.get("YANGGUANG_SECRET_KEY", "")
    if given:
        return given
    kept = folder / "secret-key"
    if not kept.exists():
        _make(kept)
    return kept.read_text(encoding="ascii").strip()


def _make(kept: Path) -> None:
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = kept.with_name(f"{kept.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        os.link(draft, kept)  # fails where another process was first: its key stands
    except FileExistsError:
        pass
    finally:
        draft.unlink()
