"""Digests by SM3 (GB/T 32905), and the one way in which a record is written down for its digest."""

import json
from typing import Any, Final

from cryptography.hazmat.primitives import hashes, hmac

LENGTH: Final = 64
"""A digest is this many hexadecimal digits."""


def digest(data: bytes) -> str:
    """SM3 of `data`, in hexadecimal."""
    sm3 = hashes.Hash(hashes.SM3())
    sm3.update(data)
    return sm3.finalize().hex()


def keyed(key: bytes, data: bytes) -> bytes:
    """HMAC-SM3 of `data`."""
    sm3 = hmac.HMAC(key, hashes.SM3())
    sm3.update(data)
    return sm3.finalize()


def canonical(record: Any) -> bytes:
    """A record of plain values as bytes: keys in order, no spaces, UTF-8."""
    return json.dumps(
        record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()
