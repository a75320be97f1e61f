"""The columns of a table of requests: their heads, which of them must be filled, with what."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from yangguang.inforequests.application import APPLICANT_NAMES, FORM_NAMES, RECEIVING_NAMES
from yangguang.law.identity import PAPER_NAMES
from yangguang.law.receipt import CHANNEL_NAMES


class Column(StrEnum):
    """The heads, in the order of the template."""

    SOURCE = "来源系统"
    NUMBER = "来源编号"
    CHANNEL = "收到方式"
    ARRIVED = "收到日期"
    APPLICANT_KIND = "申请人类别"
    NAME = "姓名或单位全称"
    PAPER = "证件种类"
    PAPER_NUMBER = "证件号码"
    CONTACT = "联系人"
    PHONE = "联系电话"
    EMAIL = "电子邮箱"
    ADDRESS = "通信地址"
    POSTCODE = "邮政编码"
    WANTED = "所需政府信息"
    FORM = "提供的形式"
    RECEIVING = "获取的方式"
    PURPOSE = "用途"
    AGENT_NAME = "代理人或监护人姓名"
    AGENT_PAPER = "代理人或监护人证件种类"
    AGENT_PAPER_NUMBER = "代理人或监护人证件号码"
    AGENT_PHONE = "代理人或监护人电话"
    IS_GUARDIAN = "是监护人"
    HAS_SHOWN = "已出示委托书或监护证明"


REQUIRED: Final = frozenset(
    {
        Column.SOURCE,
        Column.NUMBER,
        Column.CHANNEL,
        Column.ARRIVED,
        Column.APPLICANT_KIND,
        Column.NAME,
        Column.WANTED,
        Column.FORM,
        Column.RECEIVING,
    }
)

YES_NO: Final = {"yes": "是", "no": "否"}

CHOICES: Final[Mapping[Column, Mapping[str, object]]] = {
    Column.CHANNEL: {one.value: name for one, name in CHANNEL_NAMES.items()},
    Column.APPLICANT_KIND: {one.value: name for one, name in APPLICANT_NAMES.items()},
    Column.PAPER: {one.value: name for one, name in PAPER_NAMES.items()},
    Column.FORM: {one.value: name for one, name in FORM_NAMES.items()},
    Column.RECEIVING: {one.value: name for one, name in RECEIVING_NAMES.items()},
    Column.AGENT_PAPER: {one.value: name for one, name in PAPER_NAMES.items()},
    Column.IS_GUARDIAN: YES_NO,
    Column.HAS_SHOWN: YES_NO,
}
"""What may stand in a column: the member's value → how it is written."""

FIELDS: Final = {
    "arrived": Column.ARRIVED,
    "name": Column.NAME,
    "paper_number": Column.PAPER_NUMBER,
    "contact": Column.CONTACT,
    "phone": Column.PHONE,
    "email": Column.EMAIL,
    "address": Column.ADDRESS,
    "wanted": Column.WANTED,
    "agent_name": Column.AGENT_NAME,
}
"""The column of each field of which registration may say that it is not right."""
