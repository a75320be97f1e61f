"""Letting a request drop: not corrected (Art. 30) or not paid for (国办函〔2020〕109号) in time."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.inforequests import charging
from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.events import What
from yangguang.law.dispositions import Disposition

ENDS: Final = frozenset({Disposition.UNCORRECTED, Disposition.UNPAID})


def end(request: Standing) -> Disposition:
    """As what it would be dropped: by what is awaited of the applicant."""
    if request.correction_until is None and request.fee and request.fee.is_awaited:
        return Disposition.UNPAID
    return Disposition.UNCORRECTED


def objection(request: Standing, on: date) -> str:
    """Why it cannot be dropped on a day; empty where it can."""
    if end(request) is Disposition.UNPAID:
        until = charging.paid_until(request, on)
        if until and until < on:
            return ""
        return _("缴费期限到 {until} 为止，还没有过。").format(until=until)
    if request.correction_until is None:
        return _("没有正在等待的补正，也没有正在等待的缴费。")
    if on <= request.correction_until:
        return _("补正期限到 {until} 为止，还没有过。").format(until=request.correction_until)
    return ""


def caution(request: Standing) -> str:
    """What to look into first: who never had the notice has abandoned nothing."""
    if end(request) is Disposition.UNPAID:
        return _unpaid(request)
    if any(by is What.CORRECTION_ASKED for by, _on in request.notices_back.values()):
        return _("补正告知书退回过，申请人可能没有收到：没有收到就不是放弃，请先另行送达并核实。")
    return ""


def _unpaid(request: Standing) -> str:
    assert request.fee is not None
    if request.fee.received_on or request.is_reopened:
        return ""
    if request.fee.letter in request.notices_back:
        return _("收费告知书退回过，申请人可能没有收到：没有收到就不是放弃，请先另行送达并核实。")
    return _("没有登记申请人哪一天收到收费告知书，期限按发出之日算：请先核实收到的日期并登记。")
