"""What a figure counts, decided from the words around it."""

import re
from collections.abc import Callable, Container
from typing import Final, NamedTuple

from yangguang.annual_report.claims.figures import Figure
from yangguang.annual_report.claims.model import Applicants, Quantity
from yangguang.annual_report.claims.reading import Reading
from yangguang.annual_report.claims.words import Act, Token, Topic, Word
from yangguang.law.disputes import DisputeResult
from yangguang.law.requests import ApplicantKind, RequestRow


class Counted(NamedTuple):
    """What a figure counts: the fields of a claim that the words decide."""

    quantity: Quantity
    subject: Applicants | ApplicantKind = Applicants.ALL
    row: RequestRow | None = None
    outcome: DisputeResult | None = None


Decider = Callable[[Reading, Figure], Counted | None]

_CASES: Final = frozenset({"件", "件次", "次", "起", "宗", "例", "份", "个", "项"})
_SHEETS: Final = "份"
"""Requests and documents are counted so: 收到申请 5 份, but 主动公开 23 份、不予公开 52 份."""
_RECEIVED: Final = _CASES | {"条"}
_DECISIONS: Final = frozenset({"件", "件次", "起", "宗", "例"})
_REQUEST_ACTS: Final = frozenset({Act.NEW, Act.RECEIVE, Act.HANDLE, Act.ANSWER})
_DOCUMENT_ACTS: Final = frozenset(
    {Act.NEW, Act.ISSUE, Act.REPEAL, Act.LAPSE, Act.KEEP, Act.AMEND, Act.PUBLISH, Act.CLEAN_UP}
)
_WITH_CARRIED_OVER: Final = re.compile(
    r"[（(，,]?(?:其中)?(?:含|包括|包含)[^。；]{0,6}(?:上一?年|去年|20\d\d年)[^。；]{0,6}结转"
)
_TO_NEXT_YEAR: Final = re.compile(r"[^，。；]{0,6}?(?:至|到|入)?(?:下一?|次|明)年")
_NAMED_BARE: Final = re.compile(
    r"申请(?:公开)?(?:数量?|总数|总量|量|件)?(?:分别)?(?:总共|共计|总计|合计|[为共计有])?$"
)
"""政府信息公开申请数量为 0 件: the figure follows the name, nothing says what was done."""
_SOME_OF: Final = re.compile(r"[中里]，?有$")
_GOES_FORWARD: Final = re.compile(r"，?[^，。；]{0,4}(?:结转|顺延|转[入至到下])")
"""未办结 9 件，结转下年度."""
_NAMED_AFTER: Final = re.compile(r"(?:新收|新增|结转)的?(?:政府信息公开|依申请公开)?申请")
"""15 件新收申请: what stands right behind the figure names it."""
_OTHER_CAUSE: Final = re.compile(
    r"(?:因|由|不服)(?![^，。；、]{0,20}(?:公开|申请|答复))[^，。；、]{2,20}?"
    r"(?:引发|引起|产生|导致|提起|发生|的)的?(?:行政)?(?:复议|诉讼|应诉)"
)
"""因行政处罚引发的行政复议: a dispute about something else."""
_GRANTED_BARE: Final = re.compile(r"(?:^|其中|结果中?)[，、；：（]?(?:依法|已|予|全部)?公开$")


def counted(reading: Reading, figure: Figure, about_disclosure: bool) -> Counted | None:
    """What `figure` counts, or None where the words do not say, or say something else.

    `about_disclosure`: the paragraph or its section is about disclosure, so that its requests
    and disputes are those of Tables 3 and 4.
    """
    topic = reading.topic
    if topic is None or topic is Topic.FOREIGN:
        return None
    if any(word.token in (Act.CHANGE, Act.PLAN) for word in reading.before):
        return None
    decide, units, needs_disclosure = _DECIDERS[topic]
    if figure.unit not in units or (needs_disclosure and not about_disclosure):
        return None
    return decide(reading, figure)


def _tokens(words: list[Word]) -> list[Token]:
    return [word.token for word in words]


