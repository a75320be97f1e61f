"""Files on their way in: kept in a private file, stopped at the limit, refused when huge."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse

from yangguang.portal import capacity, rooms

REFUSED: Final = "upload.refused"
"""Where a request's META lists the files that were stopped at the limit: their names."""

OPENED: Final = "upload.opened"
"""Where a request's META lists the files that its uploads lie in."""

_CHUNK: Final = 1 << 16
_SWALLOW_BYTES: Final = 256 * 1024 * 1024
_SWALLOW_SECONDS: Final = 20


class PrivateFile(TemporaryFileUploadHandler):
    """Writes a file to `var/incoming`, readable by us only, and stops it at the limit."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Open the file in which the upload lies until it is read."""
        rooms.private(rooms.incoming_folder())
        super().new_file(*args, **kwargs)
        self.received = 0
        self.request.META.setdefault(OPENED, []).append(self.file)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece; past the limit delete what there is and skip the rest."""
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_FILE_BYTES:
            self.file.close()
            self.request.META.setdefault(REFUSED, []).append(self.file_name)
            raise SkipFile
        self.file.write(raw_data)


class RefuseTooMuch:
    """Refuses what is too large (413) or finds no space (503), before anything is stored.

    Leaves nothing of an upload behind when the request is over.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse, or let pass."""
        try:
            announced = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            announced = 0
        from yangguang.portal.views import errors

        if announced > settings.UPLOAD_REQUEST_BYTES:
            _swallow(request, announced)
            return errors.too_large(request, announced)
        if _brings_files(request) and not capacity.has_space(request, announced):
            _swallow(request, announced)
            return errors.no_space(request)
        try:
            return self.get_response(request)
        finally:
            # What nobody took out of the request (`keep`), however it broke off.
            for file in request.META.pop(OPENED, ()):
                file.close()


def _brings_files(request: HttpRequest) -> bool:
    return request.META.get("CONTENT_TYPE", "").startswith("multipart/")


def _swallow(request: HttpRequest, announced: int) -> None:
    """Read and forget what the browser is sending: only then does it look at the answer.

    Bounded in size and time: past that the connection is simply closed.
    """
    until = time.monotonic() + _SWALLOW_SECONDS
    left = announced if announced <= _SWALLOW_BYTES else 0
    while left > 0 and time.monotonic() < until:
        part = request.environ["wsgi.input"].read(min(_CHUNK, left))
        if not part:
            return
        left -= len(part)


def keep(upload: TemporaryUploadedFile) -> Path:
    """Take an upload out of the request, which would delete it. The caller deletes it."""
    kept = rooms.incoming_folder() / rooms.new_id()
    Path(upload.temporary_file_path()).rename(kept)
    upload.close()
    return kept
