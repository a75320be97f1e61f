"""What a letter says before anyone edits it: pure, from the request's facts and the law's rules.

A letter has a lead that the author edits, sentences that follow from what was filled in (what to
correct, until when, where to find it), and the remedy clause; the last two are never typed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from yangguang.inforequests import consulting_words, fee_words
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.evidence import OBJECTED, Particular, particulars_of, shown
from yangguang.inforequests.evidence import sentences as evidence_said
from yangguang.inforequests.fee import Charge
from yangguang.law.calendar import published
from yangguang.law.dispositions import (
    ON_THE_LEDGER,
    RULES,
    Disposition,
)
from yangguang.law.remedies import Places, clause, of_opening
from yangguang.law.requests import RequestRow

REGULATIONS: Final = "《中华人民共和国政府信息公开条例》"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter needs to know of its request. `wanted` are the applicant's own words.

    `lacks_authority`: who acts for the applicant has not shown that they may. `gave_reasons`: the
    applicant said why so much is asked (Art. 35).
    """

    agency: str
    applicant: str
    is_person: bool
    number: str
    received_on: date
    wanted: str
    lacks_authority: bool = False
    gave_reasons: bool = True


@dataclass(frozen=True, slots=True)
class Terms:
    """What a letter grants or sets: `until` is the day that an extension or a delay leads to.

    `restarts`: whether a correction starts the period afresh (Art. 30); after a late or another
    notice it does not.
    """

    disposition: Disposition | None = None
    days: int | None = None
    correction_days: int | None = None
    until: date | None = None
    restarts: bool = True
    reply_days: int | None = None
    charge: Charge | None = None
    left: int | None = None
    """Yuan that are still to be paid of a fee that is reduced; 0: it is waived."""


_TITLES: Final = {
    LetterKind.CORRECTION: "政府信息公开申请补正告知书",
    LetterKind.EXTENSION: "政府信息公开延期答复告知书",
    **consulting_words.TITLES,
    LetterKind.REASONS: "政府信息公开申请说明理由告知书",
    LetterKind.DELAY: "政府信息公开延迟答复告知书",
    LetterKind.FEE: "政府信息公开信息处理费收费告知书",
    LetterKind.FEE_WAIVER: "政府信息公开信息处理费减免告知书",
}
_ENDINGS: Final = {
    "granted": "现予以公开",
    "partially_granted": "现将可以公开的部分提供给您，其余部分不予公开",
    "denied": "本机关不予公开",
    "unable": "本机关无法提供，特此告知",
    "unprocessed": "本机关不予处理，特此告知",
    "other": "本机关不再处理，特此告知",
}
"""What follows from the grounds, by the group of Table 3."""
_ANSWERS_OF_ITS_OWN: Final = {
    Disposition.ALREADY_PUBLIC: "现告知您获取的方式、途径",
    Disposition.ADMINISTRATIVE_INQUIRY: "请您依照有关规定办理",
    Disposition.NOT_OURS: "现告知您并说明理由",
    Disposition.OWN_RECORD: "现将处理情况告知您",
}
NOT_BY_LETTER: Final = frozenset(
    {Disposition.WITHDRAWN, Disposition.UNCORRECTED, Disposition.UNPAID}
)
"""What an answer cannot be: these are ends of their own."""


def particulars(kind: LetterKind, disposition: Disposition | None) -> tuple[Particular, ...]:
    """What must be filled in for a letter, in order; what the ledger shows is not asked again."""
    if kind in consulting_words.PARTICULARS:
        return tuple(Particular(*one) for one in consulting_words.PARTICULARS[kind])
    match kind:
        case LetterKind.CORRECTION:
            return (Particular("asked", "需要补正的内容", "请补正以下内容：{}"),)
        case LetterKind.EXTENSION:
            return (Particular("reason", "延期的理由", "因{}，本机关不能在规定的期限内作出答复。"),)
        case LetterKind.REASONS:
            return (Particular("excess", "数量、频次的情况", "您申请的情况：{}"),)
        case LetterKind.DELAY:
            said = "经审查，您说明的理由合理，但因{}，本机关不能在规定的期限内答复。"
            return (Particular("reason", "不能按期答复的原因", said),)
        case LetterKind.FEE:
            return (
                Particular(fee_words.ITEMS, "拆分成哪几件", required=False),
                Particular(fee_words.COUNTING, "更正此前件数的理由", required=False),
                Particular(fee_words.PAYMENT, "怎样缴费"),
            )
        case LetterKind.FEE_WAIVER:
            return (Particular(fee_words.REASON, "减免的理由", "减免的理由：{}"),)
    evidence = RULES[disposition].evidence if disposition else ()
    return tuple(
        particular
        for one in evidence
        if one not in ON_THE_LEDGER
        for particular in particulars_of(one)
    )


