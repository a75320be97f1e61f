import json
from pathlib import Path

from tests.cli.published import AGENCY, balanced, published
from tests.cli.running import yangguang

BROKEN = balanced(new=7) | {"table3.granted.natural_person": 9}


def test_a_finding_is_shown_with_its_place_its_repair_and_its_basis(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html", figures=BROKEN)

    shown = yangguang("check", file).stdout.replace("\n", "").replace(" ", "")

    assert "错误" in shown
    assert "表三“（一）予以公开”的“自然人”" in shown
    assert "改为7" in shown
    assert "依据：" in shown


def test_json_holds_file_agency_year_and_findings(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html", figures=BROKEN)

    record = json.loads(yangguang("check", "--format", "json", file).stdout)

    assert list(record) == ["file", "agency", "year", "findings"]
    assert (record["file"], record["agency"], record["year"]) == (str(file), AGENCY, 2023)
    assert any(finding["severity"] == "error" for finding in record["findings"])
