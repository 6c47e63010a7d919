"""A paper's text with its actions, owners, dates and figures in colour, as a web page."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from matters_arising.cli.output.outline import Item, numbered_table, page_items, section_items
from matters_arising.cli.output.progress import SECONDS_BETWEEN_LINES
from matters_arising.corpus.reading import Reading
from matters_arising.picture.file import WEB_PAGE, check_place, write_picture
from matters_arising.picture.tagged import Passage, draw_tagged


def write_tags(
    reading: Reading,
    path: Path,
    *,
    section: str | None,
    page: int | None,
    tell: Callable[[str], None],
) -> None:
    """Write the paper, or a section or page of it, tagged; `tell` is told how far it is."""
    check_place(path, kinds=WEB_PAGE)
    passages = list(_passages(reading, section, page))
    tell(f"Tagging {reading.paper.name}: {len(passages)} passages")
    drawn = "".join(draw_tagged(reading.paper.title, _followed(passages, tell)))
    write_picture(path, drawn.encode(errors="replace"), kinds=WEB_PAGE)


def _passages(reading: Reading, section: str | None, page: int | None) -> Iterator[Passage]:
    if section is not None:
        for item in section_items(reading, section):
            yield from _of_section(reading, item)
        return
    pages = range(1, reading.paper.pages + 1) if page is None else (page,)
    for number in pages:
        for item in page_items(reading, number):
            if page is not None or item.pages[0] == number:
                yield _passage(item, number)


def _of_section(reading: Reading, item: Item) -> Iterator[Passage]:
    """An item of a section; a table comes as its rows."""
    if item.kind != "table" or item.number is None:
        yield _passage(item, item.pages[0])
        return
    for row in numbered_table(reading, int(item.number)).rows:
        yield Passage("\n".join(cell.text for cell in row.cells), row.places[0].page)


def _passage(item: Item, page: int) -> Passage:
    if item.kind == "section":
        numbered = f"{item.number} {item.text}" if item.number else item.text
        return Passage(numbered, page, heading=True)
    # A cell stands on a line of its own, so that no sentence runs on into the next.
    return Passage(item.text.replace(" | ", "\n") if item.kind == "row" else item.text, page)


def _followed(passages: Sequence[Passage], tell: Callable[[str], None]) -> Iterator[Passage]:
    """The passages, telling now and then how many have gone by."""
    last = time.monotonic()
    for done, passage in enumerate(passages):
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            tell(f"Tagged {done} of {len(passages)}")
        yield passage
