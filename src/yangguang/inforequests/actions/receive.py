"""A request comes in: by the portal, from the applicant; or registered by staff (Arts 29, 31)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import ledger, moment, numbers, personal, sealing
from yangguang.casework.attachments import Stored, Upload, attach, stored
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, FormToken
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests import mail, query_code
from yangguang.inforequests.application import Application, require_complete
from yangguang.inforequests.events import KIND, What
from yangguang.law.receipt import Channel

_LONGEST_TOKEN: Final = 64


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A request that has been taken in: the case, and the code, which nobody can show again.

    `code` is empty where the same form had been sent before: it was shown then.
    """

    case: Case
    code: str


def submit(
    agency: Agency, application: Application, uploads: Sequence[Upload], token: str
) -> Acknowledged:
    """The applicant's own request by the portal; the receipt is the confirmation (Art. 31).

    `token` is the form's one-time token: sent twice, it is one request. Raises Mistakes (field →
    sentence) and NotAllowed (an agency that takes no requests, Art. 55).
    """
    today = moment.today()
    require_complete(application, today)
    return _once(token, agency, application, uploads, _Coming(Channel.PORTAL, today, NOBODY))


@dataclass(frozen=True, slots=True)
class _Coming:
    """How and when a request came, and who entered it (NOBODY: the applicant)."""

    channel: Channel
    arrived: date
    people: Standing


def _once(
    token: str,
    agency: Agency,
    application: Application,
    uploads: Sequence[Upload],
    coming: _Coming,
) -> Acknowledged:
    """Take in the form with that token, or give the case that it made before."""
    if not token or len(token) > _LONGEST_TOKEN:
        raise Mistakes({"token": _("这张表单不完整，请回到上一页重新打开。")})
    sent = FormToken.objects.filter(token=token, case__isnull=False).select_related("case").first()
    if sent and sent.case:
        return Acknowledged(sent.case, "")
    prepared = _prepared(agency, uploads)
    with transaction.atomic():
        made, is_new = FormToken.objects.select_for_update().get_or_create(
            token=token, defaults={"used_at": moment.now()}
        )
        if not is_new and made.case is not None:
            return Acknowledged(made.case, "")
        taken = _take_in(agency, application, prepared, coming)
        made.case = taken.case
        made.save(update_fields=["case"])
        if application.applicant.email.strip():
            mail.send_receipt.enqueue(taken.case.pk)
    return taken


def register(
    agency: Agency,
    application: Application,
    uploads: Sequence[Upload],
    channel: Channel,
    arrived: date,
    people: Standing,
    token: str,
) -> Acknowledged:
    """A request that came by post, visit, fax, e-mail or by word of mouth, entered by staff.

    `arrived` is the day of receipt as Art. 31 has it for the channel; `token` as in `submit`.
    Raises Mistakes, NotAllowed.
    """
    if not people.can(Capability.REGISTER, agency.pk):
        raise NotAllowed(_("您没有在这个机关登记申请的权限。"))
    today = moment.today()
    if arrived > today:
        raise Mistakes({"arrived": _("收到日期不能晚于今天。")})
    require_complete(application, today, by_staff=True)
    return _once(token, agency, application, uploads, _Coming(channel, arrived, people))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What was done before the transaction: a key drawn, the files sealed under it on disk."""

    key: bytes
    files: list[Stored]


def _prepared(agency: Agency, uploads: Sequence[Upload]) -> _Prepared:
    if not agency.takes_requests:
        raise NotAllowed(
            _("{name}是公共企事业单位，不受理政府信息公开申请，请向其主管部门反映。").format(
                name=agency.name
            )
        )
    key = sealing.new_key()
    return _Prepared(key, stored(uploads, key))


def _take_in(
    agency: Agency,
    application: Application,
    prepared: _Prepared,
    coming: _Coming,
) -> Acknowledged:
    code = query_code.new_code()
    number = _number(agency)
    case = Case.objects.create(
        kind=KIND,
        agency=agency,
        number=number,
        query_code=query_code.blinded(number, code),
        opened_at=moment.now(),
    )
    key = personal.new_key(prepared.key)
    party = personal.add_party(case, PartyRole.APPLICANT, application.applicant, key)
    if application.agent:
        role = PartyRole.GUARDIAN if application.agent_is_guardian else PartyRole.AGENT
        personal.add_party(case, role, application.agent, key)
    text = personal.add_text(case, "request", _asked(application), key)
    attachments = [attach(case, key, "request", file) for file in prepared.files]
    ledger.record(
        case,
        What.RECEIVED,
        occurred_on=coming.arrived,
        actor=_registrar(coming.people, agency),
        payload={
            "channel": coming.channel,
            "arrived": coming.arrived.isoformat(),
            "confirmation": agency.rules.confirmation,
            "applicant_kind": application.applicant_kind,
            "party": party.pk,
            "text": text.pk,
            "key": key.pk,
            "attachments": [one.pk for one in attachments],
            "digests": [text.digest, *(one.digest for one in attachments)],
        },
    )
    return Acknowledged(case, code)


def _registrar(people: Standing, agency: Agency) -> ledger.Actor:
    holding = people.holding(Capability.REGISTER, agency.pk)
    return ledger.Actor(people.person, holding.instead_of if holding else None)


def _number(agency: Agency) -> str:
    """The next number of the agency's requests this year: year, agency, number; digits only."""
    year = moment.today().year
    count = numbers.next_number(f"requests/{agency.pk}/{year}")
    return f"{year}-{agency.pk:04d}-{count:05d}"


def _asked(application: Application) -> dict[str, object]:
    asked = asdict(application)
    return {key: asked[key] for key in ("wanted", "form", "receiving", "purpose", "extra")}
