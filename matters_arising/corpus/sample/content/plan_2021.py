"""The improvement plan's first issue, September 2021: seven columns, no rating column."""

from matters_arising.corpus.sample.block import (
    Action,
    Look,
    Paper,
    Para,
    Report,
    Row,
    Sheets,
    Table,
    Title,
    Turn,
)
from matters_arising.corpus.sample.content.plan_2021_care import IN_OUR_CARE
from matters_arising.corpus.sample.content.plan_2021_help import FRONT_DOOR, WORKFORCE
from matters_arising.corpus.sample.content.plan_2021_practice import LEADERSHIP, PRACTICE

THEMES = (LEADERSHIP, PRACTICE, IN_OUR_CARE, FRONT_DOOR, WORKFORCE)
HEADER = (
    "Ref",
    "Action",
    "Anticipated impact",
    "Outcome for children",
    "Accountable person",
    "Complete by",
    "Update on progress",
)


def _row(action: Action) -> Row:
    def by_line(texts: tuple[str, ...]) -> str | tuple[str, ...]:
        return texts if len(texts) > 1 else texts[0]

    lines = action.lines
    return Row(
        (
            action.ref or "",
            action.text,
            action.impact,
            action.outcome,
            by_line(tuple(line.owner_cell for line in lines)),
            by_line(tuple(line.due for line in lines)),
            by_line(tuple(line.update for line in lines)),
        )
    )


PAPER = Paper(
    "2021-09-20-improvement-plan-phase-1",
    Sheets(head="", first_label=5, label="Page {}", label_at_top=True),
    (
        Report(
            "6",
            "Children’s Improvement Plan: Phase 1",
            "plan",
            "2021-09-20",
            "Children and Families Scrutiny Committee",
            "Appendix 1",
        ),
        Title("Appendix 1", 11),
        Title("Thornmere Borough Council", 13),
        Title("Children’s Improvement Plan: Phase 1"),
        Para("Position at 3rd September 2021"),
        Para(
            "This plan answers the findings of the inspection of November 2020. Phase 1 runs from "
            "January to September 2021. Where an action is not finished, the last column says "
            "whether it goes into phase 2."
        ),
        Turn(landscape=True),
        Table(
            HEADER,
            (34, 140, 118, 112, 84, 70, 204),
            tuple(
                row
                for theme in THEMES
                for row in (Row((theme.name,), banner=True), *map(_row, theme.actions))
            ),
            Look(size=10, rects=True, raised=True, open_pages=True),
            THEMES,
        ),
    ),
)
