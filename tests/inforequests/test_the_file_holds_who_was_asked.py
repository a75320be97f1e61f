"""The case file has the letters to others, whom they went to, and what came back from them."""

import io
import re

import pdfplumber

from tests import played, town
from tests.prepared import MONDAY
from yangguang.casework.models import Opening
from yangguang.casework.models.personal import Reason
from yangguang.casework.personal import Why
from yangguang.inforequests.actions import case_file


def test_letters_parties_and_replies_are_in_it() -> None:
    office = town.office()
    case = played.consulting(office, MONDAY)

    content = case_file.make(case, town.may(office.handler), Why(Reason.FILING))
    with pdfplumber.open(io.BytesIO(content)) as document:
        text = re.sub(r"\s", "", "".join(page.extract_text() for page in document.pages))

    for name in ("陈木", "周舟", "吴山", "青岚市水务局"):
        assert name in text
    assert "是我们的报价策略。" in text
    assert "已书面告知决定公开" in text
    assert text.count("请告诉我们。") == case.letters.count() == 7
    opened = Opening.objects.filter(party__case=case, party__role="third_party")
    assert opened.count() == 3
