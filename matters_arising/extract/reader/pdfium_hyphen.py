"""Hyphens at line ends: PDFium gives one code for a writer's own and for a typesetter's.

Read without the line beneath it, each shows which of the two it is.
"""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from matters_arising.extract.reader import pdfium_call as call

LINE_END = re.compile("[\x02\ufffe]")
"""PDFium's codes for a hyphen that ends a line."""

HYPHEN, SOFT_HYPHEN = "-", "\u00ad"

MOST_WORK = 500_000
"""Hyphens times text objects of a page beyond which all are taken for the writer's own.

A page of 2,000 text objects with 100 hyphens is far below it; what is above is no paper.
"""


def spell_hyphens(
    page: call.Handle, text_page: call.Handle, text: str, owners: NDArray[np.uint64]
) -> str:
    """The text of a page with the hyphens at its line ends as the paper has them.

    `owners` are the text objects that its characters belong to, 0 for none.
    """
    ends = [found.start() for found in LINE_END.finditer(text)]
    if not ends:
        return text
    written = [call.Handle(owner) for owner in np.unique(owners).tolist() if owner]
    if len(ends) * len(written) > MOST_WORK:
        return LINE_END.sub(HYPHEN, text)
    spelt, codes = _spell_alone(page, written, owners[ends].tolist()), list(text)
    for end, code in zip(ends, spelt, strict=True):
        codes[end] = code
    return "".join(codes)


def _spell_alone(
    page: call.Handle, written: Iterable[call.Handle], wanted: Iterable[int]
) -> list[str]:
    """The hyphen that ends each of the wanted text objects, of all those written on the page."""
    _show(written, shown=False)
    spelt = []
    for owner in wanted:
        _show([call.Handle(owner)], shown=True)
        spelt.append(_last_hyphen(page))
        _show([call.Handle(owner)], shown=False)
    _show(written, shown=True)
    return spelt


def _show(objects: Iterable[call.Handle], *, shown: bool) -> None:
    for written in objects:
        call.set_active(written, int(shown))


def _last_hyphen(page: call.Handle) -> str:
    """The hyphen at the end of what is shown of a page."""
    text_page = call.load_text(page)
    try:
        last = call.count_characters(text_page) - 1
        soft = last >= 0 and call.get_unicode(text_page, last) == ord(SOFT_HYPHEN)
    finally:
        call.close_text(text_page)
    return SOFT_HYPHEN if soft else HYPHEN
