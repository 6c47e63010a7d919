import re
from collections import Counter
from dataclasses import replace
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from matters_arising.corpus.layout import Cell, Paragraph, Report, Row, Section, Table
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.index.passage import LONGEST, cut_text, make_passages

PAPER = Paper("0" * 64, "plan", "Harbour Plan", "2024-03-04", None, "plan", 2)
REPORT = Report(None, "Harbour Plan", "plan", "2024-03-04", None, None, (1, 2))
SECTIONS = (
    Section("1", "Lights", 1, None, 0, ()),
    Section("1.1", "Piers", 2, 0, 0, ()),
)
HEAD = ("Ref", "Action", "Progress")


def place(top: float, page: int = 1) -> Place:
    return Place(page, (57.0, top, 500.0, top + 12))


def paragraph(text: str, top: float = 0.0, section: int | None = 1, number: str | None = None):
    return Paragraph(text, number, section, 0, (place(top),))


def row(top: float, *texts: str, kind: str = "body", banner: str | None = None) -> Row:
    cells = (Cell(text, (n, n), (place(top),)) for n, text in enumerate(texts))
    return Row(kind, tuple(cells), banner)


def action(ref: str, text: str, *places: Place) -> Action:
    none = (None,) * 6
    return Action(ref, None, text, (), *none, None, (), places, "table")


def reading(*paragraphs: Paragraph, rows: tuple[Row, ...] = (), **records) -> Reading:
    table = Table(HEAD, rows, 1, 0, ())
    empty = {"actions": (), "measures": (), "decisions": ()}
    return Reading(
        PAPER,
        (REPORT,),
        SECTIONS,
        paragraphs,
        (table,) if rows else (),
        **{**empty, **records},
        abbreviations=(),
        audit=Audit(0, 0, 0, 0),
    )


def of_kind(made: Reading, kind: str) -> list[Passage]:
    return [passage for passage in make_passages(made) if passage.kind == kind]


def words(*texts: str) -> Counter[str]:
    """The words of texts; bullets are no words."""
    return Counter(re.sub("[•▪·●]", " ", " ".join(texts)).split())


printed = st.text(st.sampled_from("abc AB1.,;:!?'’()£%-–/\n•"), min_size=1, max_size=900).filter(
    str.strip
)


@given(st.lists(printed, max_size=8))
def test_no_word_of_a_paragraph_is_lost(texts: list[str]) -> None:
    made = reading(*(paragraph(text, top) for top, text in enumerate(texts)))
    bare = () if texts else (section.title for section in SECTIONS)
    assert words(*(p.text for p in of_kind(made, "text"))) == words(*texts, *bare)


@given(st.lists(st.lists(printed, min_size=3, max_size=3), min_size=1, max_size=4))
def test_no_word_of_a_row_is_lost(texts: list[list[str]]) -> None:
    made = reading(rows=tuple(row(top, *cells) for top, cells in enumerate(texts)))
    assert words(*(p.text for p in of_kind(made, "row"))) == words(*chain(*texts))


@given(printed, st.integers(5, 40))
def test_a_text_is_cut_into_parts_no_longer_than_asked(text: str, longest: int) -> None:
    parts = list(cut_text(text, longest=longest))
    assert all(len(part.split()) <= longest for part in parts)
    assert words(*parts) == words(text)


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text = "The lamps of the pier were lit at dusk on every night. " * 20
    passages = of_kind(reading(paragraph(text.strip())), "text")
    assert len(passages) > 1
    assert all(p.text.endswith(".") and len(p.text.split()) <= LONGEST for p in passages)
    assert all(p.places == (place(0.0),) for p in passages)


def test_a_passage_says_what_it_is_part_of() -> None:
    (passage,) = of_kind(reading(paragraph("The lamps were lit.")), "text")
    assert passage.heading == "1 Lights › 1.1 Piers"


def test_a_lead_in_is_read_with_its_list() -> None:
    texts = "The keeper is to:", "trim the wick;", "fill the tank; and", "sign the book."
    made = reading(*(paragraph(text, top) for top, text in enumerate(texts)))
    (passage,) = of_kind(made, "text")
    assert passage.text == "\n".join(texts)
    assert len(passage.places) == 4


def test_a_lead_in_is_read_with_the_table_that_follows_it() -> None:
    made = reading(paragraph("The board agreed:", 1), rows=(row(2, "A1", "Light lamps.", "Done"),))
    table = replace(made.tables[0], places=(place(2),))
    (passage,) = of_kind(replace(made, tables=(table,)), "text")
    assert passage.text == "The board agreed:\nA1 Light lamps. Done"


