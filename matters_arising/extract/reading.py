"""From a path to a Reading: the steps in order, each in the module named for it."""

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from matters_arising.corpus.layout import Report, Table
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.reading import Reading
from matters_arising.corpus.record import Action, Decision
from matters_arising.errors import NotAPdf, PaperDamaged
from matters_arising.extract.audit import audit_sheets
from matters_arising.extract.intake import hash_file
from matters_arising.extract.phrase.abbreviation import find_abbreviations, find_explained
from matters_arising.extract.phrase.date import dates_ordered_as_in
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.extract.reader.bookmark import read_bookmarks
from matters_arising.extract.reader.ocr import read_pictures
from matters_arising.extract.reader.page import PageReader
from matters_arising.extract.reader.word import Line
from matters_arising.extract.record.action import actions_in_tables
from matters_arising.extract.record.attendance import read_attendance
from matters_arising.extract.record.decision import find_decisions
from matters_arising.extract.record.figure import find_measures
from matters_arising.extract.record.glossary import find_glossary
from matters_arising.extract.record.labelled import actions_under_labels
from matters_arising.extract.record.margin import actions_in_margins
from matters_arising.extract.record.minute import Meeting, actions_in_text, drop_repeats
from matters_arising.extract.record.remark import find_remarks
from matters_arising.extract.structure.dateline import date_without_meeting, read_position
from matters_arising.extract.structure.furniture import Furnished, part_furniture
from matters_arising.extract.structure.hyphen import mend_broken_words
from matters_arising.extract.structure.landmark import find_landmarks
from matters_arising.extract.structure.overrun import mend_cells, mend_over_pages
from matters_arising.extract.structure.pack import find_reports, known_by_name, number_reports
from matters_arising.extract.structure.prose import Block, build_blocks
from matters_arising.extract.structure.section import Outline, build_outline
from matters_arising.extract.structure.titleblock import read_head
from matters_arising.extract.table.fragment import Fragment, Sheet, read_sheets
from matters_arising.extract.table.logical import TableDraft, draft_tables
from matters_arising.extract.table.sequence import chain_fragments
from matters_arising.extract.table.widen import join_widths

READERS = ("pdfium", "pdfplumber")
"""The page readers by name, the default first; pdfplumber is the reference."""

COLLECT_AFTER = 20_000
"""So many objects made and kept before Python looks for cycles among them (else 700)."""

Item = Line | Fragment


def page_reader(name: str) -> PageReader:
    """The page reader of that name.

    Raises:
        ValueError: there is none.
    """
    if name == "pdfplumber":
        from matters_arising.extract.reader import plumber

        return plumber.read_pages
    if name == "pdfium":
        from matters_arising.extract.reader import pdfium

        return pdfium.read_pages
    raise ValueError(f"No page reader called {name}: choose one of {', '.join(READERS)}.")


def read_paper(path: Path, *, reader: str = READERS[0]) -> Reading:
    """Read everything a paper holds.

    Raises:
        PaperUnreadable: it is no PDF, is locked or damaged, or holds no page.
    """
    _check_is_pdf(path)
    with _rare_collection():
        return _read(path, reader)


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Look for unused cycles of objects more rarely: a reading is many objects and no cycle."""
    usual = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _read(path: Path, reader: str) -> Reading:
    sheets = mend_broken_words(list(read_sheets(read_pictures(path, page_reader(reader)(path)))))
    if not sheets or all(sheet.failed for sheet in sheets):
        raise PaperDamaged(
            f"{path.name} holds no page that can be read. Download it again, or open it in a"
            " PDF viewer and print it to a new PDF."
        )
    with dates_ordered_as_in(_texts(sheets)):
        return _assemble(path, sheets, reader)


def _texts(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Every line of the pages, those in the cells of tables too."""
    for sheet in sheets:
        cells = (
            cell for fragment in sheet.fragments for row in fragment.rows for cell in row.cells
        )
        for line in chain(sheet.lines, *(cell.lines for cell in cells)):
            yield line.text


