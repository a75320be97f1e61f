"""JSON for other programs: one object a line, UTF-8 whatever the terminal speaks."""

import json
import sys
from collections.abc import Mapping


def print_json(record: Mapping[str, object]) -> None:
    """Print `record` as one line of JSON, Chinese as it is."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
    sys.stdout.buffer.write(line.encode())
