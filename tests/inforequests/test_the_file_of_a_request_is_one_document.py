import io
import re

import pdfplumber
import pytest

from tests import town
from tests.portal.requests import working
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment, Opening
from yangguang.casework.models.personal import Reason
from yangguang.casework.personal import Why
from yangguang.inforequests.actions import case_file, registry


@pytest.fixture
def case(office):
    made = town.request_at(office.agency).case
    working.answer(made, office, uploads=[Upload("招标文件.txt", "第一章".encode())])
    return made


def _pages(case, office) -> list[str]:
    content = case_file.make(case, town.may(office.handler), Why(Reason.FILING))
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [page.extract_text() for page in document.pages]


def test_it_holds_the_application_the_letters_the_ledger_and_the_files(case, office) -> None:
    text = re.sub(r"\s", "", "".join(_pages(case, office)))

    assert town.APPLICATION.applicant.name in text
    assert town.ID_CARD in text
    assert "您申请的信息可以公开，现提供给您。" in text
    assert "钱局长" in text
    for file in Attachment.objects.filter(case=case):
        assert file.digest[:16] in text  # broken over lines
    assert case.events.order_by("-seq").first().digest[:16] in text


def test_the_index_names_the_page_of_every_part(case, office) -> None:
    pages = _pages(case, office)

    lines = re.findall(r"^(\d+) (\S+).* (\d+)$", pages[1], re.MULTILINE)

    assert lines
    for number, title, page in lines:
        assert f"{number}. {title}" in pages[int(page) - 1]


def test_that_it_was_opened_is_on_record_for_each_party(case, office) -> None:
    case_file.make(case, town.may(office.handler), Why(Reason.FILING))

    opening = Opening.objects.get(party__case=case)

    assert (opening.person, opening.reason) == (office.handler, "filing")


def test_without_a_reason_nothing_is_opened(case, office) -> None:
    with pytest.raises(Mistakes) as caught:
        case_file.make(case, town.may(office.handler), Why(Reason.OTHER, " "))

    assert "理由" in caught.value.fields["more"]
    assert not Opening.objects.exists()


def test_who_may_not_open_personal_data_does_not_get_it(case, office) -> None:
    with pytest.raises(NotAllowed):
        case_file.make(case, town.may(office.leader), Why(Reason.FILING))

    assert not Opening.objects.exists()


def test_the_office_s_own_notes_are_in_it(case, office) -> None:
    other = town.request_at(office.agency).case
    working.draft_answer(other, office)
    registry.note(other, "已经电话联系申请人。", town.may(office.handler))

    assert "已经电话联系申请人。" in "".join(_pages(other, office))
