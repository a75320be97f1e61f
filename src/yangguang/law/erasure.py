"""When personal data of a closed case are erased (《个人信息保护法》, Art. 47).

[M] From memory: erased are data whose retention period is over, whose processing the person no
longer consents to, or that were processed against the law; until a retention period that a law or
regulation sets is over, they are to be kept locked away instead. How long the file of a request is
kept neither that law nor the Regulation says: the schedule of the office's archives does, and that
the day has come is for who decides to know.
"""

from enum import StrEnum
from typing import Final

ARTICLE: Final = "《中华人民共和国个人信息保护法》第四十七条"


class Basis(StrEnum):
    """Why the data are erased."""

    PERIOD_OVER = "period_over"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    UNLAWFUL = "unlawful"


BASIS_NAMES: Final = {
    Basis.PERIOD_OVER: "保存期限已经届满",
    Basis.CONSENT_WITHDRAWN: "本人撤回同意",
    Basis.UNLAWFUL: "违反法律、行政法规处理",
}
