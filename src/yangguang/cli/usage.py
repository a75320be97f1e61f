"""What is wrong with a command line, in Chinese, and how to write it."""

from enum import Enum
from typing import Any


def sentence(error: Any) -> str:
    """What is wrong with what was typed, and where its use is explained.

    `error` is one of typer's usage errors. typer does not hand out their classes: they are told
    apart by name.
    """
    context = error.ctx
    command = context.command_path if context else "yangguang"
    return f"{_what_is_wrong(error, context)}\n用法见：{command} --help"


def _what_is_wrong(error: Any, context: Any) -> str:
    message = str(error.message)
    match type(error).__name__:
        case "NoSuchOption":
            near = "、".join(sorted(error.possibilities or ()))
            return f"没有 {error.option_name} 这个选项。" + (f"是不是要写 {near}？" if near else "")
        case "BadOptionUsage":
            return f"{error.option_name} 后面要写一个值。"
        case "MissingParameter":
            return _missing(error.param)
        case "BadParameter":
            return _bad_value(error.param, message)
    if message.startswith("No such command"):
        commands = "、".join(context.command.commands)
        typed = message.removeprefix("No such command '").partition("'")[0]
        return f"没有 {typed} 这个命令。可用的命令：{commands}。"
    if message.startswith("Got unexpected extra"):
        return f"命令后面多写了内容：{message.rpartition('(')[2].rstrip(')')}。"
    return f"命令写得不对：{message}"


def _missing(parameter: Any) -> str:
    name, metavar = parameter.opts[0], parameter.metavar
    if name.startswith("-"):
        return f"没有写 {name}，这一项必须写，例如 {name} {metavar or '值'}。"
    return f"没有写{metavar or name}，请写在命令后面。"


def _bad_value(parameter: Any, message: str) -> str:
    if parameter is None or message.endswith("。"):
        return message
    takes = parameter.type_descriptor
    name = parameter.opts[0]
    if isinstance(takes.annotation, type) and issubclass(takes.annotation, Enum):
        return (
            f"{name} 的值写错了，只能是：{'、'.join(choice.value for choice in takes.annotation)}。"
        )
    if takes.annotation is int:
        bounds = takes.parameter_info
        return f"{name} 的值写错了，应当是 {bounds.min} 到 {bounds.max} 的整数。"
    return f"{name} 的值写错了：{message}"
