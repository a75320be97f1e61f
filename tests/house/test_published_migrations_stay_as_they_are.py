"""Decision 0011: a site runs a migration once, so what a published one says may not change."""

from hashlib import sha256

import pytest

from tests.house.repository import ROOT

PUBLISHED = (ROOT / "tests/house/published_migrations.sha256").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", PUBLISHED, ids=lambda line: line.partition("  ")[2])
def test_a_published_migration_is_as_it_was(line: str) -> None:
    digest, _, path = line.partition("  ")

    now = sha256((ROOT / path).read_bytes()).hexdigest()

    assert now == digest, "write a migration of its own for the change (docs/developing.md)"
