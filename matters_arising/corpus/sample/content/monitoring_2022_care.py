"""The monitoring report on children in care, money and the workforce."""

from matters_arising.corpus.sample.block import Figure, Para
from matters_arising.corpus.sample.content.monitoring_2022_change import Q2, Q3, change

IN_OUR_CARE = (
    Para(
        "There were 287 children in our care at 31 December 2021, eleven fewer than at the end of "
        "September. Thirty-four children live more than 20 miles from home.",
        number="4.1",
        figures=(
            Figure(
                "There were 287 children in our care at 31 December 2021",
                "children in our care",
                287,
                "count",
                "at 31 December 2021",
                "2021-12-31",
                direction="decrease",
            ),
            Figure(
                "Thirty-four children live more than 20 miles from home",
                "children who live more than 20 miles from home",
                34,
                "count",
            ),
        ),
    ),
    Para(
        "Initial health assessments completed within 20 working days improved from 65% in Q2 to "
        "87% in Q3, and the average time from a child’s coming into care to the assessment fell "
        "from 34 days to 19 days. Consent now takes two days to obtain; it used to take nine.",
        number="4.2",
        figures=(
            *change(
                "Initial health assessments completed within 20 working days improved from 65% in "
                "Q2 to 87% in Q3",
                "initial health assessments completed within 20 working days",
                (65, "Q2", Q2),
                (87, "Q3", Q3),
            ),
            Figure(
                "fell from 34 days to 19 days",
                "average time from coming into care to the initial health assessment",
                34,
                "days",
                kind="baseline",
            ),
            Figure(
                "fell from 34 days to 19 days",
                "average time from coming into care to the initial health assessment",
                19,
                "days",
                direction="decrease",
            ),
            Figure(
                "Consent now takes two days to obtain",
                "time to obtain consent",
                2,
                "days",
                direction="decrease",
            ),
        ),
    ),
    Para(
        "Young people who were 16¼ and had a pathway plan went up from 78% in August 2021 to 93% "
        "in December 2021. Of 141 care leavers aged 17 to 21, 58% were in education, employment or "
        "training.",
        number="4.3",
        figures=(
            *change(
                "had a pathway plan went up from 78% in August 2021 to 93% in December 2021",
                "young people who were 16¼ and had a pathway plan",
                (78, "August 2021", "2021-08"),
                (93, "December 2021", "2021-12"),
            ),
            Figure("Of 141 care leavers aged 17 to 21", "care leavers aged 17 to 21", 141, "count"),
            Figure(
                "58% were in education, employment or training",
                "care leavers in education, employment or training",
                58,
                "percent",
            ),
        ),
    ),
    Para(
        "Five fostering households were approved in the quarter and two resigned. We had 52 "
        "enquiries, at least half of which came after the advertising van had been seen.",
        number="4.4",
        figures=(
            Figure(
                "Five fostering households were approved in the quarter",
                "fostering households approved",
                5,
                "count",
            ),
            Figure("and two resigned", "fostering households that resigned", 2, "count"),
            Figure("We had 52 enquiries", "enquiries about fostering", 52, "count"),
        ),
    ),
)

MONEY = (
    Para(
        "Spending on placements is forecast to be £14.2m, which is £1.1m over budget. Each "
        "residential placement costs £4,950 a week on average, up from £4,300 in 2020/21.",
        number="5.1",
        figures=(
            Figure(
                "Spending on placements is forecast to be £14.2m",
                "forecast spending on placements",
                14_200_000,
                "gbp",
            ),
            Figure(
                "which is £1.1m over budget",
                "forecast overspend on placements",
                1_100_000,
                "gbp",
            ),
            Figure(
                "Each residential placement costs £4,950 a week on average",
                "average weekly cost of a residential placement",
                4950,
                "gbp",
                direction="increase",
            ),
            Figure(
                "up from £4,300 in 2020/21",
                "average weekly cost of a residential placement",
                4300,
                "gbp",
                "2020/21",
                "2020/21",
                kind="baseline",
            ),
        ),
    ),
    Para(
        "Agency social workers fill 29 posts out of 164. The Council has set aside £350,000 for "
        "retention payments, of which £96,500 had been spent by the end of December.",
        number="5.2",
        figures=(
            Figure(
                "Agency social workers fill 29 posts out of 164",
                "posts filled by agency social workers",
                29,
                "posts",
            ),
            Figure(
                "The Council has set aside £350,000 for retention payments",
                "money set aside for retention payments",
                350_000,
                "gbp",
            ),
            Figure(
                "of which £96,500 had been spent by the end of December",
                "retention payments spent",
                96_500,
                "gbp",
                "by the end of December",
                "2021-12",
            ),
        ),
    ),
)
