"""Figures of a site at work: measured by a child process on a site of its own.

The child (`python -m bench.NAME`) has a folder and a database that are gone afterwards, and prints
each figure as a line of JSON; so what measures something else in the parent knows no Django.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bench.figure import Figure

SQLITE, POSTGRESQL = "sqlite", "postgresql"
MINUTES: Final = "YANGGUANG_BENCH_MINUTES"
"""How long a load lasts that is measured over time."""
_BESIDE_POSTGRESQL: Final = Path(__file__).parents[1] / "scripts" / "with-postgresql"
_NO_POSTGRESQL: Final = 69


def figures_of(module: str, database: str = SQLITE) -> Iterator[Figure]:
    """Run the child, and give its figures; none where there is no PostgreSQL to measure on."""
    beside = [str(_BESIDE_POSTGRESQL)] if database == POSTGRESQL else []
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    child = subprocess.Popen(
        [*beside, sys.executable, "-m", module], stdout=subprocess.PIPE, text=True, env=environment
    )
    with child:
        assert child.stdout
        for line in child.stdout:
            yield Figure(**json.loads(line))
    if child.returncode not in (0, _NO_POSTGRESQL):
        raise RuntimeError(f"{module} ended with {child.returncode}")


def minutes() -> float:
    """As the command line says."""
    return float(os.environ.get(MINUTES, "20"))


def measured_by(
    measure: Callable[[dict[str, str]], Iterator[Figure]], copied: Path | None = None
) -> None:
    """In the child: make the site, measure, print. `measure` takes the site's environment.

    The site is a new one, or as it was `copied`.
    """
    with tempfile.TemporaryDirectory(prefix="yangguang-bench-") as folder:
        if copied:
            shutil.copytree(copied, folder, dirs_exist_ok=True)
        environment = {
            "YANGGUANG_VAR": folder,
            "DATABASE_URL": os.environ.get("DATABASE_URL", ""),
            "DJANGO_SETTINGS_MODULE": "yangguang.site.settings",
        }
        os.environ.update(environment)
        import django

        django.setup()
        from django.core.management import call_command

        Path(folder, "incoming").mkdir(exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        for figure in measure(environment):
            told = {key: getattr(figure, key) for key in ("name", "value", "unit", "against")}
            print(json.dumps(told), flush=True)
