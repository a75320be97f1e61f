"""PDFium's functions that are called for every character and every object of a page.

ctypes wraps each handle in a pointer object and lets go of the interpreter's lock for each call;
both cost more than these calls themselves. Here a handle is its address and the lock is kept.
"""

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_void_p
from typing import Any, Final

import pypdfium2.raw as pdfium


def address(handle: Any) -> int:
    """A handle as the functions below take it."""
    return ctypes.cast(handle, c_void_p).value or 0


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


loose_box: Final = _plain(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
angle: Final = _plain(pdfium.FPDFText_GetCharAngle, c_float, c_void_p, c_int)
is_guessed: Final = _plain(pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
object_at: Final = _plain(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
kind_of: Final = _plain(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
