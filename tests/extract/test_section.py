import pytest
from build import Ruled, Sheet, Words, heading

from matters_arising.corpus.layout import heading_path
from matters_arising.corpus.reading import Reading

TEXT = Words("The lamps of the north pier were lit on every night of the month.")


def tree(reading: Reading) -> list[tuple[str, ...]]:
    return [heading_path(reading.sections, n) for n in range(len(reading.sections))]


def homes(reading: Reading) -> list[str | None]:
    """The title of the section each paragraph stands in."""
    return [
        None if p.section is None else reading.sections[p.section].title for p in reading.paragraphs
    ]


def test_larger_headings_hold_smaller_ones(read) -> None:
    items = [heading("Plan", 16), heading("Lights", 13), TEXT, heading("North pier"), TEXT]
    items += [heading("Roads", 13), TEXT]
    assert tree(read(Sheet(items))) == [
        ("Plan",),
        ("Plan", "Lights"),
        ("Plan", "Lights", "North pier"),
        ("Plan", "Roads"),
    ]


def test_numbers_nest_headings_of_one_size(read) -> None:
    items = [heading("1. Lights"), TEXT, heading("1.1 North pier"), TEXT]
    items += [heading("1.2 South quay"), TEXT, heading("2. Roads"), TEXT]
    assert tree(read(Sheet(items))) == [
        ("1 Lights",),
        ("1 Lights", "1.1 North pier"),
        ("1 Lights", "1.2 South quay"),
        ("2 Roads",),
    ]


def test_bare_numbers_in_sequence_are_the_numbers_of_their_headings(read) -> None:
    items = [heading("14 LAMPS"), TEXT, heading("15 BUOYS"), TEXT, heading("2024 IN FIGURES")]
    assert tree(read(Sheet(items))) == [("14 LAMPS",), ("15 BUOYS",), ("2024 IN FIGURES",)]
    assert [section.number for section in read(Sheet(items)).sections] == ["14", "15", None]


@pytest.mark.parametrize("name", ["Appendix A", "ANNEX 2: Lamps of the outer roads"])
def test_an_appendix_is_a_section_that_holds_what_follows(read, name: str) -> None:
    """However plainly its name is set, at the top of a page; its numbers begin anew."""
    first = [heading("1. Lights"), TEXT, Words("Appendix A – Lamps"), heading("2. Roads"), TEXT]
    second = [Words(name), heading("1. Wicks"), TEXT, heading("2. Oil"), TEXT]
    assert tree(read(Sheet(first), Sheet(second))) == [
        ("1 Lights",),
        ("2 Roads",),
        (name,),
        (name, "1 Wicks"),
        (name, "2 Oil"),
    ]


def test_a_numbered_paragraph_stands_under_its_section(read) -> None:
    items = [heading("4. Roads"), Words("4.1 " + TEXT.text), heading("5. Lights")]
    items += [Words(f"5.{n} " + TEXT.text) for n in range(1, 13)]
    reading = read(Sheet(items))
    assert [p.number for p in reading.paragraphs if p.section == 1][-1] == "5.12"
    assert homes(reading) == ["Roads", *["Lights"] * 12]


def test_a_section_holds_on_the_next_page(read) -> None:
    reading = read(Sheet([heading("1. Lights"), TEXT]), Sheet([Words("1.2 Wicks are dear.")]))
    assert homes(reading) == ["Lights", "Lights"]


def test_text_before_any_heading_has_no_section(read) -> None:
    assert homes(read(Sheet([TEXT, heading("Lights"), TEXT]))) == [None, "Lights"]


def test_a_lettered_heading_keeps_its_letter(read) -> None:
    assert tree(read(Sheet([heading("A. Lights"), TEXT]))) == [("A. Lights",)]


def test_a_heading_over_two_lines_is_one(read) -> None:
    title = "Lights, Buoys and Beacons of the Outer Roads and of the Harbour within the Two Piers"
    assert tree(read(Sheet([heading(title, 14), TEXT]))) == [(title,)]


def test_a_table_between_paragraphs_breaks_no_section(read) -> None:
    table = Ruled([["Pier", "41"], ["Quay", "52"]], (100, 100))
    reading = read(Sheet([heading("1. Lights"), TEXT, table, TEXT]))
    assert homes(reading) == ["Lights", "Lights"]


def test_headings_keep_their_places(read) -> None:
    (section,) = read(Sheet([TEXT]), Sheet([heading("Lights"), TEXT])).sections
    assert [place.page for place in section.places] == [2]


def test_a_report_reads_as_it_did(read, golden) -> None:
    first = [heading("Harbour Plan", 16), heading("1. Lights"), Words("1.1 " + TEXT.text)]
    first += [Words("1.2 The keeper is to:", after=0), Words("• trim the wick; and", after=0)]
    first += [Words("• sign the book.")]
    first += [Words("1.3 Oil was dearer in this year than in any other since the pier was built")]
    second = [Words("and the Board may have to burn less of it.", left=80)]
    second += [heading("2. Roads"), Words("(a) The buoys were painted by the 3^rd of May.")]
    reading = read(
        Sheet(first, head="Harbour plan, page 1 of 2"),
        Sheet(second, head="Harbour plan, page 2 of 2", mark="OFFICIAL"),
    )
    golden(
        "report",
        (
            {
                "under": heading_path(reading.sections, paragraph.section),
                "number": paragraph.number,
                "text": paragraph.text,
                "pages": [place.page for place in paragraph.places],
            }
            for paragraph in reading.paragraphs
        ),
    )


def test_headings_stand_over_tables_where_little_else_is_printed(read) -> None:
    plan = Ruled([["Ref", "Action"], ["1", "Light the lamps"]], (60, 300))
    title, held = heading("Harbour and Lights Committee – Action log", 16), Words("4 May 2024")
    items = [title, held, heading("Open actions", 12), plan, heading("Completed actions", 12), plan]
    assert [section.title for section in read(Sheet(items)).sections][1:] == [
        "Open actions",
        "Completed actions",
    ]
