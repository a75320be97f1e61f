"""Sites of their own for tests: a folder, a database of the kind tested on, and programs there."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).parents[3]
MASTER, OTHER = "the master key of the site", "another master key"


def _server() -> dict[str, str]:
    return settings.DATABASES["default"]


def is_postgresql() -> bool:
    """Whether the tests run on PostgreSQL."""
    return str(_server()["ENGINE"]).endswith("postgresql")


@dataclass(frozen=True)
class Site:
    """A site: its name, and its folder."""

    name: str
    folder: Path

    @property
    def database_url(self) -> str:
        """Where its database is; "" for SQLite in its folder."""
        if not is_postgresql():
            return ""
        return f"postgresql://{_server()['USER']}@/{self.name}?host={_server()['HOST']}"

    def wipe(self) -> None:
        """Make its database anew, empty; its folder must be empty or gone."""
        self.folder.mkdir(exist_ok=True)
        if is_postgresql():
            import psycopg

            told = f"dbname=postgres user={_server()['USER']} host={_server()['HOST']}"
            with psycopg.connect(told, autocommit=True) as server:
                server.execute(f"DROP DATABASE IF EXISTS {self.name}")
                server.execute(f"CREATE DATABASE {self.name}")

    def ran(self, *words: object, **told: str) -> subprocess.CompletedProcess[str]:
        """What `yangguang WORDS…` does there."""
        return self._run("from yangguang.cli import main; main()", *map(str, words), **told)

    def does(self, program: str, *words: str) -> str:
        """What a piece of Python prints there, with Django set up."""
        done = self._run(f"import django; django.setup()\n{program}", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def doing(self, program: str) -> Iterator[subprocess.Popen[str]]:
        """A piece of Python at work there; killed at the end."""
        with subprocess.Popen(
            [sys.executable, "-c", f"import django; django.setup()\n{program}"],
            env=self._environment(),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def _run(self, program: str, *words: str, **told: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, *words],
            env={**self._environment(), **told},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    def _environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("YANGGUANG_", "DATABASE_URL", "DJANGO_"))
        }
        return {
            **kept,
            "DJANGO_SETTINGS_MODULE": "yangguang.site.settings",
            "DATABASE_URL": self.database_url,
            "YANGGUANG_VAR": str(self.folder),
            "YANGGUANG_SECRET_KEY": "a key that signs",
            "YANGGUANG_MASTER_KEY": MASTER,
        }
