"""`yangguang corpus build`: a folder of annual reports made into a corpus."""

import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from yangguang.cli.corpus.where import Out, refusing, require

if TYPE_CHECKING:
    from yangguang.annual_report.corpus.build import Built
    from yangguang.annual_report.corpus.processes import Readers

INTERRUPTED = 130
"""The exit code of a command that was stopped with Ctrl-C, as shells give it."""
_MOST_FOLDERS = 5


def build(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="文件夹",
            help="放着年度报告的文件夹，连同其中的各级文件夹；格式不限。",
            rich_help_panel="参数",
            show_default=False,
        ),
    ],
    out: Out,
    processes: Annotated[
        int | None,
        typer.Option(
            metavar="个数",
            min=1,
            max=1024,
            help="同时用几个进程读；不写则每个处理器核心一个。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="地址",
            help="交给 Dask 集群读，例如 tcp://主机:8786；各台机器要能用同一个路径读写两个文件夹。",
            rich_help_panel="选项",
            show_default=False,
        ),
    ] = None,
) -> None:
    """读文件夹里的全部年度报告，建成语料库；再运行一次，只读新的和改过的。

    可以随时中断，再运行同一条命令就接着做。读不了的文件记下原因，不影响其他文件。
    """
    with refusing(), _signals():
        from yangguang.annual_report.corpus.build import build as build_corpus
        from yangguang.cli.corpus.progress import shown

        def readers() -> AbstractContextManager["Readers"]:
            return _readers(processes, scheduler)

        if scheduler is not None:
            require("cluster", "dask", "distributed")
        try:
            with shown() as progress:
                built = build_corpus(folder, out, readers, progress)
        except KeyboardInterrupt:
            _stop(folder, out)
    _tell(built, out)


@contextmanager
def _signals() -> Iterator[None]:
    """For a while: a reader that dies must not end the build by its pipe; SIGTERM as Ctrl-C."""
    before = {
        signal.SIGPIPE: signal.signal(signal.SIGPIPE, signal.SIG_IGN),
        signal.SIGTERM: signal.signal(signal.SIGTERM, signal.default_int_handler),
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _readers(processes: int | None, scheduler: str | None) -> AbstractContextManager["Readers"]:
    if scheduler is not None:
        from yangguang.cli.corpus.cluster import Cluster

        return Cluster(scheduler)
    from yangguang.annual_report.corpus.processes import Processes, cores

    return Processes(processes or cores())


def _stop(folder: Path, out: Path) -> NoReturn:
    import shlex

    command = shlex.join(["yangguang", "corpus", "build", str(folder), "--out", str(out)])
    typer.echo(f"已停下，读过的都还在。接着做请再运行：{command}", err=True)
    raise typer.Exit(INTERRUPTED)


def _tell(built: "Built", out: Path) -> None:
    import shlex

    from yangguang.cli.terminal import one_line

    if built.published is None and not built.read:
        typer.echo(f"没有新的或改过的文件，语料库未变（{built.files} 个文件）。")
    else:
        parts = [f"这次读了 {built.read} 个文件"]
        if built.unreadable:
            parts.append(f"其中 {built.unreadable} 个读不了")
        if built.gone:
            parts.append(f"{built.gone} 个已不在文件夹里，已除名")
        typer.echo("，".join(parts) + "。")
    if holds := built.published:
        typer.echo(
            f"语料库现有报告 {holds.reports} 份，内容重复的文件 {holds.duplicates} 个，"
            f"读不了的 {holds.unreadable} 个。"
        )
        typer.echo(f"概况：{shlex.join(['yangguang', 'corpus', 'summary', '--corpus', str(out)])}")
    for hidden in built.hidden[:_MOST_FOLDERS]:
        name = one_line(hidden.path.decode("utf-8", "replace"))
        typer.echo(f"{name}：{hidden.reason}", err=True)
    if more := built.hidden[_MOST_FOLDERS:]:
        typer.echo(f"还有 {len(more)} 个文件夹也打不开。", err=True)
