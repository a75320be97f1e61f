"""Personal data sealed: each party's under a key of its own, the keys under the master key.

SM4-GCM (GB/T 32907). A data key is wrapped by a master key from the environment; changing the
master key wraps the data keys anew and touches no text. Destroying a data key destroys what it
sealed. Equality is found through a blind index: HMAC-SM3 under a key that is kept wrapped likewise.
"""

import base64
import os
import secrets
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings
from django.db import connections

from yangguang.casework.digests import keyed

_KEY: Final = 16
_NONCE: Final = 12
_TAG: Final = 16


class CannotOpen(Exception):
    """What is sealed does not open: another key, or bytes that were changed. Quotes nothing."""

    def __str__(self) -> str:
        return "解不开：主密钥不对，或者内容被改动过。请检查 YANGGUANG_MASTER_KEY。"


def seal(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """`plain` under `key`, bound to where it belongs: nonce, tag, cipher text."""
    nonce = os.urandom(_NONCE)
    encryptor = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(bound_to)
    cipher = encryptor.update(plain) + encryptor.finalize()
    return nonce + encryptor.tag + cipher


def unseal(key: bytes, sealed: bytes | memoryview, bound_to: bytes) -> bytes:
    """What `seal` sealed. Raises CannotOpen."""
    sealed = bytes(sealed)  # PostgreSQL gives a view of them
    nonce, tag, cipher = (
        sealed[:_NONCE],
        sealed[_NONCE : _NONCE + _TAG],
        sealed[_NONCE + _TAG :],
    )
    try:
        decryptor = Cipher(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
        decryptor.authenticate_additional_data(bound_to)
        return decryptor.update(cipher) + decryptor.finalize()
    except (InvalidTag, ValueError):
        raise CannotOpen from None


def new_key() -> bytes:
    """A fresh data key."""
    return secrets.token_bytes(_KEY)


def _derived(master: str, purpose: str) -> bytes:
    return keyed(master.encode(), purpose.encode())


@cache
def _wrapping_key(master: str) -> bytes:
    return _derived(master, "yangguang data keys")[:_KEY]


@cache
def name_of(master: str) -> str:
    """What a master key is called beside the keys it wraps; tells nothing of it."""
    return _derived(master, "yangguang name of the key").hex()[:16]


def wrap(key: bytes) -> tuple[bytes, str]:
    """A data key under the current master key, and that one's name."""
    master = settings.MASTER_KEYS[0]
    return seal(_wrapping_key(master), key, b"data key"), name_of(master)


def unwrap(wrapped: bytes, name: str) -> bytes:
    """The data key. Raises CannotOpen where no master key of that name is at hand."""
    for master in settings.MASTER_KEYS:
        if name_of(master) == name:
            return unseal(_wrapping_key(master), wrapped, b"data key")
    raise CannotOpen


def enclosed(plain: bytes, bound_to: bytes) -> str:
    """`plain` as text that opens only here: for a field of a page, or a session."""
    key = new_key()
    wrapped, master = wrap(key)
    parts = (wrapped, seal(key, plain, bound_to))
    return ".".join((master, *(base64.urlsafe_b64encode(part).decode() for part in parts)))


def disclosed(text: str, bound_to: bytes) -> bytes:
    """What `enclosed` gave a text for. Raises CannotOpen for what is not ours."""
    try:
        master, wrapped, sealed = text.split(".")
        key = unwrap(base64.urlsafe_b64decode(wrapped), master)
        return unseal(key, base64.urlsafe_b64decode(sealed), bound_to)
    except ValueError:  # binascii.Error is one
        raise CannotOpen from None


def anchor_key(name: str) -> bytes | None:
    """The key of the anchors under the master key of that name; None where it is not at hand."""
    for master in settings.MASTER_KEYS:
        if name_of(master) == name:
            return _derived(master, "yangguang anchors")
    return None


def blind(purpose: str, value: str) -> bytes:
    """What stands for `value` in an index: equal values of one purpose are equal, nothing more.

    One query, for the key. Raises CannotOpen where its master key is not at hand.
    """
    return blinding()(purpose, value)


def blinder(purpose: str) -> Callable[[str], bytes]:
    """`blind` for many values of one purpose: the key is asked for once. Raises CannotOpen."""
    return partial(blinding(), purpose)


def blinding() -> Callable[[str, str], bytes]:
    """`blind` itself for many values: the key is asked for once. Raises CannotOpen."""
    from yangguang.casework.models import IndexKey

    wrapped, master = IndexKey.objects.values_list("wrapped", "master").get()
    key = _index_key(bytes(wrapped), master)
    return lambda purpose, value: keyed(key, f"{purpose}\0{value}".encode())


@lru_cache(maxsize=8)
def _index_key(wrapped: bytes, master: str) -> bytes:
    return unwrap(wrapped, master)


def make_index_key(using: str, **_: object) -> None:
    """Receiver of post_migrate: the index key of a site that is being set up."""
    from yangguang.casework.models import IndexKey

    rows = IndexKey.objects.using(using)
    is_there = IndexKey._meta.db_table in connections[using].introspection.table_names()
    if is_there and not rows.exists():
        wrapped, master = wrap(new_key())
        rows.get_or_create(only=True, defaults={"wrapped": wrapped, "master": master})
