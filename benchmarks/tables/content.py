"""What the tables say: the sample's improvement plans, and other tables of its council."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.tables.gold import Cells
from matters_arising.corpus.sample.block import Action, Theme
from matters_arising.corpus.sample.content.plan_2021 import THEMES as THEMES_2021
from matters_arising.corpus.sample.content.plan_2022 import THEMES as THEMES_2022
from matters_arising.corpus.sample.content.plan_2023 import THEMES as THEMES_2023


@dataclass(frozen=True, slots=True)
class Entry:
    """A row, or several sub-rows whose blank cells are merged with the one above.

    `banner`: one text over the full width. `bold`: a row of totals.
    """

    rows: tuple[Cells, ...]
    banner: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A table's words. `widths` are the columns' shares of the width; `right` are set flush right.

    In a header of two rows a blank heading above is merged with the one on its left, a
    blank one below with the one over it.
    """

    header: tuple[Cells, ...]
    widths: tuple[float, ...]
    entries: tuple[Entry, ...]
    right: frozenset[int] = frozenset()


Printed = Callable[[Action], Cells]
"""How an action is printed as a row."""


def _actions(themes: tuple[Theme, ...]) -> list[Action]:
    return [action for theme in themes for action in theme.actions if len(action.lines) == 1]


def _rows(themes: tuple[Theme, ...], printed: Printed) -> tuple[Entry, ...]:
    return tuple(Entry((printed(action),)) for action in _actions(themes))


def _owner(action: Action) -> str:
    return action.lines[0].owner_cell.replace("\n", ", ")


def _keyed(action: Action) -> Cells:
    line = action.lines[0]
    update = f"{line.update}\n{action.impact}".strip()
    return (action.ref or "", action.text, _owner(action), line.due, update)


def _unkeyed(action: Action) -> Cells:
    return _keyed(action)[1:]


def _rated(action: Action) -> Cells:
    return (*_keyed(action)[:4], action.lines[0].rating or "")


def _wide(action: Action) -> Cells:
    ref, text, *rest = _keyed(action)
    return (ref, text, action.impact, action.outcome, *rest)


def _pair(action: Action) -> Cells:
    return (action.ref or "", action.text, action.lines[0].due)


def _under_banners(theme: Theme) -> tuple[Entry, ...]:
    return (Entry(((theme.name,),), banner=True), *_rows((theme,), _keyed))


def _by_owner(action: Action) -> Entry:
    """An action with a sub-row for each of its owners."""
    ref, text, _, due, update = _keyed(action)
    first, *others = action.lines[0].owners
    return Entry(((ref, text, first, due, update), *(("", "", other, due, "") for other in others)))


KEYED = ("Ref", "Action", "Lead", "By when", "Progress")
WIDTHS = (1.0, 4.2, 2.9, 2.0, 5.0)

PLAN = Content((KEYED,), WIDTHS, _rows(THEMES_2021, _keyed))
UNKEYED = Content(
    (("Action agreed", "Responsible officer", "Timescale", "Position"),),
    (4.2, 2.9, 2.0, 5.0),
    _rows(THEMES_2021, _unkeyed),
)
RATED = Content(
    (("No", "Action", "Action owner", "Due by", "Rating"),),
    (1.0, 5.0, 3.0, 2.2, 2.0),
    _rows(THEMES_2022, _rated),
)
RATED_LATER = Content(RATED.header, RATED.widths, _rows(THEMES_2023, _rated))
LATER = Content((KEYED,), WIDTHS, _rows(THEMES_2023, _keyed))
WIDE = Content(
    (
        (
            *("Ref", "Action", "Anticipated impact", "Outcome for children"),
            *("Accountable person", "Complete by", "Update on progress"),
        ),
    ),
    (1.0, 3.6, 3.0, 3.0, 2.8, 2.1, 4.9),
    _rows(THEMES_2021, _wide),
)
TIERED = Content(
    (("Ref", "Action", "Responsibility", "", "Progress"), ("", "", "Lead", "By when", "")),
    WIDTHS,
    _rows(THEMES_2023, _keyed),
)
BANNERS = Content(
    (KEYED,), WIDTHS, tuple(entry for theme in THEMES_2021 for entry in _under_banners(theme))
)
SUB_ROWS = Content((KEYED,), WIDTHS, tuple(map(_by_owner, _actions(THEMES_2021))))
LEFT_HALF = Content((("Ref", "Action", "By when"),), (1.0, 5.0, 2.2), _rows(THEMES_2021, _pair))
RIGHT_HALF = Content((("Ref", "Action", "By when"),), (1.0, 5.0, 2.2), _rows(THEMES_2022, _pair))

