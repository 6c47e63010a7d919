"""A typed page as a scanner leaves it: grey, a little askew and speckled, with no text in it."""

from io import BytesIO
from pathlib import Path

import numpy as np
import reportlab
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.sample.content import visit_2023

DPI = 170
WIDTH, HEIGHT = round(A4[0] / 72 * DPI), round(A4[1] / 72 * DPI)
MARGIN = 170
LEADING = 33
PAPER, INK = 243, 38
SEED = 1974
FONTS = Path(reportlab.__file__).parent / "fonts"


def draw_scan(path: Path) -> None:
    """Write the visit note as a PDF that holds one picture."""
    page = age_page(_type_page())
    picture = BytesIO()
    page.save(picture, "JPEG", quality=58)
    picture.seek(0)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.showPage()
    canvas.save()


def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / ("VeraBd.ttf" if bold else "Vera.ttf")), size)


def _type_page() -> Image.Image:
    page = Image.new("L", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(page)
    y = 190
    for position, text in enumerate(visit_2023.PAGE):
        font = _font(25, bold=position < 2)
        for line in _wrap(text, font):
            pen.text((MARGIN, y), line, fill=INK, font=font)
            y += LEADING
        y += 0 if text else -LEADING // 3
    _sign(pen, y + 20)
    pen.text((MARGIN, y + 110), visit_2023.SIGNATORY, fill=INK, font=_font(25))
    _stamp(page)
    return page


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _sign(pen: ImageDraw.ImageDraw, y: int) -> None:
    """A pen stroke that stands for a signature."""
    x = np.linspace(0, 9, 240)
    points = zip(
        (MARGIN + 20 + 30 * x + 14 * np.sin(3.1 * x)).tolist(),
        (y + 45 - 26 * np.sin(2.3 * x) * np.exp(-x / 7)).tolist(),
        strict=True,
    )
    pen.line(list(points), fill=60, width=3)


def _stamp(page: Image.Image) -> None:
    stamp = Image.new("L", (330, 140), 0)
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((3, 3, 326, 136), outline=255, width=4)
    for row, text in enumerate(visit_2023.STAMP):
        pen.text((165, 32 + 38 * row), text, fill=255, font=_font(24, bold=True), anchor="mm")
    turned = stamp.rotate(7, expand=True)
    faint = turned.point([value * 5 // 10 for value in range(256)])
    page.paste(70, (WIDTH - 540, 60), faint)


def age_page(page: Image.Image) -> Image.Image:
    """A grey page skewed, softened and speckled; the same each time."""
    noise = np.random.default_rng(SEED)
    skewed = page.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)
    grey = np.asarray(skewed.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float64)
    grey = grey + noise.normal(0, 5, grey.shape)
    grey[noise.random(grey.shape) < 0.0003] = 90
    grey -= np.linspace(14, 0, page.width)
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