def test_a_lead_in_at_the_end_of_a_paragraph_goes_with_what_it_announces() -> None:
    long = "The lamps burn oil. " * 30
    texts = ("It was late.", "The keeper said:", long)
    made = reading(*(paragraph(text, top) for top, text in enumerate(texts)))
    first, second, *_ = of_kind(made, "text")
    assert first.text == "It was late."
    assert second.text.startswith("The keeper said:\nThe lamps burn oil.")


def test_a_heading_with_nothing_under_it_is_a_passage() -> None:
    made = reading(paragraph("Lit.", section=0))
    assert SECTIONS[1].title in {passage.text for passage in of_kind(made, "text")}


def test_a_sentence_that_a_page_breaks_off_is_read_whole() -> None:
    texts = ("The lamps were changed over the whole of the summer at a cost of", "£7,480. All lit.")
    made = reading(*(paragraph(text, top) for top, text in enumerate(texts)))
    (passage,) = of_kind(made, "text")
    assert passage.text == " ".join(texts)


def test_paragraphs_of_two_sections_are_never_read_together() -> None:
    made = reading(paragraph("The keeper is to:", section=0), paragraph("Lit.", section=1))
    assert len(of_kind(made, "text")) == 2


def test_a_row_is_said_by_its_headings() -> None:
    (passage,) = of_kind(reading(rows=(row(0, "A1", "Light the lamps.", "Done"),)), "row")
    assert passage.search_text == "Ref: A1\nAction: Light the lamps.\nProgress: Done"
    assert passage.text == "A1\nLight the lamps.\nDone"


def test_a_row_stands_under_its_banner() -> None:
    (passage,) = of_kind(reading(rows=(row(0, "A1", "", "", banner="2. Quays"),)), "row")
    assert passage.heading == "1 Lights › 1.1 Piers › 2. Quays"


def test_a_long_cell_has_passages_of_its_own_that_say_whose_they_are() -> None:
    told = "The lamps of the pier were lit at dusk on every night. " * 8
    rows = (row(0, "A1", "Light the lamps.", told.strip()),)
    made = reading(rows=rows, actions=(action("A1", "Light the lamps.", place(0)),))
    short, *long = of_kind(made, "row")
    assert short.text == "A1\nLight the lamps."
    assert all(p.search_text.startswith("A1\nLight the lamps.\nProgress: ") for p in long)
    assert {(p.ref, p.record) for p in (short, *long)} == {("A1", 0)}


def test_rows_under_one_merged_cell_lead_each_to_its_own_action() -> None:
    """The merged cell stands in both rows, so both stand in one box."""
    rows = row(0, "A1", "Light the lamps.", "May"), row(0, "A1", "Light the lamps.", "June")
    both = tuple(action("A1", f"Line {n}", place(0)) for n in range(2))
    made = reading(rows=rows, actions=both)
    assert [passage.record for passage in of_kind(made, "row")] == [0, 1]


def test_every_row_of_an_action_leads_to_it() -> None:
    rows = row(0, "A1", "Light the lamps.", "Clerk"), row(20, "", "", "Lamp Keeper")
    made = reading(rows=rows, actions=(action("A1", "Light it.", place(0), place(20)),))
    assert [passage.record for passage in of_kind(made, "row")] == [0, 0]


def test_a_paragraph_that_tells_an_action_leads_to_it() -> None:
    told = "The Clerk agreed to light the lamps of the pier."
    noted = replace(action("AP1", told, place(20)), source="minutes")
    first, second = of_kind(
        reading(paragraph("Lamps " * 116), paragraph(told, 20), actions=(noted,)), "text"
    )
    assert [(p.ref, p.record) for p in (first, second)] == [(None, None), ("AP1", 0)]


def test_a_header_is_no_passage() -> None:
    assert of_kind(reading(rows=(row(0, *HEAD, kind="header"),)), "row") == []


def test_a_sentence_with_several_figures_is_one_passage() -> None:
    quote = "Lamps lit rose from 61% to 74%."
    nothing = (None,) * 3
    figures = tuple(
        Measure(quote, "lamps lit", value, "percent", *nothing, "actual", None, (place(0),))
        for value in (61.0, 74.0)
    )
    (passage,) = of_kind(reading(measures=figures), "measure")
    assert (passage.text, passage.record) == (quote, 0)


def test_a_decision_is_a_passage_that_says_its_kind() -> None:
    asked = Decision(None, None, "Lamps", "recommendation", "Light the lamps.", (place(0),))
    (passage,) = of_kind(reading(decisions=(asked,)), "decision")
    assert passage.search_text == "Recommendation: Light the lamps."
    assert passage.text == "Light the lamps."
