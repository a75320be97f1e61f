import io

import pypdfium2
import pytest
from django.test import Client
from docx import Document

from yangguang.agencies.models import Agency
from yangguang.inforequests.application import APPLICANT_NAMES, FORM_NAMES, RECEIVING_NAMES
from yangguang.law.identity import PAPER_NAMES
from yangguang.law.requests import ApplicantKind


def _docx(client: Client) -> str:
    content = client.get("/agencies/jiaotong/form.docx").content
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def _pdf(client: Client) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(client.get("/agencies/jiaotong/form.pdf").content)


def _plain(words: str) -> str:
    return "".join(words.split())


@pytest.fixture
def printed(client: Client, agency: Agency) -> dict[str, str]:
    """The words of both files, without spaces."""
    pdf = "".join(page.get_textpage().get_text_bounded() for page in _pdf(client))
    return {"docx": _plain(_docx(client)), "pdf": _plain(pdf)}


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_it_asks_all_that_the_law_asks(printed: dict[str, str], kind: str) -> None:
    asked = [*PAPER_NAMES.values(), *FORM_NAMES.values(), *RECEIVING_NAMES.values()]
    asked += [
        name for one, name in APPLICANT_NAMES.items() if one is not ApplicantKind.NATURAL_PERSON
    ]
    asked += ["姓名", "单位全称", "联系电话", "地址", "代办人", "名称、文号", "签名"]

    assert [str(one) for one in asked if _plain(str(one)) not in printed[kind]] == []


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_it_says_where_to_send_it(printed: dict[str, str], kind: str) -> None:
    assert "青岚市长宁路1号，青岚市交通运输局办公室收" in printed[kind]


def test_it_fits_on_one_page(client: Client, agency: Agency) -> None:
    assert len(_pdf(client)) == 1


def test_another_agency_s_form_names_that_agency(client: Client, agency: Agency) -> None:
    first = _docx(client)
    agency.name = "青岚市水务局"
    agency.save()

    assert "青岚市交通运输局" in first.splitlines()[1]
    assert "青岚市水务局" in _docx(client).splitlines()[1]
