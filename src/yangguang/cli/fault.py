"""A fault of the program's own, told as a sentence."""

import os

FAULT = 70  # EX_SOFTWARE in sysexits.h
"""The exit code when the program itself is at fault."""


def sentence(fault: Exception) -> str:
    """What to tell the user of `fault`; raised again where a developer asks to see the trace."""
    if os.environ.get("YANGGUANG_DEBUG"):
        raise fault
    return (
        f"程序出错（{type(fault).__name__}），没有做完。"
        "请把命令和文件告诉维护者；设置环境变量 YANGGUANG_DEBUG=1 再运行一次可看到详情。"
    )
