"""The characters of a page, from PDFium, in a few calls for each."""

import ctypes
import re
from collections import deque
from itertools import repeat

import numpy as np
import pypdfium2.raw as c
from numpy.typing import NDArray

from matters_arising.extract.reader import pdfium_call as call
from matters_arising.extract.reader.affine import Matrix
from matters_arising.extract.reader.glyph import (
    NO_GLYPHS,
    Glyphs,
    codes_of,
    find_printed,
    is_bold_name,
    pick_text,
)
from matters_arising.extract.reader.pdfium_hyphen import spell_hyphens
from matters_arising.extract.reader.turn import Boxes, set_on_feet, turn_of

BOLD_FROM = 600
"""Fonts of this weight and up are bold."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters and marks of scripts that are written from right to left."""

LOST_SPACE_GAP = 0.04
"""A lost space leaves a gap of at least this share of the type size."""

OVERHANG = 0.15
"""Letters beside a space that was never written overlap by less than this share of their size."""

ROWS = 4096
"""Characters whose boxes are asked for at a time."""


def read_glyphs(page: call.Handle, text_page: call.Handle, to_ours: Matrix) -> Glyphs:
    """The characters of the page; `to_ours` leads from PDF coordinates to ours."""
    text, owners, indices, spaced, made_up = _printed(page, text_page)
    if not text:
        return NO_GLYPHS
    boxes = _to_boxes(_loose_edges(text_page, indices.tolist()), to_ours)
    begins = np.append(True, owners[1:] != owners[:-1])
    held, first, again = np.unique(owners[begins], return_index=True, return_inverse=True)
    firsts = indices[begins][first].tolist()
    styles = _read_styles(text_page, firsts, held.tolist(), to_ours)
    sizes, bolds, turns, xs, ys = styles[again[np.cumsum(begins) - 1]].T
    turns = turns.astype(np.int16)
    boxes = set_on_feet(boxes, np.column_stack((xs, ys, xs, ys)), sizes, turns)
    spaced |= _lost_spaces(text, boxes, sizes, begins) | _unwritten(made_up, boxes, sizes)
    return Glyphs(text, spaced, boxes, sizes, bolds > 0, turns)


def _printed(
    page: call.Handle, text_page: call.Handle
) -> tuple[str, NDArray[np.uint64], NDArray[np.intp], NDArray[np.bool_], NDArray[np.bool_]]:
    """The printed characters; the text object of each; its index; if a space stands before.

    Last, before which of them PDFium made a space up: it is of no text object.
    """
    text = _text(text_page)
    owners = _owners(text_page, text)
    text = spell_hyphens(page, text_page, text, owners)
    passed = np.cumsum((owners == 0) & (codes_of(text) == ord(" ")))[owners != 0]
    made_up = np.diff(passed, prepend=0) > 0
    text = pick_text(text, owners != 0)
    printed, spaced = find_printed(text)
    indices = np.flatnonzero(owners)[printed]
    return pick_text(text, printed), owners[indices], indices, spaced, made_up[printed]


def _owners(text_page: call.Handle, text: str) -> NDArray[np.uint64]:
    """The text object that each character belongs to; 0 for none.

    PDFium writes one object after another, save where text runs to the left: a word whose
    first and last characters are of one object is all of it, so the others are not asked for.
    """
    solid = codes_of(text) > ord(" ")
    asked = np.ones(len(text), np.bool_)
    if not RIGHT_TO_LEFT.search(text):
        asked[1:-1] = ~(solid[:-2] & solid[1:-1] & solid[2:])
    places = np.flatnonzero(asked)
    calls = map(call.get_text_object, repeat(text_page), places.tolist())
    found = np.fromiter(calls, np.uint64, len(places))
    owners: NDArray[np.uint64] = found[np.cumsum(asked) - 1]
    parted = (np.diff(places) > 1) & (found[1:] != found[:-1])
    for start, end in zip(places[:-1][parted].tolist(), places[1:][parted].tolist(), strict=True):
        for index in range(start + 1, end):
            owners[index] = call.get_text_object(text_page, index)
    return owners


def _text(text_page: call.Handle) -> str:
    """All the text, one character for each that PDFium counts."""
    count = call.count_characters(text_page)
    buffer = ctypes.create_string_buffer(2 * count + 2)
    call.get_text(text_page, 0, count, buffer)
    text = buffer.raw[:-2].decode("utf-16-le", "replace")
    if len(text) != count or "\0" in text:  # some have no code, or are of two units
        codes = map(call.get_unicode, repeat(text_page), range(count))
        text = "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)
    return text


