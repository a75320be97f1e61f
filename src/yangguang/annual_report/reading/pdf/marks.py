"""The drawings of a page: ruling lines as thin boxes, and how much of it pictures cover.

A border is drawn in many ways: a line that is stroked, a thin rectangle that is filled, a box that
is stroked, hundreds of any of these in one path. A filled rectangle that is not thin is a
background and rules nothing.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any, Final

import pypdfium2.raw as pdfium

from yangguang.annual_report.reading.pdf import native

THIN: Final = 3.0
"""The thickest ruling line, in points."""

DOT: Final = 2.0
"""The largest dot of a dotted line."""

_DEEPEST: Final = 8
_MOST_OBJECTS: Final = 60_000
_MOST_SEGMENTS: Final = 60_000
_SIMPLE: Final = 5
"""Segments of a rectangle: a start, three sides, the way back."""

Edges = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Marks:
    """Thin boxes (left, bottom, right, top) in the file's coordinates; the area of pictures."""

    strokes: list[Edges] = field(default_factory=list)
    pictured: float = 0.0


def marks_of(page: Any) -> Marks:
    """The drawings of an open page."""
    found = Marks()
    walk = _Walk(found)
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    things = list(map(native.object_at, repeat(native.address(page)), range(count)))
    for thing, kind in zip(things, map(native.kind_of, things), strict=True):
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            walk.take(ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT), kind, None, 0)
    return found


class _Walk:
    """Goes through the objects of a page and of the forms placed on it."""

    def __init__(self, found: Marks) -> None:
        self.found = found
        self.objects = 0
        self.segments = 0
        self.edges = [ctypes.c_float() for _ in range(4)]
        self.places = [ctypes.byref(edge) for edge in self.edges]

    def take(self, thing: Any, kind: int, within: Matrix | None, depth: int) -> None:
        """Take in one object of a kind, placed by the form that it is in."""
        self.objects += 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self.path(thing, within)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = self.bounds(thing, within)
            self.found.pictured += (right - left) * (top - bottom)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _matrix(thing, within)
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                if self.objects > _MOST_OBJECTS:
                    return
                part = pdfium.FPDFFormObj_GetObject(thing, index)
                self.take(part, pdfium.FPDFPageObj_GetType(part), inner, depth + 1)

    def bounds(self, thing: Any, within: Matrix | None) -> Edges:
        """The box around an object."""
        if not pdfium.FPDFPageObj_GetBounds(thing, *self.places):
            return (0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = (edge.value for edge in self.edges)
        if within is None:
            return left, bottom, right, top
        return _around([_moved(within, left, bottom), _moved(within, right, top)])

    def path(self, thing: Any, within: Matrix | None) -> None:
        """A path: one thin box, or the thin ones among its parts."""
        bounds = self.bounds(thing, within)
        if _is_thin(bounds):
            self.found.strokes.append(bounds)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke))
        count = pdfium.FPDFPath_CountSegments(thing)
        if (stroke.value or count > _SIMPLE) and self.segments + count <= _MOST_SEGMENTS:
            self.segments += count
            for part in _parts(thing, count, _matrix(thing, within)):
                box = _around(part)
                if _is_thin(box):
                    self.found.strokes.append(box)
                elif stroke.value:
                    sides = (_around(side) for side in pairwise(part))
                    self.found.strokes.extend(side for side in sides if _is_thin(side))


Point = tuple[float, float]


def _parts(path: Any, count: int, matrix: Matrix) -> Iterator[list[Point]]:
    """The runs of joined points in a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _moved(matrix, x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_thin(box: Edges) -> bool:
    """Whether a box is a line, a dash, or a dot of a dotted line."""
    wide, high = box[2] - box[0], box[3] - box[1]
    if wide < high:
        wide, high = high, wide
    return high <= THIN and (wide >= 2 * high or wide <= DOT) and wide > 0


def _around(points: list[Point] | tuple[Point, ...]) -> Edges:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(thing: Any, within: Matrix | None) -> Matrix:
    """Where an object's own coordinates lie, within the form that it is in."""
    given = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(given)):
        given.a = given.d = 1.0
    a, b, c, d, e, f = given.a, given.b, given.c, given.d, given.e, given.f
    if within is None:
        return a, b, c, d, e, f
    p, q, r, s, t, u = within
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
