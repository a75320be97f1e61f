"""A resource on its way to a file."""

import csv
import hashlib
import io
from collections.abc import Iterable
from typing import IO, Any, Final

from yangguang.reporting.data_package.describing import Resource

Row = tuple[str | int, ...]

HELD: Final = 4 * 1024 * 1024
"""How much of a file is held in memory."""


class CsvFile:
    """CSV in UTF-8 without a mark, lines end in CR LF; measured while it is written."""

    def __init__(self, to: IO[bytes], resource: Resource) -> None:
        self._to = to
        self._resource = resource
        self._text = io.StringIO(newline="")
        self._out = csv.writer(self._text)
        self._size = 0
        self._digest = hashlib.sha256()
        self._out.writerow([field.name for field in resource.fields])

    def add(self, rows: Iterable[Row]) -> None:
        """Some more lines."""
        self._out.writerows(rows)
        if self._text.tell() > HELD:
            self.end()

    def end(self) -> None:
        """Hand over what is still held."""
        data = self._text.getvalue().encode()
        self._text.seek(0)
        self._text.truncate()
        self._size += len(data)
        self._digest.update(data)
        self._to.write(data)

    def described(self) -> dict[str, Any]:
        """As the descriptor tells of it, once all is written."""
        return self._resource.described(self._size, self._digest.hexdigest())
