"""Which corpus is meant, and what keeps it from being used."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

REFUSED = 2
"""The exit code when a corpus cannot be built or asked."""

VARIABLE = "YANGGUANG_CORPUS"
"""The environment variable that names the corpus where the command line does not."""

_MISSING = "没有安装 {names}。请安装：pip install 'yangguang[{extra}]'"


def _folder(*names: str, help: str) -> Any:
    return typer.Option(
        *names,
        metavar="文件夹",
        envvar=VARIABLE,
        show_envvar=False,
        help=help,
        rich_help_panel="选项",
        show_default=False,
    )


Where = Annotated[
    Path,
    _folder(
        "--corpus",
        help=f"语料库所在的文件夹；不写则用环境变量 {VARIABLE}，再没有就是当前文件夹。",
    ),
]
"""The corpus that is asked."""
Out = Annotated[
    Path,
    _folder("--out", "--corpus", help=f"语料库放在哪里；不写则用环境变量 {VARIABLE}。"),
]
"""The corpus that is built."""


@contextmanager
def refusing() -> Iterator[None]:
    """Tell in a sentence why a corpus cannot be used, and end with the exit code for it."""
    require("corpus", "duckdb", "pyarrow")
    from yangguang.annual_report.errors import Unbuildable

    try:
        yield
    except Unbuildable as why:
        typer.echo(str(why), err=True)
        raise typer.Exit(REFUSED) from None


def require(extra: str, *packages: str) -> None:
    """End with a sentence where packages of an extra are not installed."""
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        typer.echo(_MISSING.format(names="、".join(missing), extra=extra), err=True)
        raise typer.Exit(REFUSED)
