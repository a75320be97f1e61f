"""A file that takes down the process that reads it costs one sentence, and no other file."""

import zlib
from pathlib import Path

import pytest

from tests.cli.published import AGENCY, published
from tests.cli.running import yangguang
from tests.generator.pdf import assembled, stream

DRAWING_WITHOUT_END = b"0 0 m 1 1 l S\n" * 4_000_000


def _pdf(content: bytes) -> bytes:
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
            stream(zlib.compress(content), b"/Filter/FlateDecode"),
        ]
    )


@pytest.mark.parametrize("command", ["read", "check"])
def test_the_command_survives_and_goes_on(command: str, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.pdf"
    hostile.write_bytes(_pdf(DRAWING_WITHOUT_END))
    good = published(tmp_path / "report.html")

    result = yangguang(command, hostile, good)

    assert result.exit_code == 2
    assert AGENCY in result.stdout
    (sentence,) = result.stderr.splitlines()
    assert sentence.startswith(f"{hostile}：")
    assert sentence.endswith("。")
