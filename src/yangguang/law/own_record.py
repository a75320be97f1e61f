"""What an agency does about a record on the applicant that is wrong (Art. 41)."""

from enum import StrEnum
from typing import Final


class Done(StrEnum):
    """Corrected, where it is the agency's to correct; else passed on, or told whose it is."""

    CORRECTED = "corrected"
    PASSED_ON = "passed_on"
    TOLD = "told"


DONE_NAMES: Final = {
    Done.CORRECTED: "属于本机关职权，已经更正",
    Done.PASSED_ON: "不属于本机关职权，已转送有权更正的机关",
    Done.TOLD: "不属于本机关职权，告知向有权更正的机关提出",
}
DONE_SENTENCES: Final = {
    Done.CORRECTED: "经审核，本机关已经更正：{}",
    Done.PASSED_ON: "该记录不属于本机关职权，本机关已经将您的申请转送有权更正的机关处理：{}",
    Done.TOLD: "该记录不属于本机关职权，请您向有权更正的机关提出：{}",
}
"""How it reads to the applicant; what was corrected or by whom it is to be stands at the end."""
