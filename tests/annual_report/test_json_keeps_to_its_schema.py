"""What `read --json` prints keeps to the published schema, whatever was read."""

import json
from pathlib import Path
from random import Random

import pytest
from jsonschema import Draft202012Validator

import yangguang.annual_report
from tests.generator.hazards import HAZARDS
from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import as_json, read_bytes
from yangguang.annual_report.checking import check

SCHEMA = json.loads(
    Path(yangguang.annual_report.__file__).with_name("report.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("hazard", sorted(HAZARDS))
@pytest.mark.parametrize("layout", ["tabs", "cell_a_line", "glued", "html"])
def test_every_report_keeps_to_it(layout: str, hazard: str) -> None:
    damaged = HAZARDS[hazard](Random(2), printed(invent(Random(2))))
    report = read_bytes("report", LAYOUTS[layout](damaged))
    record = json.loads(as_json.line(report, check(report)))
    assert [error.message for error in VALIDATOR.iter_errors(record)] == []


def test_every_field_that_is_printed_is_described() -> None:
    report = read_bytes("report", LAYOUTS["html"](printed(invent(Random(2)))))
    assert set(as_json.dump(report)) == set(SCHEMA["properties"])
