"""The command line put together: its commands, and its help in Chinese."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from yangguang import __version__
from yangguang.cli import agencies, archives, demo, people, reports
from yangguang.cli.backup import backup, restore
from yangguang.cli.check import check
from yangguang.cli.compare import compare
from yangguang.cli.compiling import compile_
from yangguang.cli.convert import convert
from yangguang.cli.corpus import build, query, repeated, summary
from yangguang.cli.due import due
from yangguang.cli.erase import erase
from yangguang.cli.ledger import anchor, rebuild_state, rotate_keys, verify_ledger
from yangguang.cli.read import read
from yangguang.cli.repair import repair
from yangguang.cli.report_figures import figures
from yangguang.cli.requests import import_
from yangguang.cli.rolling_up import rollup
from yangguang.cli.schema import schema
from yangguang.cli.serve import serve
from yangguang.cli.settings import settings
from yangguang.cli.site import migrate
from yangguang.cli.tick import tick

OPTIONS = "选项"


def _in_chinese(option: Any) -> Any:
    if option is not None:
        option.help = "显示这份说明。"
        option.rich_help_panel = OPTIONS
    return option


def _prepare_help() -> None:
    from yangguang.cli.help_page import prepare

    prepare()


class ChineseGroup(TyperGroup):
    """A group of commands that explains itself, and what was typed wrongly, in Chinese."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command and end with its exit code, as typer does but for the words."""
        try:
            code = super().main(*args, **{**options, "standalone_mode": False})
        except typer.TyperException as error:
            _explain(error)
            sys.exit(error.exit_code)
        sys.exit(code if isinstance(code, int) else 0)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help, in Chinese."""
        return _in_chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help, in Chinese and whole."""
        _prepare_help()
        super().format_help(ctx, formatter)


def _explain(error: typer.TyperException) -> None:
    if not error.message and type(error).__name__ == "NoArgsIsHelpError":
        return  # nothing was typed: the help is on the screen already
    from yangguang.cli.usage import sentence

    typer.echo(sentence(error), err=True)


class ChineseCommand(TyperCommand):
    """A command whose --help explains itself in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help, in Chinese."""
        return _in_chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help, in Chinese and whole."""
        _prepare_help()
        super().format_help(ctx, formatter)


app = typer.Typer(
    cls=ChineseGroup,
    help="阳光：读、查、比政府信息公开工作年度报告；办理政府信息公开申请。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]…",
)
for command in (read, check, compare, convert, repair, due, schema, serve, migrate):
    app.command(cls=ChineseCommand, rich_help_panel="命令", options_metavar="[选项]")(command)
app.command("compile", cls=ChineseCommand, rich_help_panel="命令", options_metavar="[选项]")(
    compile_
)
app.command(cls=ChineseCommand, rich_help_panel="命令", options_metavar="[选项]")(rollup)
for of_operating in (settings, tick, backup, restore):
    app.command(cls=ChineseCommand, rich_help_panel="运行", options_metavar="[选项]")(of_operating)
for of_ledger in (verify_ledger, rebuild_state, anchor, rotate_keys, erase):
    app.command(cls=ChineseCommand, rich_help_panel="台账", options_metavar="[选项]")(of_ledger)

corpus = typer.Typer(
    cls=ChineseGroup,
    help="把许多年度报告读成可以查询的语料库。",
    no_args_is_help=True,
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]…",
)
for inner in (build, query, summary, repeated):
    corpus.command(cls=ChineseCommand, rich_help_panel="命令", options_metavar="[选项]")(inner)
app.add_typer(corpus, name="corpus", rich_help_panel="命令")


def _group(name: str, explained: str, *commands: Any) -> None:
    """A group of commands of the site."""
    group = typer.Typer(
        cls=ChineseGroup,
        help=explained,
        no_args_is_help=True,
        options_metavar="[选项]",
        subcommand_metavar="命令 [参数]…",
    )
    group.callback()(lambda: None)  # a group even of one command
    for one in commands:
        name_in_group = one.__name__.rstrip("_").replace("_", "-")  # `import` is the language's
        group.command(
            name_in_group, cls=ChineseCommand, rich_help_panel="命令", options_metavar="[选项]"
        )(one)
    app.add_typer(group, name=name, rich_help_panel="网站")


_group("agencies", "机关：按文件登记，看例子。", agencies.load, agencies.example)
_group("people", "人员：开通账号，退出登录。", people.invite, people.signout)
_group("requests", "申请：从表格导入。", import_)
_group("archives", "档案：打成归档包。", archives.export)
_group(
    "reports",
    "年报：把以前公布的导入，从表格填写。",
    reports.import_,
    reports.import_folder,
    figures,
)
_group("demo", "演示城市：重建。", demo.reset)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"yangguang {__version__}")
        raise typer.Exit


@app.callback()
def _yangguang(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="显示版本。",
            rich_help_panel=OPTIONS,
        ),
    ] = False,
) -> None:
    pass
