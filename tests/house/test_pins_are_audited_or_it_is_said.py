"""scripts/audit.py: a vulnerable pin fails; silence is said, and fails where proof is required."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.house.repository import ROOT

SOUND = {"name": "invented", "version": "1.0", "vulns": []}
SILENT = {"name": "unknown", "skip_reason": "not found"}
HOLED = {
    "name": "holed",
    "version": "2.1",
    "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["2.2"]}],
}


def _audit(*said: dict[str, Any], required: bool = False, code: int = 0) -> Any:
    """Run it with a pip-audit that says this of the pins and ends with that code."""
    answer = json.dumps({"dependencies": said, "fixes": []}) if said else "Traceback …"
    pretended = f"import sys; print({answer!r}); sys.exit({code})"
    return subprocess.run(
        [sys.executable, "scripts/audit.py", sys.executable, "-c", pretended],
        check=False,
        cwd=ROOT,
        env={"AUDIT": "required"} if required else {},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("beside", [(), (SILENT,)])
def test_a_vulnerable_pin_fails_and_is_named(beside: tuple[dict, ...]) -> None:
    ended = _audit(SOUND, HOLED, *beside, code=1)

    assert ended.returncode == 1
    assert "VULNERABLE: holed 2.1: PYSEC-2026-1, mended in 2.2" in ended.stderr


def test_pins_of_which_nothing_is_known_pass() -> None:
    ended = _audit(SOUND, SOUND, required=True)

    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("said", [(), (SILENT, SILENT), (SILENT, SOUND)])
@pytest.mark.parametrize("required", [False, True])
def test_silence_is_said_and_fails_where_proof_is_required(
    said: tuple[dict, ...], required: bool
) -> None:
    ended = _audit(*said, required=required, code=1)

    assert ended.returncode == int(required)
    assert "AUDITED" in ended.stderr


def test_it_is_a_part_of_lint() -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8").split("\nlint:")[1].split("\n\n")[0]

    assert "scripts/audit.py" in recipe
