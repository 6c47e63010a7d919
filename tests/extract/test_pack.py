import pytest
from build import Sheet, Words, heading

from matters_arising.corpus.reading import Reading

TEXT = Words("The lamps of the north pier were lit on every night of the month.")


def titled(title: str, *more: Words) -> Sheet:
    """The first page of a report with its title block."""
    block = [
        heading("Lights Committee"),
        heading("Date of Meeting: 4 March 2024"),
        heading(f"Report Title: {title}"),
        heading("Report of: Harbour Master"),
    ]
    return Sheet([*block, *more, heading("1. Purpose"), TEXT])


AGENDA = Sheet(
    [
        heading("Lights Committee Agenda", 16),
        Words("Date: Monday, 4th March 2024"),
        heading("1. Apologies"),
        heading("2. Minutes of the Previous Meeting (Pages 6 - 6)"),
        Words("To approve the minutes of the meeting held on 22nd January 2024."),
        heading("3. Lamps (Pages 7 - 8)"),
        heading("4. Buoys (Page 9)"),
    ]
)
MINUTES = Sheet(
    [
        heading("HARBOUR BOARD"),
        Words("Minutes of a meeting of the Lights Committee held on Monday, 22nd January 2024"),
        heading("12 LAMPS"),
        Words("RESOLVED: That the lamps be lit at dusk."),
    ]
)


@pytest.fixture
def pack(read) -> Reading:
    pages = [AGENDA, MINUTES, titled("Lamps"), Sheet([TEXT]), titled("Buoys")]
    numbered = [
        Sheet(sheet.items, foot=f"Page {number}") for number, sheet in enumerate(pages, start=5)
    ]
    return read(*numbered)


def test_a_pack_is_parted_into_agenda_minutes_and_reports(pack: Reading) -> None:
    assert pack.paper.kind == "agenda pack"
    assert [(report.kind, report.pages) for report in pack.reports] == [
        ("agenda", (1, 1)),
        ("minutes", (2, 2)),
        ("report", (3, 4)),
        ("report", (5, 5)),
    ]
    assert [report.title for report in pack.reports][2:] == ["Lamps", "Buoys"]


def test_minutes_in_a_pack_keep_the_date_of_their_own_meeting(pack: Reading) -> None:
    assert [report.date for report in pack.reports] == [
        "2024-03-04",
        "2024-01-22",
        "2024-03-04",
        "2024-03-04",
    ]
    assert [decision.date for decision in pack.decisions] == ["2024-01-22"]


def test_every_report_of_a_pack_is_put_to_its_committee(pack: Reading) -> None:
    assert {report.committee for report in pack.reports} == {"Lights Committee"}


def test_reports_keep_the_numbers_printed_on_their_pages(pack: Reading) -> None:
    assert [report.printed_pages for report in pack.reports] == ["5", "6", "7-8", "9"]


def test_reports_have_the_numbers_of_their_agenda_items(pack: Reading) -> None:
    assert [report.number for report in pack.reports] == [None, "2", "3", "4"]


def test_reports_stay_unnumbered_where_the_agenda_counts_other_pages(read) -> None:
    pages = [AGENDA, titled("Lamps"), titled("Buoys")]
    counted = [Sheet(p.items, foot=f"Page {n}") for p, n in zip(pages, (6, 7, 8), strict=True)]
    assert [report.number for report in read(*counted).reports] == [None] * 3


def test_paragraphs_know_their_report(pack: Reading) -> None:
    assert {paragraph.report for paragraph in pack.paragraphs} == {0, 1, 2, 3}
    assert all(
        pack.sections[p.section].report == p.report
        for p in pack.paragraphs
        if p.section is not None
    )


def test_a_report_without_a_title_block_is_told_by_its_title(read) -> None:
    title = Words("LAMP KEEPERS\nANNUAL REPORT 2023-24", bold=True, size=14)
    annual = Sheet([title, TEXT])
    reading = read(AGENDA, titled("Lamps"), Sheet([TEXT]), annual)
    assert [report.title for report in reading.reports][-1] == "LAMP KEEPERS ANNUAL REPORT 2023-24"


def test_appendices_of_a_pack_are_reports_with_titles_of_their_own(read) -> None:
    first = Sheet([Words("Appendix A"), heading("Lamps of the Outer Roads", 16), TEXT])
    second = Sheet([heading("Annex 2 – Wicks and their price"), TEXT])
    pages = [AGENDA, MINUTES, titled("Lamps"), first, Sheet([TEXT]), second, titled("Buoys")]
    reading = read(*(Sheet(p.items, foot=f"Page {n}") for n, p in enumerate(pages, 5)))
    assert [(r.kind, r.title, r.pages) for r in reading.reports][3:] == [
        ("appendix", "Appendix A: Lamps of the Outer Roads", (4, 5)),
        ("appendix", "Annex 2: Wicks and their price", (6, 6)),
        ("report", "Buoys", (7, 7)),
    ]


def test_an_appendix_has_the_number_of_the_item_it_belongs_to(read) -> None:
    appendix = Sheet([Words("Appendix A"), heading("Lamps of the Outer Roads", 16), TEXT])
    pages = [AGENDA, MINUTES, titled("Lamps"), appendix, titled("Buoys")]
    reading = read(*(Sheet(p.items, foot=f"Page {n}") for n, p in enumerate(pages, 5)))
    assert [report.number for report in reading.reports] == [None, "2", "3", "3", "4"]


def test_an_appendix_named_at_the_head_of_each_of_its_pages_is_one(read) -> None:
    pages = [Sheet([Words("Appendix A"), Words(f"Part {n}: {TEXT.text}")]) for n in "xyz"]
    reading = read(AGENDA, titled("Lamps"), *pages)
    assert [(r.kind, r.pages) for r in reading.reports][2:] == [("appendix", (3, 5))]


def test_a_list_of_appendices_opens_none(read) -> None:
    listed = Sheet([TEXT, Words("Appendix A – Lamps"), Words("Appendix B – Buoys")])
    reading = read(AGENDA, titled("Lamps"), listed, titled("Buoys"))
    assert [report.kind for report in reading.reports] == ["agenda", "report", "report"]


def test_a_paper_that_is_no_pack_is_one_report(read) -> None:
    reading = read(titled("Lamps"), Sheet([TEXT]), Sheet([heading("Annex A"), TEXT]))
    assert [report.pages for report in reading.reports] == [(1, 3)]


def test_a_pack_reads_as_it_did(pack: Reading, golden) -> None:
    golden(
        "agenda-pack",
        (
            {
                "number": report.number,
                "kind": report.kind,
                "title": report.title,
                "date": report.date,
                "committee": report.committee,
                "officer": report.officer,
                "pages": report.pages,
                "printed_pages": report.printed_pages,
            }
            for report in pack.reports
        ),
    )
