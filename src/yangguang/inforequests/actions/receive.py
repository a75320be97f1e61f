"""A request comes in: by the portal, from the applicant; or registered by staff (Arts 29, 31)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import likeness, moment, sealing
from yangguang.casework.attachments import Upload, stored
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, FormToken
from yangguang.inforequests import mail
from yangguang.inforequests.application import Application, mistakes, require_complete
from yangguang.inforequests.taking_in import (
    Coming,
    Form,
    Prepared,
    next_numbers,
    sent_before,
    take_in,
)
from yangguang.law.receipt import FIRST_DAY, Channel

_LONGEST_TOKEN: Final = 64


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A request that has been taken in: the case, and the code, which nobody can show again.

    `code` is empty where the same form had been sent before: it was shown then.
    """

    case: Case
    code: str


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
    return _once(token, agency, application, uploads, Coming(Channel.PORTAL, today, NOBODY))


def _once(
    token: str,
    agency: Agency,
    application: Application,
    uploads: Sequence[Upload] | Prepared,
    coming: Coming,
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
    coming = Coming(channel, arrived, people, is_mailed)
    return _once(token, agency, application, uploads, coming)


class Incoming(NamedTuple):
    """A request from elsewhere that staff register; as `register` takes it."""

    application: Application
    channel: Channel
    arrived: date
    token: str


def register_all(
    agency: Agency, incoming: Sequence[Incoming], people: Standing
) -> Callable[[], list[Acknowledged]]:
    """As `register`, of many without files and mail: looks into all, and gives what takes them in.

    That is called in a transaction, for which others wait: all that can be done before, is. Whom
    the words are like is told later (`similar.index_missing`). Raises Mistakes, NotAllowed.
    """
    require_may_register(agency, people)
    for one in incoming:
        require_registrable(one.application, one.arrived)
    forms = {
        one.token: Form(
            one.application,
            Prepared(sealing.new_key(), []),
            Coming(one.channel, one.arrived, people, is_mailed=False),
        )
        for one in incoming
    }
    return partial(_take_in_all, agency, forms)


def _take_in_all(agency: Agency, forms: Mapping[str, Form]) -> list[Acknowledged]:
    """Take in those of the forms, by their tokens, that were not sent before."""
    next_numbers(agency, 0)  # of two who bring in the same, one waits here for the other
    found = {token: Acknowledged(case, "") for token, case in sent_before(list(forms))}
    fresh = [token for token in forms if token not in found]
    now = moment.now()
    tokens = []
    for token, one in zip(fresh, take_in(agency, [forms[one] for one in fresh]), strict=True):
        found[token] = Acknowledged(one.case, one.code)
        tokens.append(FormToken(token=token, case=one.case, used_at=now))
    FormToken.objects.bulk_create(tokens)
    return [found[token] for token in forms]


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
    agency: Agency, application: Application, prepared: Prepared, coming: Coming
) -> Acknowledged:
    (taken,) = take_in(agency, [Form(application, prepared, coming)])
    likeness.index(taken.case, taken.key, application.wanted)
    return Acknowledged(taken.case, taken.code)
