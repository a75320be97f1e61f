"""A form between its steps: kept sealed, without an account, for a day; then sent, once."""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.models import Agency
from yangguang.casework import attachments, moment, personal, sealing
from yangguang.casework.attachments import MB, NeedsDecision, Upload, examined
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, FormToken
from yangguang.inforequests import filling
from yangguang.inforequests.acting import key_of
from yangguang.inforequests.actions import applicant, receive
from yangguang.inforequests.models import DraftFile, FormDraft, Purpose, VainTries

KEPT: Final = timedelta(days=1)
MOST_FILES: Final = 10
MOST_BYTES: Final = 50 * MB
"""Of all the files of one draft."""

_PAGE: Final = b"page of a form"
_INTERNAL: Final = lazy(
    "“{name}”标有“内部资料”“工作秘密”一类的字样，不能从网上提交。"
    "请只写明它的名称或者文号；要给机关看的，请当面提交。"
)
_CHANGED: Final = lazy("附件刚刚在别的窗口里改动过，请核对后再提交一次。")

Answers = dict[str, str]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a draft, as it is listed."""

    id: int
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Carried:
    """What a page carries of its draft, sealed: enough to begin again where the draft is gone."""

    token: str
    answers: Answers
    files: int


def begin(
    agency: Agency,
    answers: Mapping[str, str],
    *,
    token: str = "",
    correction_of: Case | None = None,
) -> FormDraft:
    """A draft with the first answers. `token` is given where a draft that is gone begins again."""
    purge()
    key = sealing.new_key()
    wrapped, master = sealing.wrap(key)
    draft = FormDraft(
        id=secrets.token_hex(16),
        purpose=Purpose.CORRECTION if correction_of else Purpose.REQUEST,
        agency=agency,
        case=correction_of,
        token=token or secrets.token_hex(32),
        wrapped=wrapped,
        master=master,
        touched_at=moment.now(),
    )
    draft.sealed = _sealed(draft, dict(answers))
    draft.save(force_insert=True)
    return draft


def find(draft_id: str, agency: Agency) -> FormDraft | None:
    """The draft of that id, sent or not; None where it is another agency's or gone."""
    young = moment.now() - KEPT
    found = FormDraft.objects.filter(pk=draft_id, agency=agency, touched_at__gte=young)
    return found.select_related("case").first()


def answers_of(draft: FormDraft) -> Answers:
    """The answers so far, by field."""
    return _opened(draft)


def keep(draft: FormDraft, answers: Mapping[str, str]) -> FormDraft:
    """Keep further answers beside those there are. Raises FormDraft.DoesNotExist once purged."""
    with transaction.atomic():
        locked = _locked(draft)
        if locked.sent_at is None:
            locked.sealed = _sealed(locked, _opened(locked) | dict(answers))
            locked.touched_at = moment.now()
            locked.save(update_fields=["sealed", "touched_at"])
    return locked


def add_files(draft: FormDraft, uploads: Sequence[Upload]) -> list[str]:
    """Keep the files that can be taken; gives a sentence for each that cannot."""
    refused: list[str] = []
    for upload in uploads:
        if said := refusals(upload):
            refused += said
            continue
        try:
            _add_file(draft, upload)
        except Mistakes as mistakes:
            refused += mistakes.fields.values()
    return refused


def refusals(upload: Upload) -> list[str]:
    """Why a file cannot be taken from an applicant, in sentences; none where it can."""
    try:
        examined(upload)
    except NeedsDecision:
        # Not the applicant's to decide: see `Upload.decided`.
        return [str(_INTERNAL).format(name=upload.name)]
    except Mistakes as mistakes:
        return list(mistakes.fields.values())
    return []


