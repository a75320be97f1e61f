"""The extractor on real reports, counted by hand: how many claims each makes, of what."""

from collections import Counter

import pytest

from tests.shared_reports import needs_shared_reports, seed
from yangguang.annual_report import read
from yangguang.annual_report.claims import extract

BY_HAND = {
    "000": {"requests.received": 2, "processing_fees": 1},
    "001": {},
    "002": {"requests.received": 1, "processing_fees": 1},
    "003": {
        "requests.received": 3,
        "disputes.reviews": 1,
        "disputes.suits": 1,
        "normative.repealed": 1,
        "normative.issued": 1,
        "normative.in_force": 1,
        "processing_fees": 1,
    },
    "004": {
        "normative.published": 1,
        "normative.in_force": 1,
        "normative.repealed": 1,
        "normative.amended": 1,
        "requests.received": 1,
        "disputes.reviews": 1,
        "disputes.suits": 1,
        "processing_fees": 1,
    },
}


@needs_shared_reports
@pytest.mark.parametrize("number", BY_HAND)
def test_no_claim_is_missed_and_none_invented(number: str) -> None:
    found = extract(read(seed(number)))

    assert Counter(str(claim.quantity) for claim in found) == BY_HAND[number]
