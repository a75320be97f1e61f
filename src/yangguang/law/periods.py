"""The lengths of the law's periods for requests, in working days unless said otherwise.

A figure that is not confirmed in the text of the law has its grade beside it: [B] two sources, [C]
one, [M] from memory.
"""

from typing import Final

ANSWER: Final = 20
"""To answer (Art. 33)."""

EXTENSION: Final = 20
"""At most, once, approved by the head of the disclosure office (Art. 33)."""

CONFIRMATION: Final = 1
"""For staff to confirm what came by network or fax, where the office chose so; a rule of ours, the
article says only that both sides confirm (Art. 31)."""

CORRECTION_NOTICE: Final = 7
"""To ask for a correction, after receipt (Art. 30)."""

CORRECTION: Final = 15
"""For the applicant to correct, unless the notice names another day: an office's setting; the
article says only "reasonable" (Art. 30)."""

THIRD_PARTY: Final = 15
"""For a third party to answer, after its receipt (Art. 32)."""

CO_PRODUCER: Final = 15
"""For another organ that made the information too, after its receipt (Art. 34)."""

ANSWER_ANEW: Final = 20
"""To answer anew what a review or a court sent back, where the decision states no period: an
office's setting; the law does not say."""

FEE_PAYMENT: Final = 20
"""To pay, from the day after the notice is received (国办函〔2020〕109号)."""
