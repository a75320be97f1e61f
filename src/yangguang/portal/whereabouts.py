"""In which part of the site a visitor is: what a page that is not to be had means there."""

from typing import Any, Final, NamedTuple

from django.utils.translation import gettext_lazy as lazy


class Part(NamedTuple):
    """A part of the site, by the first words of its addresses.

    What is said where there is no such page, and where it may not be opened; and the way on, by
    its words and the name of its address. Words are put into the visitor's language when shown.
    """

    addresses: tuple[str, ...]
    not_found: Any
    forbidden: Any
    way_on: Any
    leads_to: str


_MISTYPED: Final = lazy("网址可能输错了，或者这一页已经不在了。")
_NOT_OPEN: Final = lazy("这一页不对您开放。")

_CHECKUPS: Final = Part(
    ("/checkups", "/compare"),
    lazy(
        "网址可能输错了；也可能这份体检结果已经删除：结果只有上传者本人在同一个浏览器里能看到，"
        "两小时不用就自动删除。需要的话，请重新上传。"
    ),
    lazy("这一页只对上传者本人开放。请上传您自己的报告。"),
    lazy("上传年度报告"),
    "new-checkup",
)
_REQUESTS: Final = Part(
    ("/requests",),
    lazy("网址可能输错了；也可能太久没有操作。请用申请编号和查询码重新查进度。"),
    lazy("这一页只对申请人本人开放。请用申请编号和查询码查进度。"),
    lazy("查进度"),
    "requests",
)
_AGENCIES: Final = Part(
    ("/agencies",),
    lazy("网址可能输错了，或者这个机关不在本站。请从机关名单里找。"),
    _NOT_OPEN,
    lazy("看机关名单"),
    "agencies",
)
_WORKSPACE: Final = Part(
    ("/workspace",),
    lazy("网址可能输错了；也可能是您的岗位看不到的事项。请从待办里打开。"),
    lazy("您的岗位不能打开这一页。需要的话，请与管理员联系。"),
    lazy("返回工作台"),
    "workspace",
)
_ACCOUNT: Final = Part(
    ("/account",),
    lazy("网址可能输错了；也可能链接已经用过或者过期。请重新来过。"),
    _NOT_OPEN,
    lazy("返回我的账号"),
    "account",
)
_ELSEWHERE: Final = Part((), _MISTYPED, _NOT_OPEN, lazy("返回首页"), "home")


def part_at(address: str) -> Part:
    """The part of the site that an address belongs to."""
    for part in (_CHECKUPS, _REQUESTS, _AGENCIES, _WORKSPACE, _ACCOUNT):
        if any(address == one or address.startswith(f"{one}/") for one in part.addresses):
            return part
    return _ELSEWHERE
