"""Words that a line's end broke: "improve-" above "ment" is "improvement", "well-being" is not.

Most papers print a typesetting program's hyphen as they do the writer's. The paper's other
lines tell them apart, where they print the word, and so do endings that are no word. A soft
hyphen (U+00AD) is the program's in itself, unless a paper knows no other hyphen.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.extract.reader.word import Line
from matters_arising.extract.table.fragment import Sheet
from matters_arising.extract.table.piece import RowPiece

ENDINGS = lexicon(
    "ably ally ance ances ancy ary ation ational ations ative atively cial cially cient cies cing",
    "ciency ency ence ences ening ential fied fying ible ibly ical ically ication icy ified ify",
    "ility ing ings ingly isation isations ised ises ising istic ities itive ity ive ively ization",
    "ized izing less lessness ment ments mental mentation nance ness ology ory ous ously ries sion",
    "sional sions sive tal ted tial tially tic tically ties ting tion tional tionally tions tive",
    "tively tor tors tory tural ture tures ual ually uous",
)
"""What a broken word may go on with that stands for no word of its own."""

SOFT = "\u00ad"

MISUSED = re.compile(rf"(?<![a-z]){SOFT}|{SOFT}(?![a-z\n])", re.I)
"""A soft hyphen where no word can be broken: the font has no other sign for a hyphen."""

_BROKEN = re.compile(r"(?:(?P<before>.*) )?(?P<start>[^\s-]*[A-Za-z]{2})-", re.S)
_REST = re.compile(r"[a-z]+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a paper prints, in lower case: whether it writes a word with a hyphen or without."""

    text: str

    def joins(self, upper: Line, lower: Line) -> tuple[str, str] | None:
        """What stands before a word broken between two lines, and the word's upper part.

        None where no word is broken, or the hyphen is the writer's.
        """
        broken, rest = _BROKEN.fullmatch(upper.text), _REST.match(lower.text)
        if broken is None or rest is None:
            return None
        start = _WORD.findall(broken["start"].lower())[-1]
        if not self._is_one_word(start, rest.group(), soft=upper.soft):
            return None
        return broken["before"] or "", broken["start"]

    def _is_one_word(self, start: str, rest: str, *, soft: bool) -> bool:
        if self._prints(f"{start}-{rest}"):
            return False
        return soft or rest in ENDINGS or self._prints(start + rest)

    def _prints(self, word: str) -> bool:
        """Whether the paper holds a word whole; most hold it nowhere, which is told at once."""
        return word in self.text and bool(re.search(rf"(?<![\w-]){word}(?![\w-])", self.text))


def read_usage(sheets: Sequence[Sheet]) -> Usage:
    """What the lines of the sheets print."""
    return Usage("".join(map(_text, sheets)).lower())


def mend_broken_words(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with every word that a line's end broke whole, on the lower of its lines."""
    pages = [_text(sheet) for sheet in sheets]
    if any(SOFT in page for page in pages):
        misused = any(map(MISUSED.search, pages))
        sheets = [_change_lines(sheet, partial(_spell_out, misused=misused)) for sheet in sheets]
        pages = [_text(sheet) for sheet in sheets]
    broken = ["-\n" in page for page in pages]
    usage = Usage("".join(pages).lower() if any(broken) else "")
    pairs = zip(sheets, broken, strict=True)
    mend = partial(_mend_lines, usage=usage)
    return [_change_lines(sheet, mend) if has_broken else sheet for sheet, has_broken in pairs]


def _text(sheet: Sheet) -> str:
    return "".join(f"{line.text}\n" for line in _all_lines(sheet))


def _all_lines(sheet: Sheet) -> Iterator[Line]:
    yield from sheet.lines
    for fragment in sheet.fragments:
        for row in fragment.rows:
            for cell in row.cells:
                yield from cell.lines


Lines = tuple[Line, ...]


def _change_lines(sheet: Sheet, change: Callable[[Lines], Lines]) -> Sheet:
    """The sheet with the lines of its text, and those of each cell, changed."""
    fragments = tuple(
        replace(fragment, rows=tuple(_change_row(row, change) for row in fragment.rows))
        for fragment in sheet.fragments
    )
    return replace(sheet, lines=change(sheet.lines), fragments=fragments)


def _change_row(row: RowPiece, change: Callable[[Lines], Lines]) -> RowPiece:
    changed = ((cell, change(cell.lines)) for cell in row.cells)
    return RowPiece(
        tuple(
            cell if lines is cell.lines else replace(cell, lines=lines) for cell, lines in changed
        )
    )


def _spell_out(lines: Lines, *, misused: bool) -> Lines:
    """The lines without soft hyphens: in a word nothing is left, at its line's end a hyphen."""
    if not any(SOFT in line.text for line in lines):
        return lines
    return tuple(
        _spell_line(line, misused=misused) if SOFT in line.text else line for line in lines
    )


def _spell_line(line: Line, *, misused: bool) -> Line:
    if misused:
        return replace(line, text=line.text.replace(SOFT, "-"))
    soft = line.text.endswith(SOFT)
    return replace(line, text=line.text.replace(SOFT, "") + "-" * soft, soft=soft)


def _mend_lines(lines: Lines, *, usage: Usage) -> Lines:
    if not any(line.text.endswith("-") for line in lines):
        return lines
    mended: list[Line] = []
    for line in lines:
        if mended and mended[-1].text.endswith("-"):
            mended[-1:] = _mend_pair(mended[-1], line, usage)
        else:
            mended.append(line)
    return tuple(mended)


def _mend_pair(upper: Line, lower: Line, usage: Usage) -> Lines:
    """The two lines with the word that parts between them on the lower; one if none is left."""
    broken = usage.joins(upper, lower) if _follows(upper, lower) else None
    if broken is None:
        return upper, lower
    before, start = broken
    whole = start + lower.text
    if " " in before:
        return replace(upper, text=before, soft=False), go_on(lower, whole)
    return (_merge(upper, lower, f"{before} {whole}".strip()),)


def go_on(line: Line, text: str) -> Line:
    """The line with a text that goes on from the line above: no room was left there for it."""
    return replace(line, text=text, opening=math.inf)


def _follows(upper: Line, lower: Line) -> bool:
    """Whether the lower line goes on where the upper ends: in one stretch of one column."""
    alike = (upper.page, upper.column, upper.aside) == (lower.page, lower.column, lower.aside)
    return alike and len(upper.runs) == 1 and lower.box[1] > upper.box[1]


def _merge(upper: Line, lower: Line, text: str) -> Line:
    """One line that stands for two, and ends where the lower does."""
    box = (lower.box[0], upper.box[1], lower.box[2], lower.box[3])
    return replace(
        lower, text=text, box=box, glyphs=upper.glyphs + lower.glyphs, opening=upper.opening
    )
