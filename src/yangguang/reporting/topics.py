"""What the figures of a report are about: the order in which they are offered to who writes it."""

from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as lazy


class Topic(StrEnum):
    """What a figure is about."""

    REQUESTS = "requests"
    ANSWERS = "answers"
    PERIODS = "periods"
    FEES = "fees"
    DISPUTES = "disputes"
    OPENNESS = "openness"


TOPIC_NAMES: Final = {
    Topic.REQUESTS: lazy("申请"),
    Topic.ANSWERS: lazy("答复"),
    Topic.PERIODS: lazy("期限"),
    Topic.FEES: lazy("收费"),
    Topic.DISPUTES: lazy("复议、诉讼"),
    Topic.OPENNESS: lazy("公开"),
}
