"""The commands that need the site's database: its parts there, its tables made."""

import os
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    pass

UNABLE = 2
"""The exit code when a command cannot do its work at all."""


def require_server_parts() -> None:
    """End with a sentence where what the site runs on is not installed."""
    from importlib.util import find_spec

    if not all(find_spec(part) for part in ("django", "gunicorn", "whitenoise")):
        typer.echo("网站所需的部件没有安装，请运行：pip install 'yangguang[server]'", err=True)
        raise typer.Exit(UNABLE)


def set_up() -> None:
    """Set up the site in this process, its database unseen. Ends with sentences where it cannot."""
    require_server_parts()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yangguang.site.settings")
    import django

    try:
        django.setup()
    except (ValueError, OSError) as fault:
        typer.echo(f"网站的设置不对，没有启动：\n{fault}", err=True)
        raise typer.Exit(UNABLE) from None


def migrate() -> None:
    """建立数据库里的表，或更新到现在的版本；已是最新则什么也不做。

    SQLite 在 yangguang serve 启动时自动做；PostgreSQL 请在更新程序之后、启动之前运行一次。
    """
    set_up()
    from pathlib import Path

    from django.conf import settings
    from django.core.management import call_command
    from django.db import DatabaseError, connections

    Path(settings.FILE_UPLOAD_TEMP_DIR).mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    except DatabaseError:
        typer.echo("数据库的表没有建成，请检查 DATABASE_URL，或数据库是否已启动。", err=True)
        raise typer.Exit(UNABLE) from None
    finally:
        connections.close_all()


def migrate_own_file() -> None:
    """Bring the tables up to date where the database is a file beside the data."""
    set_up()
    from django.db import connection

    if connection.vendor == "sqlite":
        migrate()


def tables_are_made() -> bool:
    """Set up the site in this process; whether its database has tables.

    Ends with a sentence where the database cannot be reached.
    """
    set_up()
    from django.db import DatabaseError, connection

    try:
        return "casework_event" in connection.introspection.table_names()
    except DatabaseError:
        typer.echo("连不上数据库，请检查 DATABASE_URL，或数据库是否已启动。", err=True)
        raise typer.Exit(UNABLE) from None


def open_site() -> None:
    """Set up the site in this process. Ends with a sentence where its database is not ready."""
    if not tables_are_made():
        typer.echo("数据库里还没有表，请先运行：yangguang migrate", err=True)
        raise typer.Exit(UNABLE)
