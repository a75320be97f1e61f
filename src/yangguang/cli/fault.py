"""A fault of the program's own, or of where it writes, told as a sentence."""

import os

FAULT = 70  # EX_SOFTWARE in sysexits.h
"""The exit code when the program itself is at fault."""

UNWRITABLE = 74  # EX_IOERR in sysexits.h
"""The exit code when the result cannot be written."""


def sentence(fault: Exception) -> str:
    """What to tell the user of `fault`; raised again where a developer asks to see the trace."""
    if os.environ.get("YANGGUANG_DEBUG") == "1":
        raise fault
    return (
        f"程序出错（{type(fault).__name__}），没有做完。"
        "请把命令和文件告诉维护者；设置环境变量 YANGGUANG_DEBUG=1 再运行一次可看到详情。"
    )


def cannot_write(fault: OSError) -> str:
    """What to tell the user when the way out is blocked: the disk is full, say."""
    if os.environ.get("YANGGUANG_DEBUG") == "1":
        raise fault
    return f"结果写不出去（{fault.strerror}），没有做完。请检查磁盘空间和输出到哪里，再运行一次。"
