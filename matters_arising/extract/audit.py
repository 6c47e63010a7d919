"""The loss audit: whether every character of a paper belongs to something that was read."""

from collections.abc import Sequence
from dataclasses import replace

from matters_arising.corpus.reading import Audit
from matters_arising.extract.structure.furniture import Furnished
from matters_arising.extract.table.fragment import Fragment, Sheet


def audit_sheets(sheets: Sequence[Sheet], furnished: Sequence[Furnished]) -> Audit:
    """Where the characters of every page went; a watermark counts as furniture."""
    pages = [_audit_page(*pair) for pair in zip(sheets, furnished, strict=True)]
    return Audit(
        characters=sum(page.characters for page in pages),
        in_tables=sum(page.in_tables for page in pages),
        in_text=sum(page.in_text for page in pages),
        in_furniture=sum(page.in_furniture for page in pages),
        lost_pages=tuple(number for page in pages for number in page.lost_pages),
    )


def _audit_page(sheet: Sheet, page: Furnished) -> Audit:
    outer = (fragment for fragment in sheet.fragments if not fragment.nested)
    audit = Audit(
        characters=sheet.glyphs,
        in_tables=sum(map(_count_glyphs, outer)),
        in_text=sum(line.glyphs for line in page.text),
        in_furniture=sum(line.glyphs for line in page.furniture) + sheet.slanted,
    )
    return replace(audit, lost_pages=(sheet.number,)) if audit.lost else audit


def _count_glyphs(fragment: Fragment) -> int:
    """The characters in its cells; one merged over several rows counts once."""
    cells = {cell.box: cell for row in fragment.rows for cell in row.cells}
    return sum(line.glyphs for cell in cells.values() for line in cell.lines)