def filled_in(
    kind: LetterKind, disposition: str | None, facts: Mapping[str, str]
) -> list[tuple[Particular, str]]:
    """What was filled in for a letter, in order, as it is read."""
    asked = (*particulars(kind, Disposition(disposition) if disposition else None), OBJECTED)
    return [(one, shown(one, facts[one.name])) for one in asked if facts.get(one.name)]


def title(kind: LetterKind, disposition: Disposition | None) -> str:
    """The letter's title."""
    return _TITLES[kind] if kind in _TITLES else RULES[disposition or Disposition.OTHER].letter


def addressee(facts: Facts) -> str:
    """To whom it is written, as the first line has it."""
    return f"{facts.applicant}："


def lead(kind: LetterKind, facts: Facts, disposition: Disposition | None) -> str:
    """The paragraphs that the author edits, one a line."""
    if kind in consulting_words.TITLES:
        return consulting_words.lead(kind, facts.number)
    came = (
        f"本机关于{_in_prose(facts.received_on)}收到您提出的政府信息公开申请"
        f"（编号：{facts.number}），申请公开：“{facts.wanted}”。"
    )
    match kind:
        case LetterKind.CORRECTION if facts.lacks_authority:
            then = "经审查，代为提出申请的人没有提交授权委托书或者监护关系的证明。"
        case LetterKind.CORRECTION:
            then = "经审查，您的申请内容不够明确，本机关无法据此查找。"
        case LetterKind.EXTENSION | LetterKind.DELAY:
            then = ""
        case LetterKind.FEE_WAIVER:
            then = "办理中，本机关通知过您缴纳信息处理费。"
        case LetterKind.REASONS:
            then = "经审查，您申请公开政府信息的数量、频次明显超过合理范围。"
        case LetterKind.FEE:
            then = "经审查，您申请公开政府信息的数量、频次明显超过合理范围，依法收取信息处理费。"
        case _:
            assert disposition is not None
            rule = RULES[disposition]
            then = (
                f"经审查，{_grounds(disposition, facts)}。根据{_basis(rule.article)}的规定，"
                f"{_ending(disposition)}。"
            )
    return _to(facts, "\n".join(part for part in (came, then) if part))


def after_lead(
    kind: LetterKind, facts: Facts, disposition: Disposition | None, edited: str
) -> str | None:
    """What the author wrote below the `lead`; None where that is not as it was."""
    begun, lines = _lines(lead(kind, facts, disposition)), _lines(edited)
    return "\n".join(lines[len(begun) :]) if lines[: len(begun)] == begun else None


def sentences(kind: LetterKind, facts: Facts, terms: Terms, filled: Mapping[str, str]) -> list[str]:
    """The paragraphs that follow from what was filled in."""
    found = evidence_said(particulars(kind, terms.disposition), filled)
    found += consulting_words.following(kind)
    match kind:
        case LetterKind.CORRECTION:
            then = "答复期限重新计算" if terms.restarts else "继续办理，答复期限照常计算"
            found.append(
                f"根据{REGULATIONS}第三十条的规定，请您自本告知书发出之日起 "
                f"{terms.correction_days} 个工作日内补正。本机关收到补正材料后，{then}。"
                "无正当理由逾期不补正的，视为放弃申请，本机关不再处理。"
            )
        case LetterKind.EXTENSION:
            until = f"，至{_in_prose(terms.until)}" if terms.until else ""
            found.append(
                f"根据{REGULATIONS}第三十三条的规定，经本机关政府信息公开工作机构负责人同意，"
                f"答复期限延长 {terms.days} 个工作日{until}。"
            )
        case LetterKind.REASONS:
            found.append(
                f"根据{REGULATIONS}第三十五条的规定，请您自本告知书发出之日起 {terms.reply_days} "
                "个工作日内说明理由。本机关认为理由不合理的，不予处理；理由合理但不能按期答复的，"
                "确定延迟答复的合理期限并告知您。说明理由期间，答复期限照常计算。"
            )
        case LetterKind.DELAY if terms.until:
            found.append(
                f"根据{REGULATIONS}第三十五条的规定，本机关延迟至{_in_prose(terms.until)}答复。"
            )
        case LetterKind.FEE if terms.charge:
            found += fee_words.sentences(REGULATIONS, terms.charge, facts.received_on, filled)
        case LetterKind.FEE_WAIVER if terms.left is not None:
            found.append(fee_words.waived(terms.left))
    return [_to(facts, one) for one in found]


