from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from tests import played, town
from tests.signing_in import signed_in
from tests.workspace.at_work import address, an_office, make, words_of
from yangguang.agencies.models import Role
from yangguang.casework import erasure, moment
from yangguang.casework.models import DisposalList, Package
from yangguang.inforequests import packages

THEN = datetime(2020, 3, 2, 2, tzinfo=UTC)
LATER = datetime(2031, 3, 2, 2, tzinfo=UTC)


def test_from_the_closed_case_to_the_list_carried_out() -> None:
    work = an_office()
    case = played.withdrawn(work.office, THEN)
    administrator = signed_in(town.person("沈管理", Role.ADMINISTRATOR, work.agency))
    archives = f"/workspace/archives/{work.agency.slug}"

    page = work.handler.get("/workspace/archives", follow=True)
    assert page.redirect_chain[-1][0] == archives
    assert case.number in words_of(page).partition("已经归档的")[0]
    filed = make(work.handler, case, "file", retention="ten_years", box="12")
    assert filed.status_code == 302
    assert "2020-10年-012-0001" in words_of(work.handler.get(address(case)))
    with moment.standing_at(LATER):
        assert work.handler.post(archives, {"cases": []}).status_code == 422
        work.handler.post(archives, {"cases": [case.pk]})
        listed = f"/workspace/disposal/{DisposalList.objects.get().pk}"
        assert work.handler.post(f"{listed}/decide", {"decision": "approved"}).status_code == 409
        for browser in (work.disclosure_head, work.leader):
            assert browser.post(f"{listed}/decide", {"decision": "approved"}).status_code == 302
        assert administrator.post(f"{listed}/carry-out").status_code == 422
        assert any(erasure.held(case))

        done = administrator.post(f"{listed}/carry-out", {"checked": "on"}, follow=True)

    assert "1 件的个人信息已经销毁，台账保留。" in words_of(done)
    assert not any(erasure.held(case))


def test_the_package_is_given_for_a_reason() -> None:
    work = an_office()
    case = played.withdrawn(work.office, THEN)
    make(work.handler, case, "file")
    package = address(case, "filing-package")

    assert work.handler.post(package, {}).status_code == 422
    given = work.handler.post(package, {"reason": "filing"})

    assert given["Content-Type"] == "application/zip"
    assert given.content.startswith(b"PK")


def test_what_is_ticked_goes_into_a_box_that_is_listed_printed_and_taken_along() -> None:
    work = an_office()
    cases = [played.withdrawn(work.office, THEN) for _ in range(3)]
    archives = f"/workspace/archives/{work.agency.slug}"
    ticks = [f"{one.number}/{one.events.count()}" for one in cases]
    chosen = {"kind": "each", "retention": "each", "box": "7"}

    assert "3 件办结的申请等归档" in words_of(work.handler.get("/workspace/"))
    assert work.handler.post(f"{archives}/file", chosen).status_code == 422
    wrong = work.handler.post(f"{archives}/file", {**chosen, "box": "0", "case": ticks[:2]})
    assert wrong.status_code == 422
    assert wrong.content.decode().count(" checked") == 2
    done = work.handler.post(f"{archives}/file", {**chosen, "case": [*ticks[:2], "x"]})

    assert "2 件已经归档" in words_of(done)
    assert "2020-10年-007-0002" in words_of(done)
    here = f"{archives}/2020/ten_years/7"
    assert "2020 年 · 10年 · 第 7 盒 · 2 件" in words_of(work.handler.get(here))
    assert "10年 · 第 7 盒" in words_of(work.handler.get(f"{archives}/2020"))
    assert "1—2" in words_of(work.handler.get(f"{here}/labels"))
    sheet = load_workbook(BytesIO(work.handler.get(f"{here}/catalogue.xlsx").getvalue())).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        "2020-10年-007-0001",
        "2020-10年-007-0002",
    ]
    for nothing in ("2020/ten_years/8", "2020/forever/7", "2019"):
        assert work.handler.get(f"{archives}/{nothing}").status_code == 404
    assert work.leader.post(f"{archives}/file", {**chosen, "case": ticks}).status_code == 403


def test_classes_of_one_s_own_are_set_by_the_head() -> None:
    work = an_office()
    page = f"/workspace/archives/{work.agency.slug}/classes"
    asked = {"name": "征收补偿类申请", "retention": "permanent"}

    assert work.handler.post(page, asked).status_code == 403
    assert work.section_head.post(page, {"name": ""}).status_code == 422
    assert work.section_head.post(page, asked).status_code == 302

    assert "征收补偿类申请" in words_of(work.handler.get(page))
    (own,) = work.agency.filing_classes.all()
    assert work.section_head.post(page, {"end": own.pk}).status_code == 302
    own.refresh_from_db()
    assert own.ended_at is not None


def test_a_box_is_asked_for_as_a_package_and_fetched_by_who_asked() -> None:
    work = an_office()
    case = played.withdrawn(work.office, THEN)
    make(work.handler, case, "file", box="7")
    archives = f"/workspace/archives/{work.agency.slug}"
    box = {"year": "2020", "retention": "ten_years", "box": "7"}
    button = "做这一盒的归档包"
    assert button not in words_of(work.handler.get(f"{archives}/2020/ten_years/7"))
    assert button in words_of(work.section_head.get(f"{archives}/2020/ten_years/7"))
    assert work.handler.post(f"{archives}/package", box).status_code == 403
    assert work.section_head.post(f"{archives}/package", {**box, "box": "8"}).status_code == 403

    page = work.section_head.post(f"{archives}/package", box)["Location"]

    assert "做了 0 件，共 1 件" in words_of(work.section_head.get(page))
    assert work.section_head.get(f"{page}/archive.zip").status_code == 403
    packages.step(Package.objects.get())
    assert "下载归档包" in words_of(work.section_head.get(page))
    assert page in work.section_head.get(archives).content.decode()
    given = work.section_head.get(f"{page}/archive.zip")
    assert given["Content-Type"] == "application/zip"
    assert given.getvalue().startswith(b"PK")
    assert work.disclosure_head.get(page).status_code == 404
