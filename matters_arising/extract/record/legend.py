"""A paper's own key of ratings: the colours and words of its plans, and what it means by them.

It stands in a table of two columns, or in a line of prose: "Done means finished".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from matters_arising.corpus.layout import Cell, Table
from matters_arising.extract.phrase.status import Legend, is_label, name_colour, read_legend

LEGEND_HEADINGS = re.compile(r"\b(?:colou?r|rag|brag|rating|status|key)\b", re.I)
MEANING_HEADINGS = re.compile(r"\b(?:definition|meaning|description|explanation|means)\b", re.I)

FEWEST_LABELS = 2
"""Labels that make a table without the headings of a key one all the same."""

LONGEST_KEY = 800
"""A key told in prose has no more characters than this."""


_COLOUR = r"(?:red|amber|green|blue|grey|gray|yellow|purple)\b"
_LABELLED = rf"(?P<label>(?:[A-Z]|{_COLOUR})[\w-]*(?: [\w-]+){{0,2}}?)"
_MEANS = re.compile(rf"{_LABELLED} (?:means|indicates|shows|is used)(?: that| where| when)? ")
_SIGN = re.compile(rf"{_LABELLED}(?: ?[–=—] ?| - |: ?)")
_OPENING = re.compile(
    r"^(?:[\w ]{0,30}\b(?:key|rag|brag|ratings?|status(?:es)?|legend)\b *: *)", re.I
)
_ITEM_END = re.compile(
    rf"[.;,|]\s+(?=[A-Z]|{_COLOUR})|\s+(?:\|\s+)?(?=(?i:{_COLOUR})\s*[=–—:])|[.;]?\s*$"
)


def find_legend(tables: Sequence[Table], prose: Iterable[str] = ()) -> Legend:
    """The key of ratings in the two-column tables that define them, else in paragraphs.

    A label may be a word, a letter, or nothing but the colour of its cell.
    """
    tabled = (pair for table in tables for pair in _definitions(table))
    told = (pair for text in prose for pair in _definitions_told(text))
    return read_legend(chain(tabled, told))


def _definitions_told(text: str) -> Iterator[tuple[str, str]]:
    """Labels and definitions of a paragraph that holds nothing else.

    Signs between them ("Green – on track") define only colours and letters, or whatever
    follows a word that says it is a key.
    """
    if len(text) > LONGEST_KEY:
        return
    opening = _OPENING.match(text)
    items = [item for item in _ITEM_END.split(text[opening.end() if opening else 0 :]) if item]
    pairs = [pair for item in items if (pair := _definition(item, keyed=bool(opening)))]
    if FEWEST_LABELS <= len(pairs) == len(items):
        yield from pairs


def _definition(item: str, *, keyed: bool) -> tuple[str, str] | None:
    """The label and definition that a sentence consists of."""
    signed = _SIGN.match(item)
    if signed and not (keyed or is_label(signed["label"])):
        signed = None
    found = _MEANS.match(item) or signed
    return (found["label"], item[found.end() :]) if found else None


def _definitions(table: Table) -> Iterator[tuple[str, str]]:
    pairs = [
        (_label(row.cells[0]), row.cells[1].text)
        for row in table.rows
        if len(row.cells) == 2 and row.kind in ("body", "header")
    ]
    if _is_headed(table) or sum(is_label(label) for label, _ in pairs) >= FEWEST_LABELS:
        yield from pairs


def _is_headed(table: Table) -> bool:
    return (
        len(table.header) == 2
        and bool(LEGEND_HEADINGS.search(table.header[0]))
        and bool(MEANING_HEADINGS.search(table.header[1]))
    )


def _label(cell: Cell) -> str:
    return cell.text.strip() or name_colour(cell.fill) or ""
