"""Running the command line in this process."""

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from yangguang.cli.app import app

if TYPE_CHECKING:
    from typer.testing import Result


def yangguang(*words: object) -> "Result":
    """What `yangguang WORDS…` prints, on which stream, and its exit code."""
    return CliRunner().invoke(app, [str(word) for word in words])
