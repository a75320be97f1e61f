"""Too much asked: reasons, a later day, a fee."""

from datetime import datetime, timedelta

from tests import town
from tests.inforequests import paying
from tests.played.way import PNG, at, handling
from yangguang.casework.models import Case
from yangguang.inforequests.actions import (
    fee,
    reasons,
)
from yangguang.inforequests.events import LetterKind


def reasons_asked(office: town.Office, day: datetime) -> Case:
    """The applicant is to say why so much is asked."""
    case = handling(office, day)
    with at(day, 2):
        paying.issue(case, office, LetterKind.REASONS, paying.ASKING)
    return case


def reasons_given(office: town.Office, day: datetime) -> Case:
    """And has said so."""
    case = reasons_asked(office, day)
    with at(day, 4):
        reasons.give(case, "写论文要用", [PNG])
    return case


def delayed(office: town.Office, day: datetime) -> Case:
    """To be answered later, on a stated day."""
    case = reasons_given(office, day)
    with at(day, 5):
        until = (day + timedelta(days=100)).date()
        paying.issue(case, office, LetterKind.DELAY, paying.delay(until))
    return case


def awaiting_payment(office: town.Office, day: datetime) -> Case:
    """The fee is noticed."""
    case = handling(office, day)
    with at(day, 3):
        paying.issue(case, office, LetterKind.FEE, paying.BY_PAGE)
    return case


def paid(office: town.Office, day: datetime) -> Case:
    """And received, reduced, and paid."""
    case = awaiting_payment(office, day)
    with at(day, 5):
        fee.notice_received(case, town.may(office.handler))
        paying.issue(case, office, LetterKind.FEE_WAIVER, paying.left(50))
        fee.paid(case, 50, "0012345678", town.may(office.handler))
    return case


def waived(office: town.Office, day: datetime) -> Case:
    """Or none is taken after all."""
    case = awaiting_payment(office, day)
    with at(day, 5):
        paying.issue(case, office, LetterKind.FEE_WAIVER, paying.left(0))
    return case
