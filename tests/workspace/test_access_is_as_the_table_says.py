"""The table of access in the docs is what the site does (design: access is declared)."""

import os

from tests.workspace.access_table import TABLE, table


def test_every_view_opens_for_whom_the_table_says() -> None:
    found = table()
    if os.environ.get("WRITE_ACCESS_TABLE"):
        TABLE.write_text(found, encoding="utf-8")

    assert found == TABLE.read_text(encoding="utf-8"), "write it anew with `make access`, and read"
