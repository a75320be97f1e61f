"""The `yangguang` command: one module a command, heavy imports inside the functions."""

import os
import sys

_FAULT = 70  # EX_SOFTWARE in sysexits.h: the program itself is at fault


def main() -> None:
    """Run the command line. A fault of the program's own is a sentence, not a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no Chinese shows question marks rather than an error.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    from yangguang.cli.app import app

    try:
        app()
    except Exception as fault:
        if os.environ.get("YANGGUANG_DEBUG"):
            raise
        print(
            f"程序出错（{type(fault).__name__}），没有做完。"
            "请把命令和文件告诉维护者；设置环境变量 YANGGUANG_DEBUG=1 再运行一次可看到详情。",
            file=sys.stderr,
        )
        sys.exit(_FAULT)
