"""The blank application form (Art. 29), to fill in by hand or in a word processor."""

from functools import lru_cache

from yangguang.agencies.models import Agency
from yangguang.inforequests.blank_form.content import TITLE, Form, form_of

__all__ = ["TITLE", "docx", "pdf"]


def docx(agency: Agency) -> bytes:
    """The form as a Word document."""
    return _docx(form_of(agency))


def pdf(agency: Agency) -> bytes:
    """The form as a tagged PDF. Raises ImportError where WeasyPrint is not installed."""
    return _pdf(form_of(agency))


@lru_cache(maxsize=64)
def _docx(form: Form) -> bytes:
    from yangguang.inforequests.blank_form import word

    return word.write(form)


@lru_cache(maxsize=64)
def _pdf(form: Form) -> bytes:
    from yangguang.inforequests.blank_form import print_pdf

    return print_pdf.write(form)
