from datetime import UTC, datetime

from tests import played, town
from tests.signing_in import signed_in
from tests.workspace.at_work import address, an_office, make, words_of
from yangguang.agencies.models import Role
from yangguang.casework import erasure, moment
from yangguang.casework.models import DisposalList

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
