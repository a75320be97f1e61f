"""What a visitor's session remembers: random ids of drafts, and which requests it may look at.

Nothing in it tells who the visitor is or what they ask.
"""

from typing import Final

from django.http import HttpRequest

from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.casework.visitor import standing_of
from yangguang.inforequests import drafts, queries
from yangguang.inforequests.actions import account
from yangguang.inforequests.events import KIND
from yangguang.inforequests.models import FormDraft

CARRIED: Final = "carried"
"""The field of a page in which it carries its draft, sealed."""

_DRAFTS: Final = "drafts"
_RECEIPTS: Final = "receipts"
_REQUESTS: Final = "requests"
_MOST: Final = 8
"""A cookie holds 4 KB."""
_IDLE_SECONDS: Final = 2 * 60 * 60


def draft_of(request: HttpRequest, agency: Agency, case: Case | None = None) -> FormDraft | None:
    """The session's draft of a request to `agency`, or of a correction of `case`."""
    return _kept(request, _DRAFTS, agency, case)


def receipt_of(request: HttpRequest, agency: Agency) -> FormDraft | None:
    """What the session sent to `agency` last, as long as it is kept."""
    found = _kept(request, _RECEIPTS, agency)
    return found if found and found.case else None


def draft_for(
    request: HttpRequest, agency: Agency, draft: FormDraft | None, case: Case | None = None
) -> FormDraft:
    """The session's draft; where it is gone, one anew from what the page carried, or empty."""
    if draft is not None:
        return draft
    carried = drafts.opened(request.POST.get(CARRIED, ""))
    answers = dict(carried.answers) if carried else {}
    if carried and carried.files:
        answers[FILES_LOST] = "yes"
    token = carried.token if carried else ""
    begun = drafts.begin(agency, answers, token=token, correction_of=case)
    _remember(request, _DRAFTS, _name(agency, case), begun.pk)
    return begun


FILES_LOST: Final = "files_lost"
"""The answer that says that files were kept once and are not any more."""


def sent_before(request: HttpRequest, draft: FormDraft | None) -> Case | None:
    """The case that the page's form became already, where it was sent and is sent again."""
    carried = drafts.opened(request.POST.get(CARRIED, ""))
    if carried is None or (draft and draft.token == carried.token):
        return None
    return drafts.case_of_token(carried.token)


def sent(request: HttpRequest, agency: Agency, draft: FormDraft, case: Case) -> None:
    """A draft was sent: its receipt can be shown, and the request looked at."""
    forget(request, agency)
    if request.user.is_authenticated and not standing_of(request).is_staff:
        account.keep(case, request.user)
    _remember(request, _RECEIPTS, agency.slug, draft.pk)
    open_request(request, case)


def forget(request: HttpRequest, agency: Agency, case: Case | None = None) -> None:
    """A draft is done with."""
    kept = request.session.get(_DRAFTS, {})
    if kept.pop(_name(agency, case), None):
        request.session[_DRAFTS] = kept


def open_request(request: HttpRequest, case: Case) -> None:
    """From now on the session may look at a request."""
    _remember(request, _REQUESTS, case.number, int(moment.now().timestamp()))


def opened_request(request: HttpRequest, number: str) -> Case | None:
    """The request of that number if the session may look at it and has done so lately.

    Or if who has signed in keeps it in the account.
    """
    since = request.session.get(_REQUESTS, {}).get(number)
    now = int(moment.now().timestamp())
    if since is None or now - since > _IDLE_SECONDS:
        return _of_account(request, number) or _part_of_opened(request, number)
    found = Case.objects.filter(kind=KIND, number=number).select_related("agency__office").first()
    if found and now - since > _IDLE_SECONDS // 8:
        open_request(request, found)
    return found


def _of_account(request: HttpRequest, number: str) -> Case | None:
    if not request.user.is_authenticated:
        return None
    found = queries.kept_by(request.user).filter(number=number)
    return found.select_related("agency__office").first()


def _part_of_opened(request: HttpRequest, number: str) -> Case | None:
    """What a request was split into is its applicant's too: no other code is given out for it."""
    found = Case.objects.filter(kind=KIND, number=number).select_related("agency__office").first()
    whole = queries.whole_of(found) if found else None
    return found if whole and opened_request(request, whole.number) else None


def leave(request: HttpRequest) -> None:
    """Forget everything of requests: the next at this machine sees nothing."""
    for name in (_DRAFTS, _RECEIPTS, _REQUESTS):
        request.session.pop(name, None)


def _kept(
    request: HttpRequest, what: str, agency: Agency, case: Case | None = None
) -> FormDraft | None:
    kept = request.session.get(what, {}).get(_name(agency, case), "")
    return drafts.find(kept, agency) if kept else None


def _name(agency: Agency, case: Case | None) -> str:
    return case.number if case else agency.slug


def _remember(request: HttpRequest, what: str, name: str, value: str | int) -> None:
    kept = request.session.get(what, {})
    kept.pop(name, None)
    kept[name] = value
    request.session[what] = dict(list(kept.items())[-_MOST:])
