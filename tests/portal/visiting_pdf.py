"""Uploads that are PDFs, for tests: made by the generator."""

import time
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.annual_report.reading.pdf.test_hostile_pdfs import picture
from tests.generator.hazards import HAZARDS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example
from tests.portal.visiting import a_file, result_of
from yangguang.portal.checkup import Checkup
from yangguang.portal.rooms import Room


def a_pdf(number: int = 0, layout: str = "pdf_ruled") -> SimpleUploadedFile:
    """An invented report printed as a PDF."""
    data, _ = example(number, PDF_LAYOUTS[layout], HAZARDS["none"])
    assert isinstance(data, bytes)
    return a_file(data, f"report-{number}.pdf")


def a_scan() -> SimpleUploadedFile:
    """A page that is only a picture."""
    return a_file(picture(b"/Width 2/Height 2", b"\x00" * 12), "scan.pdf")


def kept(var: Path, address: str) -> Checkup:
    """What is kept of the check-up at `address`, once its pages have been drawn."""
    (folder,) = (var / "checkups").iterdir()
    until = time.monotonic() + 60
    while time.monotonic() < until:
        checkup = Room(folder).find(address.rsplit("/", 1)[1])
        assert checkup
        if not checkup.is_open and not checkup.are_coming:
            return checkup
        time.sleep(0.05)
    raise TimeoutError


def drawn(client: Client, var: Path, *files: SimpleUploadedFile) -> str:
    """The address of the result of one PDF, its pages drawn."""
    address = result_of(client, *files)
    kept(var, address)
    return address
