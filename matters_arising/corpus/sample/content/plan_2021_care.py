"""Theme 3 of the improvement plan's first issue."""

from matters_arising.corpus.sample.block import (
    Action,
    Line,
    Theme,
)
from matters_arising.corpus.sample.content.role import (
    FOSTERING,
    HEALTH,
    HOS_CARE,
    PSW,
)

IN_OUR_CARE = Theme(
    "3. Children in our care and leaving care",
    (
        Action(
            "3A",
            "health",
            "Agree a single pathway for initial health assessments, with consent sought on the day "
            "that a child comes into care.",
            (
                Line(
                    (HOS_CARE, HEALTH),
                    "2nd August 2021",
                    "2021-08-02",
                    "The pathway was agreed with the hospital trust in June. Consent forms now "
                    "travel with the placement paperwork. Timeliness rose to 71% in July.",
                ),
            ),
            impact="No assessment waits for a signature.",
            outcome="Children’s health needs are known within 20 working days.",
        ),
        Action(
            "3B",
            "permanence",
            "Build a permanence tracker and review it each month, child by child.",
            (
                Line(
                    (HOS_CARE,),
                    "21st May 2021",
                    "2021-05-21",
                    "The tracker is in use. The first three meetings found 17 children whose "
                    "plan had not been ratified by panel, of whom 11 now have a panel date.",
                ),
            ),
            impact="Drift is seen by managers before it is seen by the court.",
            outcome="Children know where they will grow up, and with whom.",
        ),
        Action(
            "3C",
            "life-story",
            "Clear the backlog of life-story work and make sure that every child with a plan of "
            "adoption has a book before the adoption order is made.",
            (
                Line(
                    (HOS_CARE, PSW),
                    "22nd October 2021",
                    "2021-10-22",
                    "There were 64 children waiting in March and there are now 49. Training has "
                    "been given to 38 social workers and support workers. Two further days are "
                    "planned, one of them led by adopted young people.",
                    printed_owner=f"{HOS_CARE} and {PSW}",
                ),
            ),
            impact="Life-story work is everybody’s task and has a time set aside for it.",
            outcome="Children understand why they came into care.",
        ),
        Action(
            "3D",
            "fostering",
            "Increase the number of fostering households by making it easier to apply and by "
            "rewarding carers who introduce others.",
            (
                Line(
                    (FOSTERING,),
                    "Action will carry over into phase 2 of the plan",
                    None,
                    "Nine households were approved in the year and fourteen resigned, so that we "
                    "have five fewer than when we began. Exit interviews point to slow payments "
                    "and to a lack of help at weekends.\nA refer-a-friend payment of £500 was "
                    "introduced in August. A mobile advertising van is booked for October.",
                    status="carried_over",
                ),
            ),
            impact="Enquirers hear from us within a day and are visited within a week.",
            outcome="More children live with a family close to their school and friends.",
        ),
        Action(
            "3E",
            "hub",
            "Open a hub for care leavers in Thornmere town centre where they can get advice, use a "
            "kitchen and laundry, and meet each other.",
            (
                Line(
                    (HOS_CARE,),
                    "17th December 2021",
                    "2021-12-17",
                    "The former library at Cooper Street has been chosen by young people from "
                    "three buildings. A survey found that the roof needs repair at a cost of "
                    "£86,000, which has been put to the capital board.",
                ),
            ),
            impact="Personal advisers meet young people where they want to be met.",
            outcome="Care leavers are less alone.",
        ),
        Action(
            "3F",
            "pathway",
            "Make sure that every young person has a pathway plan before they are sixteen and a "
            "quarter, written with them.",
            (
                Line(
                    (HOS_CARE,),
                    "23rd September 2021",
                    "2021-09-23",
                    "In August 78% of young people of that age had a plan. The personal adviser "
                    "team was short of three posts from April to July.",
                ),
            ),
            impact="Planning for adulthood begins early and is led by the young person.",
            outcome="Young people leave care with a home, money and people to turn to.",
        ),
        Action(
            "3G",
            "kinship",
            "Publish a local offer for family and friends carers, including those with special "
            "guardianship orders.",
            (
                Line(
                    (FOSTERING,),
                    "19th November 2021",
                    "2021-11-19",
                    "A survey of carers closed on 31st August with 73 replies. Most asked for "
                    "legal advice and for a named worker.",
                ),
            ),
            impact="Support does not depend on the legal order.",
            outcome="More children are raised safely in their wider family.",
        ),
    ),
)
