"""The agenda pack’s report on homes for children in care, with its annex."""

from matters_arising.corpus.sample.block import (
    Action,
    Figure,
    Heading,
    Line,
    Look,
    Para,
    Recommendations,
    Row,
    Table,
    Title,
)
from matters_arising.corpus.sample.content.pack_2021_report import open_report
from matters_arising.corpus.sample.content.role import DCS

HOMES = "Homes for Children in Our Care: Sufficiency Strategy 2021 to 2024"


def _step(text: str, owner: str, due: str, by: str) -> Action:
    return Action(None, f"annex-{by}", text, (Line((owner,), due, by),))


ANNEX_TITLE = "Annex A: Draft action plan of the strategy"
ANNEX = (
    _step("Buy luggage for every child who moves", "Fostering Service", "July 2021", "2021-07"),
    _step("Make a book of photographs of each home", "Participation", "September 2021", "2021-09"),
    _step("Find two sites and talk to neighbours", "Property", "November 2021", "2021-11"),
    _step("Agree a price with independent agencies", "Commissioning", "January 2022", "2022-01"),
)

HOMES_REPORT = (
    *open_report("6", HOMES, DCS, "Head of Commissioning"),
    Heading("1. Purpose"),
    Para(
        "Every council must, so far as is reasonably practicable, have enough homes within its "
        "area for the children in its care. This draft strategy says how far we are from that and "
        "how we mean to get there.",
        number="1.1",
    ),
    Heading("2. Recommendations"),
    Para("Members are asked to:", number="2.1"),
    Recommendations(
        (
            "Comment on the draft strategy at Annex A before it goes to Cabinet on 13th July 2021.",
            "Say whether a member of the Committee should join the sufficiency board.",
        )
    ),
    Heading("3. The position at 31st March 2021"),
    Para(
        "There were 304 children in our care. Of these, 171 lived with foster carers approved by "
        "the Council and 58 with carers from independent agencies. Thirty-nine lived in "
        "children’s homes, only four of them in Thornmere.",
        number="3.1",
        figures=(
            Figure(
                "There were 304 children in our care",
                "children in our care",
                304,
                "count",
                "at 31st March 2021",
                "2021-03-31",
            ),
            Figure(
                "171 lived with foster carers approved by the Council",
                "children who lived with foster carers approved by the Council",
                171,
                "count",
                "at 31st March 2021",
                "2021-03-31",
            ),
            Figure(
                "58 with carers from independent agencies",
                "children who lived with carers from independent agencies",
                58,
                "count",
                "at 31st March 2021",
                "2021-03-31",
            ),
            Figure(
                "Thirty-nine lived in children’s homes",
                "children who lived in children’s homes",
                39,
                "count",
                "at 31st March 2021",
                "2021-03-31",
            ),
        ),
    ),
    Para(
        "We are short of homes for three groups: brothers and sisters who should stay together; "
        "teenagers who have been exploited; and children who are leaving hospital with a "
        "disability.",
        number="3.2",
    ),
    Heading("4. What children have told us"),
    Para(
        "The Children in Care Council met four times to talk about homes. Its members asked to be "
        "shown photographs before they move, to be told the names of any pets, and never to have "
        "their belongings put in bin bags.",
        number="4.1",
    ),
    Heading("5. The strategy in brief"),
    Para(
        "By March 2024 we want three in four children who are fostered to live with our own "
        "carers, and no child under twelve to live in a children’s home because there was nowhere "
        "else.",
        number="5.1",
    ),
    Para(
        "Two homes for up to three children each are to be opened in the borough. The capital cost "
        "is put at £1.3m, half of which the Department for Education has been asked to match.",
        number="5.2",
        figures=(
            Figure(
                "The capital cost is put at £1.3m",
                "capital cost of two children’s homes",
                1_300_000,
                "gbp",
            ),
        ),
    ),
    Title(ANNEX_TITLE, 12),
    Para("The annex lists the first steps. Owners will be confirmed by the sufficiency board."),
    Table(
        ("Step", "Lead", "When"),
        (255, 130, 95),
        tuple(Row((step.text, step.lines[0].owners[0], step.lines[0].due)) for step in ANNEX),
        Look(size=10, verticals=False, header_fill=None, grey=0.4),
    ),
)
