"""What goes into the file of a request, in its order: application, ledger, letters, files."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import PurePosixPath

from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import attachments, ledger, personal, sealing
from yangguang.casework.documents.case_file import CaseFile, Part, Row
from yangguang.casework.documents.sheet import sheet_of
from yangguang.casework.models import Attachment, Case, Event, IssuedLetter, Party
from yangguang.casework.models.personal import PartyRole
from yangguang.casework.personal import Particulars
from yangguang.inforequests import composing, overview
from yangguang.inforequests.consultations import REPLIES
from yangguang.inforequests.consulted_shown import CONSULTED_ROLES
from yangguang.inforequests.correspondence import Correspondence, Round
from yangguang.inforequests.events import What
from yangguang.inforequests.evidence import stands_in_the_letter
from yangguang.inforequests.overview import Overview
from yangguang.inforequests.timeline import Entry
from yangguang.law.identity import PAPER_NAMES, Paper

_WORDS = (
    What.CORRECTED,
    What.REASONS_GIVEN,
    What.SECRECY_REFERRED,
    What.SECRECY_DETERMINED,
    What.REEXAMINED,
    What.WITHDRAWN,
    What.NOTED,
    *REPLIES,
)
"""Events with words of someone's, each a part of the file."""


def gathered(
    case: Case, people: Standing, parties: Mapping[Party, Particulars | None], made: str
) -> CaseFile:
    """Everything of a request; `parties` with their particulars in full, None where erased."""
    shown = overview.of(case, people)
    parts = [
        _application(shown, parties),
        *_consulted(shown, parties),
        *_texts_and_letters(shown),
        *_disputes(shown),
        _ledger(case, shown),
        _files(case),
    ]
    facts = (
        (_("编号"), case.number),
        (_("申请人"), _names(parties)),
        (_("收到日期"), str(shown.request.received_on)),
        (_("现状"), shown.stage),
        (_("处理结果"), shown.disposition or _("（还没有）")),
        (_("办结日期"), str(shown.request.closed_on or _("（没有办结）"))),
        (_("承办人"), shown.handler or _("（没有分办）")),
    )
    return CaseFile(_("政府信息公开申请案卷"), case.agency.name, facts, parts, made)


def _names(parties: Mapping[Party, Particulars | None]) -> str:
    applicants = [one for party, one in parties.items() if party.role == PartyRole.APPLICANT]
    latest = applicants[-1] if applicants else None
    return latest.name if latest else _("（已按规定销毁）")


def _application(shown: Overview, parties: Mapping[Party, Particulars | None]) -> Part:
    asked = [
        (_("所需信息"), str(shown.asked.get("wanted", ""))),
        (_("提供形式"), shown.form),
        (_("获取方式"), shown.receiving),
        (_("用途"), str(shown.asked.get("purpose", ""))),
        (_("申请渠道"), shown.channel),
        (_("申请人类别"), shown.applicant_kind),
    ]
    for party, particulars in parties.items():
        if party.role not in CONSULTED_ROLES:
            asked += _party(party, particulars)
    facts = tuple((label, value) for label, value in asked if value)
    return Part(_("政府信息公开申请"), str(shown.request.received_on), facts=facts)


def _party(party: Party, one: Particulars | None) -> list[tuple[str, str]]:
    role = str(overview.ROLE_NAMES.get(PartyRole(party.role), party.role))
    if one is None:
        return [(role, _("（已按规定销毁）"))]
    return [
        (role, one.name),
        (_("证件"), f"{PAPER_NAMES[Paper(one.paper)]} {one.paper_number}".strip()),
        (_("联系人"), one.contact),
        (_("电话"), one.phone),
        (_("邮箱"), one.email),
        (_("地址"), f"{one.address} {one.postcode}".strip()),
    ]


def _consulted(shown: Overview, parties: Mapping[Party, Particulars | None]) -> Iterator[Part]:
    """Who was asked, with their particulars, when, and what came of it; nothing if nobody was."""
    by_id = {party.pk: told for party, told in parties.items()}
    rows = tuple(
        Row(
            (
                one.name,
                _reached(by_id.get(one.party)),
                str(one.asked_on),
                str(one.received_on or _("（没有登记）")),
                one.stands,
            )
        )
        for one in shown.consulted
    )
    heads = (_("对象"), _("姓名或者名称、联系方式"), _("发出"), _("收到"), _("意见"))
    if rows:
        yield Part(_("征求意见"), heads=heads, rows=rows)


def _reached(one: Particulars | None) -> str:
    if one is None:
        return _("（已按规定销毁）")
    told = (one.name, one.contact, one.phone, one.email, one.address, one.postcode)
    return "，".join(part for part in told if part)


