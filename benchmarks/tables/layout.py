"""How the tables are set: the layouts that committees' papers come in."""

from dataclasses import dataclass

from benchmarks.tables.content import (
    BANNERS,
    FIGURES,
    LATER,
    LEFT_HALF,
    PLAN,
    RATED,
    RATED_LATER,
    RIGHT_HALF,
    RISKS,
    SUB_ROWS,
    TIERED,
    UNKEYED,
    WIDE,
    YEARS,
    Content,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to set a table. Lengths in points; `grey` is 0 for black, 1 for white.

    `across`, `down`: rules between rows, between columns; `book`: rules only above and below
    the header and at the table's end. `boxes`: rules drawn as thin filled rectangles.
    `open_ends`: no rule where a page ends within a row. `turned`: the page is stored on its
    side and shown upright. `shuffled`: text is drawn in no order. `stamped`: running heads,
    marks and page stamps. `beside`, `then`: a second table, to the
    right of the first, or under it and a heading.
    """

    name: str
    content: Content
    across: bool = True
    down: bool = True
    book: bool = False
    boxes: bool = False
    weight: float = 0.5
    grey: float = 0.0
    striped: bool = False
    shaded_header: bool = True
    repeat_header: bool = True
    open_ends: bool = False
    font: str = "Helvetica"
    size: float = 10.0
    padding: float = 4.0
    margin: float = 57.0
    landscape: bool = False
    turned: bool = False
    shuffled: bool = False
    stamped: bool = False
    beside: Content | None = None
    then: Content | None = None


def _plain(name: str, content: Content, **options: object) -> Layout:
    """A layout without rules."""
    return Layout(name, content, across=False, down=False, shaded_header=False, **options)  # type: ignore[arg-type]


LAYOUTS = (
    Layout("ruled", PLAN),
    Layout("ruled, header once", PLAN, repeat_header=False),
    Layout("ruled, open page ends", PLAN, open_ends=True),
    Layout("ruled, open page ends, header once", PLAN, open_ends=True, repeat_header=False),
    Layout("ruled as boxes, landscape", WIDE, boxes=True, landscape=True, size=8),
    Layout("ruled, no refs", UNKEYED, repeat_header=False, shaded_header=False),
    Layout("ruled, narrow type", WIDE, size=6.5, padding=2, margin=36),
    Layout("ruled, Times", PLAN, font="Times", size=11, margin=71, shaded_header=False),
    Layout("ruled, text in odd order", PLAN, shuffled=True),
    Layout("ruled, heads and stamps", PLAN, stamped=True, repeat_header=False),
    Layout("ruled, page on its side", PLAN, turned=True),
    Layout("header of two rows", TIERED),
    Layout("sub-rows under a merged ref", SUB_ROWS),
    Layout("banner rows", BANNERS),
    Layout("totals", FIGURES),
    Layout("side by side", LEFT_HALF, beside=RIGHT_HALF, size=8, margin=40),
    Layout("two tables of the same columns", RATED, then=RATED_LATER),
    Layout("risks", RISKS, repeat_header=False, then=UNKEYED),
    Layout("rules down only", PLAN, across=False),
    Layout("grey hairlines", PLAN, weight=0.25, grey=0.75, repeat_header=False, size=8),
    Layout(
        "grey hairlines as boxes, no refs",
        UNKEYED,
        weight=0.25,
        grey=0.8,
        repeat_header=False,
        size=8,
        padding=3,
        boxes=True,
        shaded_header=False,
    ),
    Layout("rules across only", PLAN, down=False, shaded_header=False),
    Layout("rules across only, header once", UNKEYED, down=False, repeat_header=False),
    Layout("rules about the header", RATED, across=False, down=False, book=True),
    Layout("rules about the header, two rows, totals", YEARS, across=False, down=False, book=True),
    Layout("stripes only", PLAN, across=False, down=False, striped=True),
    Layout(
        "stripes only, header once",
        LATER,
        across=False,
        down=False,
        striped=True,
        repeat_header=False,
    ),
    Layout("stripes only, no refs", UNKEYED, across=False, down=False, striped=True, size=8),
    _plain("no rules", PLAN, padding=5),
    _plain("no rules, header once", RATED, repeat_header=False),
    _plain("no rules, header once, no refs", UNKEYED, repeat_header=False, padding=5),
    _plain("no rules, landscape, Times", WIDE, landscape=True, font="Times", repeat_header=False),
    _plain("no rules, banner rows", BANNERS, padding=5, repeat_header=False),
    _plain("no rules, totals", FIGURES),
    _plain("no rules, stamps, odd order", PLAN, shuffled=True, stamped=True, repeat_header=False),
    _plain("no rules, risks", RISKS, padding=5),
    _plain("no rules, rows close together", RATED, padding=2, repeat_header=False),
    _plain("no rules, two tables", RATED, then=RATED_LATER, repeat_header=False),
    _plain("no rules, side by side", LEFT_HALF, beside=RIGHT_HALF, size=8, margin=40),
)
