from pathlib import Path

from tests.annual_report.corpus.building import asked, built, reports_in


def test_its_other_files_are_told_as_duplicates(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 2)
    (folder / "copy.txt").write_bytes((folder / "0" / "0000.txt").read_bytes())
    (folder / "again.txt").write_bytes((folder / "0" / "0000.txt").read_bytes())

    built(folder, tmp_path / "out")

    assert asked(tmp_path / "out", "SELECT file FROM reports ORDER BY 1") == [
        ("0/0000.txt",),
        ("1/0001.txt",),
    ]
    assert asked(tmp_path / "out", "SELECT file, outcome FROM files ORDER BY 1") == [
        ("0/0000.txt", "report"),
        ("1/0001.txt", "report"),
        ("again.txt", "duplicate"),
        ("copy.txt", "duplicate"),
    ]
    (counted,) = asked(
        tmp_path / "out", "SELECT count(DISTINCT (report, cell)) = count(*) FROM cells"
    )
    assert counted == (True,)


def test_a_duplicate_takes_the_place_of_a_report_that_is_removed(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 2), tmp_path / "out"
    built(folder, out)
    (report,) = asked(out, "SELECT report FROM reports WHERE file = '0/0000.txt'")
    (folder / "copy.txt").write_bytes((folder / "0" / "0000.txt").read_bytes())
    built(folder, out)
    (folder / "0" / "0000.txt").unlink()

    built(folder, out)

    assert asked(out, "SELECT report FROM reports WHERE file = 'copy.txt'") == [report]
    assert asked(out, "SELECT DISTINCT outcome FROM files") == [("report",)]
