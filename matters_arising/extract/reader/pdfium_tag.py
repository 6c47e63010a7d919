"""Headings that a page is tagged with, as PDFium tells them."""

import ctypes
from collections.abc import Callable, Iterator
from functools import lru_cache

import pypdfium2.raw as c

from matters_arising.extract.reader import pdfium_call as call
from matters_arising.extract.reader.page import HEADING_TAG, Heading

DEEPEST = 40
"""A tree of tags deeper than this is a trap."""

MOST_TAGS = 20_000
"""A page with more tags than this is a trap too."""

DEEPEST_FORM = 3
"""Text in forms nested deeper than this is no heading's."""

_name = ctypes.create_string_buffer(64)


def read_headings(page: call.Handle, text_page: call.Handle) -> tuple[Heading, ...]:
    """The headings that the page's tags name, in the order of the tags."""
    tree = call.open_tags(page)
    if not tree.value:
        return ()
    try:
        roots = _children(tree, call.count_tags, call.get_tag)
        tagged = [(level, set(_contents(element))) for level, element in _tagged(roots)]
    finally:
        call.close_tags(tree)
    if not tagged:
        return ()
    texts = _texts(page, text_page, set().union(*(ids for _, ids in tagged)))
    said = ((level, "".join(text for n, text in texts if n in ids)) for level, ids in tagged)
    return tuple(Heading(level, text.strip()) for level, text in said if text.strip())


def _children(
    parent: call.Handle,
    count: Callable[[call.Handle], int],
    get: Callable[[call.Handle, int], call.Handle],
) -> list[call.Handle]:
    found = (get(parent, index) for index in range(count(parent)))
    return [child for child in found if child.value]


def _within(element: call.Handle) -> list[call.Handle]:
    return _children(element, call.count_inner_tags, call.get_inner_tag)


def _tagged(roots: list[call.Handle]) -> Iterator[tuple[int, call.Handle]]:
    """Every element of the tree that is tagged as a heading, with its level."""
    waiting = [(root, 0) for root in roots][::-1]
    for _ in range(MOST_TAGS):
        if not waiting:
            return
        element, depth = waiting.pop()
        length = call.get_tag_name(element, _name, ctypes.c_ulong(len(_name)))
        if level := _level(_name.raw[: max(length - 2, 0)]):
            yield level, element
        elif depth < DEEPEST:
            waiting += [(child, depth + 1) for child in _within(element)][::-1]


@lru_cache(maxsize=256)
def _level(name: bytes) -> int:
    """The level of the heading that a tag of this name is; 0 for any other tag."""
    found = HEADING_TAG.match(name.decode("utf-16-le", "replace"))
    return int(found[1]) if found else 0


def _contents(element: call.Handle, depth: int = 0) -> Iterator[int]:
    """The numbers of the marked contents that an element holds, those of its parts too."""
    for index in range(call.count_contents(element)):
        number = call.get_content(element, index)
        if number >= 0:
            yield number
    if depth < DEEPEST:
        for child in _within(element):
            yield from _contents(child, depth + 1)


def _texts(page: call.Handle, text_page: call.Handle, wanted: set[int]) -> list[tuple[int, str]]:
    """The pieces of text in these marked contents, each with its number, in drawing order."""
    return [
        (number, _text(shape, text_page))
        for shape in _text_objects(page)
        if (number := call.get_marked_content(shape)) in wanted
    ]


def _text_objects(page: call.Handle) -> Iterator[call.Handle]:
    for index in range(call.count_objects(page)):
        yield from _text_in(call.get_object(page, index), 0)


def _text_in(shape: call.Handle, depth: int) -> Iterator[call.Handle]:
    """The shape, where it is text; or the text within it, where it is a form."""
    kind = call.get_kind(shape)
    if kind == c.FPDF_PAGEOBJ_TEXT:
        yield shape
    elif kind == c.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
        for index in range(call.count_form_objects(shape)):
            yield from _text_in(call.get_form_object(shape, ctypes.c_ulong(index)), depth + 1)


def _text(shape: call.Handle, text_page: call.Handle) -> str:
    length = call.get_object_text(shape, text_page, None, ctypes.c_ulong(0))
    buffer = ctypes.create_string_buffer(length + 2)
    call.get_object_text(shape, text_page, buffer, ctypes.c_ulong(length))
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")
