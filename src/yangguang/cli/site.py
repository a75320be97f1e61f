"""The commands that need the site's database: its parts there, its tables made."""

import os

import typer

UNABLE = 2
"""The exit code when a command cannot do its work at all."""


def require_server_parts() -> None:
    """End with a sentence where what the site runs on is not installed."""
    from importlib.util import find_spec

    if not all(find_spec(part) for part in ("django", "gunicorn", "whitenoise")):
        typer.echo("网站所需的部件没有安装，请运行：pip install 'yangguang[server]'", err=True)
        raise typer.Exit(UNABLE)


def open_site() -> None:
    """Set up the site in this process. Ends with a sentence where its database is not ready."""
    require_server_parts()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yangguang.site.settings")
    import django

    try:
        django.setup()
    except (ValueError, OSError) as fault:
        typer.echo(f"网站的设置不对：{fault}", err=True)
        raise typer.Exit(UNABLE) from None
    from django.db import DatabaseError, connection

    try:
        is_made = "casework_event" in connection.introspection.table_names()
    except DatabaseError:
        typer.echo("连不上数据库，请检查 DATABASE_URL，或数据库是否已启动。", err=True)
        raise typer.Exit(UNABLE) from None
    if not is_made:
        typer.echo(
            "数据库里还没有表，请先运行："
            "DJANGO_SETTINGS_MODULE=yangguang.site.settings python -m django migrate",
            err=True,
        )
        raise typer.Exit(UNABLE)
