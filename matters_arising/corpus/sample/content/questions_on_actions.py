"""Questions about single actions: what became of them, and what stands under a ref."""

from matters_arising.corpus.sample.question import (
    PACK,
    PANEL,
    PLAN_1,
    PLAN_2,
    PLAN_3,
    Evidence,
    Question,
)

STATUS, BY_REF = "action_status", "action_by_ref"

ON_ACTIONS = (
    Question(
        "what happened to the chronology action?",
        STATUS,
        "2C was due on 30 June 2021, was moved to phase two, slipped again in 2022, and in "
        "September 2023 was complete with its impact not yet evidenced. In January 2024 the "
        "Principal Social Worker would still not call it complete.",
        ("phase two|phase 2", "impact not yet evidenced|would not call"),
        (
            Evidence(PLAN_1, "action should be moved to phase two", "2C"),
            Evidence(PLAN_3, "A chronology is on 88% of open records", "2C"),
            Evidence(PANEL, "She would not call the action complete until practitioners said"),
        ),
        ("2C",),
    ),
    Question(
        "is mill bank open yet",
        STATUS,
        "No. In September 2023 it awaited registration (3E, delayed), and in January 2024 it was "
        "furnished and staffed but not registered.",
        ("not registered|awaits registration|delayed",),
        (
            Evidence(PLAN_3, "The second home, at Mill Bank, awaits registration", "3E"),
            Evidence(PANEL, "The home is furnished and staffed but not registered"),
        ),
        ("3E",),
    ),
    Question(
        "care leaver hub cooper st, did it ever open??",
        STATUS,
        "Yes: it opened on 21 July 2023 (6A, once 3E) as The Landing, after being delayed by bats.",
        ("21 July 2023|21st July 2023|2023-07-21",),
        (Evidence(PLAN_3, "The hub opened on 21st July 2023", "6A"),),
        ("6A",),
    ),
    Question(
        "practice leads recruitment - any luck",
        STATUS,
        "Yes. On hold in 2021 and delayed in 2022; by September 2023 all three were in post (2F).",
        ("all three|in post|complete",),
        (Evidence(PLAN_3, "All three leads are in post", "2F"),),
        ("2F",),
    ),
    Question(
        "life story backlog where are we",
        STATUS,
        "Eight children were waiting in September 2023 (3C, on track for December 2023), down from "
        "64 in March 2021.",
        ("eight|8 children",),
        (Evidence(PLAN_3, "Eight children are waiting", "3C"),),
        ("3C",),
    ),
    Question(
        "whats holding up the case recording system",
        STATUS,
        "The supplier withdrew the upgrade and then abandoned it; a new system is to be bought and "
        "the business case waits for the capital programme (5E, not started).",
        ("supplier", "not started|business case|abandoned"),
        (
            Evidence(PLAN_1, "The supplier has withdrawn the release", "5E"),
            Evidence(PLAN_3, "The business case will be written when", "5E"),
        ),
        ("5E",),
    ),
    Question(
        "plain language plan template rolled out?",
        STATUS,
        "Yes: rated complete in September 2022 (2D).",
        ("complete",),
        (Evidence(PLAN_2, "Introduce the plain-language template", "2D"),),
        ("2D",),
    ),
    Question(
        "out of hours service - leave or stay",
        STATUS,
        "Stay: Cabinet decided on 14 March 2023 to remain under a new five-year agreement (4D, "
        "closed).",
        ("stay", "14th March 2023|14 March 2023|2023-03-14|five years"),
        (Evidence(PLAN_3, "to stay in the shared service under a new agreement", "4D"),),
        ("4D",),
    ),
    Question(
        "childrens promise posters 2021 done?",
        STATUS,
        "Yes. 1A was completed on 16 July 2021 and posters went to all nine family centres.",
        ("complete", "nine|16th July|16 July"),
        (Evidence(PLAN_1, "Posters have gone to all nine family centres", "1A"),),
        ("1A",),
    ),
    Question(
        "did anyone write to the hospital trust about health assesment delays",
        STATUS,
        "Yes, action 36a/20 is complete, and a reply was awaited in March 2021.",
        ("complete|reply is awaited",),
        (
            Evidence(
                PACK, "Write to the hospital trust about delays in health assessments", "36a/20"
            ),
        ),
        ("36a/20",),
    ),
    Question(
        "fostering target still on course 2023?",
        STATUS,
        "No: 3D is at risk. The net gain is four against twelve, and the deadline has moved from "
        "March 2023 to June 2024.",
        ("at risk", "four|June 2024"),
        (Evidence(PLAN_3, "The net gain is four", "3D"),),
        ("3D",),
    ),
    Question(
        "2B update pls 2021",
        BY_REF,
        "118 audits were done by the end of July 2021 against 120 expected; the external auditor "
        "agreed with nine grades out of twelve.",
        ("118", "120|nine"),
        (Evidence(PLAN_1, "118 audits had been completed by the end of July", "2B"),),
        ("2B",),
    ),
    Question(
        "status of 5F",
        BY_REF,
        "Delayed in September 2023: agency spending was £1.9m in 2022/23; the date is now 31 March "
        "2024.",
        ("delayed", "1.9m|31 March 2024|31st March 2024|2024-03-31"),
        (Evidence(PLAN_3, "Spending was £1.9m in 2022/23", "5F"),),
        ("5F",),
    ),
    Question(
        "4E rating",
        BY_REF,
        "Complete but impact not yet evidenced (September 2023).",
        ("impact not yet evidenced|complete_impact_unproven",),
        (Evidence(PLAN_3, "Interviews were offered in time in 91% of episodes", "4E"),),
        ("4E",),
    ),
    Question(
        "what is 24/03 and by when",
        BY_REF,
        "To show the Panel four chronologies, with names removed, that changed a decision, by 29 "
        "April 2024 (Principal Social Worker).",
        ("four chronologies", "29 April 2024|2024-04-29"),
        (Evidence(PANEL, "Show the Panel four chronologies, with names removed", "24/03"),),
        ("24/03",),
    ),
    Question(
        "3H what is that",
        BY_REF,
        "Carrying out the participation strategy: young inspectors and young people on interview "
        "panels. It was 1E in phase 1.",
        ("young inspectors", "panel"),
        (Evidence(PLAN_3, "Young inspectors to visit six services a year", "3H"),),
        ("3H",),
    ),
    Question(
        "36b/20?",
        BY_REF,
        "To bring comparative figures on elective home education (Virtual School Head): delayed to "
        "November.",
        ("elective home education", "delayed"),
        (Evidence(PACK, "Bring comparative figures on elective home education", "36b/20"),),
        ("36b/20",),
    ),
    Question(
        "6D where has this got to",
        BY_REF,
        "Exempting care leavers from council tax until 25 is on track for 1 April 2024; five of "
        "seven districts had agreed in principle by September 2023.",
        ("on track", "five of the seven|five|1st April 2024|1 April 2024"),
        (Evidence(PLAN_3, "Five of the seven districts have agreed in principle", "6D"),),
        ("6D",),
    ),
    Question(
        "1C who had which bit in phase 1",
        BY_REF,
        "The Workforce Development Lead was to finish the design by 28 May 2021; the Principal "
        "Social Worker the delivery by 26 November 2021.",
        ("Workforce Development Lead", "Principal Social Worker"),
        (
            Evidence(PLAN_1, "The programme was designed with four team managers", "1C"),
            Evidence(PLAN_1, "Two of six modules have been delivered", "1C"),
        ),
        ("1C",),
    ),
)