_TEAMS = {
    "Harbour": {"referrals": (118, 124, 97, 131), "assessments": (88, 93, 71, 102)},
    "Lighthouse": {"referrals": (76, 81, 64, 90), "assessments": (59, 66, 47, 73)},
    "Quayside": {"referrals": (143, 139, 120, 155), "assessments": (101, 98, 83, 117)},
    "Breakwater": {"referrals": (52, 49, 61, 58), "assessments": (37, 35, 44, 41)},
    "Saltmarsh": {"referrals": (95, 102, 89, 110), "assessments": (70, 77, 63, 84)},
    "Boathouse": {"referrals": (61, 70, 55, 66), "assessments": (45, 53, 39, 48)},
    "Ropewalk": {"referrals": (84, 79, 92, 88), "assessments": (62, 57, 69, 65)},
    "Seawall": {"referrals": (33, 41, 38, 45), "assessments": (24, 31, 27, 34)},
}


_RISKS = (
    (
        "The new case system is late and managers go without reports",
        "4 (likely)",
        "3",
        "12",
        "Reports are drawn from the old system each week.\nThe supplier attends the project board.",
        "Performance and Insight Manager",
    ),
    (
        "Agency social workers leave together at the end of the financial year",
        "3",
        "5",
        "15",
        "Contracts end on different dates; two permanent teams are recruited ahead of need.",
        "Assistant Director, Children’s Social Care",
    ),
    (
        "Too few foster homes for brothers and sisters",
        "4",
        "4",
        "16",
        "A campaign in the spring, a higher retainer, and a duty rota for weekends.",
        "Fostering Service Manager",
    ),
    (
        "Schools stop sharing attendance data",
        "2",
        "3",
        "6",
        "An agreement was signed with all academies; it is renewed in September.",
        "Virtual School Head",
    ),
    (
        "Costs of placements grow faster than the budget, because homes are few and the Council "
        "buys late",
        "5",
        "4",
        "20",
        "A panel agrees each placement above the usual price.\nA regional contract for twelve beds "
        "begins in October and will be reviewed after half a year.",
        "Head of Commissioning, Children and Families",
    ),
    (
        "Records of children who have left care cannot be found",
        "2",
        "4",
        "8",
        "Paper files have been listed; scanning is a third done.",
        "Head of Service Quality and Safeguarding",
    ),
    (
        "Partners withdraw from the front door",
        "2",
        "5",
        "10",
        "Health and the police have each renewed for three years.",
        "Front Door Service Manager",
    ),
    (
        "Inspection finds that plans are still late",
        "3",
        "4",
        "12",
        "Weekly tracking since April; late plans are read by the Director.",
        "Director of Children’s Services",
    ),
)
RISKS = Content(
    (("Risk", "Likelihood", "Impact", "Score", "What we do about it", "Risk owner"),),
    (4.0, 2.1, 1.6, 1.4, 4.4, 3.0),
    tuple(Entry((risk,)) for risk in _RISKS),
)


def _figures() -> tuple[Entry, ...]:
    lines = [
        (f"{team}: {measure}", counts)
        for team, measures in _TEAMS.items()
        for measure, counts in measures.items()
    ]
    rows = [Entry(((label, *map(str, counts), str(sum(counts))),)) for label, counts in lines]
    sums = [sum(column) for column in zip(*(counts for _, counts in lines), strict=True)]
    total = Entry((("Total", *(f"{s:,}" for s in (*sums, sum(sums)))),), bold=True)
    return (*rows, total)


FIGURES = Content(
    (("Team and measure", "Q1", "Q2", "Q3", "Q4", "Year"),),
    (4.0, 1.0, 1.0, 1.0, 1.0, 1.2),
    _figures(),
    right=frozenset(range(1, 6)),
)
YEARS = Content(
    (("Team and measure", "2020/21", "", "2021/22", "", "Both"), ("", "H1", "H2", "H1", "H2", "")),
    (4.0, 1.0, 1.0, 1.0, 1.0, 1.2),
    _figures(),
    right=frozenset(range(1, 6)),
)
