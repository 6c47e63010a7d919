"""What was read, drawn over the page it was read from."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from matters_arising.corpus.paper import Box
from matters_arising.corpus.reading import Reading
from matters_arising.extract.reader.render import PageView
from matters_arising.picture.file import MAKER
from matters_arising.picture.part import Kind, Part, parts_of_page

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PartLook:
    """How a kind of part is drawn: its colour, how dense its tint is, how wide its outline.

    `grown` is how far the outline stands off the box, in points, so that a table's does
    not cover its rows'.
    """

    colour: Colour
    tint: int
    line: int
    grown: float = 0.0


LOOKS = {
    Kind.HEADING: PartLook((200, 68, 0), 46, 2, 2.0),
    Kind.PARAGRAPH: PartLook((0, 98, 176), 26, 1, 2.0),
    Kind.TABLE: PartLook((0, 122, 88), 0, 4, 3.0),
    Kind.HEADER: PartLook((150, 62, 140), 60, 0),
    Kind.BANNER: PartLook((176, 136, 0), 64, 0),
    Kind.ROW: PartLook((0, 122, 88), 20, 2, -0.5),
    Kind.CELL: PartLook((122, 190, 166), 0, 1, -1.5),
    Kind.FURNITURE: PartLook((110, 110, 110), 60, 1, 1.0),
    Kind.LOST: PartLook((214, 0, 30), 90, 3, 1.0),
}
"""Colours that stay apart for the colour-blind, in the order of the legend."""

GUTTER = 116
"""Pixels of white left of the page: labels stand beside what they name."""

BAND = 62
"""Pixels over and under the page, for its title and for the legend."""

WHITE, INK, PALE = (255, 255, 255), (40, 40, 40), (140, 140, 140)
LABEL_SIZE, TEXT_SIZE = 17, 21


@dataclass(slots=True)
class _Sheet:
    """The drawing so far; `taken` are the labels' boxes, which must not overlap."""

    image: Image.Image
    scale: float
    taken: list[Box] = field(default_factory=list)

    def place(self, box: Box, grown: float) -> Box:
        """A box of the page in pixels of the drawing."""
        x0, top, x1, bottom = box
        grow = grown * self.scale
        return (
            x0 * self.scale - grow + GUTTER,
            top * self.scale - grow + BAND,
            x1 * self.scale + grow + GUTTER,
            bottom * self.scale + grow + BAND,
        )


def draw_page(reading: Reading, number: int, view: PageView) -> bytes:
    """A PNG of a page with everything that was read there, labelled, and a legend."""
    parts = parts_of_page(reading, number, view.words)
    page = Image.frombytes("RGB", (view.width, view.height), view.pixels)
    image = Image.new("RGB", (view.width + GUTTER + BAND // 2, view.height + 2 * BAND), WHITE)
    image.paste(page, (GUTTER, BAND))
    sheet = _Sheet(image, view.scale)
    _frame(sheet, view)
    _tint(sheet, parts)
    for part in parts:
        _outline(sheet, part)
    for part in sorted(parts, key=lambda part: part.box[1]):
        if part.label:
            _label(sheet, part)
    _title(sheet, reading, number)
    _legend(sheet, parts)
    return _as_png(image)


def _as_png(image: Image.Image) -> bytes:
    about = PngInfo()
    about.add_text("Software", MAKER)
    held = BytesIO()
    image.save(held, "PNG", pnginfo=about)
    return held.getvalue()


def _frame(sheet: _Sheet, view: PageView) -> None:
    edge = (GUTTER - 1, BAND - 1, GUTTER + view.width, BAND + view.height)
    ImageDraw.Draw(sheet.image).rectangle(edge, outline=PALE)


def _tint(sheet: _Sheet, parts: Sequence[Part]) -> None:
    """Lay every tint over the page; each pixel takes the innermost part's."""
    tints = Image.new("RGBA", sheet.image.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(tints)
    for part in parts:
        look = LOOKS[part.kind]
        if look.tint:
            pen.rectangle(sheet.place(part.box, look.grown), fill=(*look.colour, look.tint))
    sheet.image.paste(tints.convert("RGB"), mask=tints.getchannel("A"))


def _outline(sheet: _Sheet, part: Part) -> None:
    look = LOOKS[part.kind]
    if look.line:
        box = sheet.place(part.box, look.grown)
        ImageDraw.Draw(sheet.image).rectangle(box, outline=look.colour, width=look.line)


def _label(sheet: _Sheet, part: Part) -> None:
    """A tag left of the part's top corner, below any that stands there already."""
    text, font = _plain(part.label), _font(LABEL_SIZE)
    x0, top, _, _ = sheet.place(part.box, LOOKS[part.kind].grown)
    width, height = font.getlength(text) + 10, LABEL_SIZE + 6
    left = max(x0 - width - 5, 2)
    box = (left, top, left + width, top + height)
    while any(map(lambda other: _overlap(box, other), sheet.taken)):
        top += 3
        box = (left, top, left + width, top + height)
    sheet.taken.append(box)
    pen = ImageDraw.Draw(sheet.image)
    pen.rounded_rectangle(box, radius=5, fill=LOOKS[part.kind].colour)
    pen.text((left + 5, top + height / 2), text, fill=WHITE, font=font, anchor="lm")


def _overlap(box: Box, other: Box) -> bool:
    across = box[0] < other[2] and other[0] < box[2]
    return across and box[1] < other[3] and other[1] < box[3]


def _title(sheet: _Sheet, reading: Reading, number: int) -> None:
    paper = reading.paper
    label = paper.labels[number - 1] if number <= len(paper.labels) else None
    printed = f" (printed as {label})" if label and label != str(number) else ""
    said = f"{paper.name}, page {number} of {paper.pages}{printed}, read by {paper.read_by}"
    pen = ImageDraw.Draw(sheet.image)
    pen.text((GUTTER, BAND / 2), _plain(said), fill=INK, font=_font(TEXT_SIZE), anchor="lm")


def _legend(sheet: _Sheet, parts: Sequence[Part]) -> None:
    """The kinds on the page, each with its colour and how many there are."""
    pen, font = ImageDraw.Draw(sheet.image), _font(TEXT_SIZE - 2)
    x, y = float(GUTTER), sheet.image.height - BAND / 2
    for kind, count in _counts(parts):
        look = LOOKS[kind]
        swatch = (x, y - 10, x + 20, y + 10)
        pale = tuple(255 - (255 - c) * max(look.tint, 16) // 160 for c in look.colour)
        pen.rectangle(swatch, fill=pale, outline=look.colour, width=max(look.line, 1))
        said = f"{count} {_name(kind, count)}"
        pen.text((x + 28, y), said, fill=INK, font=font, anchor="lm")
        x += 28 + font.getlength(said) + 26


def _name(kind: Kind, count: int) -> str:
    """The kind's name, its first noun in the plural where there are several."""
    if count == 1:
        return kind.value
    return kind.value.replace("line", "lines") if "line" in kind.value else f"{kind.value}s"


def _counts(parts: Sequence[Part]) -> Iterator[tuple[Kind, int]]:
    for kind in LOOKS:
        if count := sum(part.kind is kind for part in parts):
            yield kind, count


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The typeface that Pillow brings along."""
    return ImageFont.load_default(size)


def _plain(text: str) -> str:
    """The text in the letters that the typeface has; it lacks dashes and signs."""
    dashed = text.replace("–", "-").replace("—", "-").replace("’", "'")
    spelt = unicodedata.normalize("NFKD", dashed).encode("ascii", "ignore").decode()
    return " ".join(spelt.split())
