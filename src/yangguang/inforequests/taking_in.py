"""Requests taken in: the cases opened, what they ask and who asks sealed, the first fact recorded.

Of one or of a thousand by the same few statements; who calls has looked into them and is in a
transaction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import ledger, moment, numbers, personal, sealing
from yangguang.casework.attachments import Stored, attach, decided
from yangguang.casework.models import Case, CaseText, DataKey, FormToken, Party
from yangguang.casework.models.personal import PartyRole
from yangguang.casework.personal import PartyToKeep
from yangguang.inforequests import query_code
from yangguang.inforequests.application import Application, Authority
from yangguang.inforequests.events import KIND, What
from yangguang.law.receipt import CONFIRMED_BY_BOTH, Channel, Confirmation

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was done before the transaction: a key drawn, the files sealed under it on disk."""

    key: bytes
    files: list[Stored]


@dataclass(frozen=True, slots=True)
class Coming:
    """How and when a request came, and who entered it (NOBODY: the applicant)."""

    channel: Channel
    arrived: date
    people: Standing
    is_mailed: bool = True


class Form(NamedTuple):
    """A request to be taken in."""

    application: Application
    prepared: Prepared
    coming: Coming


class Taken(NamedTuple):
    """A case that was opened for a form: its code, the key of its own words and files."""

    case: Case
    code: str
    key: DataKey
    form: Form


def take_in(agency: Agency, forms: Sequence[Form]) -> list[Taken]:
    """Open a case for each form, in their order; a few statements for every hundred or so."""
    opened = open_cases(agency, len(forms))
    keys = personal.new_keys(one.prepared.key for one in forms)
    taken = [Taken(*one, key, form) for one, key, form in zip(opened, keys, forms, strict=True)]
    applicants = [
        PartyToKeep(one.case, PartyRole.APPLICANT, one.form.application.applicant, one.key)
        for one in taken
    ]
    parties = personal.add_parties(applicants)
    _keep_agents(taken)
    asked = ((one.case, _asked(one.form.application), one.key) for one in taken)
    texts = personal.add_texts("request", asked)
    ledger.begin([_received(agency, *one) for one in zip(taken, parties, texts, strict=True)])
    return taken


def _keep_agents(taken: Sequence[Taken]) -> None:
    """Who acts for the applicants, each sealed under a key of their own."""
    acted = [
        (one.case, _role(one.form.application), one.form.application.agent)
        for one in taken
        if one.form.application.agent
    ]
    if acted:
        keys = personal.new_keys(sealing.new_key() for _ in acted)
        personal.add_parties([PartyToKeep(*one, key) for one, key in zip(acted, keys, strict=True)])


def _role(application: Application) -> PartyRole:
    return PartyRole.GUARDIAN if application.agent_is_guardian else PartyRole.AGENT


def _received(agency: Agency, taken: Taken, party: Party, text: CaseText) -> ledger.Fact:
    application, prepared, coming = taken.form
    attachments = [attach(taken.case, taken.key, "request", file) for file in prepared.files]
    payload = {
        "channel": coming.channel,
        "arrived": coming.arrived.isoformat(),
        "applicant_kind": application.applicant_kind,
        "authority": _authority(application, prepared),
        "party": party.pk,
        "text": text.pk,
        "key": taken.key.pk,
        "attachments": [one.pk for one in attachments],
        "digests": [text.digest, *(one.digest for one in attachments)],
        **_to_be_confirmed(agency, coming),
        **decided(attachments, prepared.files),
    }
    actor = _registrar(coming.people, agency)
    return ledger.Fact(taken.case, What.RECEIVED, coming.arrived, actor, payload)


def open_case(agency: Agency) -> tuple[Case, str]:
    """A case with the next number and a query code, which nobody can show again."""
    (opened,) = open_cases(agency, 1)
    return opened


def open_cases(agency: Agency, many: int) -> list[tuple[Case, str]]:
    """As `open_case`, so many."""
    now, by = moment.now(), sealing.blinding()
    codes = [query_code.new_code() for _ in range(many)]
    cases = Case.objects.bulk_create(
        Case(
            kind=KIND,
            agency=agency,
            number=number,
            query_code=query_code.blinded(number, code, by),
            opened_at=now,
        )
        for number, code in zip(next_numbers(agency, many), codes, strict=True)
    )
    return list(zip(cases, codes, strict=True))


def next_numbers(agency: Agency, many: int) -> list[str]:
    """The next numbers of the agency's requests: year, agency, number; digits only.

    Who else wants some waits until the transaction ends; of none, too.
    """
    year = moment.today().year
    drawn = numbers.next_numbers(f"requests/{agency.pk}/{year}", many)
    return [f"{year}-{agency.pk:04d}-{one:05d}" for one in drawn]


def _to_be_confirmed(agency: Agency, coming: Coming) -> dict[str, str]:
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


def _asked(application: Application) -> dict[str, object]:
    return {
        name: getattr(application, name)
        for name in ("wanted", "form", "receiving", "purpose", "extra")
    }


def sent_before(tokens: Sequence[str]) -> Iterator[tuple[str, Case]]:
    """The forms, by their tokens, that were sent before, with the cases they made."""
    for start in range(0, len(tokens), _AT_ONCE):
        met = FormToken.objects.filter(token__in=tokens[start : start + _AT_ONCE])
        for one in met.filter(case__isnull=False).select_related("case"):
            if one.case:
                yield one.token, one.case
