"""Run the measurements: all, or the one named on the command line."""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.accuracy import accuracy
from bench.alike import alike
from bench.board import board
from bench.bringing_in import bringing_in
from bench.clock import clock
from bench.comparing import comparison
from bench.compiling import compiling
from bench.corpus import corpus
from bench.docx import docx
from bench.figure import Figure
from bench.full_office import KEPT_IN
from bench.mutations import mutations
from bench.office import office
from bench.own_site import MINUTES
from bench.pdf import pdf
from bench.phone import phone
from bench.public_reports import public_reports
from bench.reading import reading
from bench.repeated_text import repeated_text
from bench.rollup import rollup
from bench.soak import soak
from bench.start import start
from bench.statistics_page import statistics
from bench.submissions import submissions

BENCHES: dict[str, Callable[[], Iterator[Figure]]] = {
    "reading": reading,
    "docx": docx,
    "pdf": pdf,
    "repeated_text": repeated_text,
    "corpus": corpus,
    "start": start,
    "clock": clock,
    "submissions": submissions,
    "office": office,
    "compile": compiling,
    "statistics": statistics,
    "likeness": alike,
    "import": bringing_in,
    "phone": phone,
    "soak": soak,
    "rollup": rollup,
    "board": board,
    "comparison": comparison,
    "public_reports": public_reports,
    "accuracy": accuracy,
    "mutations": mutations,
}
RESULTS = Path(__file__).parent / "results.json"


def main(arguments: list[str]) -> int:
    """Measure, print a line a figure, write results.json. 2 where a name is unknown."""
    names = _names(arguments)
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no such measurement: {unknown[0]}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    figures = []
    with TemporaryDirectory(prefix="yangguang-office-") as folder:
        os.environ.setdefault(KEPT_IN, folder)  # written once for all that measure in it
        for name in names or BENCHES:
            for figure in BENCHES[name]():
                print(figure.line(), flush=True)
                figures.append(figure.as_object())
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def _names(arguments: list[str]) -> list[str]:
    parser = ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=", ".join(BENCHES))
    parser.add_argument("--minutes", type=float, help="how long the soak lasts; else 20")
    told = parser.parse_args(arguments)
    if told.minutes:
        os.environ[MINUTES] = str(told.minutes)
    names: list[str] = told.names
    return names


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
