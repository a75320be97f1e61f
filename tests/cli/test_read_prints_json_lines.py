import json
from pathlib import Path

from tests.cli.published import AGENCY, balanced, published
from tests.cli.running import yangguang
from yangguang.annual_report.form import FORMS, SECTIONS, Edition


def test_every_report_is_one_line(tmp_path: Path) -> None:
    files = [published(tmp_path / f"{year}.html", year=year) for year in (2022, 2023)]

    result = yangguang("read", "--json", *files)

    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["file"] for record in records] == [str(file) for file in files]
    assert [record["year"] for record in records] == [2022, 2023]


def test_a_line_holds_what_is_promised(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html", figures=balanced(new=7, carried_forward=2))

    record = json.loads(yangguang("read", "--json", file).stdout)

    assert record["agency"] == AGENCY
    assert record["edition"] == "2021"
    assert [section["number"] for section in record["sections"]] == list(SECTIONS)
    assert {"number", "title", "text"} <= set(record["sections"][0])
    assert record["table3"]["一、本年新收政府信息公开申请数量"] == [7, 0, 0, 0, 0, 0, 7]
    assert record["table3"]["四、结转下年度继续办理"] == [2, 0, 0, 0, 0, 0, 2]
    assert record["table4"]["行政复议"] == [0, 0, 0, 0, 0]
    assert set(record["cells"]) == set(FORMS[Edition.E2021].cell_ids)
    assert record["cells"]["table3.new.natural_person"]["value"] == 7
    assert record["cells"]["table3.new.natural_person"]["status"] == "read"
    assert record["cells"]["table3.new.natural_person"]["provenance"]


def test_a_line_holds_the_findings(tmp_path: Path) -> None:
    figures = balanced(new=7) | {"table3.granted.natural_person": 9}
    file = published(tmp_path / "report.html", figures=figures)

    record = json.loads(yangguang("read", "--json", file).stdout)

    errors = [finding for finding in record["findings"] if finding["severity"] == "error"]
    assert any("table3.granted.natural_person" in finding["cells"] for finding in errors)
    assert all(finding["rule"] and finding["message"] for finding in errors)


def test_chinese_is_written_as_it_is(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html")

    assert AGENCY.encode() in yangguang("read", "--json", file).stdout_bytes
