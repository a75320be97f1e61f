from decimal import Decimal
from pathlib import Path

from tests.annual_report.corpus.building import built
from tests.cli.published import balanced, published
from yangguang.annual_report.corpus.place import find
from yangguang.annual_report.corpus.summary import summarise


def test_files_years_findings_and_reasons(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    published(folder / "a.html", year=2022, figures=balanced(9, carried_forward=4))
    published(folder / "b.html", year=2023, figures=balanced(7, carried_over=3))
    (folder / "copy.html").write_bytes((folder / "b.html").read_bytes())
    published(folder / "c.html", agency="青禾县财政局", year=2023, figures=balanced(5))
    (folder / "empty.docx").touch()
    (folder / "notes.txt").write_text("shopping list")

    built(folder, tmp_path / "out")
    summary = summarise(find(tmp_path / "out"))

    assert (summary.files, summary.reports, summary.duplicates, summary.unreadable) == (6, 3, 1, 2)
    assert summary.with_previous == 1
    assert summary.editions == {"2021": 3}
    first, second = summary.years
    assert (first.year, first.reports, first.agencies) == (2022, 1, 1)
    assert [int(n) for n in (first.new, first.answered, first.granted)] == [9, 5, 5]
    assert (second.year, second.reports, second.agencies) == (2023, 2, 2)
    assert second.new == Decimal(12)
    assert second.with_error == 1
    assert [count for _, count in summary.reasons] == [1, 1]
    (carried_over,) = [f for f in summary.findings if f.rule == "years.carried_over"]
    assert (carried_over.reports, carried_over.findings) == (1, 2)
    assert carried_over.title
