"""What the law makes of asking third parties (Arts 15, 32) and other organs (Art. 34).

Who is silent for fifteen working days from the receipt: a third party leaves the decision to the
organ (Art. 32), another organ is taken to agree (Art. 34). A third party that objects in time is
told in writing, before the answer goes out, if the information is opened all the same: what, and
why. What another organ's objection does Art. 34 does not say: the organ that leads decides; here it
does so as under Art. 32, by a decision with reasons of which the other is told, or it withholds (in
part or whole, on the grounds that the answer then states). An objection that is late counts as
silence, and so as consent.

While somebody may still answer, no answer goes out that opens what they were asked about, or
withholds it for a third party's sake: the fifteen days are theirs, and cost the office nothing, for
the time is not counted. An answer that touches neither (nothing found, not ours) needs not wait.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.casework import moment
from yangguang.casework.personal import Particulars
from yangguang.inforequests import consulting_words
from yangguang.inforequests.consultations import ASKS, TELLS, Asking, Reply
from yangguang.inforequests.derivation import Draft, Standing
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.evidence import Objected
from yangguang.inforequests.moves import Move
from yangguang.inforequests.names import REPLY_NAMES
from yangguang.law import clock
from yangguang.law.calendar import published
from yangguang.law.clock import Party
from yangguang.law.clock.consultations import Consultation, consulted
from yangguang.law.clock.deadline import PARTY_NAMES
from yangguang.law.clock.words import with_weekday
from yangguang.law.dispositions import Disposition, Evidence

KINDS: Final = frozenset((*ASKS, *TELLS))
"""Letters that go to others than the applicant."""
_WAITS: Final = frozenset(
    {Disposition.PROVIDED, Disposition.PARTLY_PROVIDED, Disposition.THIRD_PARTY_RIGHTS}
)
_ASKING: Final = {
    Move.DRAFT_THIRD_PARTY: clock.Kind.THIRD_PARTY_ASKED,
    Move.DRAFT_CO_PRODUCER: clock.Kind.CO_PRODUCER_ASKED,
}


@dataclass(frozen=True, slots=True)
class Consulted:
    """One that was asked, and how the law reckons with it."""

    asking: Asking
    reckoned: Consultation
    back_on: date | None
    """When the letter that asks came back, and has not arrived since."""

    @property
    def name(self) -> str:
        """Who it is, without a name: 第三方“甲”."""
        return self.reckoned.name

    def is_awaited(self, on: date) -> bool:
        """Whether the answer is still awaited on a day, and may be."""
        return self.reckoned.is_open(on)

    @property
    def is_late(self) -> bool:
        """Whether it answered after its period."""
        answered = self.asking.answered_on
        return answered is not None and answered > self.reckoned.limit

    @property
    def objects(self) -> bool:
        """Whether it said in time: not this, or not all of this."""
        return self.asking.reply in (Reply.OBJECTS, Reply.AGREES_IN_PART) and not self.is_late

    @property
    def is_to_be_told(self) -> bool:
        """Whether it must be told before what it objects to is opened."""
        return self.objects and self.asking.told_on is None


def everyone(request: Standing) -> list[Consulted]:
    """All that were asked, in order."""
    if not request.askings:
        return []
    ordered = sorted(request.clock_events, key=lambda event: event.order)
    reckoned = {
        (one.party, one.matter): one for one in consulted(ordered, published()).consultations
    }
    back = {letter: on for letter, (_by, on) in request.notices_back.items()}
    return [
        Consulted(one, reckoned[one.who, one.matter], back.get(one.letter))
        for one in request.askings
    ]


def asked_by(request: Standing, letter: int) -> Consulted | None:
    """Who was asked by a letter."""
    return next((one for one in everyone(request) if one.asking.letter == letter), None)


def awaited(request: Standing, on: date) -> list[Consulted]:
    """Those whose answer is still awaited on a day."""
    return [one for one in everyone(request) if one.is_awaited(on)]


def without_receipt(request: Standing) -> list[Consulted]:
    """Those of whom it is not known when the letter arrived, and who have not answered."""
    return [
        one
        for one in everyone(request)
        if one.asking.received_on is None and one.asking.answered_on is None
    ]


def unanswered(request: Standing) -> list[Consulted]:
    """Those who have not answered, in time or after it."""
    return [one for one in everyone(request) if one.asking.answered_on is None]


def to_be_told(request: Standing, who: Party) -> list[Consulted]:
    """Third parties, or organs, that object and were not told that it is opened all the same."""
    return [one for one in everyone(request) if one.is_to_be_told and one.asking.who is who]


def tag(request: Standing, letter: int) -> str:
    """What tells the letters to several third parties apart, without a name; else empty."""
    return next((f"（{one.matter}）" for one in request.askings if one.letter == letter), "")


def no_receipt(request: Standing) -> str:
    """Why no receipt can be entered; empty where one can."""
    return "" if without_receipt(request) else _("没有等待登记收到日期的征求意见书。")


def no_reply(request: Standing) -> str:
    """Why no reply can be entered; empty where one can."""
    return "" if unanswered(request) else _("没有等待答复的征求意见。")


def nobody_to_tell(request: Standing, who: Party) -> str:
    """Why no third party, or no organ, is to be told of an opening; empty where one is."""
    if to_be_told(request, who):
        return ""
    if who is Party.CO_PRODUCER:
        return _("没有在期限内不同意公开、还没有告知的其他机关（第三十四条）。")
    return _("没有在期限内不同意公开、还没有告知的第三方（第三十二条）。")


def must_wait(request: Standing, draft: Draft) -> str:
    """Why an answer cannot go out yet, for what others said or may still say; empty where it can.

    An objection can have come in since it was drafted.
    """
    waiting = awaited(request, moment.today())
    if draft.disposition not in _WAITS:
        return ""
    if not waiting:
        return objection(Disposition(draft.disposition), request) or _of_part(request, draft)
    said = _("还在等{who}的意见，最晚到 {limit}。收到意见或者过了这天再印发这份答复。")
    last = max(one.reckoned.limit for one in waiting)
    return said.format(who="、".join(one.name for one in waiting), limit=last)


def _of_part(request: Standing, draft: Draft) -> str:
    """Why a partial answer cannot go out: it opens what others object to, or does not say."""
    if not leaves_open(Disposition(draft.disposition), request):
        return ""
    match draft.objected:
        case Objected.WITHHELD:
            return ""
        case Objected.OPENED:
            return untold(request)
    return unsaid()


def caution(move: Move, request: Standing) -> str:
    """What to know before a move is made, of those who were asked or are to be."""
    today = moment.today()
    if move in _ASKING:
        return _why_it_gains_no_time(request, move, today)
    if move not in (Move.DRAFT_ANSWER, Move.ISSUE):
        return ""
    if waiting := awaited(request, today):
        said = _("还在等{who}的意见，最晚到 {limit}。")
        last = max(one.reckoned.limit for one in waiting)
        return said.format(who="、".join(one.name for one in waiting), limit=last)
    if silent := without_receipt(request):
        said = _(
            "没有登记{who}收到征求意见书的日期，是按发出之日收到、期限已满计算的。"
            "请先核实送达的日期。"
        )
        return said.format(who="、".join(one.name for one in silent))
    return ""


def _why_it_gains_no_time(request: Standing, move: Move, on: date) -> str:
    """What the clock says against asking on a day; in its own words."""
    if request.received_on is None:
        return ""
    before = request.deadline(on)
    asked = clock.Event(_ASKING[move], on, matter="？")
    after = clock.answer_due([*request.clock_events, asked], published(), on)
    if before.due is None or after.due != before.due:
        return ""
    return _("答复期限不会因此顺延，仍须在 {due} 之前答复。").format(due=before.due)


def objection(disposition: Disposition, request: Standing) -> str:
    """Why a request cannot end so yet, for what those who were asked said; empty where it can."""
    return untold(request) if disposition is Disposition.PROVIDED else ""


def leaves_open(disposition: Disposition | None, request: Standing) -> bool:
    """Whether an answer has to say if it opens what others object to: a partial one may, or not."""
    is_partial = disposition is Disposition.PARTLY_PROVIDED
    return is_partial and any(one.is_to_be_told for one in everyone(request))


def unsaid() -> str:
    """What is said where a partial answer does not say what it does with the contested part."""
    return _("有人不同意全部公开，请选择不同意的部分这次公不公开。已经起草的，重新起草，再送审。")


def untold(request: Standing) -> str:
    """Why what others object to cannot be opened yet; empty where all that object were told."""
    said = {
        Party.THIRD_PARTY: _(
            "{who}不同意全部公开。理由成立的，不予公开；不公开可能对公共利益造成重大影响、"
            "决定公开的，先把公开的内容和理由书面告知对方（第三十二条）。"
        ),
        Party.CO_PRODUCER: _(
            "{who}不同意公开。理由成立的，不予公开；仍决定公开的，先由科室负责人写明理由作出决定，"
            "并书面告知对方（第三十四条没有写明不同意时怎样办）。"
        ),
    }
    telling = {party: to_be_told(request, party) for party in said}
    return "".join(
        said[party].format(who="、".join(one.name for one in those))
        for party, those in telling.items()
        if those
    )


def is_on_record(name: str, request: Standing) -> bool:
    """Whether what an answer rests on need not be stated in words, for the ledger shows it.

    A consultation made here does. One that is older than the register is stated in words; so is
    what is withheld though every third party that was asked here agrees (Art. 15).
    """
    if name != Evidence.CONSULTATION:
        return False
    here = [one for one in request.askings if one.who is Party.THIRD_PARTY]
    return any(one.reply is not Reply.AGREES for one in here)


def all_agree(request: Standing) -> bool:
    """Whether third parties were asked here and all of them agree."""
    here = [one for one in request.askings if one.who is Party.THIRD_PARTY]
    return bool(here) and all(one.reply is Reply.AGREES for one in here)


def mistakes(
    kind: LetterKind,
    whom: Particulars | None,
    asked: int | None,
    way: Way,
    facts: Mapping[str, str],
    request: Standing,
) -> dict[str, str]:
    """What a letter to others lacks: field → sentence.

    `whom` it asks; `asked`: the letter by which the one was asked that it tells.
    """
    if kind not in KINDS:
        return {}
    found = {
        name: _("请填写{label}。").format(label=label)
        for name, label, _sentence in consulting_words.PARTICULARS[kind]
        if not facts.get(name, "").strip()
    }
    if kind in TELLS:
        if asked not in {one.asking.letter for one in to_be_told(request, TELLS[kind])}:
            found["asked"] = _("请选择不同意公开的一方。")
    elif whom is None or not whom.name.strip():
        found["name"] = _("请填写向谁征求意见。")
    elif way is Way.POST and not whom.address.strip():
        found["address"] = _("邮寄的，请填写对方的地址。")
    return found


def stands(one: Consulted, on: date) -> str:
    """How it stands with one that was asked, and what the law makes of it, in a sentence."""
    is_third = one.asking.who is Party.THIRD_PARTY
    silence = (
        _("由本机关决定是否公开（第三十二条）") if is_third else _("视为同意公开（第三十四条）")
    )
    if one.back_on:
        return _("{day} 退回，对方没有收到；请另行送达，再登记收到的日期。").format(day=one.back_on)
    if one.asking.answered_on is None and one.is_awaited(on):
        return _("等待答复，最晚到 {limit}。").format(limit=with_weekday(one.reckoned.limit))
    if one.asking.answered_on is None or one.asking.reply is None:
        said = _("到 {limit} 没有提出意见，{silence}。")
        return said.format(limit=one.reckoned.limit, silence=silence)
    said = _("{day} 答复：{reply}。").format(
        day=one.asking.answered_on, reply=REPLY_NAMES[one.asking.reply]
    )
    if one.is_late:
        late = _("晚于 {limit}，{silence}。")
        return said + late.format(limit=one.reckoned.limit, silence=silence)
    if one.asking.told_on:
        return said + _("{day} 已书面告知决定公开。").format(day=one.asking.told_on)
    return said


def waits(deadline: clock.Deadline) -> list[tuple[str, date]]:
    """For whom beside the applicant a paused clock waits: as what, and until when at the latest."""
    last: dict[Party, date] = {}
    for pause in deadline.pauses:
        if pause.by is not Party.APPLICANT:
            last[pause.by] = max(pause.until, last.get(pause.by, pause.until))
    return [(PARTY_NAMES[party], until) for party, until in last.items()]
