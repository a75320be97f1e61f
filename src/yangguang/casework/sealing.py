"""Personal data sealed: each party's under a key of its own, the keys under the master key.

SM4-GCM (GB/T 32907). A data key is wrapped by a master key from the environment; changing the
master key wraps the data keys anew and touches no text. Destroying a data key destroys what it
sealed. Equality is found through a blind index: HMAC-SM3 under a key derived from the master key.
"""

import os
import secrets
from functools import cache
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings

from yangguang.casework.digests import keyed

_KEY: Final = 16
_NONCE: Final = 12
_TAG: Final = 16


class CannotOpen(Exception):
    """What is sealed does not open: another key, or bytes that were changed. Quotes nothing."""


def seal(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """`plain` under `key`, bound to where it belongs: nonce, tag, cipher text."""
    nonce = os.urandom(_NONCE)
    encryptor = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(bound_to)
    cipher = encryptor.update(plain) + encryptor.finalize()
    return nonce + encryptor.tag + cipher


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """What `seal` sealed. Raises CannotOpen."""
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
def _index_key(master: str) -> bytes:
    return _derived(master, "yangguang blind index")


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


def blind(purpose: str, value: str) -> bytes:
    """What stands for `value` in an index: equal values of one purpose are equal, nothing more.

    Under the last master key listed, which stays when a new one is put before it.
    """
    key = _index_key(settings.MASTER_KEYS[-1])
    return keyed(key, f"{purpose}\0{value}".encode())
