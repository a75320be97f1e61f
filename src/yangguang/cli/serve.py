"""`yangguang serve`: the site on this machine."""

import os
import signal
import socket
import struct
from typing import Annotated, Any, Final

import typer

from yangguang.cli import background
from yangguang.cli.demo import begin as begin_demo
from yangguang.cli.site import migrate_own_file, require_server_parts

APPLICATION = "yangguang.site.wsgi:application"
LOGGER = "yangguang.site.gunicorn_log.GunicornLog"
WORKERS = 2
THREADS = 16
_NAMING: Final = ("YANGGUANG_ADDRESS", "YANGGUANG_HOSTS", "YANGGUANG_HTTPS")
_EVERYWHERE: Final = frozenset({"0.0.0.0", "::"})
PATIENCE_SECONDS = 30
"""How long a visitor may be silent in the middle of a request: it holds a thread meanwhile."""


def serve(
    host: Annotated[
        str, typer.Option(metavar="地址", help="监听的地址。", rich_help_panel="选项")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(metavar="端口", min=1, max=65535, help="监听的端口。", rich_help_panel="选项"),
    ] = 8000,
    demo: Annotated[
        bool,
        typer.Option("--demo", help="还没有任何数据时，先建演示城市。", rich_help_panel="选项"),
    ] = False,
) -> None:
    """在本机启动网站：网页、后台工作、例行工作。

    后台工作是寄送邮件等，例行工作见 yangguang tick。其中哪个停了，会自动重新启动。
    不加 --demo，绝不会自己建演示城市。
    """
    # A visitor who leaves early must not end the site, as a closed pipe ends other commands.
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    require_server_parts()
    _require_free(host, port)
    _name_address(host, port)
    migrate_own_file()
    if demo:
        begin_demo()
    from gunicorn.app.base import BaseApplication
    from gunicorn.util import import_app

    def when_ready(server: Any) -> None:
        for listener in server.LISTENERS:
            _limit_patience(listener)
        typer.echo(f"阳光已启动：http://{_in_url(host)}:{port}/ （按 Ctrl+C 停止）")

    class Site(BaseApplication):
        """gunicorn with our application and settings; reads no command line of its own."""

        def load_config(self) -> None:
            settings = {
                "bind": f"{_in_url(host)}:{port}",
                "workers": WORKERS,
                "threads": THREADS,
                "loglevel": "warning",
                "logger_class": LOGGER,
                "control_socket_disable": True,  # a door of its own, shared by all sites of a user
                "proc_name": "yangguang",
                "when_ready": when_ready,
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> object:
            return import_app(APPLICATION)

    web = background.Part("web", lambda: Site().run(), is_vital=True)
    worker = background.Part("worker", background.work)
    tick = background.Part("tick", background.tick)
    raise typer.Exit(background.keep_running([web, worker, tick]))


def _require_free(host: str, port: int) -> None:
    """Say so at once when the address cannot be had; gunicorn would try for five seconds."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as fault:
        typer.echo(
            f"无法监听 {host}:{port}（{fault.strerror}）；"
            f"可能已被占用，请换一个端口，例如 --port {port % 65535 + 1}。",
            err=True,
        )
        raise typer.Exit(2) from None


def _name_address(host: str, port: int) -> None:
    """Let the links that the site writes lead to where it listens on this machine.

    Where the environment names the site, or says how visitors come to it, that holds.
    """
    if any(os.environ.get(one) for one in _NAMING):
        return
    here = "127.0.0.1" if host in _EVERYWHERE else host
    os.environ["YANGGUANG_ADDRESS"] = f"http://{_in_url(here)}:{port}"


def _limit_patience(listener: Any) -> None:
    """Connections inherit the limit from the socket that takes them in (Linux)."""
    seconds = struct.pack("ll", PATIENCE_SECONDS, 0)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, seconds)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
