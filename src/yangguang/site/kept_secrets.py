"""Keys from the environment, or made once and kept beside the data: for signing, for sealing."""

import os
import secrets
from pathlib import Path


def kept_secret(folder: Path, name: str, given: str) -> str:
    """The key `given` by the environment; else the one in `folder`/`name`, made if need be.

    The file is readable by its owner only. Several processes that start at once agree on one key.
    """
    if given:
        return given
    kept = folder / name
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
