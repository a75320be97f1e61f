from tests.workspace.at_work import address, an_office, words_of
from yangguang.annual_report.errors import Unwritable
from yangguang.annual_report.writing import pdf
from yangguang.casework.models import Opening


def test_without_a_reason_nothing_is_given() -> None:
    work = an_office()
    case = work.assigned()

    asked = work.handler.get(address(case, "case-file"))
    refused = work.handler.post(address(case, "case-file"), {})

    assert asked.status_code == 200
    assert refused.status_code == 422
    assert "请选择查看的原因。" in words_of(refused)
    assert not Opening.objects.exists()


def test_with_a_reason_it_is_a_pdf_and_the_opening_is_on_record() -> None:
    work = an_office()
    case = work.assigned()

    answer = work.handler.post(address(case, "case-file"), {"reason": "filing"})

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert case.number in answer["Content-Disposition"]
    assert Opening.objects.get().person == work.office.handler
    assert "案卷 · 归档" in words_of(work.section_head.get(address(case, "case-file")))


def test_who_does_not_handle_the_request_gets_none() -> None:
    work = an_office()
    case = work.assigned()

    answer = work.leader.post(address(case, "case-file"), {"reason": "filing"})

    assert answer.status_code == 403
    assert "case-file" not in work.leader.get(address(case)).content.decode()
    assert not Opening.objects.exists()


def test_where_no_pdf_can_be_made_the_page_says_what_to_install(monkeypatch) -> None:
    work = an_office()
    case = work.assigned()

    def missing() -> None:
        raise Unwritable("写 PDF 需要 WeasyPrint。")

    monkeypatch.setattr(pdf, "require", missing)

    answer = work.handler.post(address(case, "case-file"), {"reason": "filing"})

    assert answer.status_code == 422
    assert "写 PDF 需要 WeasyPrint。" in words_of(answer)
    assert not Opening.objects.exists()