def _texts_and_letters(shown: Overview) -> Iterator[Part]:
    """Words and letters by when they came to be; letters that were not issued at the end."""
    found = [
        (str(entry.on), entry.seq, _text(entry))
        for entry in shown.entries
        if entry.what in _WORDS and entry.words
    ]
    issued = {
        one.pk: one
        for one in IssuedLetter.objects.filter(letter__case=shown.case).select_related("file")
    }
    agency = shown.case.agency.name
    for one in shown.letters:
        found.append((str(one.dated or "9999"), one.pk, _letter(one, agency, issued.get(one.pk))))
    yield from (part for _day, _place, part in sorted(found, key=lambda each: each[:2]))


def _text(entry: Entry) -> Part:
    state = "" if entry.holds else _("（已冲正）")
    lines = tuple(line for line in entry.words.splitlines() if line.strip())
    return Part(f"{entry.name}{state}", str(entry.on), ((_("记录人"), entry.who),), lines)


def _letter(one: Correspondence, agency: str, issued: IssuedLetter | None) -> Part:
    latest = one.latest
    dated = one.dated or timezone.localdate(latest.written)
    sheet = sheet_of(
        latest.kept,
        agency=agency,
        dated=dated,
        number=one.number,
        enclosures=tuple(PurePosixPath(_name(file)).stem for file in latest.enclosures),
    )
    facts = [(_("起草人"), latest.author), *_kept_on_file(one)]
    if issued and issued.file:
        facts.append((_("定稿摘要"), issued.file.digest))
    if one.sealed:
        facts.append((_("盖章件摘要"), Attachment.objects.get(pk=one.sealed).digest))
    title = one.title if issued else one.title + _("（未印发）")
    steps = tuple(row for each in reversed(one.rounds) for row in _steps(each))
    heads = (_("时间"), _("审批"), _("审批人"), _("意见")) if steps else ()
    return Part(title, str(one.dated or ""), tuple(facts), (), sheet, heads, steps)


def _kept_on_file(one: Correspondence) -> Iterator[tuple[str, str]]:
    """What the letter rests on and does not say: the record of a search (Art. 36(4))."""
    ending, facts = one.latest.terms.get("disposition"), one.latest.kept.get("facts", {})
    for particular, value in composing.filled_in(one.kind, ending, facts):
        if not stands_in_the_letter(particular):
            yield particular.label, value


def _steps(one: Round) -> Iterator[Row]:
    for step in one.steps:
        verdict = _("同意") if step.approved else _("退回")
        said = f"{verdict}：{step.comment}" if step.comment else verdict
        yield Row((_moment(step.on), step.level, step.who, said))


def _disputes(shown: Overview) -> Iterator[Part]:
    for one in reversed(shown.disputes):
        facts = [
            (_("复议机关、法院"), one.organ),
            (_("案号"), one.case_number),
            (_("本机关"), one.part),
            (_("收到通知"), str(one.received)),
            (_("待提交"), one.due),
            (_("计入年报"), one.result),
        ]
        rows = tuple(Row((str(on), words)) for on, words in one.steps)
        heads = (_("日期"), _("经过")) if rows else ()
        kept = tuple((label, value) for label, value in facts if value)
        yield Part(f"{one.name}（{one.number}）", str(one.received), kept, heads=heads, rows=rows)


def _ledger(case: Case, shown: Overview) -> Part:
    events = list(Event.objects.filter(case=case).order_by("seq"))
    digests = {event.seq: event.digest for event in events}
    rows = tuple(
        Row(
            (
                str(entry.seq),
                str(entry.on),
                entry.name if entry.holds else entry.name + _("（已冲正）"),
                "，".join(entry.details),
                entry.who,
                _moment(entry.entered),
                digests[entry.seq][:16],
            )
        )
        for entry in reversed(shown.entries)
    )
    fault = ledger.broken(case, events)
    proof = (
        _("各条首尾相接，没有改动。")
        if fault is None
        else _("第 {seq} 条：{why}").format(seq=fault.seq, why=fault.why)
    )
    facts = ((_("核对"), proof), (_("末条摘要"), events[-1].digest if events else ""))
    heads = (_("序"), _("日期"), _("事项"), _("说明"), _("经办"), _("录入时间"), _("摘要"))
    return Part(_("办理台账"), facts=facts, heads=heads, rows=rows)


def _files(case: Case) -> Part:
    rows = tuple(
        Row((str(number), _name(one), _size(one.size), _moment(one.added_at), one.digest))
        for number, one in enumerate(attachments.files_of(case), 1)
    )
    heads = (_("序"), _("文件名"), _("大小"), _("存入时间"), _("SM3 摘要"))
    none = () if rows else (_("没有文件。"),)
    return Part(_("文件清单"), paragraphs=none, heads=heads if rows else (), rows=rows)


def _name(file: Attachment) -> str:
    try:
        return attachments.name_of(file)
    except personal.Erased:
        return _("（已按规定销毁）")
    except sealing.CannotOpen:
        return _("（打不开：缺少当时的主密钥）")


def _size(size: int) -> str:
    return f"{size / 1000:.0f} KB" if size >= 1000 else _("{count} 字节").format(count=size)


def _moment(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")
