"""Passwords that are little more than what everyone knows of the place where they are used."""

import re
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WORDS: Final = (
    *("yangguang", "sunshine", "阳光", "政府信息公开", "信息公开", "公开办", "依申请公开", "政务"),
    *("zhengfu", "xinxi", "gongkai", "zhengwu", "xinxigongkai", "sqgk", "zfxxgk", "foia"),
    *("password", "passwd", "mima", "admin", "administrator", "root", "guest", "welcome"),
)
"""What one tries first here; docs/security.md names the list."""
_LEAST_BESIDE: Final = 6
_WORDS: Final = re.compile("|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)))
_FILLING: Final = re.compile(r"[\d\W_]+")


class NotTheUsualWords:
    """Takes no password that is one of WORDS, or several, with digits and signs around."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError, with the sentence."""
        word = _WORDS.search(password.lower())
        beside = _FILLING.sub("", _WORDS.sub("", password.lower()))
        if word and len(beside) < _LEAST_BESIDE:
            raise ValidationError(
                _("密码里主要是“{word}”这样谁都会先试的词，请换一个。").format(word=word[0])
            )

    def get_help_text(self) -> str:
        """For the page on which a password is chosen."""
        return _("不要用本系统、本单位人人都会先想到的词。")
