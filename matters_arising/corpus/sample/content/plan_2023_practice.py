"""Themes 1 to 3 of the improvement plan's third issue."""

from matters_arising.corpus.sample.block import (
    Theme,
)
from matters_arising.corpus.sample.content.plan_rating import UNPROVEN, rated
from matters_arising.corpus.sample.content.role import (
    AD,
    COMMISSIONING,
    FOSTERING,
    HEALTH,
    HOS_CARE,
    HOS_EARLY,
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
                "year.",
                (AD,),
                ("December 2022", "2022-12"),
                rating="Complete",
                update=(
                    "The first annual report was debated on 15th December 2022. Young people spoke "
                    "to each pledge."
                ),
            ),
            rated(
                "1C",
                "managers",
                "Deliver all six modules of the development programme for team managers, and offer "
                "coaching to each manager who completes it.",
                (WORKFORCE_LEAD, PSW),
                ("March 2022", "2022-03"),
                rating=UNPROVEN,
                update=(
                    "All 27 managers have finished. Coaching has been taken up by nine. A survey "
                    "of practitioners in November will test whether they notice a difference."
                ),
            ),
            rated(
                "1D",
                "visits",
                "Two visits by elected members to frontline teams in each quarter, each with a "
                "written note.",
                (HOS_QUALITY,),
                ("Quarterly, next by 31st December 2023", "2023-12-31"),
                rating="On track",
                update=(
                    "Eight visits took place in the year. Notes now go to the Panel as well as to "
                    "this Committee."
                ),
            ),
            rated(
                "1E",
                "scorecard",
                "Publish a two-page scorecard with every quarterly report to the Committee, "
                "showing trend and comparison with similar councils.",
                (PERFORMANCE,),
                ("November 2022", "2022-11"),
                rating="Complete",
                update="Four scorecards have been published.",
            ),
        ),
    ),
    Theme(
        "2. Practice that makes a difference",
        (
            rated(
                "2A",
                "supervision",
                "Show by dip sample that supervision reflects on the child’s lived experience, as "
                "the policy of 2021 expects.",
                (PSW,),
                ("June 2023", "2023-06"),
                rating="Complete",
                update=(
                    "Reflection was found in 27 of 30 records in June 2023, against 19 of 30 when "
                    "the policy was launched."
                ),
            ),
            rated(
                "2B",
                "audit",
                "Complete thirty case audits a month with the practitioner and the family, and "
                "moderate one in five.",
                (HOS_QUALITY,),
                ("April 2023", "2023-04"),
                rating=UNPROVEN,
                update=(
                    "The number of audits has been met in every month since October. The family’s "
                    "views are in 81% of them. Whether practice has changed because of audit is to "
                    "be tested by the peer challenge in the spring."
                ),
            ),
            rated(
                "2C",
                "chronology",
                "Require an up-to-date chronology on every open record, now that the guidance has "
                "been launched and all case-holding teams have been trained.",
                (PSW,),
                ("June 2023 (was January 2023)", "2023-06"),
                rating=UNPROVEN,
                update=(
                    "The guidance was launched on 6th February 2023 and 143 of 151 practitioners "
                    "have been trained.\nA chronology is on 88% of open records, but a sample of "
                    "forty in August found that only half of them were used in the assessment. The "
                    "Principal Social Worker now leads this action alone."
                ),
            ),
            rated(
                "2F",
                "practice-leads",
                "Recruit three practice leads to coach social workers in the first three years of "
                "their career.",
                (PSW,),
                ("April 2023 (was September 2022)", "2023-04"),
                rating="Complete",
                update="All three leads are in post. The last began on 17th April 2023.",
            ),
            rated(
                "2G",
                "network-meetings",
                "Offer every family a network meeting before an initial child protection "
                "conference, chaired by someone who does not hold the case.",
                (HOS_EARLY,),
                ("November 2023", "2023-11"),
                rating="Delayed",
                update=(
                    "Meetings are offered in two localities out of three. There is no chair yet "
                    "for the Fellside locality."
                ),
            ),
        ),
    ),
    Theme(
        "3. Children in our care",
        (
            rated(
                "3A",
                "health",
                "Restore the timeliness of initial health assessments to at least 90% within "
                "20 working days, with consent sought on the day a child comes into care.",
                (HEALTH, HOS_CARE),
                ("31st January 2024", "2024-01-31"),
                rating="Delayed",
                update=(
                    "This action was closed in September 2022. It was reopened by the Improvement "
                    "Board on 12th June 2023, because timeliness had fallen to 52% after the "
                    "hospital trust lost two paediatricians.\nA locum has been found for three "
                    "clinics a week."
                ),
            ),
            rated(
                "3B",
                "permanence",
                "Review the permanence tracker each month, child by child, and bring every plan to "
                "panel by the second review.",
                (HOS_CARE,),
                ("June 2022", "2022-06"),
                rating="Complete",
                update=(
                    "No child’s plan has waited for panel beyond the second review since March "
                    "2023."
                ),
            ),
            rated(
                "3C",
                "life-story",
                "Clear the backlog of life-story work and make sure that every child with a plan "
                "of adoption has a book before the order is made.",
                (HOS_CARE,),
                ("December 2023 (was June 2022)", "2023-12"),
                rating="On track",
                update="Eight children are waiting. A life-story worker was appointed in May.",
            ),
            rated(
                "3D",
                "fostering",
                "Increase the number of fostering households by twelve (net) through a faster "
                "application, weekend support and a refer-a-friend payment.",
                (FOSTERING,),
                ("June 2024 (was March 2023)", "2024-06"),
                rating="At risk",
                update=(
                    "The net gain is four. Three households left because of the cost of living and "
                    "two because they had moved to an independent agency that pays more. A report "
                    "on fees will go to Cabinet in November."
                ),
            ),
            rated(
                "3E",
                "small-homes",
                "Open two small children’s homes within the borough, each for no more than three "
                "children.",
                (COMMISSIONING,),
                ("February 2024 (was July 2023)", "2024-02"),
                rating="Delayed",
                update=(
                    "Larkfield opened on 4th September 2023. The second home, at Mill Bank, awaits "
                    "registration: the inspector’s visit of 8th August was cancelled and no new "
                    "date has been given."
                ),
            ),
            rated(
                "3G",
                "kinship",
                "Give each family and friends carer a named worker, as the published local offer "
                "says.",
                (HOS_CARE,),
                ("March 2024", "2024-03"),
                rating="On track",
                update=(
                    "The offer was published in October 2022. Responsibility has passed from the "
                    "Fostering Service Manager. Named workers are in place for 64 of 89 carers."
                ),
            ),
            rated(
                "3H",
                "participation",
                "Young inspectors to visit six services a year, and a young person to sit on every "
                "interview panel for managers.",
                (PARTICIPATION,),
                ("April 2023", "2023-04"),
                rating="Complete",
                update="Seven services have been visited. Young people sat on all nine panels.",
            ),
        ),
    ),
)
