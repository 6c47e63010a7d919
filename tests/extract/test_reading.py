import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
from build import Ruled, Sheet, Words, build, header, heading

from matters_arising.corpus import sample
from matters_arising.corpus.layout import Table
from matters_arising.corpus.paper import Place
from matters_arising.corpus.reading import Reading
from matters_arising.errors import PaperDamaged
from matters_arising.extract.reading import page_reader, read_paper
from matters_arising.extract.structure.dateline import date_from_name

PAPERS = sorted(sample.papers())
LOST_AT_MOST = 0.001
"""Share of a paper's characters that may belong to nothing that was read."""

every_paper = pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)


@cache
def read(path: Path) -> Reading:
    return read_paper(path)


def places_of(reading: Reading) -> Iterator[Place]:
    for kind in (reading.sections, reading.paragraphs, reading.tables, reading.actions):
        for record in kind:
            yield from record.places
    for kind in (reading.measures, reading.decisions, reading.passages):
        for record in kind:
            yield from record.places
    for table in reading.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.places


@every_paper
def test_every_character_of_a_paper_is_accounted_for(path: Path) -> None:
    audit = read(path).audit
    assert audit.lost == 0


@every_paper
def test_every_box_lies_on_its_page(path: Path) -> None:
    sizes = {page.number: (page.width, page.height) for page in page_reader("pdfium")(path)}
    for place in places_of(read(path)):
        width, height = sizes[place.page]
        x0, top, x1, bottom = place.box
        assert -1 <= x0 < x1 <= width + 1
        assert -1 <= top < bottom <= height + 1


@every_paper
def test_positions_lead_to_what_they_name(path: Path) -> None:
    reading = read(path)
    for record in (*reading.sections, *reading.paragraphs, *reading.tables, *reading.actions):
        assert 0 <= record.report < len(reading.reports)
    for record in (*reading.paragraphs, *reading.tables):
        assert record.section is None or 0 <= record.section < len(reading.sections)
    for position, section in enumerate(reading.sections):
        assert section.parent is None or section.parent < position


@every_paper
def test_reading_a_paper_twice_gives_the_same(path: Path) -> None:
    assert read_paper(path) == read(path)


def grid(table: Table) -> tuple:
    rows = (
        (row.kind, row.banner, tuple((c.columns, c.text, c.fill) for c in row.cells))
        for row in table.rows
    )
    return table.header, table.section, tuple(rows)


@every_paper
def test_both_page_readers_give_the_same_tables_and_text(path: Path) -> None:
    fast, reference = read(path), read_paper(path, reader="pdfplumber")
    assert [grid(table) for table in fast.tables] == [grid(table) for table in reference.tables]
    assert [p.text for p in fast.paragraphs] == [p.text for p in reference.paragraphs]
    assert [s.title for s in fast.sections] == [s.title for s in reference.sections]


def test_reports_of_a_paper_cover_its_pages() -> None:
    for path in PAPERS:
        reading = read(path)
        starts = [report.pages[0] for report in reading.reports]
        ends = [report.pages[1] for report in reading.reports]
        assert starts[0] == 1
        assert ends[-1] == reading.paper.pages
        assert starts[1:] == [end + 1 for end in ends[:-1]]


def test_a_paper_holds_what_each_of_its_kinds_of_text_holds(tmp_path: Path) -> None:
    rows = [header("Ref", "Action", "Owner", "Due by"), ["A1", "Light it.", "Clerk", "May 2024"]]
    items = [
        heading("Harbour Plan", 16),
        heading("1. Lamps"),
        Words("1.1 The Outer Roads Patrol (ORP) was out on 31 nights in March 2024."),
        Ruled(rows, (40, 200, 100, 100)),
    ]
    reading = read_paper(build(tmp_path / "2024-03-04-plan.pdf", Sheet(items)))
    assert (reading.paper.title, reading.paper.date) == ("Harbour Plan", "2024-03-04")
    assert [section.title for section in reading.sections] == ["Harbour Plan", "Lamps"]
    assert [action.section for action in reading.actions] == ["1. Lamps"]
    assert ("ORP", "Outer Roads Patrol") in reading.abbreviations
    assert reading.paper.pages == 1


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2024-03-04-plan", "2024-03-04"),
        ("2024-03-plan", "2024-03"),
        ("plan_4_March_2024", "2024-03-04"),
        ("Minutes 4th March 2024", "2024-03-04"),
        ("plan-12345678", None),
        ("plan", None),
    ],
)
def test_a_date_is_taken_from_a_files_name(name: str, date: str | None) -> None:
    assert date_from_name(name) == date


