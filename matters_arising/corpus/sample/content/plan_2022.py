"""The plan's second issue, September 2022: other columns, a rating legend, changed refs."""

from matters_arising.corpus.sample.block import (
    Action,
    Heading,
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
from matters_arising.corpus.sample.content.plan_2022_help import HELP
from matters_arising.corpus.sample.content.plan_2022_practice import PRACTICE
from matters_arising.corpus.sample.content.plan_rating import LEGEND

THEMES = PRACTICE + HELP
HEADER = ("Ref", "Action", "Action owner", "Due by", "Action rating")


def _row(action: Action) -> Row:
    line = action.lines[0]
    return Row((action.ref or "", action.text, line.owner_cell, line.due, line.rating or ""))


PAPER = Paper(
    "2022-09-26-improvement-plan-phase-2",
    Sheets(head="Thornmere Borough Council – Children’s Improvement Plan", first_label=1),
    (
        Report(
            "7",
            "Children’s Improvement Plan: Phase 2",
            "plan",
            "2022-09-26",
            "Children and Families Scrutiny Committee",
            "Children’s Improvement Plan: Phase 2",
        ),
        Title("Children’s Improvement Plan: Phase 2"),
        Title("Report to the Children and Families Scrutiny Committee, 26 September 2022", 11),
        Heading("How to read this plan"),
        Para("Ratings were agreed by the Improvement Board and are correct at 9 September 2022."),
        Para(
            "Actions 1A and 4A were completed in phase 1 and are not repeated. Actions for care "
            "leavers now have a theme of their own: what was 3E is now 6A, and what was 3F is now "
            "6B. The participation strategy, formerly 1E, has moved to theme 3 as 3H."
        ),
        Table(
            ("Rating", "What it means"),
            (90, 330),
            tuple(Row(pair) for pair in LEGEND),
            Look(size=10, header_fill=None),
        ),
        Heading("Where we are"),
        Para(
            "Members will see that the chronology work (2C) has slipped again. Two of the six "
            "training days planned for the spring had to be cancelled because of sickness, and "
            "the trainer could offer no new dates before October. The new date is January 2023.",
        ),
        Para(
            "The hub for care leavers (6A) is delayed because bats were found in the roof of the "
            "Cooper Street building. Work may not begin before the survey season ends.",
        ),
        Turn(landscape=True),
        Table(
            HEADER,
            (42, 330, 170, 120, 90),
            tuple(
                row
                for theme in THEMES
                for row in (Row((theme.name,), banner=True), *map(_row, theme.actions))
            ),
            Look(size=11, gap=0, header_fill="#4f81bd", banner_fill="#dce6f1"),
            THEMES,
        ),
    ),
)
