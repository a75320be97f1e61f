"""The written PDF tells a screen reader its language, its headings, and what each figure is."""

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.writing import write


def _report(edition: Edition) -> AnnualReport:
    return read_bytes("report", LAYOUTS["html"](printed(invent(Random(5), edition))))


@cache
def _document(edition: Edition) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(write(_report(edition), "pdf"))


def _elements(document: pypdfium2.PdfDocument) -> Iterator[Any]:
    """All elements of the structure, page by page."""

    def below(element: Any) -> Iterator[Any]:
        yield element
        for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
            if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, number):
                yield from below(child)

    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number))


def _words(ask: Callable[..., int], of: Any) -> str:
    size = ask(of, None, 0)
    held = (ctypes.c_ushort * (size // 2))()
    ask(of, held, size)
    return bytes(held).decode("utf-16-le").rstrip("\0")


def _kind(element: Any) -> str:
    return _words(pdfium.FPDF_StructElement_GetType, element)


def _attributes(element: Any) -> set[str]:
    names = set()
    for number in range(pdfium.FPDF_StructElement_GetAttributeCount(element)):
        attribute = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, number)
        for place in range(pdfium.FPDF_StructElement_Attr_GetCount(attribute)):
            held, size = ctypes.create_string_buffer(64), ctypes.c_ulong()
            pdfium.FPDF_StructElement_Attr_GetName(attribute, place, held, 64, size)
            names.add(held.value.decode())
    return names


def test_it_is_tagged_in_chinese_with_its_title() -> None:
    document = _document(Edition.E2021)
    report = _report(Edition.E2021)
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert _words(pdfium.FPDFCatalog_GetLanguage, document).startswith("zh")
    facts = document.get_metadata_dict()
    assert facts["Title"] == f"{report.agency}{report.year}年政府信息公开工作年度报告"
    assert facts["Author"] == report.agency


@pytest.mark.parametrize("edition", Edition)
def test_its_headings_and_tables_are_marked_as_such(edition: Edition) -> None:
    kinds = Counter(map(_kind, _elements(_document(edition))))
    assert kinds["H1"] == 1
    assert kinds["H2"] == len(_report(edition).sections)
    assert kinds["Table"] == len(FORMS[edition].tables)


@pytest.mark.parametrize("edition", Edition)
def test_every_figure_names_its_labels(edition: Edition) -> None:
    figures = [one for one in _elements(_document(edition)) if _kind(one) == "TD"]
    assert len(figures) == len(FORMS[edition].cell_ids)
    assert all("Headers" in _attributes(figure) for figure in figures)
