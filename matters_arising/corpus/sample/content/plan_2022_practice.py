"""Themes 1 to 3 of the improvement plan's second issue."""

from matters_arising.corpus.sample.block import (
    Theme,
)
from matters_arising.corpus.sample.content.plan_rating import rated
from matters_arising.corpus.sample.content.role import (
    AD,
    COMMISSIONING,
    FOSTERING,
    HEALTH,
    HOS_CARE,
    HOS_EARLY,
    HOS_HELP,
    HOS_QUALITY,
    PARTICIPATION,
    PERFORMANCE,
    PSW,
    WORKFORCE_LEAD,
)

PRACTICE = (
    Theme(
        "1. Leadership, voice and culture",
        (
            rated(
                "1B",
                "pledges",
                "Report progress on the five corporate parenting pledges to full Council once a "
                "year, beginning in December 2022.",
                (AD,),
                ("December 2022", "2022-12"),
                rating="On track",
            ),
            rated(
                "1C",
                "managers",
                "Deliver all six modules of the development programme for team managers, and offer "
                "coaching to each manager who completes it.",
                (WORKFORCE_LEAD, PSW),
                ("March 2022", "2022-03"),
                rating="Amber E",
            ),
            rated(
                "1D",
                "visits",
                "Continue the rolling programme of visits by elected members to frontline teams: "
                "at least two visits in each quarter, each with a written note.",
                (HOS_QUALITY,),
                ("Quarterly, next by 31 December 2022", "2022-12-31"),
                rating="On track",
            ),
            rated(
                "1E",
                "scorecard",
                "Publish a two-page scorecard with every quarterly report to the Committee, "
                "showing trend and comparison with similar councils.",
                (PERFORMANCE,),
                ("November 2022", "2022-11"),
                rating="On track",
            ),
        ),
    ),
    Theme(
        "2. Practice that makes a difference",
        (
            rated(
                "2A",
                "supervision",
                "Rewrite the supervision policy so that it expects reflection on the child’s lived "
                "experience, train every supervisor, and dip-sample thirty records a quarter.",
                (PSW, HOS_QUALITY),
                ("July 2022", "2022-07"),
                rating="Amber E",
            ),
            rated(
                "2B",
                "audit",
                "Complete thirty case audits a month with the practitioner and the family, and "
                "moderate one in five.",
                (HOS_QUALITY,),
                ("April 2023", "2023-04"),
                rating="On track",
            ),
            rated(
                "2C",
                "chronology",
                "Launch the chronology guidance, train all case-holding teams, and require an "
                "up-to-date chronology on every open record.",
                (HOS_HELP, PSW),
                ("January 2023 (was April 2022)", "2023-01"),
                rating="Delayed",
            ),
            rated(
                "2D",
                "plans",
                "Introduce the plain-language template for child in need and child protection "
                "plans in every team.",
                (HOS_HELP,),
                ("February 2022", "2022-02"),
                rating="Complete",
            ),
            rated(
                "2E",
                "strategy-minutes",
                "Train business support officers to minute strategy discussions so that the record "
                "is with partners within one working day.",
                (HOS_HELP,),
                ("July 2021", "2021-07"),
                rating="Closed",
            ),
            rated(
                "2F",
                "practice-leads",
                "Recruit three practice leads to coach social workers in the first three years of "
                "their career.",
                (PSW,),
                ("September 2022", "2022-09"),
                rating="Delayed",
            ),
            rated(
                "2G",
                "network-meetings",
                "Offer every family a network meeting before an initial child protection "
                "conference, chaired by someone who does not hold the case.",
                (HOS_EARLY, HOS_HELP),
                ("May 2023", "2023-05"),
                rating="On track",
            ),
        ),
    ),
    Theme(
        "3. Children in our care",
        (
            rated(
                "3A",
                "health",
                "Agree a single pathway for initial health assessments, with consent sought on the "
                "day that a child comes into care.",
                (HOS_CARE, HEALTH),
                ("August 2021", "2021-08"),
                rating="Closed",
            ),
            rated(
                "3B",
                "permanence",
                "Review the permanence tracker each month, child by child, and bring every plan to "
                "panel by the second review.",
                (HOS_CARE,),
                ("June 2022", "2022-06"),
                rating="Amber E",
            ),
            rated(
                "3C",
                "life-story",
                "Clear the backlog of life-story work, now 27 children, and make sure that every "
                "child with a plan of adoption has a book before the order is made.",
                (HOS_CARE,),
                ("June 2022", "2022-06"),
                rating="Delayed",
            ),
            rated(
                "3D",
                "fostering",
                "Increase the number of fostering households by twelve (net) through a faster "
                "application, weekend support and a refer-a-friend payment.",
                (FOSTERING, COMMISSIONING),
                ("March 2023", "2023-03"),
                rating="On track",
            ),
            rated(
                "3E",
                "small-homes",
                "Commission two small children’s homes within the borough, each for no more than "
                "three children.",
                (COMMISSIONING,),
                ("July 2023", "2023-07"),
                rating="On track",
            ),
            rated(
                "3G",
                "kinship",
                "Publish a local offer for family and friends carers and give each of them a named "
                "worker.",
                (FOSTERING,),
                ("October 2022", "2022-10"),
                rating="On track",
            ),
            rated(
                "3H",
                "participation",
                "Carry out the participation strategy: young inspectors to visit six services a "
                "year, and a young person on every interview panel for managers.",
                (PARTICIPATION,),
                ("April 2023", "2023-04"),
                rating="On track",
            ),
        ),
    ),
)
