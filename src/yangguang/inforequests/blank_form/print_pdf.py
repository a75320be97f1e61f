"""The form as a tagged PDF, laid out by WeasyPrint. Nothing is fetched from anywhere."""

from django.template.loader import render_to_string

from yangguang.inforequests.blank_form.content import TITLE, Form


def write(form: Form) -> bytes:
    """The PDF, tagged for screen readers (PDF/UA-1)."""
    from weasyprint import HTML

    page = render_to_string("inforequests/blank_form.html", {"form": form, "title": TITLE})
    pdf: bytes = HTML(string=page, url_fetcher=_nothing).write_pdf(
        pdf_variant="pdf/ua-1", pdf_tags=True
    )
    return pdf


def _nothing(url: str, *_: object, **__: object) -> dict[str, object]:
    """The page is whole in itself: whatever would be fetched is refused."""
    raise ValueError(f"nothing is fetched: {url.partition(':')[0]}")
