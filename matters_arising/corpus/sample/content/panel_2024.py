"""Minutes of the Corporate Parenting Panel, January 2024: actions told of in prose."""

from matters_arising.corpus.sample.block import (
    Action,
    ActionLine,
    Figure,
    Heading,
    Line,
    Look,
    Paper,
    Para,
    Report,
    Resolved,
    Row,
    Sheets,
    Table,
    Theme,
    Title,
)
from matters_arising.corpus.sample.content.role import (
    COMMISSIONING,
    FINANCE,
    FOSTERING,
    LEAVING_CARE,
    PARTICIPATION,
    PSW,
    VIRTUAL_SCHOOL,
)

PANEL = "Corporate Parenting Panel"
DATE = "2024-01-29"


def _action(
    ref: str | None, text: str, owners: tuple[str, ...], due: str, by: str | None
) -> Action:
    return Action(ref, f"panel-{ref or text[:20]}", text, (Line(owners, due, by),))


SUMMARY = Theme(
    "Annex: Summary of actions",
    (
        _action(
            "24/01",
            "Tell carers in writing what was decided about fees",
            (FOSTERING,),
            "9 February 2024",
            "2024-02-09",
        ),
        _action(
            "24/02",
            "Ask the regulator for a date for the visit to Mill Bank, and report it to the Chair",
            (COMMISSIONING,),
            "asap",
            None,
        ),
        _action(
            "24/03",
            "Show the Panel four chronologies, with names removed, that changed a decision",
            (PSW,),
            "29 April 2024",
            "2024-04-29",
        ),
        _action(
            "24/04",
            "Find out why Year 11 pupils in care missed more school than Year 10",
            (VIRTUAL_SCHOOL, PARTICIPATION),
            "29 April 2024",
            "2024-04-29",
        ),
        _action(
            "24/05",
            "Write to the two districts that have not agreed to exempt care leavers from council "
            "tax",
            (FINANCE,),
            "16 February 2024",
            "2024-02-16",
        ),
    ),
)


def _row(action: Action) -> Row:
    line = action.lines[0]
    return Row((action.ref or "", action.text, line.owner_cell, line.due))


