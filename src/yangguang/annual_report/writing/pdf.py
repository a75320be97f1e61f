"""The report as a tagged PDF, laid out by WeasyPrint from the HTML page (GB/T 9704 page set-up)."""

from typing import Any

from yangguang.annual_report.errors import Unwritable
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import html


def write(report: AnnualReport) -> bytes:
    """The PDF, tagged for screen readers (PDF/UA-1). Raises Unwritable."""
    return from_html(html.page(report, html.STYLE))


def from_html(page: str) -> bytes:
    """A page that is whole in itself as a tagged PDF; nothing is fetched from anywhere.

    Raises Unwritable where WeasyPrint, or Pango under it, is not there.
    """
    pdf: bytes = _engine()(string=page, url_fetcher=_nothing).write_pdf(
        pdf_variant="pdf/ua-1", pdf_tags=True
    )
    return pdf


def require() -> None:
    """Raise Unwritable where no PDF can be made here."""
    _engine()


def _engine() -> Any:
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as missing:
        raise Unwritable(
            "写 PDF 需要 WeasyPrint 和系统的 Pango 库。请安装 yangguang[pdf]，"
            "在 Debian 上再运行 apt install libpango-1.0-0 libpangoft2-1.0-0；"
            "也可以先转成 DOCX 或 HTML。"
        ) from missing
    return HTML


def _nothing(url: str, *_: object, **__: object) -> dict[str, object]:
    """The page is whole in itself: whatever would be fetched is refused."""
    raise ValueError(f"nothing is fetched: {url.partition(':')[0]}")
