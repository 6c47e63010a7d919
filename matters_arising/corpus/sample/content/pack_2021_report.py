"""How the reports of the agenda pack begin."""

from matters_arising.corpus.sample.block import Facts, Report, Title
from matters_arising.corpus.sample.content.minutes_2021 import COMMITTEE

DATE = "2021-06-14"


def open_report(
    number: str, title: str, officer: str, author: str
) -> tuple[Report | Title | Facts, ...]:
    """A report's beginning: a new page and its title block."""
    council = "Thornmere Borough Council"
    return (
        Report(number, title, "report", DATE, COMMITTEE, council, officer, author),
        Title(council, 13),
        Title(COMMITTEE, 13),
        Facts(
            (
                ("Date of Meeting:", "14th June 2021"),
                ("Report Title:", title),
                ("Report of:", officer),
                ("Author:", author),
            )
        ),
    )
