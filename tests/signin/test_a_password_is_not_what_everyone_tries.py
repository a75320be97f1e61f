import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests import town
from yangguang.agencies.models import Person, Role


@pytest.fixture
def person() -> Person:
    made = town.person("欧阳承办", Role.HANDLER, town.agency(slug="jiaotongju"))
    made.email = "ouyang@qinglan.example.com"
    made.save()
    return made


@pytest.mark.parametrize(
    "password",
    ["yangguang2026", "Zfxxgk@2026!", "admin-2026-admin", "阳光政府信息公开2026", "XinxiGongkai#1"],
)
def test_words_of_the_place_with_digits_around_are_refused(password: str) -> None:
    with pytest.raises(ValidationError, match="谁都会先试的词"):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "Jiaotongju#2026!",
        "青岚市交通运输局2026",
        "欧阳承办@20260101",
        "Ouyang_1234_5678",
        "青岚市123456789",
    ],
)
def test_so_are_the_person_s_and_the_agency_s(person: Person, password: str) -> None:
    with pytest.raises(ValidationError, match="谁都会先试的词"):
        validate_password(password, person)


@pytest.mark.parametrize(
    "password",
    ["13800001234", "138-0000-1234", "11010519491231002X", "9876543210987", "1122112211221122"],
)
def test_numbers_that_are_known_or_count_or_repeat_are_refused(password: str) -> None:
    with pytest.raises(ValidationError, match="很容易猜到"):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "the sunshine over nine bridges",
        "长宁路上三棵梧桐树下乘凉",
        "x" * 32 + "y" * 96,
        "83051947260713",
    ],
)
def test_long_ones_of_any_composition_are_taken(person: Person, password: str) -> None:
    validate_password(password, person)
