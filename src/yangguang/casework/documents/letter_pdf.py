"""A letter as a tagged PDF on a GB/T 9704 page."""

from typing import Final

from django.template.loader import render_to_string

from yangguang.annual_report.writing import pdf
from yangguang.casework.documents.sheet import Sheet

MEDIA_TYPE: Final = "application/pdf"


def write(sheet: Sheet) -> bytes:
    """The PDF. Raises Unwritable where WeasyPrint, or Pango under it, is not there."""
    return pdf.from_html(render_to_string("casework/letter.html", {"sheet": sheet}))