def _check_is_pdf(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(1024)
    if not head:
        raise NotAPdf(f"{path.name} is empty. Download it again.")
    if b"%PDF" not in head:
        kind = "a web page" if re.search(rb"<(?:!doctype|html)", head, re.I) else "no PDF"
        named = ", whatever its name says" if path.suffix.lower() == ".pdf" else ""
        raise NotAPdf(f"{path.name} is {kind}{named}. Download the PDF itself.")


def _assemble(path: Path, sheets: Sequence[Sheet], reader: str) -> Reading:
    furnished = mend_over_pages(part_furniture(sheets), sheets)
    labels = tuple(page.label for page in furnished)
    heads = [read_head(*pair) for pair in zip(sheets, furnished, strict=True)]
    lines = [[line.text for line in page.text] for page in furnished]
    found = known_by_name(find_reports(heads, labels), path.stem)
    reports = number_reports(found, lines)
    paper = _describe(path, sheets, reports, labels, reader, position=read_position(heads[0]))
    items = list(_reading_order(sheets, furnished))
    landmarks = find_landmarks(sheets, read_bookmarks(path))
    outline = build_outline(_with_reports(_blocks(items), reports), landmarks)
    tables = tuple(_tables(items, sheets, outline, reports))
    keys = [sheet.key for sheet in sheets if sheet.key]
    text = " ".join(paragraph.text for paragraph in outline.paragraphs)
    decisions = tuple(find_decisions(outline.paragraphs, outline.sections, reports))
    return Reading(
        paper=paper,
        reports=reports,
        sections=outline.sections,
        paragraphs=outline.paragraphs,
        tables=tables,
        actions=_actions(
            paper, items, outline, tables=tables, reports=reports, decisions=decisions, keys=keys
        ),
        measures=(find_measures(outline.paragraphs, tables, outline.sections, reports, paper.date)),
        decisions=decisions,
        abbreviations=(
            *find_abbreviations(text),
            *filter(None, (find_explained(paragraph.text) for paragraph in outline.paragraphs)),
            *find_glossary(tables),
        ),
        audit=audit_sheets(sheets, furnished),
    )


def _actions(
    paper: Paper,
    items: Sequence[Item],
    outline: Outline,
    *,
    tables: Sequence[Table],
    reports: Sequence[Report],
    decisions: Sequence[Decision],
    keys: Sequence[str],
) -> tuple[Action, ...]:
    """The actions of tables, margins and prose, page by page; `keys` are those in colour."""
    attendance = read_attendance(outline.paragraphs, outline.sections, tables)
    kinds = [report.kind for report in reports]
    texts = (decision.text for decision in decisions if decision.kind == "resolved")
    resolved = tuple(sentence for text in texts for sentence in split_sentences(text))
    meeting = Meeting(kinds, attendance, resolved, paper.date)
    prose = [*(paragraph.text for paragraph in outline.paragraphs), *keys]
    ruled = list(actions_in_tables(tables, outline.sections, paper.date, prose=prose))
    fragments = [i for i in items if isinstance(i, Fragment)]
    pieces = [(f, r) for f in fragments if kinds[r := _report_of(f.page, reports)] == "minutes"]
    remarks = find_remarks(outline.paragraphs, outline.sections, tables)
    told = outline.paragraphs, outline.sections, paper.date
    ruled += actions_under_labels(*told, tables=tables, prose=prose)
    noted = [*actions_in_margins(pieces, attendance), *actions_in_text(remarks, meeting)]
    return tuple(
        sorted([*ruled, *drop_repeats(noted, ruled)], key=lambda action: action.places[0].page)
    )


def _describe(
    path: Path,
    sheets: Sequence[Sheet],
    reports: Sequence[Report],
    labels: tuple[str | None, ...],
    reader: str,
    *,
    position: str | None,
) -> Paper:
    """The paper's title, date, committee and kind: its own words, else its file's name.

    `position` is the day of which it tells, which need not be that of the meeting.
    """
    first = reports[0]
    return Paper(
        id=hash_file(path),
        name=path.stem,
        title=first.title or _title_from_name(path.stem),
        date=first.date or date_without_meeting(path.stem, position),
        committee=first.committee,
        kind="agenda pack" if first.kind == "agenda" and len(reports) > 1 else first.kind,
        pages=len(sheets),
        labels=labels,
        read_by=f"{reader}+ocr" if any(sheet.ocr is not None for sheet in sheets) else reader,
        warnings=tuple(_warnings(sheets)),
    )


def _title_from_name(name: str) -> str:
    words = re.sub(r"^[\d-]+", "", name).replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or name


def _warnings(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.failed:
            yield sheet.failed
        elif sheet.warning:
            yield sheet.warning
        elif not sheet.glyphs and sheet.images:
            yield f"page {sheet.number} is a picture without text"


def _reading_order(sheets: Sequence[Sheet], furnished: Sequence[Furnished]) -> Iterator[Item]:
    """Lines and table fragments down each column; nested tables come with their cell."""
    for sheet, page in zip(sheets, furnished, strict=True):
        outer = [fragment for fragment in sheet.fragments if not fragment.nested]
        items: list[Item] = [*page.text, *outer]
        yield from sorted(items, key=lambda item: (item.column, item.box[1]))


def _blocks(items: Sequence[Item]) -> Iterator[Block | Fragment]:
    """Runs of lines between tables, as blocks."""
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
            continue
        yield from build_blocks(lines)
        lines = []
        yield item
    yield from build_blocks(lines)


def _with_reports(
    items: Iterator[Block | Fragment], reports: Sequence[Report]
) -> Iterator[tuple[Block | Fragment, int]]:
    for item in items:
        page = item.page if isinstance(item, Fragment) else item.lines[0].page
        yield item, _report_of(page, reports)


def _report_of(page: int, reports: Sequence[Report]) -> int:
    return max((i for i, r in enumerate(reports) if r.pages[0] <= page), default=0)


def _tables(
    items: Sequence[Item], sheets: Sequence[Sheet], outline: Outline, reports: Sequence[Report]
) -> Iterator[Table]:
    """The logical tables in reading order, each followed by those inside its cells."""
    drafts = join_widths(draft_tables(chain_fragments(items)))
    mend_cells(drafts, sheets)
    nested = [f for sheet in sheets for f in sheet.fragments if f.nested]
    drafts += [draft for fragment in nested for draft in draft_tables([(fragment, False)])]
    for draft in sorted(drafts, key=lambda d: (d.fragments[0].page, d.fragments[0].box[1])):
        yield _finish(draft, outline, reports)


def _finish(draft: TableDraft, outline: Outline, reports: Sequence[Report]) -> Table:
    first = draft.fragments[0]
    return Table(
        header=draft.header,
        rows=draft.finished_rows(),
        section=outline.homes.get(id(first)),
        report=_report_of(first.page, reports),
        places=draft.places,
        doubts=tuple(draft.doubts),
    )