def _requests(reading: Reading, figure: Figure) -> Counted | None:
    """A figure about requests: which row of Table 3, and whose."""
    before, after = _tokens(_of_item(reading)), _tokens(reading.after)
    by_act = bool(_REQUEST_ACTS.intersection(before))
    if figure.unit == _SHEETS:
        reading.in_sheets = reading.in_sheets or by_act
        if not reading.in_sheets:
            return None
    if figure.unit not in _CASES and not by_act:
        return None
    subject = _subject(before) or _subject(after) or Applicants.ALL
    said = None if _NAMED_AFTER.match(reading.text_after) else _last_role(before)
    if said is None:
        said = next((token for token in after if _is_role(token)), None)
        reading.took_after = said is not None
        if said in _REQUEST_ACTS and Act.NARROW in after:
            return None
    if said is None and DisputeResult.PENDING in before and _GOES_FORWARD.match(reading.following):
        said = Quantity.REQUESTS_CARRIED_FORWARD
    match said:
        case RequestRow():
            return Counted(Quantity.REQUESTS_RESULT, subject, said)
        case Quantity():
            return Counted(said, subject)
        case Act.CARRY:
            forward = _TO_NEXT_YEAR.match(reading.text_after)
            return Counted(Quantity.REQUESTS_CARRIED_FORWARD, subject) if forward else None
    if subject is not Applicants.ALL and (reading.listed or said is None):
        return Counted(reading.context, subject)
    if _GRANTED_BARE.search(reading.text_before):
        return Counted(Quantity.REQUESTS_GRANTED, subject)
    if said is None and not reading.listed and _NAMED_BARE.search(reading.text_before):
        said = Act.HANDLE
    if (
        said is None
        or not (reading.topic_is_near or (said is Act.ANSWER and reading.topic_was_near))
        or Act.NARROW in before
        or _SOME_OF.search(reading.text_before)
        or (reading.listed and said not in (Act.NEW, Act.ANSWER))
    ):
        return None
    quantity = _received(said, reading, figure)
    reading.context = quantity
    return Counted(quantity, subject)


def _of_item(reading: Reading) -> list[Word]:
    """The words before the figure, from 其中 on: what stands before it tells of the whole."""
    among = reading.text_before.rfind("其中")
    return [word for word in reading.before if word.start >= among]


def _is_role(token: Token) -> bool:
    return isinstance(token, (Quantity, RequestRow)) or token in _REQUEST_ACTS | {Act.CARRY}


def _last_role(tokens: list[Token]) -> Token | None:
    """The last word that names a row, a single row before its group; else what was done.

    Of acts only a receipt outranks an earlier row: in 予以公开后又收到 5 件 it is the receipt.
    """
    act: Token | None = None
    group: Token | None = None
    for token in reversed(tokens):
        if isinstance(token, RequestRow):
            return token
        if _is_role(token) and token not in _REQUEST_ACTS:
            group = group or token
        elif token in _REQUEST_ACTS and act is None:
            act = _first_act(tokens)
            if act in (Act.NEW, Act.RECEIVE) and group is None:
                return act
    return group or act


def _first_act(tokens: list[Token]) -> Token:
    """Of 收到并办理 the receipt, of 收到并答复 too: the figure says how many came in."""
    acts = [token for token in tokens if token in _REQUEST_ACTS]
    return acts[0] if acts[0] in (Act.NEW, Act.RECEIVE) else acts[-1]


def _received(act: Token, reading: Reading, figure: Figure) -> Quantity:
    match act:
        case Act.NEW:
            return Quantity.REQUESTS_NEW
        case Act.ANSWER:
            return Quantity.REQUESTS_ANSWERED
    if _WITH_CARRIED_OVER.match(reading.following):
        return Quantity.REQUESTS_WITH_CARRIED_OVER
    return Quantity.REQUESTS_RECEIVED if act is Act.RECEIVE else Quantity.REQUESTS_HANDLED


def _subject(tokens: list[Token]) -> Applicants | ApplicantKind | None:
    """Whose requests; None where no applicants are named. 公民、法人和其他组织 are all."""
    kinds = {t for t in tokens if isinstance(t, (ApplicantKind, Applicants))}
    if len(kinds) == 1:
        return kinds.pop()
    return Applicants.ALL if kinds else None


_NOT_ALL_DISPUTES: Final = frozenset(
    {Act.NARROW, Act.CARRY, Quantity.REQUESTS_CARRIED_OVER, Quantity.REQUESTS_CARRIED_FORWARD}
)


def _disputes(reading: Reading, figure: Figure) -> Counted | None:
    """A figure about reviews or lawsuits: which, and with what result."""
    before, after = _tokens(reading.before), _tokens(reading.after)
    if not _NOT_ALL_DISPUTES.isdisjoint(before) or _OTHER_CAUSE.search(reading.text_before):
        return None
    heading = reading.text_before.rfind("：")
    before = [word.token for word in reading.before if word.start > heading]
    topics = {token for token in before if token in _TRACKS}
    quantity = _TRACKS.get(reading.topic) if reading.topic else None
    if {Topic.REVIEWS, Topic.SUITS} <= topics:
        quantity = Quantity.DISPUTES
    outcomes = [t for t in before if isinstance(t, DisputeResult)] or [
        t for t in after if isinstance(t, DisputeResult)
    ]
    if quantity is None or (not outcomes and (reading.listed or not topics)):
        return None
    return Counted(quantity, outcome=outcomes[-1] if outcomes else None)


