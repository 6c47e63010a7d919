"""Words that a line's end broke: "improve-" above "ment" is "improvement", "well-being" is not.

Nothing on the page tells a hyphen put in by a typesetting program from one of the writer's.
The paper's other lines do, where they print the word, and so do endings that are no word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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

_BROKEN = re.compile(r"(?:(?P<before>.*) )?(?P<start>[^\s-]*[A-Za-z]{2})-", re.S)
_REST = re.compile(r"[a-z]+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def mend_broken_words(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with every word that a line's end broke whole, on the lower of its lines."""
    pages = ["".join(f"{line.text}\n" for line in _all_lines(sheet)) for sheet in sheets]
    broken = ["-\n" in page for page in pages]
    text = "".join(pages).lower() if any(broken) else ""
    pairs = zip(sheets, broken, strict=True)
    return [_mend_sheet(sheet, text) if mend else sheet for sheet, mend in pairs]


def _all_lines(sheet: Sheet) -> Iterator[Line]:
    yield from sheet.lines
    for fragment in sheet.fragments:
        for row in fragment.rows:
            for cell in row.cells:
                yield from cell.lines


def _mend_sheet(sheet: Sheet, text: str) -> Sheet:
    fragments = tuple(
        replace(fragment, rows=tuple(_mend_row(row, text) for row in fragment.rows))
        for fragment in sheet.fragments
    )
    return replace(sheet, lines=_mend_lines(sheet.lines, text), fragments=fragments)


def _mend_row(row: RowPiece, text: str) -> RowPiece:
    mended = ((cell, _mend_lines(cell.lines, text)) for cell in row.cells)
    return RowPiece(
        tuple(cell if lines is cell.lines else replace(cell, lines=lines) for cell, lines in mended)
    )


def _mend_lines(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    if not any(line.text.endswith("-") for line in lines):
        return lines
    mended: list[Line] = []
    for line in lines:
        if mended and mended[-1].text.endswith("-"):
            mended[-1:] = _mend_pair(mended[-1], line, text)
        else:
            mended.append(line)
    return tuple(mended)


def _mend_pair(upper: Line, lower: Line, text: str) -> tuple[Line, ...]:
    """The two lines with the word that parts between them on the lower; one if none is left."""
    broken, rest = _BROKEN.fullmatch(upper.text), _REST.match(lower.text)
    if broken is None or rest is None or not _follows(upper, lower):
        return upper, lower
    if not _is_one_word(broken["start"], rest.group(), text):
        return upper, lower
    before, whole = broken["before"], broken["start"] + lower.text
    if before and " " in before:
        return replace(upper, text=before), replace(lower, text=whole)
    return (_merge(upper, lower, f"{before} {whole}" if before else whole),)


def _follows(upper: Line, lower: Line) -> bool:
    """Whether the lower line goes on where the upper ends: in one stretch of one column."""
    alike = (upper.page, upper.column, upper.aside) == (lower.page, lower.column, lower.aside)
    return alike and len(upper.runs) == 1 and lower.box[1] > upper.box[1]


def _is_one_word(start: str, rest: str, text: str) -> bool:
    start = _WORD.findall(start.lower())[-1]
    if _prints(text, f"{start}-{rest}"):
        return False
    return rest in ENDINGS or _prints(text, start + rest)


def _prints(text: str, word: str) -> bool:
    """Whether a text holds a word whole; most hold it nowhere, which is told at once."""
    return word in text and bool(re.search(rf"(?<![\w-]){word}(?![\w-])", text))


def _merge(upper: Line, lower: Line, text: str) -> Line:
    """One line that stands for two, and ends where the lower does."""
    box = (lower.box[0], upper.box[1], lower.box[2], lower.box[3])
    return replace(
        lower, text=text, box=box, glyphs=upper.glyphs + lower.glyphs, opening=upper.opening
    )
