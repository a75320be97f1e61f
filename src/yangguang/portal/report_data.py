"""All public reports as one file of open data, made once for each state of what is public.

Periodic work makes it (`jobs`); who asks for it earlier has it made.
"""

import os
import tempfile
import threading
from pathlib import Path
from typing import IO, Final, NamedTuple

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from yangguang.agencies.access import PUBLIC, access
from yangguang.casework import turns
from yangguang.portal.views import errors
from yangguang.reporting import data_package
from yangguang.reporting.data_package import Stamp

_ONE_AT_A_TIME: Final = threading.Lock()
_PATIENCE_SECONDS: Final = 20


class Offered(NamedTuple):
    """What a link to it says; `size` in bytes, None until someone has had it made."""

    stamp: Stamp
    size: int | None


def offered() -> Offered:
    """The package of now. One query."""
    now = data_package.stamp()
    try:
        return Offered(now, _file(now).stat().st_size)
    except FileNotFoundError:
        return Offered(now, None)


@access(PUBLIC)
@require_safe
def download(request: HttpRequest) -> HttpResponseBase:
    """The package; whoever has it already is told so."""
    now = data_package.stamp()
    described = HttpResponse(headers={"ETag": f'"{now}"', "Cache-Control": "no-cache"})
    known = get_conditional_response(request, etag=described["ETag"], response=described)
    if known is not described:
        return known
    try:
        content = _opened(_file(now))
    except turns.Crowded:
        return errors.crowded(request)
    answer = FileResponse(
        content,
        as_attachment=True,
        filename=f"{data_package.NAME}.zip",
        content_type="application/zip",
    )
    for header in ("ETag", "Cache-Control"):
        answer[header] = described[header]
    return answer


def prepare() -> bool:
    """Make the package of now; False where it lies there, or nothing is public."""
    now = data_package.stamp()
    file = _file(now)
    if not now.reports or file.exists():
        return False
    _make(file)
    return True


def _file(now: Stamp) -> Path:
    folder: Path = settings.PACKAGES_FOLDER
    return folder / f"reports-{now}.zip"


def _opened(file: Path) -> IO[bytes]:
    """The file, made if it is not there. Raises Crowded where another is long at it."""
    try:
        return file.open("rb")
    except FileNotFoundError:
        pass
    if not _ONE_AT_A_TIME.acquire(timeout=_PATIENCE_SECONDS):
        raise turns.Crowded
    try:
        if not file.exists():
            _make(file)
        return file.open("rb")
    finally:
        _ONE_AT_A_TIME.release()


def _make(file: Path) -> None:
    """The file, there whole or not at all; those of before are done with."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished, path = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    try:
        with os.fdopen(unfinished, "wb") as to:
            data_package.write(to)
        Path(path).replace(file)
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise
    for other in file.parent.glob("reports-*.zip"):
        if other != file:
            other.unlink(missing_ok=True)
