from datetime import date
from importlib.resources import files

import pytest

from yangguang.agencies.actions.load import load
from yangguang.agencies.models import Agency, DisclosureOffice, Person, Post, Region, Role
from yangguang.agencies.office_file import NotAnOffice, read

pytestmark = pytest.mark.django_db

OFFICE = """
[[regions]]
code = "990100"
name = "青岚市"

[[agencies]]
slug = "jiaotong"
name = "青岚市交通运输局"
short_name = "市交通局"
letter_code = "青交"
kind = "department"
level = "city"
region = "990100"
parent = "zhengfu"
[agencies.office]
name = "局办公室"
address = "长宁路 66 号"
hours = "工作日"
phone = "0990-1236601"
[agencies.rules]
correction_days = 10
payment = "到政务服务中心窗口缴费"
[[agencies.contest]]
since = 2024-01-01
review_organ = "青岚市人民政府"
court = "青岚市中级人民法院"

[[agencies]]
slug = "zhengfu"
name = "青岚市人民政府"
short_name = "市政府"
letter_code = "青政"
kind = "government"
level = "city"
region = "990100"

[[people]]
username = "li"
name = "李文静"
posts = [{ agency = "jiaotong", role = "handler", since = 2024-03-01 }]
"""


def _mistakes(text: str) -> list[str]:
    with pytest.raises(NotAnOffice) as refused:
        load(read(text))
    return refused.value.sentences


def test_what_the_file_says_is_so_afterwards() -> None:
    load(read(OFFICE))

    agency = Agency.objects.get(slug="jiaotong")
    assert agency.parent == Agency.objects.get(slug="zhengfu")
    assert (agency.office.phone, agency.rules.correction_days) == ("0990-1236601", 10)
    assert agency.rules.payment == "到政务服务中心窗口缴费"
    assert agency.contest_places.get().since == date(2024, 1, 1)
    assert Person.objects.get(username="li").posts.get().role == Role.HANDLER


def test_an_agency_of_which_no_rules_are_said_has_the_usual_ones() -> None:
    load(read(OFFICE))

    assert Agency.objects.get(slug="zhengfu").rules.distinct_persons == 3


def test_new_people_cannot_sign_in_until_they_have_a_password() -> None:
    load(read(OFFICE))

    assert not Person.objects.get(username="li").has_usable_password()


def test_a_second_time_nothing_changes() -> None:
    load(read(OFFICE))

    again = load(read(OFFICE))

    assert (again.made, again.changed) == ({}, {})


def test_what_the_file_changes_is_changed_and_nothing_else() -> None:
    load(read(OFFICE))
    DisclosureOffice.objects.update(fax="0990-1")
    person = Person.objects.get(username="li")
    person.set_password("a long pass phrase 1")
    person.save()

    changed = OFFICE.replace("0990-1236601", "0990-1236699").replace(
        "since = 2024-03-01", "since = 2024-03-01, until = 2026-02-01"
    )
    loaded = load(read(changed))

    office = DisclosureOffice.objects.get()
    assert loaded.changed == {"DisclosureOffice": 1, "Post": 1}
    assert (office.phone, office.fax) == ("0990-1236699", "0990-1")
    assert Post.objects.get().until == date(2026, 2, 1)
    assert Person.objects.get().check_password("a long pass phrase 1")


def test_who_is_no_longer_in_the_file_stays() -> None:
    load(read(OFFICE))

    load(read(OFFICE.partition("[[people]]")[0]))

    assert Post.objects.count() == 1


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('kind = "department"', 'kind = "bureau"', "agencies 第 1 个（jiaotong）的 kind："),
        ('short_name = "市交通局"', "", "agencies 第 1 个（jiaotong）的 short_name：没有写。"),
        ('name = "局办公室"', 'nom = "局办公室"', "（jiaotong）的 office.nom：不认识；可以有："),
        ('phone = "0990-1236601"', "phone = 990", "office.phone：应当是文字（加引号）。"),
        ("since = 2024-01-01", 'since = "2024"', "contest 第 1 个的 since：应当是日期"),
        ('code = "990100"', 'code = "99"', "regions 第 1 个（99）的 code：行政区划代码"),
        ('role = "handler"', 'role = "clerk"', "people 第 1 个（li）的 posts 第 1 个的 role："),
        ("correction_days = 10", "correction_days = 0", "补正期限至少为 1 个工作日。"),
        ("correction_days = 10", "anew_days = 0", "重新答复的期限至少为 1 个工作日。"),
        ('parent = "zhengfu"', 'parent = "sheng"', "的 parent：没有“sheng”，请先在文件里写上它。"),
        ('agency = "jiaotong"', 'agency = "jt"', "的 agency：没有“jt”，请先在文件里写上它。"),
        ('parent = "zhengfu"', 'parent = "jiaotong"', "的 parent：上级绕了一圈又回到自己"),
        ('name = "李文静"', 'name = " "', "people 第 1 个（li）的 name：不能是空的。"),
        ("[[people]]", "[[staff]]", "不认识的部分“staff”"),
        ('username = "li"', 'username = "li', "第 38 行第 15 列"),
    ],
)
def test_a_mistake_is_a_sentence_with_its_place(right: str, wrong: str, said: str) -> None:
    sentences = _mistakes(OFFICE.replace(right, wrong, 1))

    assert any(said in sentence for sentence in sentences), sentences


def test_with_a_mistake_nothing_is_changed() -> None:
    _mistakes(OFFICE.replace('role = "handler"', 'role = "clerk"'))

    assert not Region.objects.exists()
    assert not Agency.objects.exists()


def test_all_mistakes_are_told_at_once() -> None:
    wrong = OFFICE.replace('kind = "department"', 'kind = "bureau"').replace("990100", "99", 1)

    assert len(_mistakes(wrong)) >= 2


def test_the_invented_city_is_such_a_file() -> None:
    city = files("yangguang.demo").joinpath("city.toml").read_text("utf-8")

    assert load(read(city)).made["Agency"] == Agency.objects.count()


def test_the_level_is_one_of_the_five() -> None:
    load(read(OFFICE))

    assert Agency.objects.get(slug="jiaotong").level == "city"
    assert any("的 level：" in one for one in _mistakes(OFFICE.replace('"city"', '"metropolis"')))
    assert any(
        "level：没有写。" in one for one in _mistakes(OFFICE.replace('level = "city"\n', ""))
    )
