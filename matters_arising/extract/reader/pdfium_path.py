"""What is drawn on a page beside its text, from PDFium: strokes, rectangles, images."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as c

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader import pdfium_call as call
from matters_arising.extract.reader.affine import Matrix, combine
from matters_arising.extract.reader.path import Step, Tracing

DEEPEST_FORM = 8
"""Forms nested deeper than this are drawn to break readers."""

STEPS = {c.FPDF_SEGMENT_MOVETO: "m", c.FPDF_SEGMENT_LINETO: "l", c.FPDF_SEGMENT_BEZIERTO: "c"}


class Shapes:
    """The shapes of one page, forms included, in points from its top left."""

    def __init__(self, page: call.Handle, to_ours: Matrix) -> None:
        """Take in everything drawn on the page given."""
        self.tracing = Tracing()
        self.images: list[Box] = []
        self._numbers = (ctypes.c_float * 6)()
        self._matrix_at, self._x_at, self._y_at = _places(self._numbers, 0, 0, 1)
        self._colour = (ctypes.c_uint * 4)()
        self._inks_at = _places(self._colour, 0, 1, 2, 3)
        self._modes = (ctypes.c_int * 2)()
        self._modes_at = _places(self._modes, 0, 1)
        for index in range(call.count_objects(page)):
            self._take(call.get_object(page, index), to_ours, 0)

    def _take(self, shape: call.Handle, outer: Matrix, depth: int) -> None:
        if self.tracing.crowded:
            return
        kind = call.get_kind(shape)
        if kind == c.FPDF_PAGEOBJ_PATH:
            self._take_path(shape, outer)
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            self.images.append(self._image_box(shape, outer))
        elif kind == c.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            self.tracing.steps += 1  # a form in a form in a form can hold nothing, endlessly
            inner = combine(self._matrix(shape), outer)
            for index in range(call.count_form_objects(shape)):
                self._take(call.get_form_object(shape, ctypes.c_ulong(index)), inner, depth + 1)

    def _matrix(self, shape: call.Handle) -> Matrix:
        call.get_matrix(shape, self._matrix_at)
        a, b, cc, d, e, f = self._numbers
        return (a, b, cc, d, e, f)

    def _image_box(self, image: call.Handle, outer: Matrix) -> Box:
        """The unit square that holds the picture, as it is placed."""
        a, b, cc, d, e, f = combine(self._matrix(image), outer)
        xs, ys = (e, e + a, e + cc, e + a + cc), (f, f + b, f + d, f + b + d)
        return (min(xs), min(ys), max(xs), max(ys))

    def _take_path(self, path: call.Handle, outer: Matrix) -> None:
        call.get_draw_mode(path, *self._modes_at)
        filled, stroked = self._modes
        colour = self._fill_colour(path) if filled else None
        if stroked or colour is not None:
            steps = self._steps(path, combine(self._matrix(path), outer))
            self.tracing.trace(steps, stroked=bool(stroked), colour=colour)

    def _steps(self, path: call.Handle, matrix: Matrix) -> Iterator[Step]:
        a, b, cc, d, e, f = matrix
        numbers, x_at, y_at = self._numbers, self._x_at, self._y_at
        controls = 0
        for index in range(call.count_segments(path)):
            segment = call.get_segment(path, index)
            kind = STEPS.get(call.get_segment_kind(segment), "l")
            controls = controls + 1 if kind == "c" else 0
            if controls % 3 == 0:  # a curve is three segments: two controls and its end
                call.get_segment_point(segment, x_at, y_at)
                x, y = numbers[0], numbers[1]
                point = (a * x + cc * y + e, b * x + d * y + f)
                yield kind, point
            if call.is_closing(segment):
                yield "h", point

    def _fill_colour(self, path: call.Handle) -> str | None:
        """The shade a path is filled with, `#rrggbb`; None where nothing shows."""
        known = call.get_fill_colour(path, *self._inks_at)
        red, green, blue, alpha = self._colour
        return f"#{red:02x}{green:02x}{blue:02x}" if known and alpha else None


def _places(numbers: ctypes.Array[Any], *positions: int) -> list[Any]:
    """Where PDFium is to write those of the numbers."""
    return [ctypes.byref(numbers, 4 * position) for position in positions]
