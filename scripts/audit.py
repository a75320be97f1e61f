"""Look every pin up among the known vulnerabilities: `python scripts/audit.py COMMAND…`.

COMMAND runs pip-audit. A pin that is known to be vulnerable fails. Where the package index does not
answer for pins, as many mirrors do not, nothing was proved: that is said loudly, and fails with
AUDIT=required only, so that work goes on without the network.

Exit codes: 0 nothing known, or nothing said; 1 a vulnerable pin, or pins left out where required.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

PINS: Final = tuple(
    str(Path(__file__).parents[1] / "requirements" / name) for name in ("run.txt", "dev.txt")
)
_SECONDS: Final = 180


def main(command: list[str]) -> int:
    """Ask, say what came of it; the exit code."""
    found = _asked(command)
    vulnerable = list(_vulnerable(found))
    silent = [one for one in found if "skip_reason" in one]
    for line in vulnerable:
        print(f"VULNERABLE: {line}", file=sys.stderr)
    if len(silent) == len(found):
        print("NOTHING WAS AUDITED: nobody here tells of known vulnerabilities.", file=sys.stderr)
    elif silent:
        print(
            f"NOT AUDITED: {len(silent)} of {len(found)} pins, of which nothing is told.",
            file=sys.stderr,
        )
    else:
        print(f"{len(found)} pins audited, {len(vulnerable)} of them vulnerable.")
    is_required = os.environ.get("AUDIT") == "required"
    return int(bool(vulnerable) or (is_required and (not found or bool(silent))))


def _asked(command: list[str]) -> list[dict[str, Any]]:
    """What pip-audit says of each pin; nothing where it could not say anything."""
    asked = [*command, "--require-hashes", "--disable-pip", "--format", "json"]
    asked += [word for pins in PINS for word in ("--requirement", pins)]
    try:
        answer = subprocess.run(
            asked, check=False, capture_output=True, text=True, timeout=_SECONDS
        )
        found: list[dict[str, Any]] = json.loads(answer.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError, LookupError, TypeError):
        return []
    return found


def _vulnerable(found: list[dict[str, Any]]) -> Iterator[str]:
    for one in found:
        for known in one.get("vulns", ()):
            mended = ", ".join(known.get("fix_versions", ())) or "nothing yet"
            yield f"{one['name']} {one['version']}: {known['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
