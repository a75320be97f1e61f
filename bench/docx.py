"""Word documents and workbooks a second on one core, read, interpreted, checked and written."""

from collections.abc import Iterator

from bench.figure import Figure, rate
from bench.reading import whole_way
from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import example
from tests.shared_reports import BLANK_FORM
from yangguang.cli.memory import collect_seldom

REPORTS = 20
REQUIRED = 60


def docx() -> Iterator[Figure]:
    """Each layout of office files; and the official form, as verbose as Word writes, if at hand."""
    collect_seldom()
    for layout in ("docx", "docx_worked_on", "xlsx", "xlsx_sheets"):
        files = [example(seed, LAYOUTS[layout], HAZARDS["none"])[0] for seed in range(REPORTS)]
        yield Figure(f"docx.{layout}", rate(whole_way, files), "reports/s", REQUIRED)
    if BLANK_FORM.is_file():
        files = [BLANK_FORM.read_bytes()] * REPORTS
        yield Figure("docx.official_form", rate(whole_way, files), "reports/s", REQUIRED)
