"""`schema` prints the schema that `read --json` keeps to."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.cli.published import published
from tests.cli.running import yangguang


def test_what_read_prints_keeps_to_what_schema_prints(tmp_path: Path) -> None:
    schema = json.loads(yangguang("schema").stdout)
    record = json.loads(yangguang("read", published(tmp_path / "report.html"), "--json").stdout)
    Draft202012Validator(schema).validate(record)
    assert schema["examples"]
