"""An agenda pack, June 2021: agenda, minutes of the meeting before, three reports, an annex."""

from matters_arising.corpus.sample.block import (
    AgendaItem,
    Facts,
    Heading,
    Look,
    Paper,
    Para,
    Recommendations,
    Report,
    Row,
    Sheets,
    Table,
    Title,
)
from matters_arising.corpus.sample.content.minutes_2021 import COMMITTEE, MINUTES, TITLE
from matters_arising.corpus.sample.content.pack_2021_caseloads import CASELOADS, CASELOADS_REPORT
from matters_arising.corpus.sample.content.pack_2021_homes import HOMES, HOMES_REPORT
from matters_arising.corpus.sample.content.pack_2021_report import DATE, open_report
from matters_arising.corpus.sample.content.role import DEMOCRATIC

PROGRAMME = "Committee Work Programme"

AGENDA = (
    Report(
        None,
        f"{COMMITTEE} Agenda",
        "agenda",
        DATE,
        COMMITTEE,
        "Public Document Pack",
        contact=DEMOCRATIC,
    ),
    Title("Public Document Pack", 11),
    Title("Thornmere Borough Council", 16),
    Title(f"{COMMITTEE} Agenda", 14),
    Facts(
        (
            ("Date:", "Monday, 14th June 2021"),
            ("Time:", "2.00 pm"),
            ("Venue:", "Council Chamber, Town Hall, Quay Street, Thornmere"),
            ("Contact:", DEMOCRATIC),
        )
    ),
    Para(
        "Members of the public may attend, or may watch on the Council’s website. Anyone who "
        "wishes to speak should give notice by noon on the Thursday before the meeting."
    ),
    AgendaItem("1", "Apologies for Absence", "To note any apologies and substitutes."),
    AgendaItem(
        "2",
        "Declarations of Interest",
        "Members are asked to declare any interest in an item on the agenda and to say what it is.",
    ),
    AgendaItem(
        "3",
        "Minutes of the Previous Meeting",
        "To approve the minutes of the meeting held on 22nd March 2021.",
        TITLE,
    ),
    AgendaItem(
        "4",
        "Public Questions",
        "One question has been received, about the closing time of Harbour Family Centre.",
    ),
    AgendaItem("5", CASELOADS, "To consider a report of the Assistant Director.", CASELOADS),
    AgendaItem("6", HOMES, "To comment on the draft strategy before Cabinet.", HOMES),
    AgendaItem("7", PROGRAMME, "To agree the programme for the year.", PROGRAMME),
    Para(
        "**Membership:** nine councillors, two parent governor representatives and two diocesan "
        "representatives, who may vote on education matters only."
    ),
)

WORK_PROGRAMME = (
    *open_report("7", PROGRAMME, "Head of Legal and Democratic Services", DEMOCRATIC),
    Heading("1. Introduction"),
    Para(
        "The Committee sets its own programme. Items may be added at any meeting; an item that has "
        "been put off twice is taken out unless the Chair asks for it to stay.",
        number="1.1",
    ),
    Heading("2. Recommendation"),
    Para("It is recommended that the Committee:", number="2.1"),
    Recommendations(("Agree the work programme for 2021/22 set out below.",)),
    Heading("3. Programme for 2021/22"),
    Table(
        ("Meeting", "Item", "Why"),
        (105, 215, 160),
        (
            Row(
                (
                    "20th September 2021",
                    "Improvement plan, phase 1\nYouth justice plan",
                    "Statutory\nRequested by a member",
                )
            ),
            Row(
                (
                    "15th November 2021",
                    "Elective home education\nFree school meals in the holidays",
                    "Put off from March\nPublic petition",
                )
            ),
            Row(
                (
                    "14th February 2022",
                    "Quarterly monitoring\nBudget proposals",
                    "Standing item\nConsultation",
                )
            ),
        ),
        Look(size=10, verticals=False, header_fill=None, grey=0.4, raised=True),
    ),
)

PAPER = Paper(
    "2021-06-14-scrutiny-agenda-pack",
    Sheets(mark="OFFICIAL", first_label=5, label_at_top=True),
    (*AGENDA, *MINUTES, *CASELOADS_REPORT, *HOMES_REPORT, *WORK_PROGRAMME),
)