def _lost_spaces(
    text: str, boxes: Boxes, sizes: NDArray[np.float64], begins: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Where PDFium left a space out: it does so where the next text begins within the space.

    A gap alone does not tell; the text must also look like two words: "10." and "Following".
    """
    gaps = boxes[1:, 0] - boxes[:-1, 2]
    doubtful = begins[1:] & (gaps > LOST_SPACE_GAP * sizes[1:])
    lost = np.zeros(len(text), np.bool_)
    for index in np.flatnonzero(doubtful).tolist():
        left, right = text[index], text[index + 1]
        lost[index + 1] = right.isupper() or not (left.isalpha() or right.isalpha())
    return lost


def _unwritten(
    made_up: NDArray[np.bool_], boxes: Boxes, sizes: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Where PDFium tells of a space that nothing draws, be the gap short of a word's.

    Some programs write every letter alone and no spaces; an italic f hangs over half of one,
    and the two of "of five" over all of it.
    """
    beside = np.zeros(len(boxes), np.bool_)
    beside[1:] = boxes[1:, 0] - boxes[:-1, 2] > -OVERHANG * sizes[1:]
    return made_up & beside


_edges = np.zeros((ROWS, 4), np.float32)
_edges_at = [ctypes.byref(row) for row in (c.FS_RECTF * ROWS).from_buffer(_edges)]


def _loose_edges(text_page: call.Handle, indices: list[int]) -> NDArray[np.float32]:
    """Left, top, right and bottom of characters in PDF coordinates, NaN where unknown."""
    found = []
    for start in range(0, len(indices), ROWS):
        part = indices[start : start + ROWS]
        _edges.fill(np.nan)
        deque(map(call.get_loose_box, repeat(text_page), part, _edges_at), maxlen=0)
        found.append(_edges[: len(part)].copy())
    return np.concatenate(found)


def _to_boxes(edges: NDArray[np.float32], to_ours: Matrix) -> Boxes:
    left, top, right, bottom = edges.T.astype(np.float64)
    a, b, cc, d, e, f = to_ours
    xs = a * left + cc * bottom + e, a * right + cc * top + e
    ys = b * left + d * bottom + f, b * right + d * top + f
    return np.column_stack((np.minimum(*xs), np.minimum(*ys), np.maximum(*xs), np.maximum(*ys)))


def _read_styles(
    text_page: call.Handle, indices: list[int], owners: list[int], to_ours: Matrix
) -> NDArray[np.float64]:
    """Size, boldness and turn of text objects, and the point down to which their letters hang.

    Each of `owners` is a text object, and holds the character at its place in `indices`.
    """
    matrices, origins, sizes = _placements(text_page, indices)
    bolds, descents = _fonts(text_page, indices, owners)
    a, b, cc, d, _, _ = matrices.T
    xs = origins[:, 0] + cc * sizes * descents
    ys = origins[:, 1] + d * sizes * descents
    oa, ob, oc, od, oe, of = to_ours
    directions = np.column_stack((a * oa + b * oc, a * ob + b * od)).tolist()
    turns = [turn_of(along, down) for along, down in directions]
    feet = oa * xs + oc * ys + oe, ob * xs + od * ys + of
    return np.column_stack((sizes * np.hypot(cc, d), bolds, turns, *feet))


def _placements(
    text_page: call.Handle, indices: list[int]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """The text matrix, the origin and the font size of each of the characters."""
    count = len(indices)
    matrices, origins = np.zeros((count, 6), np.float32), np.zeros((count, 2))
    rows = (ctypes.c_float * 6 * count).from_buffer(matrices.data)
    deque(map(call.get_text_matrix, repeat(text_page), indices, rows), maxlen=0)
    points = (ctypes.c_double * 2 * count).from_buffer(origins.data)
    for index, point in zip(indices, points, strict=True):
        call.get_origin(text_page, index, ctypes.byref(point), ctypes.byref(point, 8))
    sizes = np.fromiter(map(call.get_font_size, repeat(text_page), indices), np.float64, count)
    return matrices.astype(np.float64), origins, sizes


def _fonts(
    text_page: call.Handle, indices: list[int], owners: list[int]
) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Whether the font of each text object is bold, and how far its letters hang down."""
    known: dict[int, tuple[bool, float]] = {}
    found = []
    for index, owner in zip(indices, owners, strict=True):
        font = call.get_font(call.Handle(owner))
        if font not in known:
            known[font] = _read_font(text_page, index, font)
        found.append(known[font])
    bolds, descents = zip(*found, strict=True)
    return np.array(bolds), np.array(descents)


def _read_font(text_page: call.Handle, index: int, font: int) -> tuple[bool, float]:
    """Whether the font is bold, and how far it goes below the line (a negative share)."""
    name, descent = ctypes.create_string_buffer(128), ctypes.c_float()
    call.get_font_name(call.Handle(font), name, ctypes.c_size_t(128))
    call.get_descent(call.Handle(font), ctypes.c_float(1.0), ctypes.byref(descent))
    heavy = call.get_font_weight(text_page, index) >= BOLD_FROM
    return heavy or is_bold_name(name.value.decode("latin-1")), descent.value
