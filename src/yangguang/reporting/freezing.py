"""What makes a version one that stays: its number, and a digest over all that it stands on."""

from datetime import UTC
from typing import Any

from yangguang.casework.digests import canonical, digest
from yangguang.reporting.models import Version, YearReport


def next_number(report: YearReport) -> int:
    """The number of the version that follows on the last one; the report's case is locked."""
    last = report.versions.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


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


def digest_of_file(content: Any, file: str) -> str:
    """That of a version that was brought in: what it says, and the digest of its file."""
    return digest(canonical([content, file]))
