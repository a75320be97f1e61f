"""Run the measurements: all, or the one named on the command line."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.accuracy import accuracy
from bench.clock import clock
from bench.corpus import corpus
from bench.docx import docx
from bench.figure import Figure
from bench.mutations import mutations
from bench.office import office
from bench.pdf import pdf
from bench.reading import reading
from bench.repeated_text import repeated_text
from bench.rollup import rollup
from bench.start import start
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
    "rollup": rollup,
    "accuracy": accuracy,
    "mutations": mutations,
}
RESULTS = Path(__file__).parent / "results.json"


def main(names: list[str]) -> int:
    """Measure, print a line a figure, write results.json. 2 where a name is unknown."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no such measurement: {unknown[0]}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    figures = []
    for name in names or BENCHES:
        for figure in BENCHES[name]():
            print(figure.line(), flush=True)
            figures.append(figure.as_object())
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
