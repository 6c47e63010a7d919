"""Themes 4 to 6 of the improvement plan's third issue."""

from matters_arising.corpus.sample.block import (
    Theme,
)
from matters_arising.corpus.sample.content.plan_rating import UNPROVEN, rated
from matters_arising.corpus.sample.content.role import (
    AD,
    COMMISSIONING,
    FINANCE,
    FRONT_DOOR_MANAGER,
    HOS_EARLY,
    HOS_HELP,
    LEAVING_CARE,
    PERFORMANCE,
    WORKFORCE_LEAD,
)

HELP = (
    Theme(
        "4. The right help at the front door",
        (
            rated(
                "4C",
                "early-help",
                "Raise the share of early help assessments led by partners to half, with a named "
                "link worker for each of the nine school clusters.",
                (HOS_EARLY,),
                ("July 2023 (was August 2022)", "2023-07"),
                rating="Complete",
                update="All nine clusters have a link worker.",
            ),
            rated(
                "4D",
                "out-of-hours",
                "Decide whether to leave the shared out-of-hours service or to renegotiate it.",
                (COMMISSIONING,),
                ("March 2023", "2023-03"),
                rating="Closed",
                update=(
                    "Cabinet decided on 14th March 2023 to stay in the shared service under a new "
                    "agreement of five years."
                ),
            ),
            rated(
                "4E",
                "missing",
                "Offer every child who has been missing a return home interview within 72 hours, "
                "and use what they say in a quarterly analysis shared with the police.",
                (HOS_HELP,),
                ("February 2023", "2023-02"),
                rating=UNPROVEN,
                update="Interviews were offered in time in 91% of episodes in the second quarter.",
            ),
            rated(
                "4F",
                "referral-feedback",
                "Tell every professional who makes a referral what was decided and why, within "
                "three working days.",
                (FRONT_DOOR_MANAGER,),
                ("30th November 2023 (was 30th November 2022)", "2023-11-30"),
                rating="Delayed",
                update=(
                    "Letters were to be sent by the new recording system, which has not arrived. "
                    "They are being sent by hand and reach about two thirds of referrers in time."
                ),
            ),
        ),
    ),
    Theme(
        "5. Workforce, data and resources",
        (
            rated(
                "5A",
                "caseloads",
                "Bring average caseloads in the help and protection teams down to 16 children and "
                "keep them there for two quarters.",
                (HOS_HELP,),
                ("March 2024 (was December 2022)", "2024-03"),
                rating="On track",
                update="The average was 16.4 in June and 15.8 in August.",
            ),
            rated(
                "5B",
                "academy",
                "Run the social work academy for people in their assessed and supported year in "
                "employment (ASYE), with two cohorts a year.",
                (WORKFORCE_LEAD,),
                ("May 2022", "2022-05"),
                rating="Complete",
                update=(
                    "Of the first three cohorts, 26 of 31 people are still employed by the Council."
                ),
            ),
            rated(
                "5C",
                "dashboard",
                "Add plans and assessments to the team managers’ dashboard.",
                (PERFORMANCE,),
                ("January 2023 (was May 2022)", "2023-01"),
                rating="Complete",
                update="Plans were added in December 2022 and assessments in January 2023.",
            ),
            rated(
                "5E",
                "recording",
                "Buy a new case recording system, the planned upgrade having been abandoned by the "
                "supplier.",
                (PERFORMANCE, FINANCE),
                ("30th September 2024", "2024-09-30"),
                rating="Not started",
                update="The business case will be written when the capital programme is settled.",
            ),
            rated(
                "5F",
                "agency",
                "Reduce spending on agency social workers by a third, from £2.4m in 2021/22.",
                (AD,),
                ("31st March 2024 (was 31st March 2023)", "2024-03-31"),
                rating="Delayed",
                update="Spending was £1.9m in 2022/23, a reduction of about a fifth.",
            ),
        ),
    ),
    Theme(
        "6. Leaving care well",
        (
            rated(
                "6A",
                "hub",
                "Open a hub for care leavers at Cooper Street where they can get advice, use a "
                "kitchen and laundry, and meet each other.",
                (LEAVING_CARE,),
                ("July 2023 (was February 2023)", "2023-07"),
                rating="Complete",
                update=(
                    "The hub opened on 21st July 2023 and had 312 visits in its first six weeks. "
                    "Young people have named it The Landing."
                ),
            ),
            rated(
                "6D",
                "council-tax",
                "Exempt care leavers from council tax until they are 25, wherever they live in the "
                "county.",
                (FINANCE, LEAVING_CARE),
                ("1st April 2024", "2024-04-01"),
                rating="On track",
                update="Five of the seven districts have agreed in principle.",
            ),
        ),
    ),
)
