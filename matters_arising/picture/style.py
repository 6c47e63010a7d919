"""How each status looks: told by colour, by hatching or shape, and always by its name too.

The colours are those of Okabe and Ito, which colour-blind people tell apart, and their shades.
"""

from collections.abc import Mapping
from dataclasses import dataclass

INK = "#1a1a1a"
FAINT = "#5f5f5f"
GRID = "#c9c9c9"
LATE = "#b3360b"
EARLY = "#006f54"


@dataclass(frozen=True, slots=True)
class Look:
    """A colour to fill with, a hatching for print without colour, and the shape of a mark."""

    fill: str
    marker: str
    hatch: str = ""
    hatch_colour: str = "#ffffff"


LOOKS: Mapping[str | None, Look] = {
    "complete": Look("#0b4f8a", "o"),
    "closed": Look("#5b93c5", "s", hatch="////"),
    "complete_impact_unproven": Look("#a9d3f0", "h", hatch="....", hatch_colour="#0b4f8a"),
    "on_track": Look("#009e73", "^"),
    "under_review": Look("#e3b5cf", "d"),
    "carried_over": Look("#cc79a7", ">", hatch="----"),
    "not_started": Look("#ececec", "v"),
    "on_hold": Look("#b4b4b4", "P", hatch="||||"),
    "delayed": Look("#f0c05a", "D", hatch="\\\\\\\\"),
    "at_risk": Look("#d55e00", "X", hatch="xxxx"),
    None: Look("#ffffff", "o"),
}
"""In the order in which bars are stacked: what is done first, what is in trouble last."""
