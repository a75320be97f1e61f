"""What this system writes beside an office's own words: what was put right, and why.

A remark stands in a written file between 【 and 】, so that no one takes it for the report, and so
that the reader sets it aside when the file comes back (`interpret.remarks`).
"""

import re
from typing import Final

ON_A_CELL: Final = "修正"
ON_WORDS: Final = "导入注"
BEGINS: Final = re.compile(rf"(?:\*\s*【{ON_A_CELL}|【{ON_WORDS})：")
"""How a remark begins; before one on a cell stands the cell's mark."""
ENDS: Final = "】"

_INSIDE: Final = str.maketrans("【】\n", "〖〗 ")
"""A remark holds no bracket that would end it, and stands in one paragraph."""


def bracketed(kind: str, said: str) -> str:
    """A remark as it stands in a file."""
    return f"【{kind}：{said.translate(_INSIDE)}{ENDS}"
