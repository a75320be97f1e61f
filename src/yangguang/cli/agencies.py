"""`yangguang agencies load`: an office set up from a file."""

from pathlib import Path
from typing import Annotated

import typer

from yangguang.cli.site import UNABLE, open_site

_NAMES = {
    "Region": "行政区划",
    "Agency": "机关",
    "DisclosureOffice": "公开工作机构",
    "Rules": "办理规则",
    "ContestPlaces": "复议机关和法院",
    "Person": "人员",
    "Post": "岗位",
    "Delegation": "代理",
}


def load(
    file: Annotated[Path, typer.Argument(metavar="文件", help="TOML 文件。", show_default=False)],
) -> None:
    """按文件登记机关、人员和岗位；可以反复运行：文件里改了什么就改什么，什么也不删除。

    文件的写法看 yangguang agencies example。新登记的人员没有密码，
    用 yangguang people invite 给他们各开一个一次性链接。

    退出码：0 已登记，2 文件有错（什么也没有改）或无法进行。
    """
    open_site()
    from yangguang.agencies.actions.load import load as load_office
    from yangguang.agencies.office_file import NotAnOffice, read
    from yangguang.cli.terminal import one_line

    try:
        loaded = load_office(read(file.read_text(encoding="utf-8-sig")))
    except OSError as fault:
        _refuse(f"读不了 {one_line(str(file))}：{fault.strerror}。")
    except UnicodeDecodeError:
        _refuse(f"{one_line(str(file))} 不是 UTF-8 编码的文本，请另存为 UTF-8。")
    except NotAnOffice as found:
        for sentence in found.sentences:
            typer.echo(one_line(sentence), err=True)
        _refuse(f"有 {len(found.sentences)} 处要改，什么也没有登记。")
    for name, count in loaded.named.items():
        made, changed = loaded.made.get(name, 0), loaded.changed.get(name, 0)
        typer.echo(f"{_NAMES[name]} {count}：新增 {made}，改动 {changed}。")


def example() -> None:
    """印出一个完整的例子：虚构的青岚市。存成文件，改成自己的，再用 load 登记。"""
    from importlib.resources import files

    typer.echo(files("yangguang.demo").joinpath("city.toml").read_text("utf-8"), nl=False)


def _refuse(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(UNABLE)
