"""The ratings of the improvement plan's second and third issue, and what they mean."""

from matters_arising.corpus.sample.block import Action, Line

LEGEND = (
    ("Complete", "The action has been done and its effect can be shown."),
    ("Amber E", "The action has been done but its impact is not yet evidenced."),
    ("On track", "The action will be done by its date."),
    ("Delayed", "The date has passed, or will be missed."),
    ("Under review", "The Improvement Board is considering whether to change the action."),
    ("On hold", "Work has stopped for a reason outside the service."),
    ("Closed", "The action is no longer needed and will not be reported again."),
)
"""As the second issue prints it; the third has no legend."""

UNPROVEN = "Complete but impact not yet evidenced"
"""What the third issue prints for the second's Amber E."""

STATUS = {
    "Complete": "complete",
    "Amber E": "complete_impact_unproven",
    UNPROVEN: "complete_impact_unproven",
    "On track": "on_track",
    "Delayed": "delayed",
    "At risk": "at_risk",
    "Under review": "under_review",
    "On hold": "on_hold",
    "Closed": "closed",
    "Not started": "not_started",
}


def rated(
    ref: str,
    thread: str,
    text: str,
    owners: tuple[str, ...],
    due: tuple[str, str | None],
    *,
    rating: str,
    update: str = "",
) -> Action:
    """An action with one owner-and-date line; `due` is the date as printed and as ISO 8601."""
    line = Line(owners, *due, update=update, rating=rating, status=STATUS[rating])
    return Action(ref, thread, text, (line,))
