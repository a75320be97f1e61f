"""The official form as the State Council's office gives it out: blank, and filled in."""

from random import Random

import pytest
from lxml import etree

from tests.generator.archive import packed, unpacked
from tests.generator.invention import Invention, invent
from tests.generator.print import figure
from tests.shared_reports import BLANK_FORM, needs_shared_reports
from yangguang.annual_report import read, read_bytes
from yangguang.annual_report.form import FORMS, SECTIONS, Edition
from yangguang.annual_report.report import Status

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"

pytestmark = needs_shared_reports


def test_every_cell_of_the_edition_is_there_and_blank() -> None:
    report = read(BLANK_FORM)
    assert report.edition is Edition.E2021
    assert set(report.cells) == set(FORMS[Edition.E2021].cell_ids)
    assert {cell.status for cell in report.cells.values()} == {Status.BLANK}
    assert {cell.value for cell in report.cells.values()} == {None}


def test_its_six_sections_are_found_and_nothing_is_in_doubt() -> None:
    report = read(BLANK_FORM)
    assert [(s.number, s.title) for s in report.sections] == list(SECTIONS.items())
    assert report.doubts == ()


def _filled_in(invented: Invention) -> bytes:
    """The form with figures in its empty cells, in the order of the form."""
    parts: dict[str, str | bytes] = dict(unpacked(BLANK_FORM.read_bytes()))
    document = parts[DOCUMENT]
    assert isinstance(document, bytes)
    root = etree.fromstring(document)
    figures = [
        figure(invented.figures[cell])
        for table in FORMS[Edition.E2021].tables.values()
        for cell in table.cell_ids
    ]
    for cell in root.iter(W + "tc"):
        covered = cell.find(f"{W}tcPr/{W}vMerge")
        words = "".join(text.text or "" for text in cell.iter(W + "t")).strip()
        if words or (covered is not None and covered.get(W + "val") != "restart"):
            continue
        paragraph = cell.find(W + "p")
        assert paragraph is not None
        run = etree.SubElement(paragraph, W + "r")
        etree.SubElement(run, W + "t").text = figures.pop(0)
    assert figures == []
    return packed({**parts, DOCUMENT: etree.tostring(root)})


@pytest.mark.parametrize("seed", range(8))
def test_filled_in_every_figure_is_read(seed: int) -> None:
    invented = invent(Random(seed), Edition.E2021, busy=0.6)
    report = read_bytes("report.docx", _filled_in(invented))
    assert {cell: report.value(cell) for cell in invented.figures} == invented.figures
    assert report.doubts == ()
