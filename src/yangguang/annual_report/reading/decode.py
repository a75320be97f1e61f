"""Bytes to text: UTF-8, UTF-16 with its mark, and the national encodings (GB 18030 holds GBK)."""

import re
from typing import Final

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.formats import NAMES

_DECLARED: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.IGNORECASE)
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_NATIONAL: Final = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk"})
_MOST_DAMAGE: Final = 0.02
_HEAD: Final = 4096


def decode(data: bytes) -> str:
    """The text of `data`. Raises Unreadable where no encoding fits or it is not text at all."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plain(data.decode(encoding, errors="replace"))
    if b"\x00" in data[:_HEAD]:
        raise Unreadable(f"这个文件不是文本，格式认不出。能读的有{NAMES}，请另存为其中一种。")
    for encoding in _candidates(data):
        try:
            return _plain(data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return _damaged(data)


def _candidates(data: bytes) -> list[str]:
    order = ["utf-8", "gb18030"]
    declared = _DECLARED.search(data[:_HEAD])
    if declared:
        name = declared[1].decode("ascii").lower()
        order.insert(0, "gb18030" if name in _NATIONAL else name)
        if order[0] not in ("utf-8", "utf8", "gb18030", "big5"):
            order.pop(0)
    return order


def _damaged(data: bytes) -> str:
    """A text with a few broken bytes (a file cut in the middle of a character) is still read."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") <= max(2, len(text) * _MOST_DAMAGE):
            return _plain(text)
    raise Unreadable("文件的文字编码无法识别，可能已损坏。请另存为 UTF-8 编码后重新上传。")


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").removeprefix("\ufeff")
