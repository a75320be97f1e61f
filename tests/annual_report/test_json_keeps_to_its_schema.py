"""What `read --json` prints keeps to the published schema, whatever was read."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

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


def _with_examples(part: Any) -> Iterator[dict[str, Any]]:
    """The parts of the schema that give examples."""
    match part:
        case dict():
            if isinstance(part.get("examples"), list):
                yield part
            inner = [value for name, value in part.items() if name != "examples"]
        case list():
            inner = part
        case _:
            inner = []
    for one in inner:
        yield from _with_examples(one)


@pytest.mark.parametrize("part", list(_with_examples(SCHEMA)))
def test_its_examples_keep_to_it(part: dict[str, Any]) -> None:
    validator = VALIDATOR.evolve(schema={**part, "$defs": SCHEMA["$defs"]})
    for example in part["examples"]:
        assert [error.message for error in validator.iter_errors(example)] == []


def test_its_example_of_a_report_can_be_read() -> None:
    (example,) = SCHEMA["examples"]
    report = read_bytes("report.json", json.dumps(example).encode())
    assert report.agency == example["agency"]
    assert report.value("table4.review.total") == example["cells"]["table4.review.total"]["value"]


def test_every_field_that_is_printed_is_described() -> None:
    report = read_bytes("report", LAYOUTS["html"](printed(invent(Random(2)))))
    assert set(as_json.dump(report)) == set(SCHEMA["properties"])
