"""Registering what came by post, visit, fax, e-mail or by word of mouth."""

import dataclasses
import secrets
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.personal import Particulars
from yangguang.inforequests import query_code
from yangguang.inforequests.actions import receive
from yangguang.inforequests.application import (
    APPLICANT_NAMES,
    FORM_NAMES,
    RECEIVING_NAMES,
    Application,
    Authority,
    Form,
    Receiving,
)
from yangguang.inforequests.filling import PERSON_PAPERS
from yangguang.inforequests.milestones import calendar_warning, milestones
from yangguang.law.identity import PAPER_NAMES, Paper
from yangguang.law.receipt import CHANNEL_NAMES, Channel
from yangguang.law.requests import ApplicantKind
from yangguang.workspace import fields
from yangguang.workspace.access import REGISTRAR, access
from yangguang.workspace.at_agency import AtAgency

CHANNELS: Final = [(one, CHANNEL_NAMES[one]) for one in Channel if one is not Channel.PORTAL]


class Registration(AtAgency):
    """What stands on the paper, and how and when it came."""

    channel = fields.choice(lazy("怎样收到的"), CHANNELS, lazy("请选择怎样收到的。"))
    arrived = fields.day(
        lazy("收到日期"),
        lazy(
            "当面提交：提交之日；挂号信、快递：签收之日；平常信函：与申请人确认之日，即送达当日；"
            "传真、电子邮件：双方确认之日（第三十一条）。"
        ),
    )
    applicant_kind = fields.choice(
        lazy("申请人"), APPLICANT_NAMES.items(), lazy("请选择申请人的类别。")
    )
    name = fields.text(lazy("姓名或单位全称"), size=30)
    paper = fields.select(lazy("证件种类"), PAPER_NAMES.items(), lazy("请选择证件种类。"))
    paper_number = fields.text(lazy("证件号码"), size=24)
    contact = fields.text(lazy("联系人"), lazy("申请人是单位时填写。"), size=20)
    phone = fields.text(lazy("联系电话"), size=20)
    email = fields.text(lazy("电子邮箱"), size=30)
    address = fields.text(lazy("通信地址"), size=40)
    postcode = fields.text(lazy("邮政编码"), size=8)
    agent_name = fields.text(lazy("代理人或监护人姓名"), lazy("没有就不填。"), size=20)
    agent_paper = fields.select(
        lazy("代理人或监护人证件种类"), [(one, PAPER_NAMES[one]) for one in PERSON_PAPERS]
    )
    agent_paper_number = fields.text(lazy("代理人或监护人证件号码"), size=24)
    agent_phone = fields.text(lazy("代理人或监护人电话"), size=20)
    agent_is_guardian = forms.BooleanField(label=lazy("是监护人"), required=False)
    agent_has_shown = forms.BooleanField(
        label=lazy("已经收到授权委托书或者监护关系的证明"), required=False
    )
    wanted = fields.words(
        lazy("所需政府信息"), lazy("名称、文号，或者便于查询的其他特征；按申请书原文录入。"), rows=6
    )
    form = fields.choice(lazy("提供的形式"), FORM_NAMES.items(), lazy("请选择提供的形式。"))
    receiving = fields.choice(
        lazy("获取的方式"), RECEIVING_NAMES.items(), lazy("请选择获取的方式。")
    )
    purpose = fields.text(lazy("用途"), lazy("申请人没有写就不填。"), size=40)
    attachments = fields.Attachments(lazy("申请书和材料"), lazy("扫描件或照片，可以选多个文件。"))

    @property
    def application(self) -> Application:
        """What is asked, by whom."""
        kept = self.cleaned_data
        agent = Particulars(
            kept["agent_name"],
            kept["agent_paper"] or Paper.ID_CARD,
            kept["agent_paper_number"],
            kept["agent_phone"],
        )
        is_represented = any((agent.name, agent.paper_number, agent.phone))
        return Application(
            ApplicantKind(kept["applicant_kind"]),
            Particulars(**{one.name: kept[one.name] for one in dataclasses.fields(Particulars)}),
            kept["wanted"],
            Form(kept["form"]),
            Receiving(kept["receiving"]),
            kept["purpose"],
            agent if is_represented else None,
            kept["agent_is_guardian"],
            (Authority.SHOWN if kept["agent_has_shown"] else Authority.MISSING)
            if is_represented
            else None,
        )


@access(REGISTRAR)
def register(request: HttpRequest, people: Standing) -> HttpResponse:
    """The form; then the number, and the query code, which is shown this once."""
    if request.method != "POST":
        form = Registration(people, initial=_usual())
        return _page(request, form, secrets.token_urlsafe(16))
    form = Registration(people, request.POST, request.FILES)
    token = request.POST.get("token", "")[:64] or secrets.token_urlsafe(16)
    if form.is_valid():
        try:
            taken = receive.register(
                form.at,
                form.application,
                fields.uploads_of(request, "attachments"),
                Channel(form.cleaned_data["channel"]),
                form.cleaned_data["arrived"],
                people,
                token,
            )
        except Mistakes as mistakes:
            form.take(mistakes)
        except NotAllowed as why:
            form.add_error(None, str(why))
        else:
            return _done(request, taken, form.application.authority)
    return _page(request, form, token, status=422)


def _usual() -> dict[str, Any]:
    return {
        "arrived": moment.today(),
        "channel": Channel.IN_PERSON,
        "applicant_kind": ApplicantKind.NATURAL_PERSON,
        "paper": Paper.ID_CARD,
        "agent_paper": Paper.ID_CARD,
        "form": Form.PAPER,
        "receiving": Receiving.POST,
    }


def _page(request: HttpRequest, form: Registration, token: str, status: int = 200) -> HttpResponse:
    shown = {"form": form, "token": token}
    return render(request, "workspace/register.html", shown, status=status)


def _done(
    request: HttpRequest, taken: receive.Acknowledged, authority: Authority | None
) -> HttpResponse:
    state = taken.case.state
    shown = {
        "case": taken.case,
        "code": query_code.shown(taken.code) if taken.code else "",
        "state": state,
        "milestones": milestones(state.received_on, Channel(state.channel)),
        "calendar_warning": calendar_warning(state.received_on, state.due_on),
        "lacks_authority": authority is Authority.MISSING,
    }
    return render(request, "workspace/registered.html", shown)
