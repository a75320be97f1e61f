import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


@pytest.mark.parametrize(
    "password",
    ["yangguang2026", "Zfxxgk@2026!", "admin-2026-admin", "阳光政府信息公开2026", "XinxiGongkai#1"],
)
def test_words_of_the_place_with_digits_around_are_refused(password: str) -> None:
    with pytest.raises(ValidationError, match="谁都会先试的词"):
        validate_password(password)


@pytest.mark.parametrize(
    "password", ["the sunshine over nine bridges", "长宁路上三棵梧桐树下乘凉", "x" * 32 + "y" * 96]
)
def test_long_ones_of_any_composition_are_taken(password: str) -> None:
    validate_password(password)
