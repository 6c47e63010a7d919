"""Readings of an invented council, rich enough to hold one of everything."""

from dataclasses import replace

from matters_arising.corpus.layout import Cell, Paragraph, Report, Row, Section, Table
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.corpus.record import Action, Decision, Measure


def place(page: int, top: float = 90.5) -> Place:
    return Place(page, (56.7, top, 785.25, top + 40.1))


def paper(name: str = "2024-03-harbour-plan", **changes: object) -> Paper:
    example = Paper(
        id=name.encode().hex().ljust(64, "0")[:64],
        name=name,
        title="Harbour Improvement Plan",
        date="2024-03-14",
        committee="Harbour & Lights Committee",
        kind="plan",
        pages=3,
        labels=("i", None, "2"),
        warnings=("Page 2 could not be read.",),
    )
    return replace(example, **changes)


def action(ref: str | None = "HL1", **changes: object) -> Action:
    example = Action(
        ref=ref,
        section="Lights",
        action="Replace the lamps on the north pier",
        owners=("Head of Lights", "Harbour Master / Deputy"),
        due_text="end of May 2024",
        due_date="2024-05",
        due_precision="month",
        status_text="Amber",
        status="delayed",
        status_words="Amber",
        update="Two lamps of nine are in place.",
        columns=(("Ref", "HL1"), ("Impact", "Safer berths")),
        places=(place(1), place(2)),
        source="table",
    )
    return replace(example, **changes)


def measure(**changes: object) -> Measure:
    example = Measure(
        quote="rose from 61% in Q2 to 74% in Q3",
        measure="lamps lit by dusk",
        value=74.0,
        unit="percent",
        qualifier=None,
        period_text="Q3",
        period="2023/24-Q3",
        kind="actual",
        direction="increase",
        places=(place(2),),
        section="Lights",
    )
    return replace(example, **changes)


def decision(**changes: object) -> Decision:
    example = Decision(
        date=None,
        committee=None,
        item="7",
        kind="resolved",
        text="That the pier be closed to carts.",
        places=(place(3),),
    )
    return replace(example, **changes)


def report(**changes: object) -> Report:
    example = Report(
        number="7",
        title="Harbour Improvement Plan",
        kind="plan",
        date=None,
        committee=None,
        officer="Head of Lights",
        pages=(1, 3),
        printed_pages="i-2",
    )
    return replace(example, **changes)


def passage(text: str, **changes: object) -> Passage:
    example = Passage(
        kind="text", heading="Lights", text=text, search_text=text, places=(place(1),)
    )
    return replace(example, **changes)


def reading(held: Paper | None = None, **changes: object) -> Reading:
    """A reading with one of everything."""
    cells = (
        Cell("HL1", (0, 0), (place(1),)),
        Cell("Replace the lamps\non the north pier", (1, 2), (place(1), place(2)), "#ffcc00"),
    )
    rows = (Row("banner", cells[:1]), Row("body", cells, "Lights"), Row("body", ()))
    example = Reading(
        paper=held or paper(),
        reports=(report(), report(number=None, date="2023-11", committee="Pilots' Board")),
        sections=(
            Section("1", "Lights", 1, None, 0, (place(1),)),
            Section("1.1", "North pier", 2, 0, 0, ()),
        ),
        paragraphs=(
            Paragraph("Lamps fail in the wet.", "1.1.1", 1, 0, (place(1, 200),)),
            Paragraph("Minutes were agreed.", None, None, 1, ()),
        ),
        tables=(
            Table(("Ref", "Action", ""), rows, 1, 0, (place(1), place(2))),
            Table((), (), None, 1, (), ("The header on page 2 differs.",)),
        ),
        actions=(action(), action(None, owners=(), due_date=None, status=None, report=1)),
        measures=(measure(), measure(value=61.0, kind="baseline", period="2023/24-Q2")),
        decisions=(decision(), decision(date="2023-10-02", report=1)),
        abbreviations=(("HM", "Harbour Master"),),
        audit=Audit(1200, 700, 440, 50, (2, 7)),
        passages=(
            passage("Lamps fail in the wet."),
            passage("Replace the lamps on the north pier", kind="row", ref="HL1", record=0),
            passage("lamps lit by dusk rose to 74%", kind="measure", record=0),
            passage("That the pier be closed to carts.", kind="decision", record=1, report=1),
        ),
    )
    return replace(example, **changes)