def _documents(kinds: dict[Act, Quantity]) -> Decider:
    def decide(reading: Reading, figure: Figure) -> Counted | None:
        before, after = _tokens(reading.before), _tokens(reading.after)
        acts = [t for t in before if t in _DOCUMENT_ACTS]
        acts = acts or [t for t in after if t in _DOCUMENT_ACTS]
        if not acts:
            return None
        if Act.REPEAL in acts and Act.LAPSE in acts:
            return Counted(kinds[Act.REPEAL])
        act = acts[-1]
        if act is Act.PUBLISH and acts[0] is Act.NEW:
            act = Act.NEW
        quantity = kinds.get(act) if isinstance(act, Act) else None
        return Counted(quantity) if quantity else None

    return decide


def _decisions(quantity: Quantity) -> Decider:
    def decide(reading: Reading, figure: Figure) -> Counted | None:
        before, after = _tokens(reading.before), _tokens(reading.after)
        named = [token for token in (*before, *after[:1]) if token in _DECIDED]
        if len(set(named)) != 1 or reading.shown or Act.NARROW in before:
            return None
        return None if reading.listed else Counted(quantity)

    return decide


def _money(topic: Topic, quantity: Quantity) -> Decider:
    def decide(reading: Reading, figure: Figure) -> Counted | None:
        before = _tokens(reading.before)
        if topic not in before or Act.NARROW in before or reading.listed:
            return None
        return Counted(quantity)

    return decide


_TRACKS: Final[dict[Token, Quantity]] = {
    Topic.REVIEWS: Quantity.REVIEWS,
    Topic.SUITS: Quantity.SUITS,
    Topic.SUITS_DIRECT: Quantity.SUITS_DIRECT,
    Topic.SUITS_AFTER_REVIEW: Quantity.SUITS_AFTER_REVIEW,
}
_DECIDED: Final = frozenset({Topic.LICENCES, Topic.PENALTIES, Topic.COERCION})
_NORMATIVE: Final = {
    Act.NEW: Quantity.NORMATIVE_ISSUED,
    Act.ISSUE: Quantity.NORMATIVE_ISSUED,
    Act.PUBLISH: Quantity.NORMATIVE_PUBLISHED,
    Act.REPEAL: Quantity.NORMATIVE_REPEALED,
    Act.LAPSE: Quantity.NORMATIVE_LAPSED,
    Act.KEEP: Quantity.NORMATIVE_IN_FORCE,
    Act.AMEND: Quantity.NORMATIVE_AMENDED,
}
_RULES: Final = {
    Act.NEW: Quantity.RULES_ISSUED,
    Act.ISSUE: Quantity.RULES_ISSUED,
    Act.PUBLISH: Quantity.RULES_PUBLISHED,
    Act.REPEAL: Quantity.RULES_REPEALED,
    Act.LAPSE: Quantity.RULES_LAPSED,
    Act.KEEP: Quantity.RULES_IN_FORCE,
    Act.AMEND: Quantity.RULES_AMENDED,
}
_DECIDERS: Final[dict[Topic, tuple[Decider, Container[str], bool]]] = {
    Topic.REQUESTS: (_requests, _RECEIVED, True),
    **dict.fromkeys(
        (Topic.REVIEWS, Topic.SUITS, Topic.SUITS_DIRECT, Topic.SUITS_AFTER_REVIEW),
        (_disputes, _CASES, True),
    ),
    Topic.NORMATIVE: (_documents(_NORMATIVE), _CASES, False),
    Topic.RULES: (_documents(_RULES), _CASES, False),
    Topic.LICENCES: (_decisions(Quantity.LICENCES), _DECISIONS, False),
    Topic.PENALTIES: (_decisions(Quantity.PENALTIES), _DECISIONS, False),
    Topic.COERCION: (_decisions(Quantity.COERCION), _DECISIONS, False),
    Topic.CHARGES: (_money(Topic.CHARGES, Quantity.CHARGES), "元", False),
    Topic.PROCESSING_FEES: (_money(Topic.PROCESSING_FEES, Quantity.PROCESSING_FEES), "元", False),
}
