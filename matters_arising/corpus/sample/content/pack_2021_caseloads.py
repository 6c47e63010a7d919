"""The agenda pack’s report on caseloads."""

from matters_arising.corpus.sample.block import Figure, Heading, Para, Recommendations
from matters_arising.corpus.sample.content.pack_2021_report import open_report
from matters_arising.corpus.sample.content.role import AD, PSW

CASELOADS = "Caseloads and the Social Work Workforce"

CASELOADS_REPORT = (
    *open_report("5", CASELOADS, AD, PSW),
    Heading("1. Report Summary"),
    Para(
        "This report explains why caseloads in the help and protection teams are high, what is "
        "being done, and what it will cost.",
        number="1.1",
    ),
    Heading("2. Recommendations"),
    Para("That the Committee:", number="2.1"),
    Recommendations(
        (
            "Support the proposal for an additional team of six social workers.",
            "Receive a report on caseloads every six months until the average is 16.",
        )
    ),
    Heading("3. Reasons for Recommendations"),
    Para(
        "The inspectors found that high caseloads were the root of much else that they saw: late "
        "visits, thin plans, and children who had met too many social workers.",
        number="3.1",
    ),
    Heading("4. Background"),
    Para(
        "The average caseload was 21 children in March 2021. In the Harbour team it was 26. The "
        "Council’s own standard, adopted in 2018, is 16.",
        number="4.1",
        figures=(
            Figure(
                "The average caseload was 21 children in March 2021",
                "average caseload",
                21,
                "per_person",
                "March 2021",
                "2021-03",
            ),
            Figure(
                "In the Harbour team it was 26",
                "average caseload in the Harbour team",
                26,
                "per_person",
            ),
        ),
    ),
    Para(
        "Between April 2020 and March 2021 the number of children with a child protection plan "
        "went up from 148 to 203. Referrals fell while schools were closed and then rose sharply: "
        "there were 611 in the last three months of the year.",
        number="4.2",
        figures=(
            Figure(
                "the number of children with a child protection plan went up from 148 to 203",
                "children with a child protection plan",
                148,
                "count",
                "April 2020",
                "2020-04",
                kind="baseline",
            ),
            Figure(
                "the number of children with a child protection plan went up from 148 to 203",
                "children with a child protection plan",
                203,
                "count",
                "March 2021",
                "2021-03",
                direction="increase",
            ),
        ),
    ),
    Para(
        "Turnover of social workers was 22% in 2020/21. Nineteen people left, of whom eight went "
        "to neighbouring councils that pay more, and three retired.",
        number="4.3",
        figures=(
            Figure(
                "Turnover of social workers was 22% in 2020/21",
                "turnover of social workers",
                22,
                "percent",
                "2020/21",
                "2020/21",
            ),
            Figure("Nineteen people left", "social workers who left", 19, "count"),
        ),
    ),
    Heading("5. What is proposed"),
    Para(
        "An additional team of a manager, six social workers and a business support officer would "
        "cost £412,000 a year. It would work across all three localities, taking new assessments "
        "for the teams under most pressure.",
        number="5.1",
        figures=(
            Figure(
                "would cost £412,000 a year",
                "yearly cost of an additional team",
                412_000,
                "gbp",
            ),
        ),
    ),
    Para(
        "Three other options were considered:",
        number="5.2",
    ),
    Para("to rely on agency staff, which is dearer and less stable;", bullet=True),
    Para("to raise the threshold for a service, which would not be safe; and", bullet=True),
    Para("to wait for the effect of early help, which will take two years.", bullet=True),
    Heading("6. Implications"),
    Para(
        "**Finance.** The cost can be met in 2021/22 from the reserve for demand, and from 2022/23 "
        "must be built into the base budget.",
        number="6.1",
    ),
    Para(
        "**Equality.** The Harbour locality has the highest share of families who do not speak "
        "English at home. Two of the posts will be advertised for people who speak Polish or "
        "Romanian.",
        number="6.2",
    ),
)
