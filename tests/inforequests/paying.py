"""Fees and reasons in tests: the letters of Arts 35 and 42, drafted, approved, issued."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests import town
from tests.inforequests.writing import standing
from yangguang.casework.models import Case, IssuedLetter
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import charging, fee_words
from yangguang.inforequests.actions import letters
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.fee import Charge, Tariff
from yangguang.law.dispositions import Disposition

WORDS = {"title": "告知书", "addressee": "林晓：", "body": "正文。"}
HOW = "开户行：青岚银行；账号 0000。"
BY_PAGE = letters.Terms(charge=Charge(Tariff.BY_PAGE, pages=50), facts={fee_words.PAYMENT: HOW})
"""Fifty pages: 20 of them at 10 yuan."""
ASKING = letters.Terms(reply_days=5)
DROPPED = letters.Terms(Disposition.UNPAID)


def on(month: int, day: int) -> datetime:
    """Ten in the morning of a day of 2026."""
    return datetime(2026, month, day, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def by_item(case: Case, items: int, earlier: int | None = None, why: str = "") -> letters.Terms:
    """A charge for so many items; `earlier` where it is not what the register counts."""
    counted = charging.count(charging.earlier_in_the_month(case, standing(case)))
    charge = Charge(Tariff.BY_ITEM, items, counted if earlier is None else earlier, counted)
    named = "\n".join(f"第 {one} 年的材料" for one in range(items))
    facts = {fee_words.ITEMS: named, fee_words.COUNTING: why, fee_words.PAYMENT: HOW}
    return letters.Terms(charge=charge, facts=facts)


def left(yuan: int) -> letters.Terms:
    """A waiver that leaves so much to pay."""
    return letters.Terms(left=yuan, facts={fee_words.REASON: "申请人是低保对象"})


def delay(until: date) -> letters.Terms:
    """A delay until a day."""
    return letters.Terms(until=until, facts={"reason": "材料有 300 卷"})


def approve(case: Case, office: town.Office, kind: LetterKind, terms: letters.Terms) -> None:
    """A letter is drafted and the head agrees."""
    handler = town.may(office.handler)
    made = letters.draft(case, kind, WORDS, terms, handler)
    letters.submit(case, handler)
    letters.decide(case, Decision.APPROVED, made.digest, town.may(office.disclosure_head))


def issue(case: Case, office: town.Office, kind: LetterKind, terms: letters.Terms) -> IssuedLetter:
    """And it goes out."""
    approve(case, office, kind, terms)
    return letters.issue(case, town.may(office.handler))
