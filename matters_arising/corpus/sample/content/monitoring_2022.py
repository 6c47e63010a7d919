"""A quarterly monitoring report, February 2022: figures of every kind, in words and tables."""

from matters_arising.corpus.sample.block import (
    Facts,
    Figure,
    Heading,
    Look,
    Paper,
    Para,
    Recommendations,
    Report,
    Row,
    Sheets,
    Table,
    Title,
)
from matters_arising.corpus.sample.content.monitoring_2022_care import IN_OUR_CARE, MONEY
from matters_arising.corpus.sample.content.monitoring_2022_change import Q3
from matters_arising.corpus.sample.content.monitoring_2022_practice import FRONT_DOOR, PRACTICE
from matters_arising.corpus.sample.content.role import DCS, PERFORMANCE

MONTHS = ("Oct", "Nov", "Dec")
COUNTS = (
    ("Children who came into care", (13, 9, 6), 28),
    ("Children who left care", (12, 11, 16), 39),
    ("Initial health assessments due", (14, 10, 7), 31),
    ("Initial health assessments in time", (11, 9, 7), 27),
    ("Episodes of going missing", (46, 38, 51), 135),
    ("Return home interviews offered within 72 hours", (33, 30, 44), 107),
)


def _count_row(name: str, counts: tuple[int, ...], total: int) -> Row:
    cells = (name, *map(str, counts), str(total))
    periods = ("2021-10", "2021-11", "2021-12")
    quote = " ".join(cells)
    months = tuple(
        Figure(quote, name, count, "count", month, period)
        for count, month, period in zip(counts, MONTHS, periods, strict=True)
    )
    return Row(cells, figures=(*months, Figure(quote, name, total, "count", "Q3", Q3)))


PAPER = Paper(
    "2022-02-14-improvement-plan-monitoring-q3",
    Sheets(head="Children’s Improvement Plan – Monitoring Report, Quarter 3", first_label=1),
    (
        Report(
            "8",
            "Improvement Plan Monitoring Report, Quarter 3 2021/22",
            "report",
            "2022-02-14",
            "Children and Families Scrutiny Committee",
            "Thornmere Borough Council",
            officer=DCS,
            contact=PERFORMANCE,
        ),
        Title("Thornmere Borough Council", 13),
        Title("Children and Families Scrutiny Committee", 13),
        Facts(
            (
                ("Date of Meeting:", "14 February 2022"),
                ("Report Title:", "Improvement Plan Monitoring Report, Quarter 3 2021/22"),
                ("Report of:", DCS),
                ("Report Author:", PERFORMANCE),
            )
        ),
        Heading("1. Purpose of Report"),
        Para(
            "This report says what changed for children between October and December 2021 (Q3). "
            "It follows the themes of the improvement plan. Figures are provisional until the "
            "statutory return in the summer.",
            number="1.1",
        ),
        Para("The Committee is recommended to:", number="1.2"),
        Recommendations(
            (
                "Note the improvement in the timeliness of initial health assessments.",
                "Ask the Director of Children’s Services for a further report on the cost of "
                "residential placements in June 2022.",
            )
        ),
        Heading("2. The right help at the front door"),
        *FRONT_DOOR,
        Heading("3. Practice"),
        *PRACTICE,
        Heading("4. Children in our care and care leavers"),
        *IN_OUR_CARE,
        Heading("5. Money and workforce"),
        *MONEY,
        Heading("6. Month by month"),
        Para(
            "The table gives the count for each month and for the quarter. Missing episodes are "
            "counted once for each child on each occasion.",
            number="6.1",
        ),
        Table(
            ("Measure", *MONTHS, "Q3 total"),
            (255, 50, 50, 50, 70),
            tuple(_count_row(*row) for row in COUNTS),
            Look(size=10, header_fill="#d9d9d9"),
        ),
        Heading("7. What the figures do not yet show"),
        Para(
            "We cannot yet say how many children were seen alone at each visit, because the form "
            "does not ask. Nor do we have a reliable figure for school exclusions among children "
            "with a child in need plan; the Virtual School is working on it.",
            number="7.1",
        ),
    ),
)
