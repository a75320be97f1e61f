"""A letter for tests: its words in all parts, and as a sheet."""

from datetime import date

from yangguang.casework.documents.sheet import Sheet, sheet_of

WORDS = {
    "title": "政府信息公开告知书",
    "addressee": "林晓：",
    "body": "您申请的信息可以公开。\n现提供给您。",
    "following": "提供的政府信息：招标文件。",
    "remedy": "如对本答复不服，可以申请行政复议。",
    "facts": {"material": "不印在信上的话"},
}


def sheet(**changes: object) -> Sheet:
    """WORDS with `changes`, as a numbered sheet of 7 April 2026."""
    return sheet_of(
        {**WORDS, **changes},
        agency="青岚市交通运输局",
        dated=date(2026, 4, 7),
        number="青交公开〔2026〕3号",
        enclosures=("招标文件",),
    )
