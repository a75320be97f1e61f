"""Arts 12 and 55: each agency's guide; public enterprises take no requests."""

import pytest
from django.test import Client

from tests import town
from tests.portal.visiting import text_of, words_of
from yangguang.agencies.models import Agency, AgencyKind, DisclosureOffice


@pytest.fixture
def city() -> Agency:
    """A city's government with a department, which has an enterprise, and a town."""
    city = town.agency("qinglan", "青岚市人民政府", AgencyKind.GOVERNMENT)
    transport = town.agency(parent=city)
    town.agency("linze", "青岚市林泽镇人民政府", AgencyKind.TOWN, city)
    town.agency("gongjiao", "青岚市公共交通有限公司", AgencyKind.PUBLIC_ENTERPRISE, transport)
    return city


def test_agencies_stand_under_those_they_belong_to(client: Client, city: Agency) -> None:
    said = words_of(client.get("/agencies"))

    order = ("青岚市人民政府", "青岚市交通运输局", "青岚市公共交通有限公司", "青岚市林泽镇人民政府")
    places = [said.index(name) for name in order]
    assert places == sorted(places)


def test_agencies_are_found_by_a_part_of_their_name(client: Client, city: Agency) -> None:
    page = text_of(client.get("/agencies", {"q": "交通运输"}))

    assert 'href="/agencies/jiaotong"' in page
    assert 'href="/agencies/linze"' not in page


def test_a_name_that_is_not_there_says_what_to_do(client: Client, city: Agency) -> None:
    assert "换一个短一点的词试试" in words_of(client.get("/agencies", {"q": "航天"}))


def test_the_guide_says_how_the_office_is_reached(client: Client, agency: Agency) -> None:
    DisclosureOffice.objects.filter(agency=agency).update(
        fax="0000-7654321", email="gongkai@example.com", postcode="990100"
    )

    said = words_of(client.get("/agencies/jiaotong"))

    for fact in (
        "青岚市交通运输局办公室",
        "青岚市长宁路 1 号（邮编 990100）",
        "工作日 9:00—17:00",
        "0000-1234567",
        "0000-7654321",
        "gongkai@example.com",
    ):
        assert fact in said


def test_an_agency_without_an_office_on_record_can_be_asked(client: Client, agency: Agency) -> None:
    DisclosureOffice.objects.filter(agency=agency).delete()

    said = words_of(client.get("/agencies/jiaotong"))

    assert "网上申请照常受理" in said
    assert "开始填写" in said


def test_a_public_enterprise_says_why_and_whom_to_turn_to(client: Client, city: Agency) -> None:
    page = client.get("/agencies/gongjiao")

    assert "第五十五条" in words_of(page)
    assert 'href="/agencies/jiaotong"' in text_of(page)
    assert "开始填写" not in words_of(page)


def test_its_form_cannot_be_opened(client: Client, city: Agency) -> None:
    answer = client.get("/agencies/gongjiao/request/who")

    assert answer["Location"] == "/agencies/gongjiao"
    assert client.get("/agencies/gongjiao/form.docx").status_code == 404


def test_an_unknown_agency_says_so(client: Client) -> None:
    answer = client.get("/agencies/nowhere")

    assert answer.status_code == 404
    assert "没有找到这个机关" in words_of(answer)
