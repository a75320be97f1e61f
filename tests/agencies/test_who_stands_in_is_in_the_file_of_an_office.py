from datetime import date

import pytest

from yangguang.agencies.actions.load import load
from yangguang.agencies.capabilities import Capability, standing
from yangguang.agencies.models import Agency, Delegation, Person
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

[[people]]
username = "wang"
name = "王建成"
[[people.posts]]
agency = "jiaotong"
role = "section_head"
since = 2024-03-01
stand_ins = [{ to = "zhou", since = 2026-07-01, until = 2026-07-10, reason = "年休假" }]

[[people]]
username = "zhou"
name = "周子航"
"""


def test_who_stands_in_may_do_what_the_post_may_for_those_days() -> None:
    load(read(OFFICE))

    agency, zhou = Agency.objects.get(), Person.objects.get(username="zhou")
    first, last = date(2026, 7, 1), date(2026, 7, 10)
    assert standing(zhou, first).can(Capability.ASSIGN, agency.pk)
    assert standing(zhou, last).can(Capability.ASSIGN, agency.pk)
    assert not standing(zhou, date(2026, 7, 11)).can(Capability.ASSIGN, agency.pk)


def test_a_longer_absence_changes_the_day_and_makes_no_second_one() -> None:
    load(read(OFFICE))

    loaded = load(read(OFFICE.replace("until = 2026-07-10", "until = 2026-07-20")))

    assert loaded.changed == {"Delegation": 1}
    assert Delegation.objects.get().until == date(2026, 7, 20)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('to = "zhou"', 'to = "wang"', "stand_ins 第 1 个的 to：自己不能代理自己的岗位。"),
        ('to = "zhou"', 'to = "qian"', "stand_ins 第 1 个的 to：没有“qian”"),
        ("until = 2026-07-10", "until = 2026-06-10", "代理的结束日期不能早于开始日期。"),
        (', reason = "年休假"', "", "reason：没有写。"),
    ],
)
def test_a_mistake_says_where_it_is(right: str, wrong: str, said: str) -> None:
    with pytest.raises(NotAnOffice) as refused:
        load(read(OFFICE.replace(right, wrong)))

    assert any(said in sentence for sentence in refused.value.sentences), refused.value.sentences
    assert not Delegation.objects.exists()
