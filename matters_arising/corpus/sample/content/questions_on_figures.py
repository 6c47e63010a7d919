"""Questions about figures and decisions."""

from matters_arising.corpus.sample.question import (
    COVER,
    MONITORING,
    PACK,
    PANEL,
    PLAN_1,
    VISIT,
    Evidence,
    Question,
)

FIGURES, DECISION = "figures", "decision"

ON_FIGURES = (
    Question(
        "IHA in 20 days % q2 v q3 21/22",
        FIGURES,
        "65% in Q2 and 87% in Q3 2021/22.",
        ("65", "87"),
        (Evidence(MONITORING, "within 20 working days improved from 65% in Q2 to 87% in Q3"),),
    ),
    Question(
        "how many contacts at front door in quarter 3",
        FIGURES,
        "2,418, of which 512 became referrals.",
        ("2,418|2418",),
        (Evidence(MONITORING, "There were 2,418 contacts with the front door in Q3"),),
    ),
    Question(
        "s47s going to conference, change in q3",
        FIGURES,
        "Up from 45% in Q2 to 60% in Q3 2021/22.",
        ("45", "60"),
        (Evidence(MONITORING, "increased from 45% in Q2 to 60% in Q3"),),
    ),
    Question(
        "missing episodes dec 2021",
        FIGURES,
        "51 in December 2021, of 135 in the quarter.",
        ("51",),
        (Evidence(MONITORING, "Episodes of going missing 46 38 51 135"),),
    ),
    Question(
        "average weekly cost residential placement",
        FIGURES,
        "£4,950 a week, up from £4,300 in 2020/21.",
        ("4,950|4950",),
        (Evidence(MONITORING, "Each residential placement costs £4,950 a week on average"),),
    ),
    Question(
        "caseload target and what is it actually, end of 2021",
        FIGURES,
        "The average was 18 at 31 December 2021 against a target of 16.",
        ("18", "16"),
        (
            Evidence(
                MONITORING,
                "average caseload in the help and protection teams was 18 at 31 December 2021",
            ),
            Evidence(MONITORING, "The target is 16"),
        ),
    ),
    Question(
        "cost of the extra social work team",
        FIGURES,
        "£412,000 a year.",
        ("412,000|412000",),
        (Evidence(PACK, "would cost £412,000 a year"),),
    ),
    Question(
        "how many kids in care march 2021",
        FIGURES,
        "304 at 31 March 2021.",
        ("304",),
        (Evidence(PACK, "There were 304 children in our care"),),
    ),
    Question(
        "roof repair cooper street how much",
        FIGURES,
        "£86,000.",
        ("86,000|86000",),
        (Evidence(PLAN_1, "the roof needs repair at a cost of £86,000", "3E"),),
        ("3E",),
    ),
    Question(
        "mill bank empty, monthly cost?",
        FIGURES,
        "£11,200 a month.",
        ("11,200|11200",),
        (Evidence(PANEL, "Keeping it empty costs £11,200 a month"),),
        ("3E",),
    ),
    Question(
        "phase 1 spend against budget",
        FIGURES,
        "£640,000 against a budget of £700,000.",
        ("640,000|640000", "700,000|700000"),
        (Evidence(COVER, "Phase 1 has cost £640,000 against a budget of £700,000"),),
    ),
    Question(
        "school attendance children in care autumn term 2023",
        FIGURES,
        "91.4%, and 84% in Year 11.",
        ("91.4",),
        (Evidence(PANEL, "attendance of 91.4% for the autumn term"),),
    ),
    Question(
        "what did members think it would cost to fix the interview room",
        FIGURES,
        "£600.",
        ("£600",),
        (Evidence(VISIT, "We think that £600 would put this right"),),
    ),
)

ON_DECISIONS = (
    Question(
        "what did scrutiny resolve on fellside school",
        DECISION,
        "On 22 March 2021: to recommend Cabinet to enlarge Fellside Primary School by fifteen "
        "places a year from September 2022.",
        ("fifteen|15", "September 2022"),
        (Evidence(PACK, "enlarge Fellside Primary School by fifteen places a year"),),
    ),
    Question(
        "recomendations in the covering report on the plan sept 2021",
        DECISION,
        "To scrutinise progress, agree visits to the front door and two locality teams before "
        "Christmas, and endorse moving 2C, 2D, 3D and 5C into phase 2.",
        ("scrutinise", "visit", "2C, 2D, 3D and 5C|phase 2"),
        (
            Evidence(COVER, "Scrutinise the progress made against the improvement plan"),
            Evidence(COVER, "members will visit the front door and two locality teams"),
            Evidence(COVER, "Endorse the moving of actions 2C, 2D, 3D and 5C into phase 2"),
        ),
    ),
    Question(
        "sundays at the landing decision",
        DECISION,
        "The Panel resolved on 29 January 2024 that the hub be tried on Sundays from 2 pm to 6 pm.",
        ("2 pm|2pm",),
        (Evidence(PANEL, "That the hub be tried on Sundays from 2 pm to 6 pm"),),
    ),
    Question(
        "caseloads report june 2021 what were members asked to agree",
        DECISION,
        "To support an additional team of six social workers and to receive a report every six "
        "months until the average is 16.",
        ("six social workers", "six months"),
        (
            Evidence(PACK, "Support the proposal for an additional team of six social workers"),
            Evidence(PACK, "Receive a report on caseloads every six months"),
        ),
    ),
    Question(
        "foster fee rise - what did cabinet decide",
        DECISION,
        "On 21 November 2023, to raise the weekly fee by £25 from April 2024.",
        ("£25", "April 2024"),
        (Evidence(PANEL, "raise the weekly fee by £25 from April 2024"),),
    ),
    Question(
        "did the committee note the inspection findings",
        DECISION,
        "Yes: on 22 March 2021 it noted them and recorded its disappointment at the judgement on "
        "planning for children.",
        ("noted", "disappointment"),
        (Evidence(PACK, "That the findings be noted, and that the Committee’s disappointment"),),
    ),
)
