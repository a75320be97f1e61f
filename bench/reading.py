"""Reports a second on one core, all the way that `read --json` goes with them."""

from collections.abc import Iterator

from bench.figure import Figure, rate
from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import example
from tests.shared_reports import LAYOUTS as SHARED_LAYOUTS
from tests.shared_reports import SEEDS
from yangguang.annual_report import as_json, read_bytes
from yangguang.annual_report.checking import check
from yangguang.cli.memory import collect_seldom

REPORTS = 40
REQUIRED = 300


def whole_way(data: bytes) -> bytes:
    """What `read --json` does with one file."""
    report = read_bytes("report", data)
    return as_json.line(report, check(report))


def reading() -> Iterator[Figure]:
    """Text, HTML and the published reports, where they are at hand."""
    collect_seldom()
    for name, layouts in (
        ("text", ["tabs", "pipes_residue", "cell_and_pipe", "cell_a_line", "glued"]),
        ("html", ["html", "html_gbk", "html_saved"]),
    ):
        files = [
            example(seed, LAYOUTS[layout], HAZARDS["none"])[0]
            for layout in layouts
            for seed in range(REPORTS // len(layouts))
        ]
        yield Figure(f"reading.{name}", rate(whole_way, files), "reports/s", REQUIRED)
    for name, folder in (("seeds", SEEDS), ("layouts", SHARED_LAYOUTS)):
        files = [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
        if files:
            yield Figure(f"reading.{name}", rate(whole_way, files), "reports/s", REQUIRED)
