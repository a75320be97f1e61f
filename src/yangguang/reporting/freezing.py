"""The digest of a version: over all that it says and stands on."""

from datetime import UTC
from typing import Any

from yangguang.casework.digests import canonical, digest
from yangguang.reporting.models import Version


def digest_of(version: Version) -> str:
    """What the digest of a version that was compiled here must be."""
    assert version.known_at is not None
    stands_on: list[Any] = [
        version.content,
        digest(bytes(version.counted)),
        version.findings,
        version.changes,
        version.known_at.astimezone(UTC).isoformat(),
    ]
    if version.rests_on is not None:
        stands_on.append(version.rests_on)
    return digest(canonical([*stands_on, version.override, version.note]))