PAPER = Paper(
    "2024-01-29-corporate-parenting-panel-minutes",
    Sheets(
        head="Corporate Parenting Panel – Minutes", mark="Draft until approved", first_label=None
    ),
    (
        Report(
            None,
            f"Minutes of the {PANEL}",
            "minutes",
            DATE,
            PANEL,
            "Thornmere Borough Council",
        ),
        Title("Thornmere Borough Council", 13),
        Title(f"Minutes of the {PANEL}"),
        Para("held at The Landing, Cooper Street, on Monday 29 January 2024 at 5.30 pm"),
        Para(
            "**Present:** Lead Member for Children and Families (Chair); four other councillors; "
            "two members of the Children in Care Council; a foster carer; a care leaver"
        ),
        Para(
            "**In attendance:** Director of Children’s Services; Principal Social Worker; Virtual "
            "School Head; Designated Nurse for Children in Care; Leaving Care Team Manager; Clerk"
        ),
        Para("**Apologies:** Fostering Service Manager; one councillor"),
        Heading("1. Welcome"),
        Para(
            "The Chair thanked the young people for letting the Panel use their building and for "
            "the soup."
        ),
        Heading("2. Minutes of 30 October 2023"),
        Resolved("That the minutes of the meeting held on 30 October 2023 be agreed."),
        Heading("3. Matters arising"),
        Para(
            "Chronologies (2C). The Principal Social Worker said that 95% of open records now had "
            "a chronology and that a second sample, in December, had found that they were used in "
            "31 assessments out of forty. In August it had been twenty. She would not call the "
            "action complete until practitioners said that it helped them.",
            number="3.1",
            figures=(
                Figure(
                    "95% of open records now had a chronology",
                    "open records that had a chronology",
                    95,
                    "percent",
                ),
                Figure(
                    "they were used in 31 assessments out of forty",
                    "sampled assessments in which chronologies were used",
                    31,
                    "count",
                    "in December",
                    "2023-12",
                ),
                Figure(
                    "In August it had been twenty",
                    "sampled assessments in which chronologies were used",
                    20,
                    "count",
                    "August",
                    "2023-08",
                    kind="baseline",
                ),
            ),
        ),
        Para(
            "Initial health assessments (3A). The Designated Nurse reported that 79% were done in "
            "time between October and December 2023. The target of 90% by the end of January would "
            "not be met. The hospital trust had appointed one paediatrician, who would start on "
            "1 March.",
            number="3.2",
            figures=(
                Figure(
                    "79% were done in time between October and December 2023",
                    "initial health assessments done in time",
                    79,
                    "percent",
                    "between October and December 2023",
                    "2023-10..2023-12",
                ),
                Figure(
                    "The target of 90% by the end of January",
                    "initial health assessments done in time",
                    90,
                    "percent",
                    "by the end of January",
                    "2024-01",
                    kind="target",
                ),
            ),
        ),
        Para(
            "Early help (4C). The Panel was told that the action was completed on 15 December "
            "2023, when partners led 51% of assessments for the quarter. The plan of September "
            "had shown it as complete too soon, and an apology was given for this.",
            number="3.3",
            figures=(
                Figure(
                    "partners led 51% of assessments for the quarter",
                    "early help assessments led by partners",
                    51,
                    "percent",
                ),
            ),
        ),
        Para(
            "Mill Bank (3E). The home is furnished and staffed but not registered. Keeping it "
            "empty costs £11,200 a month. The Panel asked for the regulator to be pressed for a "
            "date.",
            number="3.4",
            figures=(
                Figure(
                    "Keeping it empty costs £11,200 a month",
                    "monthly cost of keeping Mill Bank empty",
                    11_200,
                    "gbp",
                ),
            ),
        ),
        Para(
            "Luggage. A member of the Children in Care Council said that nobody she knew had been "
            "given a bin bag for their things this year. The Chair said that this was the best "
            "news of the evening.",
            number="3.5",
        ),
        Heading("4. Fostering fees"),
        Para(
            "The Director of Children’s Services explained that Cabinet had decided on 21 "
            "November 2023 to raise the weekly fee by £25 from April 2024. This would cost "
            "£208,000 a year. The foster carer asked that carers be told in writing, since most "
            "had heard of it from a newspaper.",
            number="4.1",
            figures=(
                Figure(
                    "raise the weekly fee by £25", "rise in the weekly fostering fee", 25, "gbp"
                ),
                Figure(
                    "This would cost £208,000 a year",
                    "yearly cost of the rise in fostering fees",
                    208_000,
                    "gbp",
                ),
            ),
        ),
        Resolved(
            "That the increase be welcomed, and that carers be written to within a fortnight."
        ),
        Heading("5. School attendance"),
        Para(
            "The Virtual School Head reported attendance of 91.4% for the autumn term. It was "
            "lowest in Year 11, at 84%. The Panel asked for the reasons.",
            number="5.1",
            figures=(
                Figure(
                    "attendance of 91.4% for the autumn term",
                    "school attendance of children in care",
                    91.4,
                    "percent",
                    "the autumn term",
                    None,
                ),
                Figure(
                    "It was lowest in Year 11, at 84%",
                    "school attendance of children in care in Year 11",
                    84,
                    "percent",
                ),
            ),
        ),
        Heading("6. The Landing"),
        Para(
            "The Leaving Care Team Manager said that 96 young people had used the hub since it "
            "opened. They have asked for it to be open on Sunday afternoons, when they feel most "
            "alone.",
            number="6.1",
            figures=(
                Figure(
                    "96 young people had used the hub since it opened",
                    "young people who had used the hub",
                    96,
                    "count",
                    "since it opened",
                    None,
                ),
            ),
        ),
        ActionLine(
            _action(
                None,
                "Cost a Sunday opening for The Landing and try it for eight weeks",
                (LEAVING_CARE,),
                "by 31 March 2024",
                "2024-03-31",
            )
        ),
        Resolved("That the hub be tried on Sundays from 2 pm to 6 pm."),
        Heading("7. Date of next meeting"),
        Para("Monday 29 April 2024 at 5.30 pm. The meeting closed at 7.20 pm."),
        Title(SUMMARY.name, 12),
        Table(
            ("No.", "Action", "Who", "By when"),
            (48, 215, 130, 85),
            tuple(map(_row, SUMMARY.actions)),
            Look(size=10, verticals=False, horizontals=False, header_fill=None),
            (SUMMARY,),
        ),
    ),
)
