"""Messages to an applicant by e-mail, sent after the transaction that they follow from.

They never hold the query code: an address with a slip in it is somebody else's, and whoever has
number and code can read and withdraw the request.
"""

import smtplib
from typing import Final

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django_tasks import task

from yangguang.agencies.mail import NotSent
from yangguang.casework import personal
from yangguang.casework.models import Case, Party
from yangguang.casework.models.personal import PartyRole
from yangguang.casework.unfinished import ForGood
from yangguang.inforequests.milestones import calendar_warning, milestones
from yangguang.law.clock.words import in_prose
from yangguang.law.receipt import Channel


class NoSuchAddress(NotSent, ForGood):
    """The server knows that there is no such address."""


_FOR_GOOD: Final = 500
"""A server's answers from here on are final (RFC 5321, 4.2.1)."""


@task()
def send_receipt(case_id: int) -> None:
    """Send the receipt of a request to the address that the applicant gave. Raises NotSent.

    Done again where it failed or its worker died: the receipt may then come twice.
    """
    case = Case.objects.select_related("agency__office", "state").get(pk=case_id)
    party = Party.objects.filter(case=case, role=PartyRole.APPLICANT, by__isnull=True).first()
    if party is None:
        return
    try:
        address = personal.particulars_of(party).email.strip()
    except personal.Erased:
        return
    if not address:
        return
    message = EmailMessage(
        subject=_("申请已收到：{number}").format(number=case.number),
        body=_receipt(case),
        to=[address],
    )
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        is_for_good = all(code >= _FOR_GOOD for code, _said in refusal.recipients.values())
        raise (NoSuchAddress if is_for_good else NotSent) from None
    except (OSError, smtplib.SMTPException, ValueError):
        raise NotSent from None


def _code_is(channel: Channel) -> str:
    """Where the code is, which is shown once: to the applicant, or to who registered a paper."""
    if channel is Channel.PORTAL:
        return _("查进度要用受理号和查询码。查询码只在提交后的页面上显示，为了安全不写在邮件里。")
    return _(
        "在网上查进度要用受理号和查询码。查询码由登记这件申请的工作人员打印或者抄给您，"
        "为了安全不写在邮件里；没有查询码，也可以直接向本机关询问进度。"
    )


def _receipt(case: Case) -> str:
    office = getattr(case.agency, "office", None)
    lines = [
        _("您好，{agency}已经收到您的政府信息公开申请。").format(agency=case.agency.name),
        "",
        _("受理号：{number}").format(number=case.number),
        "",
    ]
    for one in milestones(
        case.state.received_on, Channel(case.state.channel), case.state.to_be_confirmed
    ):
        lines += [f"{in_prose(one.by)} {one.title}", f"  {one.text}", ""]
    if said := calendar_warning(case.state.received_on, case.state.due_on):
        lines += [said, ""]
    lines += [
        _code_is(Channel(case.state.channel)),
        _("如果您没有提交过申请，请不必理会这封邮件。"),
    ]
    if office:
        said = _("有疑问请联系{office}，电话 {phone}。")
        lines += ["", said.format(office=office.name, phone=office.phone)]
    return "\n".join(lines)
