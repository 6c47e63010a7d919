"""The ratings of the improvement plan's third issue, and what they mean."""

from matters_arising.corpus.sample.block import (
    Action,
    Line,
)

STATUS = {
    "Complete": "complete",
    "Complete but impact not yet evidenced": "complete_impact_unproven",
    "On track": "on_track",
    "Delayed": "delayed",
    "At risk": "at_risk",
    "Closed": "closed",
    "Not started": "not_started",
}
UNPROVEN = "Complete but impact not yet evidenced"


def rated(
    ref: str,
    thread: str,
    text: str,
    owners: tuple[str, ...],
    due: tuple[str, str],
    rating: str,
    update: str,
) -> Action:
    """`due` is the date as printed and as ISO 8601."""
    line = Line(owners, *due, update=update, rating=rating, status=STATUS[rating])
    return Action(ref, thread, text, (line,))
