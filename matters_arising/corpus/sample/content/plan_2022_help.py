"""Themes 4 to 6 of the improvement plan's second issue."""

from matters_arising.corpus.sample.block import (
    Theme,
)
from matters_arising.corpus.sample.content.plan_rating import rated
from matters_arising.corpus.sample.content.role import (
    AD,
    COMMISSIONING,
    DCS,
    FRONT_DOOR_MANAGER,
    HOS_CARE,
    HOS_EARLY,
    HOS_HELP,
    HOS_QUALITY,
    LEAVING_CARE,
    PERFORMANCE,
    WORKFORCE_LEAD,
)

HELP = (
    Theme(
        "4. The right help at the front door",
        (
            rated(
                "4B",
                "staffing",
                "Fill the vacant posts at the front door and bring the health navigator back into "
                "the office.",
                (FRONT_DOOR_MANAGER,),
                ("January 2022", "2022-01"),
                rating="Complete",
            ),
            rated(
                "4C",
                "early-help",
                "Raise the share of early help assessments led by partners to half, with a named "
                "link worker for each of the nine school clusters.",
                (HOS_EARLY,),
                ("August 2022", "2022-08"),
                rating="Delayed",
            ),
            rated(
                "4D",
                "out-of-hours",
                "Decide whether to leave the shared out-of-hours service or to renegotiate it.",
                (AD, COMMISSIONING),
                ("To be confirmed by the Improvement Board", None),
                rating="Under review",
            ),
            rated(
                "4E",
                "missing",
                "Offer every child who has been missing a return home interview within 72 hours, "
                "and use what they say in a quarterly analysis shared with the police.",
                (HOS_HELP,),
                ("February 2023", "2023-02"),
                rating="On track",
            ),
            rated(
                "4F",
                "referral-feedback",
                "Tell every professional who makes a referral what was decided and why, within "
                "three working days.",
                (FRONT_DOOR_MANAGER,),
                ("30 November 2022", "2022-11-30"),
                rating="On track",
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
                (HOS_HELP, AD),
                ("December 2022", "2022-12"),
                rating="On track",
            ),
            rated(
                "5B",
                "academy",
                "Run the social work academy for people in their assessed and supported year in "
                "employment (ASYE), with two cohorts a year.",
                (WORKFORCE_LEAD,),
                ("May 2022", "2022-05"),
                rating="Amber E",
            ),
            rated(
                "5C",
                "dashboard",
                "Add plans and assessments to the team managers’ dashboard.",
                (PERFORMANCE, HOS_QUALITY),
                ("May 2022", "2022-05"),
                rating="Delayed",
            ),
            rated(
                "5E",
                "recording",
                "Upgrade the case recording system and remove the forms that nobody uses.",
                (PERFORMANCE,),
                ("To follow the supplier’s new date", None),
                rating="On hold",
            ),
            rated(
                "5F",
                "agency",
                "Reduce spending on agency social workers by a third, from £2.4m in 2021/22.",
                (AD,),
                ("31 March 2023", "2023-03-31"),
                rating="On track",
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
                (HOS_CARE, LEAVING_CARE),
                ("February 2023", "2023-02"),
                rating="Delayed",
            ),
            rated(
                "6B",
                "pathway",
                "Make sure that every young person has a pathway plan before they are sixteen and "
                "a quarter, written with them.",
                (LEAVING_CARE,),
                ("April 2022", "2022-04"),
                rating="Complete",
            ),
            rated(
                "6C",
                "setting-up-home",
                "Raise the setting up home allowance and pay it before the young person moves.",
                (DCS,),
                ("April 2022", "2022-04"),
                rating="Complete",
            ),
        ),
    ),
)
