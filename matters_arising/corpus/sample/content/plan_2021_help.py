"""Themes 4 and 5 of the improvement plan's first issue."""

from matters_arising.corpus.sample.block import Action, Line, Theme
from matters_arising.corpus.sample.content.role import (
    AD,
    COMMISSIONING,
    DCS,
    FRONT_DOOR_MANAGER,
    HOS_EARLY,
    HOS_HELP,
    PERFORMANCE,
    PSW,
    WORKFORCE_LEAD,
)

FRONT_DOOR = Theme(
    "4. The right help at the front door",
    (
        Action(
            "4A",
            "threshold",
            "Revise the threshold document with schools, health and the police, and explain it at "
            "six locality briefings.",
            (
                Line(
                    (DCS,),
                    "18th June 2021",
                    "2021-06-18",
                    "Completed on 11th June 2021. The six briefings were attended by 412 people "
                    "from 96 schools and agencies.",
                    status="complete",
                ),
            ),
            impact="Referrers know when to call and what to say.",
            outcome="Children get help at the right level the first time.",
        ),
        Action(
            "4B",
            "staffing",
            "Fill the four vacant posts at the front door and bring the health navigator back into "
            "the office.",
            (
                Line(
                    (FRONT_DOOR_MANAGER,),
                    "16th July 2021",
                    "2021-07-16",
                    "Three of the four posts have been filled. The health navigator returned on "
                    "5th July and sits with the team on three days a week.",
                ),
            ),
            impact="Contacts are decided within one working day.",
            outcome="No child waits for help because of a gap in the rota.",
        ),
        Action(
            "4C",
            "early-help",
            "Increase the number of early help assessments that are led by partners, with a named "
            "link worker for each school cluster.",
            (
                Line(
                    (HOS_EARLY,),
                    "1st September 2021",
                    "2021-09-01",
                    "Link workers are in place for seven of the nine clusters. Partners led 31% "
                    "of assessments in the first quarter.\nThe two remaining clusters, Harbour "
                    "and Fellside, are covered by the duty team, which has not been enough: the "
                    "headteachers there told us that they do not know whom to ring. Interviews "
                    "for both posts will be held on 22nd September.\nA shorter form was agreed in "
                    "July after schools told us that the old one took three hours to complete.",
                ),
            ),
            impact="Schools and health visitors feel able to lead.\nFewer families are referred to "
            "social care who could have been helped sooner.",
            outcome="Families are helped by someone they already trust.",
        ),
        Action(
            "4D",
            "out-of-hours",
            "Decide whether to leave the shared out-of-hours service or to renegotiate it.",
            (
                Line(
                    (AD, COMMISSIONING),
                    "30th September 2021",
                    "2021-09-30",
                    "The options are under review with the two neighbouring councils. Notice of "
                    "twelve months would be required on either side.",
                    status="under_review",
                ),
            ),
            impact="The service at night is as good as the service by day.",
            outcome="Children are safe whatever the hour.",
        ),
        Action(
            "4E",
            "missing",
            "Offer every child who has been missing a return home interview within 72 hours, by "
            "someone independent of their care.",
            (
                Line(
                    (HOS_HELP,),
                    "31st May 2021",
                    "2021-05-31",
                    "The contract was let in May. Interviews were offered within 72 hours in 58% "
                    "of episodes in June and 66% in July.",
                ),
            ),
            impact="What children say about why they left is used in their plan.",
            outcome="Children go missing less often and are found sooner.",
        ),
    ),
)

WORKFORCE = Theme(
    "5. Workforce, data and resources",
    (
        Action(
            "5A",
            "caseloads",
            "Bring average caseloads in the help and protection teams down to 16 children.",
            (
                Line(
                    (HOS_HELP, AD),
                    "10th December 2021",
                    "2021-12-10",
                    "The average was 21 in March and 19 in August. An additional team of six was "
                    "agreed by Cabinet in July and is being recruited.",
                    printed_owner=f"{HOS_HELP} / {AD}",
                ),
            ),
            impact="Social workers have time for direct work.",
            outcome="Children see the same social worker, and see them often.",
        ),
        Action(
            "5B",
            "academy",
            "Set up a social work academy for people in their assessed and supported year in "
            "employment (ASYE), with protected caseloads.",
            (
                Line(
                    (PSW, WORKFORCE_LEAD),
                    "6th September 2021",
                    "2021-09-06",
                    "The academy opened with a first cohort of ten. Caseloads are held at twelve "
                    "for the first six months.",
                ),
            ),
            impact="New social workers are prepared for the work and want to stay.",
            outcome="Children have fewer changes of social worker.",
        ),
        Action(
            "5C",
            "dashboard",
            "Build a dashboard that shows each team manager, every morning, which visits, "
            "supervisions and plans are late.",
            (
                Line(
                    (PERFORMANCE,),
                    "9th August 2021\nFurther work to be included in the next phase",
                    "2021-08-09",
                    "Visits and supervision went live in July. Plans will follow when the case "
                    "recording system has been upgraded.",
                    status="carried_over",
                ),
            ),
            impact="Managers act on today’s information and not on last month’s.",
            outcome="Visits to children happen when they should.",
        ),
        Action(
            "5D",
            "exit",
            "Interview every social worker who leaves, and report the reasons to the Improvement "
            "Board twice a year.",
            (
                Line(
                    (WORKFORCE_LEAD,),
                    "29th October 2021",
                    "2021-10-29",
                    "Seven leavers have been interviewed since April. Five gave the length of the "
                    "journey to work as a reason, and four gave their caseload.",
                ),
            ),
            impact="We know why people go, and act on it.",
            outcome="Children have a stable workforce around them.",
        ),
        Action(
            "5E",
            "recording",
            "Upgrade the case recording system and remove the forms that nobody uses.",
            (
                Line(
                    (PERFORMANCE,),
                    "24th November 2021",
                    "2021-11-24",
                    "On hold. The supplier has withdrawn the release that we were to install and "
                    "has not given a new date.",
                    status="on_hold",
                ),
            ),
            impact="Recording takes less of the day.",
            outcome="Children’s records are clear when they come to read them.",
        ),
    ),
)
