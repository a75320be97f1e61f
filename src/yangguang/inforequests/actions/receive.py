"""A request comes in: by the portal, from the applicant; or registered by staff (Arts 29, 31)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import ledger, moment, numbers, personal
from yangguang.casework.attachments import Upload, attach
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, FormToken
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests import mail, query_code
from yangguang.inforequests.application import Application, require_complete
from yangguang.inforequests.events import KIND, What
from yangguang.law.receipt import Channel


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
    with transaction.atomic():
        made, is_new = FormToken.objects.select_for_update().get_or_create(
            token=token, defaults={"used_at": moment.now()}
        )
        if not is_new and made.case is not None:
            return Acknowledged(made.case, "")
        taken = _take_in(agency, application, uploads, Channel.PORTAL, today, NOBODY)
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
) -> Acknowledged:
    """A request that came by post, visit, fax, e-mail or by word of mouth, entered by staff.

    `arrived` is the day of receipt as Art. 31 has it for the channel. Raises Mistakes, NotAllowed.
    """
    if not people.can(Capability.REGISTER, agency.pk):
        raise NotAllowed(_("您没有在这个机关登记申请的权限。"))
    today = moment.today()
    if arrived > today:
        raise Mistakes({"arrived": _("收到日期不能晚于今天。")})
    require_complete(application, today, by_staff=True)
    with transaction.atomic():
        return _take_in(agency, application, uploads, channel, arrived, people)


def _take_in(
    agency: Agency,
    application: Application,
    uploads: Sequence[Upload],
    channel: Channel,
    arrived: date,
    people: Standing,
) -> Acknowledged:
    if not agency.takes_requests:
        raise NotAllowed(
            _("{name}是公共企事业单位，不受理政府信息公开申请，请向其主管部门反映。").format(
                name=agency.name
            )
        )
    code = query_code.new_code()
    number = _number(agency)
    case = Case.objects.create(
        kind=KIND,
        agency=agency,
        number=number,
        query_code=query_code.blinded(number, code),
        opened_at=moment.now(),
    )
    key = personal.new_key()
    party = personal.add_party(case, PartyRole.APPLICANT, application.applicant, key)
    if application.agent:
        role = PartyRole.GUARDIAN if application.agent_is_guardian else PartyRole.AGENT
        personal.add_party(case, role, application.agent, key)
    text = personal.add_text(case, "request", _asked(application), key)
    attachments = [attach(case, key, "request", upload) for upload in uploads]
    ledger.record(
        case,
        What.RECEIVED,
        occurred_on=arrived,
        actor=ledger.Actor(people.person),
        payload={
            "channel": channel,
            "arrived": arrived.isoformat(),
            "applicant_kind": application.applicant_kind,
            "party": party.pk,
            "text": text.pk,
            "key": key.pk,
            "attachments": [one.pk for one in attachments],
        },
    )
    return Acknowledged(case, code)


def _number(agency: Agency) -> str:
    """The next number of the agency's requests this year: year, agency, number; digits only."""
    year = moment.today().year
    count = numbers.next_number(f"requests/{agency.pk}/{year}")
    return f"{year}-{agency.pk:04d}-{count:05d}"


def _asked(application: Application) -> dict[str, object]:
    asked = asdict(application)
    return {key: asked[key] for key in ("wanted", "form", "receiving", "purpose", "extra")}
