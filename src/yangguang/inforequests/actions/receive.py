"""A request comes in: by the portal, from the applicant; or registered by staff (Arts 29, 31)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import ledger, likeness, moment, numbers, personal, sealing
from yangguang.casework.attachments import Stored, Upload, attach, decided, stored
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, FormToken
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests import mail, query_code
from yangguang.inforequests.application import Application, Authority, mistakes, require_complete
from yangguang.inforequests.events import KIND, What
from yangguang.law.receipt import CONFIRMED_BY_BOTH, FIRST_DAY, Channel, Confirmation

_LONGEST_TOKEN: Final = 64


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A request that has been taken in: the case, and the code, which nobody can show again.

    `code` is empty where the same form had been sent before: it was shown then.
    """

    case: Case
    code: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was done before the transaction: a key drawn, the files sealed under it on disk."""

    key: bytes
    files: list[Stored]


def submit(
    agency: Agency, application: Application, uploads: Sequence[Upload] | Prepared, token: str
) -> Acknowledged:
    """The applicant's own request by the portal.

    The receipt is the confirmation, unless the agency's rules have staff confirm (Art. 31).

    `token` is the form's one-time token: sent twice, it is one request. Who is in a transaction
    already has looked into the files before it (`prepare`). Raises Mistakes (field → sentence) and
    NotAllowed (an agency that takes no requests, Art. 55).
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
    is_mailed: bool = True


def _once(
    token: str,
    agency: Agency,
    application: Application,
    uploads: Sequence[Upload] | Prepared,
    coming: _Coming,
) -> Acknowledged:
    """Take in the form with that token, or give the case that it made before."""
    if not token or len(token) > _LONGEST_TOKEN:
        raise Mistakes({"token": _("这张表单不完整，请回到上一页重新打开。")})
    sent = FormToken.objects.filter(token=token, case__isnull=False).select_related("case").first()
    if sent and sent.case:
        return Acknowledged(sent.case, "")
    prepared = uploads if isinstance(uploads, Prepared) else prepare(agency, uploads)
    with transaction.atomic():
        made, is_new = FormToken.objects.select_for_update().get_or_create(
            token=token, defaults={"used_at": moment.now()}
        )
        if not is_new and made.case is not None:
            return Acknowledged(made.case, "")
        taken = _take_in(agency, application, prepared, coming)
        made.case = taken.case
        made.save(update_fields=["case"])
        if coming.is_mailed and application.applicant.email.strip():
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
    *,
    is_mailed: bool = True,
) -> Acknowledged:
    """A request that came by post, visit, fax, e-mail or by word of mouth, entered by staff.

    `arrived` is the day of receipt as Art. 31 has it for the channel; `token` as in `submit`. Not
    `is_mailed`, the applicant gets no receipt by e-mail: the system that took it in gave one.
    Raises Mistakes, NotAllowed.
    """
    require_may_register(agency, people)
    require_registrable(application, arrived)
    coming = _Coming(channel, arrived, people, is_mailed)
    return _once(token, agency, application, uploads, coming)


def require_may_register(agency: Agency, people: Standing) -> None:
    """Raise NotAllowed where `people` may not register there, or the agency takes no requests."""
    if not people.can(Capability.REGISTER, agency.pk):
        raise NotAllowed(_("您没有在这个机关登记申请的权限。"))
    _require_takes_requests(agency)


def require_registrable(application: Application, arrived: date) -> None:
    """Raise Mistakes, all at once, where staff cannot register it as received on that day."""
    today = moment.today()
    found = mistakes(application, today, by_staff=True)
    if arrived > today:
        found["arrived"] = _("收到日期不能晚于今天。")
    if arrived < FIRST_DAY:
        said = _("收到日期不能早于现行条例施行之日 {first}，请核对年份。")
        found["arrived"] = said.format(first=FIRST_DAY)
    if found:
        raise Mistakes(found)


def prepare(agency: Agency, uploads: Sequence[Upload]) -> Prepared:
    """Look into the files and seal them: it takes long, so never in a transaction.

    Raises Mistakes, NotAllowed.
    """
    _require_takes_requests(agency)
    key = sealing.new_key()
    return Prepared(key, stored(uploads, key))


def _require_takes_requests(agency: Agency) -> None:
    if not agency.takes_requests:
        raise NotAllowed(
            _("{name}是公共企事业单位，不受理政府信息公开申请，请向其主管部门反映。").format(
                name=agency.name
            )
        )


def _take_in(
    agency: Agency,
    application: Application,
    prepared: Prepared,
    coming: _Coming,
) -> Acknowledged:
    case, code = open_case(agency)
    key = personal.new_key(prepared.key)
    party = personal.add_party(case, PartyRole.APPLICANT, application.applicant, key)
    if application.agent:
        role = PartyRole.GUARDIAN if application.agent_is_guardian else PartyRole.AGENT
        personal.add_party(case, role, application.agent, personal.new_key())
    text = personal.add_text(case, "request", _asked(application), key)
    likeness.index(case, key, application.wanted)
    attachments = [attach(case, key, "request", file) for file in prepared.files]
    ledger.record(
        case,
        What.RECEIVED,
        occurred_on=coming.arrived,
        actor=_registrar(coming.people, agency),
        payload={
            "channel": coming.channel,
            "arrived": coming.arrived.isoformat(),
            "applicant_kind": application.applicant_kind,
            "authority": _authority(application, prepared),
            "party": party.pk,
            "text": text.pk,
            "key": key.pk,
            "attachments": [one.pk for one in attachments],
            "digests": [text.digest, *(one.digest for one in attachments)],
            **_to_be_confirmed(agency, coming),
            **decided(attachments, prepared.files),
        },
    )
    return Acknowledged(case, code)


def open_case(agency: Agency) -> tuple[Case, str]:
    """A case with the next number and a query code, which nobody can show again."""
    code = query_code.new_code()
    number = _number(agency)
    case = Case.objects.create(
        kind=KIND,
        agency=agency,
        number=number,
        query_code=query_code.blinded(number, code),
        opened_at=moment.now(),
    )
    return case, code


def _to_be_confirmed(agency: Agency, coming: _Coming) -> dict[str, str]:
    """What the ledger says of the confirmation: the agency's rule on that day (Art. 31).

    Staff who register what came give the day on which both sides confirmed.
    """
    rules = getattr(agency, "rules", None)
    is_theirs = rules is not None and rules.confirmation == Confirmation.STAFF
    if coming.people.person or coming.channel not in CONFIRMED_BY_BOTH or not is_theirs:
        return {}
    return {"confirmation": Confirmation.STAFF}


def _authority(application: Application, prepared: Prepared) -> Authority | None:
    """What is known of it; who sent no file at all with a form has shown nothing."""
    if application.agent and not prepared.files:
        return application.authority or Authority.MISSING
    return application.authority if application.agent else None


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