def test_a_reading_leaves_pythons_collector_as_it_was(tmp_path: Path) -> None:
    usual = gc.get_threshold()
    read_paper(PAPERS[0])
    assert gc.get_threshold() == usual
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(PaperDamaged):
        read_paper(broken)
    assert gc.get_threshold() == usual


def test_an_unknown_reader_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No page reader called abacus"):
        page_reader("abacus")


def score(shared: Path, kind: str, gold: Path, records: list[dict], tmp_path: Path) -> dict:
    """What the scorer beside the real papers makes of the records."""
    out = tmp_path / "out.json"
    out.write_text(json.dumps(records))
    script = shared / "score" / "score.py"
    run = [sys.executable, str(script), kind, str(gold), str(out), "--json"]
    return json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)


def records(paths: list[Path], kind: str) -> list[dict]:
    return [
        {**asdict(record), "paper": path.stem}
        for path in paths
        for record in getattr(read(path), kind)
    ]


def test_the_samples_records_are_read_as_its_gold_has_them(tmp_path: Path) -> None:
    """Every action of a table, and every decision; fields by their own tests."""
    wanted = [json.loads(line) for line in sample.gold("decisions").read_text("utf-8").splitlines()]
    found = {(d["paper"], d["kind"], d["date"], d["text"]) for d in records(PAPERS, "decisions")}
    assert {(d["paper"], d["kind"], d["date"], d["text"]) for d in wanted} == found
    rows = [json.loads(line) for line in sample.gold("actions").read_text("utf-8").splitlines()]
    refs = {(a["paper"], a["ref"], a["due_date"]) for a in rows if a["ref"]}
    read_refs = {(a["paper"], a["ref"], a["due_date"]) for a in records(PAPERS, "actions")}
    assert len(refs - read_refs) <= len(refs) * 0.06  # tables without rules are read elsewhere


def test_the_samples_pack_is_parted_as_its_gold_has_it() -> None:
    rows = [json.loads(line) for line in sample.gold("reports").read_text("utf-8").splitlines()]
    wanted = [
        row for row in rows if row["kind"] in ("minutes", "report") and "pack" in row["paper"]
    ]
    pack = next(read(path) for path in PAPERS if path.stem == wanted[0]["paper"])
    found = [report for report in pack.reports if report.kind != "agenda"]
    assert [(r.number, list(r.pages), r.officer) for r in found] == [
        (row["number"], row["pages"], row["senior_officer"]) for row in wanted
    ]
    assert [r.title for r in found][1:] == [row["title"] for row in wanted][1:]


@pytest.mark.shared
def test_actions_of_the_real_papers_are_right(shared: Path, tmp_path: Path) -> None:
    found = records(sorted((shared / "papers").glob("*.pdf")), "actions")
    scores = score(shared, "actions", shared / "gold" / "actions.jsonl", found, tmp_path)
    assert scores["row_recall"] >= 0.99
    assert scores["action_right"] >= 0.98
    assert scores["whole_record_right"] >= 0.97


@pytest.mark.shared
def test_decisions_of_the_real_papers_are_found(shared: Path, tmp_path: Path) -> None:
    found = records(sorted((shared / "papers").glob("*.pdf")), "decisions")
    scores = score(shared, "decisions", shared / "gold" / "decisions.jsonl", found, tmp_path)
    assert scores["recall"] == 1.0
    assert scores["date"] == 1.0


@pytest.mark.shared
def test_actions_of_other_bodies_are_right(shared: Path, tmp_path: Path) -> None:
    gold = shared / "gold" / "real-actions.jsonl"
    names = {json.loads(line)["paper"] for line in gold.read_text("utf-8").splitlines()}
    found = records([shared / "real" / f"{name}.pdf" for name in sorted(names)], "actions")
    scores = score(shared, "actions", gold, found, tmp_path)
    assert scores["row_recall"] >= 0.95
    assert scores["action_right"] >= 0.93
    assert scores["whole_record_right"] >= 0.85


@pytest.mark.shared
def test_of_the_real_papers_next_to_nothing_is_lost(shared: Path) -> None:
    papers = sorted([*(shared / "papers").glob("*.pdf"), *(shared / "real").glob("*.pdf")])
    for path in papers:
        if "scanned" not in path.stem:  # a minute of OCR, and its words are few
            audit = read(path).audit
            assert audit.lost <= LOST_AT_MOST * audit.characters, path.stem
