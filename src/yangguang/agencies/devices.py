"""What someone signs in on, in plain words: told by what the browser says of itself.

It may say anything; the words are for its owner to recognise, and nothing is decided by them. Only
codes of the lists here are kept, never what was sent.
"""

from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

_SYSTEMS: Final = (
    ("OpenHarmony", "harmony"),
    ("HarmonyOS", "harmony"),
    ("iPhone", "iphone"),
    ("iPad", "ipad"),
    ("Android", "android"),
    ("Windows", "windows"),
    ("Macintosh", "mac"),
    ("Linux", "linux"),
)
_BROWSERS: Final = (
    ("MicroMessenger", "wechat"),
    ("DingTalk", "dingtalk"),
    ("QQBrowser", "qq"),
    ("QIHU", "360"),
    ("360SE", "360"),
    ("UCBrowser", "uc"),
    ("Quark", "quark"),
    ("HuaweiBrowser", "huawei"),
    ("MiuiBrowser", "xiaomi"),
    ("Edg", "edge"),
    ("Firefox", "firefox"),
    ("FxiOS", "firefox"),
    ("Chrome", "chrome"),
    ("CriOS", "chrome"),
    ("Safari", "safari"),
)
"""A word in what it says → what it is. The first counts: most also call themselves the last."""
_NAMES: Final = {
    "harmony": lazy("鸿蒙设备"),
    "iphone": "iPhone",
    "ipad": "iPad",
    "android": lazy("安卓设备"),
    "windows": lazy("Windows 电脑"),
    "mac": lazy("苹果电脑"),
    "linux": lazy("Linux 电脑（含麒麟、统信）"),
    "wechat": lazy("微信"),
    "dingtalk": lazy("钉钉"),
    "qq": lazy("QQ 浏览器"),
    "360": lazy("360 浏览器"),
    "uc": lazy("UC 浏览器"),
    "quark": lazy("夸克浏览器"),
    "huawei": lazy("华为浏览器"),
    "xiaomi": lazy("小米浏览器"),
    "edge": lazy("Edge 浏览器"),
    "firefox": lazy("火狐浏览器"),
    "chrome": lazy("Chrome 浏览器"),
    "safari": lazy("Safari 浏览器"),
}


class Device(NamedTuple):
    """A system and a browser, by their codes; empty where it is none that we know."""

    system: str = ""
    browser: str = ""

    @classmethod
    def of_codes(cls, codes: Any) -> "Device":
        """What a session kept."""
        is_whole = isinstance(codes, list | tuple) and len(codes) == 2
        return cls(*codes) if is_whole else cls()

    def __str__(self) -> str:
        named = [str(_NAMES[one]) for one in self if one in _NAMES]
        return "，".join(named) or _("认不出的设备")


def device(says: str) -> Device:
    """The device of a browser that says this of itself (User-Agent)."""
    return Device(_first(_SYSTEMS, says), _first(_BROWSERS, says))


def _first(known: tuple[tuple[str, str], ...], says: str) -> str:
    return next((code for word, code in known if word in says), "")
