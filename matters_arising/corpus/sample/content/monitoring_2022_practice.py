"""The monitoring report on the front door and on practice."""

from matters_arising.corpus.sample.block import Figure, Para
from matters_arising.corpus.sample.content.monitoring_2022_change import Q2, Q3, change

FRONT_DOOR = (
    Para(
        "There were 2,418 contacts with the front door in Q3, of which 512 became referrals. The "
        "share of contacts decided within one working day rose from 73% in Q2 to 91% in Q3, since "
        "three of the four vacant posts were filled. Sixteen contacts waited for more than three "
        "days, all of them in the week of the storm in November.",
        number="2.1",
        figures=(
            Figure(
                "There were 2,418 contacts with the front door in Q3",
                "contacts with the front door",
                2418,
                "count",
                "Q3",
                Q3,
            ),
            Figure(
                "of which 512 became referrals",
                "contacts with the front door that became referrals",
                512,
                "count",
                "Q3",
                Q3,
            ),
            *change(
                "The share of contacts decided within one working day rose from 73% in Q2 to 91% "
                "in Q3",
                "contacts decided within one working day",
                (73, "Q2", Q2),
                (91, "Q3", Q3),
            ),
            Figure(
                "Sixteen contacts waited for more than three days",
                "contacts that waited for more than three days",
                16,
                "count",
            ),
        ),
    ),
    Para(
        "The proportion of section 47 enquiries that led to an initial child protection conference "
        "increased from 45% in Q2 to 60% in Q3. Auditors looked at 25 of those that did not, and "
        "agreed with the decision in 22.",
        number="2.2",
        figures=(
            *change(
                "section 47 enquiries that led to an initial child protection conference "
                "increased from 45% in Q2 to 60% in Q3",
                "section 47 enquiries that led to an initial child protection conference",
                (45, "Q2", Q2),
                (60, "Q3", Q3),
            ),
            Figure(
                "Auditors looked at 25 of those that did not",
                "section 47 enquiries that did not lead to a conference and were audited",
                25,
                "count",
            ),
            Figure(
                "agreed with the decision in 22",
                "audited section 47 enquiries where auditors agreed with the decision",
                22,
                "count",
            ),
        ),
    ),
    Para(
        "Partners led 38% of early help assessments, against a target of 50%. The Fellside "
        "cluster, where a link worker started on 1 November, led seven in December alone; it had "
        "led two in the whole of the year before.",
        number="2.3",
        figures=(
            Figure(
                "Partners led 38% of early help assessments",
                "early help assessments led by partners",
                38,
                "percent",
            ),
            Figure(
                "against a target of 50%",
                "early help assessments led by partners",
                50,
                "percent",
                kind="target",
            ),
            Figure(
                "led seven in December alone",
                "early help assessments led by the Fellside cluster",
                7,
                "count",
                "December",
                "2021-12",
            ),
            Figure(
                "it had led two in the whole of the year before",
                "early help assessments led by the Fellside cluster",
                2,
                "count",
                "the year before",
                None,
                kind="baseline",
            ),
        ),
    ),
)

PRACTICE = (
    Para(
        "Of 88 audits completed in the quarter, 42% were graded good or outstanding, compared with "
        "33% in Q2. Ten were graded inadequate; each has been re-audited and none remains so.",
        number="3.1",
        figures=(
            Figure("Of 88 audits completed in the quarter", "audits completed", 88, "count"),
            Figure(
                "42% were graded good or outstanding, compared with 33% in Q2",
                "audits graded good or outstanding",
                42,
                "percent",
                direction="increase",
            ),
            Figure(
                "compared with 33% in Q2",
                "audits graded good or outstanding",
                33,
                "percent",
                "Q2",
                Q2,
                kind="baseline",
            ),
            Figure("Ten were graded inadequate", "audits graded inadequate", 10, "count"),
        ),
    ),
    Para(
        "Families’ views were obtained in over 70% of audits. Parents were most critical of "
        "changes of social worker: one mother had met five in eleven months.",
        number="3.2",
        figures=(
            Figure(
                "Families’ views were obtained in over 70% of audits",
                "audits in which families’ views were obtained",
                70,
                "percent",
                qualifier="over",
            ),
        ),
    ),
    Para(
        "The average caseload in the help and protection teams was 18 at 31 December 2021, down "
        "from 21 in March 2021. The target is 16. Four social workers hold more than 25 children "
        "and each has a plan, agreed with the Principal Social Worker, to bring this down.",
        number="3.3",
        figures=(
            Figure(
                "The average caseload in the help and protection teams was 18 at 31 December 2021",
                "average caseload in the help and protection teams",
                18,
                "per_person",
                "at 31 December 2021",
                "2021-12-31",
                direction="decrease",
            ),
            Figure(
                "down from 21 in March 2021",
                "average caseload in the help and protection teams",
                21,
                "per_person",
                "March 2021",
                "2021-03",
                kind="baseline",
            ),
            Figure(
                "The target is 16",
                "average caseload in the help and protection teams",
                16,
                "per_person",
                kind="target",
            ),
            Figure(
                "Four social workers hold more than 25 children",
                "social workers who hold more than 25 children",
                4,
                "count",
            ),
        ),
    ),
)
