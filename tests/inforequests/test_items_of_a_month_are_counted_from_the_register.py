"""国办函〔2020〕109号: per item, by the applicant's requests to the agency in a calendar month."""

from dataclasses import replace

import pytest

from tests import town
from tests.inforequests import paying, writing
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case
from yangguang.casework.personal import Particulars
from yangguang.inforequests import charging
from yangguang.inforequests.actions import letters, registry
from yangguang.inforequests.actions.receive import register
from yangguang.inforequests.events import LetterKind, VoidReason
from yangguang.law.receipt import Channel

SOMEONE = replace(town.APPLICATION.applicant, paper_number="110101199003074477", name="周全")


def _earlier(case: Case) -> int:
    return charging.count(charging.earlier_in_the_month(case, writing.standing(case)))


def _by_post(office: town.Office, applicant: Particulars) -> Case:
    application = replace(town.APPLICATION, applicant=applicant)
    people, today = town.may(office.handler), moment.today()
    token = f"{applicant.name} {Case.objects.count()}"
    taken = register(office.agency, application, (), Channel.LETTER, today, people, token)
    return taken.case


def test_the_same_applicant_s_of_the_month_at_the_agency_before_this_one() -> None:
    office = town.office()
    with moment.standing_at(paying.on(1, 30)):
        town.request_at(office.agency)
    first = town.request_at(office.agency).case
    town.request_at(office.agency, applicant=SOMEONE)
    town.request_at(town.office(slug="jiaoyu", name="青岚市教育局").agency)
    this = town.request_at(office.agency).case
    town.request_at(office.agency)

    assert [one.number for one in charging.earlier_in_the_month(this, writing.standing(this))] == [
        first.number
    ]


def test_who_showed_no_paper_is_told_by_the_name() -> None:
    office = town.office()
    nobody = replace(town.APPLICATION.applicant, paper_number="")
    other = replace(nobody, name="周全")

    made = [_by_post(office, one) for one in (nobody, other, nobody)]

    assert [_earlier(case) for case in made] == [0, 0, 1]


def test_what_was_voided_is_not_counted() -> None:
    office = town.office()
    mistaken = town.request_at(office.agency).case
    this = town.request_at(office.agency).case
    assert _earlier(this) == 1

    registry.void(mistaken, VoidReason.TWICE, town.may(office.handler))

    assert _earlier(this) == 0


def test_a_request_that_was_split_counts_as_its_items() -> None:
    office = town.office()
    split = writing.assigned(office)
    paying.issue(split, office, LetterKind.FEE, paying.by_item(split, 12))
    this = writing.assigned(office)

    assert _earlier(this) == 12
    paying.issue(this, office, LetterKind.FEE, paying.by_item(this, 1))
    assert this.events.get(kind="fee_noticed").payload["sum"] == 100


def test_another_number_than_the_register_s_has_its_reason() -> None:
    office = town.office()
    case = writing.assigned(office)
    with pytest.raises(Mistakes) as refusal:
        paying.approve(case, office, LetterKind.FEE, paying.by_item(case, 1, earlier=10))
    assert "请写明理由" in refusal.value.fields["counting"]

    terms = paying.by_item(case, 1, earlier=10, why="另有 10 件在旧系统里")
    paying.issue(case, office, LetterKind.FEE, terms)

    payload = case.events.get(kind="fee_noticed").payload
    assert (payload["earlier"], payload["counted"], payload["sum"]) == (10, 0, 100)


def test_a_notice_goes_out_while_the_register_counts_as_it_did() -> None:
    office = town.office()
    before = town.request_at(office.agency).case
    case = writing.assigned(office)
    paying.approve(case, office, LetterKind.FEE, paying.by_item(case, 11))
    registry.void(before, VoidReason.TWICE, town.may(office.handler))

    with pytest.raises(NotAllowed, match="原来 1 件，现在 0 件"):
        letters.issue(case, town.may(office.handler))
