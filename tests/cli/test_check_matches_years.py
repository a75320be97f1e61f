import json
from pathlib import Path

from tests.cli.published import balanced, published
from tests.cli.running import yangguang

OVER = "table3.carried_over.natural_person"


def _last_year(folder: Path, **facts) -> Path:
    return published(
        folder / "last.html", year=2022, figures=balanced(new=9, carried_forward=4), **facts
    )


def _this_year(folder: Path, carried_over: int) -> Path:
    figures = balanced(new=7, carried_over=carried_over)
    return published(folder / "this.html", year=2023, figures=figures)


def _errors(result, file: Path) -> list[str]:
    """The cells of the errors found in `file`."""
    records = [json.loads(line) for line in result.stdout.splitlines()]
    (record,) = [record for record in records if record["file"] == str(file)]
    errors = [finding for finding in record["findings"] if finding["severity"] == "error"]
    return [cell for finding in errors for cell in finding["cells"]]


def test_last_year_s_report_among_the_files_is_held_against_this_year_s(tmp_path: Path) -> None:
    last, this = _last_year(tmp_path), _this_year(tmp_path, carried_over=3)

    result = yangguang("check", "--format", "json", this, last)

    assert OVER in _errors(result, this)
    assert not _errors(result, last)


def test_figures_that_follow_from_last_year_s_are_not_found(tmp_path: Path) -> None:
    last, this = _last_year(tmp_path), _this_year(tmp_path, carried_over=4)

    assert not _errors(yangguang("check", "--format", "json", this, last), this)


def test_another_agency_s_report_is_not_held_against_it(tmp_path: Path) -> None:
    last = _last_year(tmp_path, agency="云岭市林泽县教育局")
    this = _this_year(tmp_path, carried_over=3)

    assert not _errors(yangguang("check", "--format", "json", this, last), this)


def test_the_report_named_by_previous_is_held_against_it_but_not_checked(tmp_path: Path) -> None:
    last, this = _last_year(tmp_path), _this_year(tmp_path, carried_over=3)

    result = yangguang("check", "--format", "json", this, "--previous", last)

    assert OVER in _errors(result, this)
    assert len(result.stdout.splitlines()) == 1


def test_a_previous_report_counts_even_if_the_agency_writes_its_name_otherwise(
    tmp_path: Path,
) -> None:
    last = _last_year(tmp_path, agency="林泽县水利局")
    this = _this_year(tmp_path, carried_over=3)

    assert OVER in _errors(yangguang("check", "--format", "json", this, "--previous", last), this)


def test_a_previous_report_of_another_year_is_refused_in_a_sentence(tmp_path: Path) -> None:
    older = published(tmp_path / "older.html", year=2020)
    this = _this_year(tmp_path, carried_over=3)

    result = yangguang("check", this, "--previous", older)

    assert result.exit_code == 2
    assert "2020 年度" in result.stderr
    assert "上年度" in result.stderr
