"""What a citizen does, for tests: fill in the form, send it, look the request up."""

import re
from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.portal.visiting import text_of
from yangguang.agencies.models import Agency
from yangguang.casework import personal
from yangguang.casework.models import Case

WANTED = "2025 年长宁路改造工程的招标文件"
NAME = "林晓"

ANSWERS = {
    "who": {"applicant_kind": "natural_person"},
    "identity": {"name": NAME, "paper": "id_card", "paper_number": town.ID_CARD},
    "acting": {"acting": "self"},
    "wanted": {"wanted": WANTED},
    "delivery": {"form": "electronic", "receiving": "portal"},
    "contact": {"phone": "13800000000", "address": "青岚市和平路 2 号"},
}
"""The answers of a complete form, step by step."""


def at(agency: Agency, name: str) -> str:
    """The address of a page of the form."""
    return f"/agencies/{agency.slug}/request/{name}"


def carried(answer: HttpResponse) -> str:
    """What a page carries of its draft."""
    found = re.search(r'name="carried" value="([^"]*)"', text_of(answer))
    assert found is not None
    return found[1]


def fill(client: Client, agency: Agency, **changes: dict[str, str]) -> HttpResponse:
    """Fill in every step, with `changes` to the answers of a step; gives the page to check."""
    for name, answers in ANSWERS.items():
        sent = client.post(at(agency, name), {**answers, **changes.get(name, {})})
        assert sent.status_code == 302, f"{name}: {text_of(sent)}"
    return client.get(at(agency, "check"))


@dataclass(frozen=True)
class Receipt:
    """What a receipt shows."""

    page: HttpResponse
    number: str
    code: str

    @property
    def case(self) -> Case:
        """The case that it acknowledges."""
        return Case.objects.get(number=self.number)


def send(client: Client, agency: Agency, page: HttpResponse) -> Receipt:
    """Send the form from the page to check."""
    answer = client.post(at(agency, "check"), {"carried": carried(page)}, follow=True)
    return receipt_of(answer)


def receipt_of(page: HttpResponse) -> Receipt:
    """What the page of a receipt shows."""
    number, code = re.findall(r'<dd class="big">(.*?)</dd>', text_of(page))
    return Receipt(page, number, code if re.fullmatch(r"\w{5}-\w{5}", code) else "")


def ask(client: Client, agency: Agency, **changes: dict[str, str]) -> Receipt:
    """Fill in the form and send it."""
    return send(client, agency, fill(client, agency, **changes))


def asked_in(case: Case) -> str:
    """What a request asks for, as the office has it."""
    words = personal.words_of(case.texts.get(kind="request"))
    assert isinstance(words, dict)
    return str(words["wanted"])


def look_up(client: Client, number: str, code: str, **more) -> HttpResponse:
    """Give number and code."""
    return client.post("/requests", {"number": number, "code": code}, follow=True, **more)