def too_many(uploads: Sequence[Upload]) -> list[str]:
    """Why so many files, or so large ones, cannot be sent at once; none where they can."""
    found = []
    if len(uploads) > MOST_FILES:
        said = _("最多放 {count} 份文件。请把几份合成一份，或者先移除一份。")
        found.append(said.format(count=MOST_FILES))
    if sum(len(one.content) for one in uploads) > MOST_BYTES:
        said = _("全部文件合计不能超过 {mb} MB。请压缩后再传。")
        found.append(said.format(mb=MOST_BYTES // MB))
    return found


def _add_file(draft: FormDraft, upload: Upload) -> None:
    name, content = _seal_file(draft, upload)
    with transaction.atomic():
        sizes = [one.size for one in _locked(draft).files.defer("name", "content")]
        if len(sizes) >= MOST_FILES:
            said = _("最多放 {count} 份文件。请把几份合成一份，或者先移除一份。")
            raise Mistakes({"attachments": said.format(count=MOST_FILES)})
        if sum(sizes) + len(upload.content) > MOST_BYTES:
            said = _("“{name}”没有加上：全部文件合计不能超过 {mb} MB。请压缩后再传。")
            raise Mistakes({"attachments": said.format(name=upload.name, mb=MOST_BYTES // MB)})
        if _kept_in_all() + len(upload.content) > settings.DRAFTS_BYTES:
            raise Mistakes({"attachments": _("现在存放的文件太多，暂时放不下，请过一会儿再试。")})
        DraftFile.objects.create(draft=draft, name=name, content=content, size=len(upload.content))


def _kept_in_all() -> int:
    return DraftFile.objects.aggregate(all=Sum("size"))["all"] or 0


def files_of(draft: FormDraft) -> list[KeptFile]:
    """The files of a draft, without their bytes, in the order of their coming."""
    key = _key(draft)
    return [
        KeptFile(one.pk, sealing.unseal(key, bytes(one.name), _place(draft)).decode(), one.size)
        for one in draft.files.defer("content")
    ]


def drop_file(draft: FormDraft, file_id: int) -> None:
    """Take a file out again; one that is not there is out already."""
    draft.files.filter(pk=file_id).delete()


def send_request(draft: FormDraft) -> receive.Acknowledged:
    """Send it: one request, however often and from however many windows it is sent.

    The files are looked into before the transaction, for that keeps all other writers waiting.
    Raises Mistakes, NotAllowed; FormDraft.DoesNotExist once purged.
    """
    now = FormDraft.objects.select_related("agency").get(pk=draft.pk)
    _require_answers(now)
    kept = _file_ids(now)
    prepared = None if now.sent_at else receive.prepare(now.agency, _uploads(now))
    with transaction.atomic():
        locked = _locked(draft)
        if locked.sent_at is not None and locked.case is not None:
            return receive.Acknowledged(locked.case, code_of(locked))
        _require_answers(locked)
        _require_same_files(locked, kept)
        assert prepared is not None
        application = filling.application(_opened(locked))
        taken = receive.submit(locked.agency, application, prepared, locked.token)
        mailed = "yes" if application.applicant.email.strip() else ""
        _finish(locked, taken.case, {"code": taken.code, "mailed": mailed})
    return taken


def send_correction(draft: FormDraft) -> None:
    """Send a correction, once; its files are looked into before the transaction.

    Raises Mistakes, NotAllowed; FormDraft.DoesNotExist once purged.
    """
    now = FormDraft.objects.select_related("case").get(pk=draft.pk)
    if now.sent_at is not None:
        return
    assert now.case is not None
    applicant.require_words(_opened(now).get("words", ""))
    kept = _file_ids(now)
    files = attachments.stored(_uploads(now), personal.plain_key(key_of(now.case)))
    with transaction.atomic():
        locked = _locked(draft)
        if locked.sent_at is not None:
            return
        _require_same_files(locked, kept)
        assert locked.case is not None
        applicant.correct(locked.case, _opened(locked).get("words", ""), files)
        _finish(locked, locked.case, {})


def code_of(draft: FormDraft) -> str:
    """The query code of the request that a draft became, as long as the draft is kept."""
    return _opened(draft).get("code", "")


def is_mailed(draft: FormDraft) -> bool:
    """Whether the receipt of the request that a draft became goes by e-mail too."""
    return _opened(draft).get("mailed") == "yes"


def case_of_token(token: str) -> Case | None:
    """The case that the form with this token became, if it was sent."""
    used = FormToken.objects.filter(token=token).select_related("case").first()
    return used.case if used else None


def purge() -> int:
    """Delete what nobody has touched for a day: drafts with their files, counts of vain look-ups.

    Gives how many drafts went.
    """
    oldest = moment.now() - KEPT
    VainTries.objects.filter(begun_at__lt=oldest).delete()
    return FormDraft.objects.filter(touched_at__lt=oldest).delete()[1].get(FormDraft._meta.label, 0)


def carried(draft: FormDraft) -> str:
    """What a page of this draft carries, sealed, for a field that is not shown."""
    plain = json.dumps([draft.token, answers_of(draft), draft.files.count()]).encode()
    return sealing.enclosed(plain, _PAGE)


def opened(text: str) -> Carried | None:
    """What a page carried; None for what is not ours."""
    try:
        return Carried(*json.loads(sealing.disclosed(text, _PAGE)))
    except sealing.CannotOpen:
        return None


def _finish(draft: FormDraft, case: Case, shown: Answers) -> None:
    """Nothing of what was filled in stays here, only what the receipt shows beside the case."""
    draft.case, draft.sent_at, draft.touched_at = case, moment.now(), moment.now()
    draft.sealed = _sealed(draft, shown)
    draft.save()
    draft.files.all().delete()


def _require_answers(draft: FormDraft) -> None:
    """What is missing or wrong in the answers is said before anyone looks into the files."""
    if draft.sent_at is not None:
        return
    found = filling.mistakes(_opened(draft), moment.today())
    if found:
        raise Mistakes(found)


def _require_same_files(draft: FormDraft, kept: list[int]) -> None:
    """What is sent is what was looked into."""
    if _file_ids(draft) != kept:
        raise Mistakes({"attachments": str(_CHANGED)})


def _file_ids(draft: FormDraft) -> list[int]:
    return list(draft.files.values_list("pk", flat=True))


def _uploads(draft: FormDraft) -> list[Upload]:
    key, place = _key(draft), _place(draft)
    return [
        Upload(
            sealing.unseal(key, bytes(one.name), place).decode(),
            sealing.unseal(key, bytes(one.content), place),
        )
        for one in draft.files.all()
    ]


def _seal_file(draft: FormDraft, upload: Upload) -> tuple[bytes, bytes]:
    key, place = _key(draft), _place(draft)
    return sealing.seal(key, upload.name.encode(), place), sealing.seal(key, upload.content, place)


def _locked(draft: FormDraft) -> FormDraft:
    return FormDraft.objects.select_for_update().get(pk=draft.pk)


def _key(draft: FormDraft) -> bytes:
    return sealing.unwrap(bytes(draft.wrapped), draft.master)


def _place(draft: FormDraft) -> bytes:
    return f"draft {draft.pk}".encode()


def _sealed(draft: FormDraft, answers: Answers) -> bytes:
    plain = json.dumps(answers, ensure_ascii=False).encode()
    return sealing.seal(_key(draft), plain, _place(draft))


def _opened(draft: FormDraft) -> Answers:
    answers: Answers = json.loads(sealing.unseal(_key(draft), bytes(draft.sealed), _place(draft)))
    return answers
