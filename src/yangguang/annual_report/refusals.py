"""The sentences with which a file is refused, wherever it comes in: command line, page, worker.

Light to load; what only one of them can meet (a child that dies, a format) stays there.
"""

from typing import Final

MB: Final = 1_000_000

LARGEST: Final = 20 * MB
"""The largest file that is read, in bytes."""

EMPTY: Final = "文件是空的，一个字也没有。请确认选对了文件，或重新下载后再试。"
NO_REPORT: Final = (
    "没有在文件里找到政府信息公开工作年度报告。请确认选择的是年度报告正文，而不是别的文件；"
    "如果是网页，请保存报告正文所在的那一页。"
)
_TOO_LARGE: Final = (
    "文件{size}超过了 {limit:.0f} MB 的上限。年度报告一般不到 1 MB：请只留报告正文，"
    "去掉图片和附件后再试。"
)


def too_large(limit: int, size: int | None = None) -> str:
    """The sentence for a file where `limit` bytes are taken; `size` is its own, where known."""
    known = f"有 {size / MB:.1f} MB，" if size else ""
    return _TOO_LARGE.format(size=known, limit=limit / MB)
