"""The code by which an applicant looks up a request: shown once, kept only blind."""

import secrets
from collections.abc import Callable
from typing import Final

from yangguang.casework.sealing import blind

_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No characters that are taken for each other: 0 O, 1 I L."""
_LENGTH: Final = 10


def new_code() -> str:
    """A fresh code: ten characters, about 49 bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def shown(code: str) -> str:
    """A code as it is printed: in two halves."""
    return f"{code[:5]}-{code[5:]}"


def blinded(number: str, code: str, by: Callable[[str, str], bytes] = blind) -> bytes:
    """What is kept of a code, and compared: worth nothing without the key and the number.

    `by`: of many, `sealing.blinding()`.
    """
    return by(f"query code {number}", normalised(code))


def normalised(code: str) -> str:
    """A code as typed, without what people put between and around."""
    return "".join(c for c in code.upper() if c in _ALPHABET)


def matches(kept: bytes, number: str, code: str) -> bool:
    """Whether `code` is the code of the case with that number; takes as long either way."""
    return secrets.compare_digest(kept, blinded(number, code))