def correction_until(sent: date, days: int) -> date:
    """The last day of a correction period; the day of sending is not counted (Art. 30)."""
    return published().add(sent, days)


def as_sent(
    kind: str, said: dict[str, Any] | str, terms: Mapping[str, Any], sent: date | None
) -> dict[str, Any] | str:
    """A letter's words with what its date brings: the day by which to reply (Arts 30, 35).

    What is approved is the number of days (`terms`, as the revision has them); the day follows from
    the day of issue, like number and date of the letter. `sent` is None while that is to come.
    """
    term, what = _DATED.get(kind, ("", ""))
    days = terms.get(term)
    if not days or isinstance(said, str):
        return said
    day = _in_prose(correction_until(sent, days)) if sent else "印发之日起算，印发时填入"
    return {**said, "deadline": f"{what}的截止日期：{day}。"}


_DATED: Final[Mapping[str, tuple[str, str]]] = {
    LetterKind.CORRECTION: ("correction_days", "补正"),
    LetterKind.REASONS: ("reply_days", "说明理由"),
}
"""Letters that give days to reply: the term that has them, and for what."""


def remedy(
    kind: LetterKind, disposition: Disposition | None, on: date, places: Places | None
) -> str:
    """The clause on review and suit; empty for a notice. Raises NoPlaces.

    Not so for the notice to a third party of what is decided against its will.
    """
    if kind is LetterKind.THIRD_PARTY_NOTICE:
        return of_opening(places or Places("", ""))
    if kind not in (LetterKind.ANSWER, LetterKind.LAPSE) or disposition is None:
        return ""
    return clause(disposition, on, places or Places("", ""))


def words(
    heading: str,
    to: str,
    edited: str,
    following: Sequence[str],
    contest: str,
) -> dict[str, Any]:
    """A letter's words as a revision keeps them; beside what was filled in, its facts."""
    return {
        "title": heading.strip(),
        "addressee": to.strip(),
        "body": "\n".join(_lines(edited)),
        "following": "\n".join(following),
        "remedy": contest,
    }


def unedited(
    kind: LetterKind, facts: Facts, terms: Terms, filled: Mapping[str, str], contest: str
) -> dict[str, Any]:
    """A letter's words as they stand before anyone edits them; `contest` as `remedy` gives it."""
    return words(
        title(kind, terms.disposition),
        addressee(facts),
        lead(kind, facts, terms.disposition),
        sentences(kind, facts, terms, filled),
        contest,
    )


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _grounds(disposition: Disposition, facts: Facts) -> str:
    grounds = RULES[disposition].grounds
    if disposition is Disposition.EXCESSIVE and not facts.gave_reasons:
        return grounds.replace("说明的理由不合理", "没有在规定的期限内说明理由")
    return grounds


def _ending(disposition: Disposition) -> str:
    row: RequestRow = RULES[disposition].row
    return _ANSWERS_OF_ITS_OWN.get(disposition) or _ENDINGS[row.value.partition(".")[0]]


def _basis(article: str) -> str:
    return f"{REGULATIONS}{article}" if article.startswith("第") else article


def _to(facts: Facts, words: str) -> str:
    """Spoken to: a person is 您, an organisation 你单位."""
    return words if facts.is_person else words.replace("您", "你单位")


def _in_prose(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
