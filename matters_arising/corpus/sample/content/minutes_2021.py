"""Minutes of 22 March 2021, as bound into the agenda pack of the next meeting."""

from matters_arising.corpus.sample.block import (
    Action,
    ActionLine,
    Figure,
    Heading,
    Line,
    Look,
    Para,
    Report,
    Resolved,
    Row,
    Table,
    Theme,
    Title,
)
from matters_arising.corpus.sample.content.role import (
    AD,
    DCS,
    DEMOCRATIC,
    FRONT_DOOR_MANAGER,
    HOS_EARLY,
    VIRTUAL_SCHOOL,
)

COMMITTEE = "Children and Families Scrutiny Committee"
TITLE = f"Minutes of a meeting of the {COMMITTEE} held on Monday, 22nd March 2021"


def _action(
    ref: str | None,
    text: str,
    owners: tuple[str, ...],
    due: tuple[str, str | None],
    rating: tuple[str, str | None] = ("", None),
) -> Action:
    """`due` and `rating` are each as printed and as meant."""
    line = Line(owners, *due, rating=rating[0] or None, status=rating[1])
    return Action(ref, f"scrutiny-{ref or text[:20]}", text, (line,))


EARLIER = Theme(
    "50 ACTIONS FROM EARLIER MEETINGS",
    (
        _action(
            "31/20",
            "Circulate the list of family centres with their opening hours.",
            (HOS_EARLY,),
            ("29 January 2021", "2021-01-29"),
            ("Complete", "complete"),
        ),
        _action(
            "36a/20",
            "Write to the hospital trust about delays in health assessments.",
            ("Chair", DEMOCRATIC),
            ("26 February 2021", "2021-02-26"),
            ("Complete. A reply is awaited.", "complete"),
        ),
        _action(
            "36b/20",
            "Bring comparative figures on elective home education.",
            (VIRTUAL_SCHOOL,),
            ("22 March 2021", "2021-03-22"),
            ("Delayed to November", "delayed"),
        ),
        _action(
            "40/20",
            "Arrange a visit to the front door for new members.",
            (FRONT_DOOR_MANAGER,),
            ("May 2021", "2021-05"),
            ("On track", "on_track"),
        ),
    ),
)


def _row(action: Action) -> Row:
    line = action.lines[0]
    return Row((action.ref or "", action.text, line.owner_cell, line.due, line.rating or ""))


MINUTES = (
    Report("3", TITLE, "minutes", "2021-03-22", COMMITTEE, "THORNMERE BOROUGH COUNCIL"),
    Title("THORNMERE BOROUGH COUNCIL", 13),
    Para(
        f"Minutes of a meeting of the **{COMMITTEE}** held on Monday, 22nd March 2021 as a virtual "
        "meeting"
    ),
    Title("PRESENT", 11),
    Para("The Chair and the Vice-Chair"),
    Para("Six other members of the Committee, and one parent governor representative"),
    Title("Officers in attendance", 11),
    Para(DCS),
    Para(AD),
    Para(VIRTUAL_SCHOOL),
    Para(DEMOCRATIC),
    Title("Also in attendance", 11),
    Para("Lead Member for Children and Families"),
    Heading("45 APOLOGIES FOR ABSENCE"),
    Para("Apologies were received from one member and from a diocesan representative."),
    Heading("46 DECLARATIONS OF INTEREST"),
    Para("The Vice-Chair declared that she is a foster carer for another council."),
    Heading("47 MINUTES OF PREVIOUS MEETING"),
    Resolved(
        "That the minutes of the meeting held on 18th January 2021 be approved as a correct record."
    ),
    Heading("48 INSPECTION OF CHILDREN’S SERVICES"),
    Para(
        "The Director of Children’s Services presented the findings of the inspection that took "
        "place in November 2020. The service had been judged to require improvement. Inspectors "
        "praised the work of the Virtual School and the edge of care team. They were concerned by "
        "caseloads, by the quality of plans, and by how seldom a child’s history was drawn on."
    ),
    Para("In answer to questions, members were told:"),
    Para("that an improvement plan in three phases was being written;", bullet=True),
    Para(
        "that 13 children had waited for more than two months for a health assessment; and",
        bullet=True,
        figures=(
            Figure(
                "13 children had waited for more than two months for a health assessment",
                "children who had waited for more than two months for a health assessment",
                13,
                "count",
            ),
        ),
    ),
    Para("that the cost of the plan had not yet been worked out.", bullet=True),
    ActionLine(
        _action(
            None,
            "Bring the improvement plan to the Committee before it goes to Cabinet",
            (DCS,),
            ("by 20th September 2021", "2021-09-20"),
        )
    ),
    Resolved(
        "That the findings be noted, and that the Committee’s disappointment at the judgement on "
        "planning for children be recorded."
    ),
    Heading("49 SCHOOL PLACES IN FELLSIDE"),
    Para(
        "Members considered a report on the demand for places in the Fellside area, where 240 new "
        "houses are to be built. The Virtual School Head pointed out that late applicants, among "
        "them children who come into care in the middle of a year, would be affected most."
    ),
    ActionLine(
        _action(
            None,
            "Send members a map of school places and planned housing in Fellside",
            ("Head of School Organisation",),
            ("by 30th April 2021", "2021-04-30"),
        )
    ),
    Resolved(
        "That Cabinet be recommended to enlarge Fellside Primary School by fifteen places a year "
        "from September 2022."
    ),
    Heading(EARLIER.name),
    Table(
        ("Ref", "Action", "Owner", "Due", "Status"),
        (48, 165, 118, 75, 75),
        tuple(map(_row, EARLIER.actions)),
        Look(size=9.5),
        (EARLIER,),
    ),
    Para("The meeting commenced at 2.00 pm and concluded at 4.25 pm."),
    Para("Chair of the Committee"),
)
