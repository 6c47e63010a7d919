"""Themes 1 and 2 of the improvement plan's first issue."""

from matters_arising.corpus.sample.block import (
    Action,
    Line,
    Theme,
)
from matters_arising.corpus.sample.content.role import (
    AD,
    AUDIT,
    DCS,
    HOS_HELP,
    HOS_QUALITY,
    PARTICIPATION,
    PSW,
    WORKFORCE_LEAD,
)

LEADERSHIP = Theme(
    "1. Leadership, voice and culture",
    (
        Action(
            "1A",
            "promise",
            "Write and launch a one-page promise to children, in words that children have chosen, "
            "and display it in every building where families are seen.",
            (
                Line(
                    (DCS,),
                    "23rd July 2021",
                    "2021-07-23",
                    "Completed on 16th July 2021. Sixty-one children and young people helped to "
                    "write the promise, including twelve who are disabled and communicate in "
                    "other ways than speech.\nPosters have gone to all nine family centres.",
                    status="complete",
                ),
            ),
            impact="Practitioners can say in a sentence what the service is for.",
            outcome="Children recognise the promise and tell us when we break it.",
        ),
        Action(
            "1B",
            "pledges",
            "Agree five corporate parenting pledges with the Children in Care Council and report "
            "progress on each to full Council once a year.",
            (
                Line(
                    (AD,),
                    "30th September 2021",
                    "2021-09-30",
                    "Draft pledges on home, health, learning, money and belonging were discussed "
                    "with the Children in Care Council on 8th July. Members asked for the pledge "
                    "on money to name the savings policy. A second session is booked for "
                    "October half-term.",
                ),
            ),
            impact="Every directorate knows what it owes to children in our care.",
            outcome="Children in our care can hold the Council to five plain commitments.",
        ),
        Action(
            "1C",
            "managers",
            "Design and deliver a development programme for team managers that covers coaching, "
            "analysis of risk, and how to use performance information.",
            (
                Line(
                    (WORKFORCE_LEAD,),
                    "28th May 2021",
                    "2021-05-28",
                    "The programme was designed with four team managers and signed off in May.",
                ),
                Line(
                    (PSW,),
                    "26th November 2021",
                    "2021-11-26",
                    "Two of six modules have been delivered; 22 of 27 managers attended both.",
                ),
            ),
            impact="Managers give clear direction and notice drift early.",
            outcome="Decisions about children are timely and are explained to them.",
        ),
        Action(
            "1D",
            "visits",
            "Arrange a rolling programme of visits by elected members to frontline teams, with a "
            "short written note of each visit.",
            (
                Line(
                    (HOS_QUALITY,),
                    "30th June 2021",
                    "2021-06-30",
                    "Visits were held by video call until May. Four visits in person have taken "
                    "place since then and the notes have been shared with the Committee.",
                ),
            ),
            impact="Members ask questions that come from what they have seen.",
            outcome="Children’s experience shapes what the Council debates.",
        ),
        Action(
            "1E",
            "participation",
            "Write a participation strategy which sets out how children and families will help to "
            "design, inspect and recruit for our services.",
            (
                Line(
                    (PARTICIPATION,),
                    "15th October 2021",
                    "2021-10-15",
                    "A first draft has been written and three workshops have been held. Young "
                    "inspectors have been recruited and will start in the new school year.",
                ),
            ),
            impact="Participation is planned and is not left to goodwill.",
            outcome="Children see what changed because of what they said.",
        ),
    ),
)

PRACTICE = Theme(
    "2. Practice that makes a difference",
    (
        Action(
            "2A",
            "supervision",
            "Rewrite the supervision policy so that it expects reflection on the child’s lived "
            "experience, and train every supervisor in it.",
            (
                Line(
                    (PSW, HOS_QUALITY),
                    "14th May 2021",
                    "2021-05-14",
                    "The policy was launched on 10th May and all 41 supervisors have been "
                    "trained. A first dip sample in August found reflection in 19 of 30 records.",
                ),
            ),
            impact="Supervision helps practitioners to think, and is written down.",
            outcome="Plans for children move forward between one visit and the next.",
        ),
        Action(
            "2B",
            "audit",
            "Put in place a monthly programme of case audits, each completed with the practitioner "
            "and with feedback from the family:\n• thirty audits a month\n• one in ten moderated "
            "by an external auditor\n• findings reported to the Improvement Board each quarter",
            (
                Line(
                    (HOS_QUALITY, AUDIT),
                    "1st April 2021",
                    "2021-04-01",
                    "The programme began in April and 118 audits had been completed by the end of "
                    "July against an expectation of 120.\nModeration by the external auditor "
                    "agreed with our own grade in nine cases out of twelve. In the other three "
                    "our auditors had been too generous.\nFeedback from families was obtained in "
                    "fewer than half of audits. The audit tool has been changed so that an audit "
                    "cannot be closed until someone has tried to speak to the family.",
                ),
            ),
            impact="Leaders know what good practice looks like and where it is missing.\n"
            "Practitioners take part in audit and learn from it.",
            outcome="Weaknesses in practice are found and put right before children are harmed "
            "by them.",
        ),
        Action(
            "2C",
            "chronology",
            "The use of chronologies to be embedded across the service, so that the significant "
            "events in a child’s life are seen together and inform assessments and plans.",
            (
                Line(
                    (HOS_HELP,),
                    "30th June 2021",
                    "2021-06-30",
                    "Practitioners told us that they were being asked to change too many things "
                    "at once. The Improvement Board therefore agreed on 21st June that this "
                    "action should be moved to phase two, so that teams can concentrate on "
                    "assessments and plans first.\nGuidance on writing a chronology has been "
                    "written, with three worked examples, and training is planned for the spring "
                    "of 2022.\nA launch date will be set once caseloads have come down.",
                    status="carried_over",
                ),
            ),
            impact="Practitioners use history to understand what is happening now.\nPatterns of "
            "neglect are noticed sooner.",
            outcome="Children do not have to tell their story again each time a worker changes.",
        ),
        Action(
            "2D",
            "plans",
            "Replace the template for child in need and child protection plans with one that is "
            "written in plain language and addressed to the family.",
            (
                Line(
                    (HOS_HELP, HOS_QUALITY),
                    "3rd August 2021\nTo be carried over to phase 2",
                    "2021-08-03",
                    "The template has been tried by two teams. Families liked it, though "
                    "conference chairs found that it was hard to record dissent. A revised "
                    "version will be brought to the Practice Forum in November.",
                    status="carried_over",
                ),
            ),
            impact="Plans say who will do what by when, and what happens if they do not.",
            outcome="Parents understand what must change and children know what to expect.",
        ),
        Action(
            "2E",
            "strategy-minutes",
            "Train business support officers to minute strategy discussions so that the record is "
            "with partners within one working day.",
            (
                Line(
                    (HOS_HELP,),
                    "9th July 2021",
                    "2021-07-09",
                    "Eleven officers have been trained. In July 84% of minutes were sent within "
                    "one working day, up from 37% in March.",
                ),
            ),
            impact="Agencies act on the same record.",
            outcome="Children at risk are protected by people who know what was agreed.",
        ),
        Action(
            "2F",
            "practice-leads",
            "Recruit two practice leads to coach social workers in the first three years of their "
            "career.",
            (
                Line(
                    (PSW,),
                    "25th June 2021",
                    "2021-06-25",
                    "The posts were advertised twice without success. Recruitment has been put on "
                    "hold until the pay review is finished in December.",
                    status="on_hold",
                ),
            ),
            impact="Newer social workers have someone to learn from every week.",
            outcome="Children have a confident social worker who stays.",
        ),
    ),
)
