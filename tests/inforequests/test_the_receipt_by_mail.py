from dataclasses import replace
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from tests import town
from yangguang.agencies.mail import NotSent
from yangguang.casework import moment
from yangguang.inforequests import mail
from yangguang.inforequests.actions.receive import register
from yangguang.law.receipt import Channel

ADDRESS = "lin@example.com"
APPLICANT = replace(town.APPLICATION.applicant, email=ADDRESS)


def _jobs() -> list[list]:
    return [one.args_kwargs["args"] for one in DBTaskResult.objects.all()]


def test_the_job_lies_with_the_request_and_names_nothing_but_the_case() -> None:
    case = town.request_at(town.agency(), applicant=APPLICANT).case

    assert _jobs() == [[case.pk]]


def test_a_request_that_is_rolled_back_leaves_no_job() -> None:
    agency = town.agency()

    with pytest.raises(RuntimeError), transaction.atomic():
        town.request_at(agency, applicant=APPLICANT)
        raise RuntimeError

    assert _jobs() == []


def test_without_an_address_there_is_no_job() -> None:
    town.request_at(town.agency())

    assert _jobs() == []


def test_a_form_sent_twice_is_answered_by_one_mail() -> None:
    agency = town.agency()

    for _ in range(2):
        town.request_at(agency, applicant=APPLICANT, token="the same")

    assert len(_jobs()) == 1


def test_the_mail_says_number_and_days_and_never_the_code() -> None:
    taken = town.request_at(town.agency(), applicant=APPLICANT)

    mail.send_receipt.call(taken.case.pk)

    (sent,) = outbox.outbox
    assert sent.to == [ADDRESS]
    assert taken.case.number in sent.subject
    assert "2026年3月13日（星期五） 最晚这天答复您" in sent.body
    assert taken.code not in sent.body
    assert "林晓" not in sent.body


def test_a_refusal_by_the_server_quotes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: EmailMessage) -> None:
        raise SMTPRecipientsRefused({ADDRESS: (550, b"no such user")})

    monkeypatch.setattr(EmailMessage, "send", refuse)
    case = town.request_at(town.agency(), applicant=APPLICANT).case

    with pytest.raises(NotSent) as fault:
        mail.send_receipt.call(case.pk)

    assert ADDRESS not in str(fault.value)
    assert fault.value.__cause__ is None
    assert fault.value.__suppress_context__


def _sent(case) -> str:
    mail.send_receipt.call(case.pk)
    (message,) = outbox.outbox
    return str(message.body)


def test_who_sent_the_form_has_seen_the_code() -> None:
    said = _sent(town.request_at(town.agency(), applicant=APPLICANT).case)

    assert "查询码只在提交后的页面上显示" in said


def test_who_wrote_a_letter_gets_the_code_from_who_registered_it() -> None:
    office = town.office()
    asked = replace(town.APPLICATION, applicant=APPLICANT)
    people, day = town.may(office.handler), moment.today()

    said = _sent(register(office.agency, asked, (), Channel.POST, day, people, "token").case)

    assert "查询码由登记这件申请的工作人员" in said
    assert "提交后的页面" not in said
