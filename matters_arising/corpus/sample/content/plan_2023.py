"""The plan's third issue, September 2023: dates slip, one action is reopened, one disputed."""

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
from matters_arising.corpus.sample.content.plan_2023_help import HELP
from matters_arising.corpus.sample.content.plan_2023_practice import PRACTICE

THEMES = PRACTICE + HELP
HEADER = ("Ref", "Action", "Lead", "Deadline", "Progress since last report", "Rating")


def _row(action: Action) -> Row:
    line = action.lines[0]
    return Row(
        (
            action.ref or "",
            action.text,
            line.owner_cell,
            line.due,
            line.update,
            line.rating or "",
        )
    )


PAPER = Paper(
    "2023-09-25-improvement-plan-phase-3",
    Sheets(head="Children and Families Scrutiny Committee", first_label=11, label="- {} -"),
    (
        Report(
            "5",
            "Children’s Improvement Plan: Phase 3",
            "plan",
            "2023-09-25",
            "Children and Families Scrutiny Committee",
            "Children’s Improvement Plan: Phase 3",
        ),
        Title("Children’s Improvement Plan: Phase 3"),
        Title("Children and Families Scrutiny Committee, 25th September 2023", 11),
        Heading("1. Summary"),
        Para(
            "This is the last phase of the plan before the next inspection. Actions that were "
            "rated Complete or Closed in September 2022 are not repeated, unless they have been "
            "reopened. Ratings are correct at 4th September 2023.",
            number="1.1",
        ),
        Para(
            "Initial health assessments (3A) have been reopened. The fostering target (3D) is at "
            "risk. The hub for care leavers has opened.",
            number="1.2",
        ),
        Para(
            "Action 4C remains open. Partners led 44% of early help assessments in the last "
            "quarter, which is short of the half that was promised, and the Head of Service Early "
            "Help does not expect the action to be complete before December 2023.",
            number="1.3",
        ),
        Heading("2. What happens next"),
        Para(
            "The Improvement Board will meet every two months. From April 2024 what is left of the "
            "plan will be overseen by the Corporate Parenting Panel and by this Committee in the "
            "ordinary way.",
            number="2.1",
        ),
        Turn(landscape=True),
        Table(
            HEADER,
            (36, 208, 124, 106, 204, 84),
            tuple(
                row
                for theme in THEMES
                for row in (Row((theme.name,), banner=True), *map(_row, theme.actions))
            ),
            Look(size=10, grey=0.55, rule=0.75, header_fill="#e2efd9", raised=True),
            THEMES,
        ),
    ),
)
