"""Passwords that are little more than what everyone knows of the place or the person."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency

WORDS: Final = (
    *("yangguang", "sunshine", "阳光", "政府信息公开", "信息公开", "公开办", "依申请公开", "政务"),
    *("zhengfu", "xinxi", "gongkai", "zhengwu", "xinxigongkai", "sqgk", "zfxxgk", "foia"),
    *("password", "passwd", "mima", "admin", "administrator", "root", "guest", "welcome"),
)
"""What one tries first here; docs/security.md names the list."""
_LEAST_BESIDE: Final = 6
_SHORTEST_WORD: Final = 2
_FILLING: Final = re.compile(r"[\d\W_]+")
_SEPARATORS: Final = re.compile(r"[\W_]+")
_OF_PEOPLE: Final = re.compile(r"1[3-9]\d{9}|\d{17}[\dx]|\d{6}(?:19|20)\d{6}")
"""Telephones and papers: those of a colleague are known to the office."""
_REPEATED: Final = re.compile(r"(.{1,4}?)\1+")


class NotTheUsualWords:
    """Takes no password that is the place's or the person's words, with digits and signs around.

    The words are WORDS, the names of the person and of the agencies where they have a post, and
    what these are called in addresses and in numbers of letters.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError, with the sentence."""
        words = _any_of((*WORDS, *_own_words(user)))
        word = words.search(password.lower())
        beside = _FILLING.sub("", words.sub("", password.lower()))
        if word and len(beside) < _LEAST_BESIDE:
            raise ValidationError(
                _("密码里主要是“{word}”这样谁都会先试的词，请换一个。").format(word=word[0])
            )

    def get_help_text(self) -> str:
        """For the page on which a password is chosen."""
        return _("不要用本系统、本单位、本人人人都会先想到的词。")


class NotAWellKnownNumber:
    """Takes no digits that are a telephone's or a paper's, that count up or down, or that repeat.

    Digits as such are as good as other characters.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError, with the sentence."""
        digits = _SEPARATORS.sub("", password.lower())
        if not digits.rstrip("x").isdecimal():
            return
        if _OF_PEOPLE.fullmatch(digits) or _REPEATED.fullmatch(digits) or _counts(digits):
            raise ValidationError(
                _("密码像手机号码、证件号码，或者是顺着数、重复的数字，很容易猜到，请换一个。")
            )

    def get_help_text(self) -> str:
        """For the page on which a password is chosen."""
        return _("不要用手机号码、证件号码，或者顺着数、重复的数字。")


def _own_words(user: Any) -> Iterator[str]:
    """What everyone in the office knows of a person: one query for who has an account."""
    if user is None:
        return
    yield from (user.name, user.username, user.email.partition("@")[0])
    if user.pk:
        fields = ("name", "short_name", "slug", "letter_code", "region__name")
        theirs = Agency.objects.filter(posts__person=user).distinct()
        for row in theirs.values_list(*fields):
            yield from row


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    known = {word.lower() for word in words if len(word) >= _SHORTEST_WORD}
    return re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))


def _counts(digits: str) -> bool:
    """Whether each digit is the one after, or before, the digit that it follows."""
    numbers = [int(one) for one in digits if one.isdecimal()]
    steps = {(after - before) % 10 for before, after in pairwise(numbers)}
    return steps in ({1}, {9})
