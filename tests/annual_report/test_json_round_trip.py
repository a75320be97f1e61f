"""What `read --json` prints can be read again, and says the same."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.generator.hazards import HAZARDS
from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import Unreadable, as_json, read_bytes
from yangguang.annual_report.checking import check


@given(st.integers(0, 10_000), st.sampled_from(sorted(LAYOUTS)), st.sampled_from(sorted(HAZARDS)))
def test_a_report_survives(seed: int, layout: str, hazard: str) -> None:
    damaged = HAZARDS[hazard](Random(seed), printed(invent(Random(seed))))
    report = read_bytes("a.txt", LAYOUTS[layout](damaged))
    line = as_json.line(report, check(report))
    assert read_bytes("a.txt", line) == report


def test_labels_are_the_forms_and_rows_the_files() -> None:
    invented = invent(Random(3), busy=0.5)
    record = as_json.dump(read_bytes("a.txt", LAYOUTS["tabs"](printed(invented))))
    assert list(record["table3"]) == [row.label for row in invented.tables[3].rows]
    assert list(record["table4"]) == ["行政复议", "未经复议直接起诉", "复议后起诉"]
    assert {len(row) for row in record["table3"].values()} == {7}


def test_an_object_without_cells_is_read_from_its_tables() -> None:
    record = as_json.dump(read_bytes("a.txt", LAYOUTS["tabs"](printed(invent(Random(3))))))
    values = dict(record)
    del values["cells"]
    again = as_json.dump(read_bytes("a.json", json.dumps(values).encode()))
    assert [again[t] for t in ("table2", "table3", "table4")] == [
        record[t] for t in ("table2", "table3", "table4")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"file": 1}',
        '{"agency": "x", "year": "y", "sections": []}',
        '{"agency": "甲", "year": 2022, "sections": [{}]}',
        '{"agency": "甲", "year": 2022, "sections": [], "table2": {"没有这一行": [1]}}',
        '{"agency": "甲", "year": 2022, "sections": [], "cells": {"a": {"value": NaN}}}',
        '{"agency": "甲", "year": 2022, "sections": [{"number": 99, "title": "", "text": ""}]}',
        '{"agency": "甲", "year": 2022, "sections": [], "preamble_lines": [{"start": "x"}]}',
        '{"agency": "甲", "year": 2022, "sections": [], "doubts": [{"place": {"page": "x"}}]}',
        "{" * 5000,
        '{"agency": "甲"',
    ],
)
def test_another_object_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Unreadable, match="JSON"):
        read_bytes("a.json", text.encode())
