import os
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tiny_reader import read_lines

from matters_arising.corpus import sample
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.errors import LibraryMissing, ModelMismatch, PaperDamaged, PaperNotHeld
from matters_arising.extract.pool import Limits
from matters_arising.library import Library, default_path


def make_paper(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), invariant=1)
    for number, line in enumerate(lines or (f"The lamps of {path.stem} were lit.",)):
        canvas.drawString(72, 720 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def library(folder):
    with Library.create(folder) as created:
        yield created


def add(library, *paths, **options):
    return library.add(paths, **{"read": read_lines, "jobs": 1, **options})


def did(report):
    return [(outcome.path.name, outcome.did) for outcome in report.outcomes]


def test_papers_are_added_and_searchable(library, tmp_path):
    make_paper(tmp_path / "papers" / "pier.pdf", "ACTION HL1 Mend the pier")
    report = add(library, tmp_path / "papers")
    assert did(report) == [("pier.pdf", "added")]
    assert [line.paper for line in library.papers()] == ["pier"]
    assert [line.ref for line in library.actions()] == ["HL1"]
    assert len(list(library.catalogue.vectors())) == library.catalogue.count_passages() == 1
    assert library.doctor() == []


def test_the_same_content_under_another_name_is_one_paper(library, tmp_path):
    first = make_paper(tmp_path / "a.pdf", "One and the same")
    twin = make_paper(tmp_path / "b.pdf", "One and the same")
    assert did(add(library, first, twin)) == [("a.pdf", "added"), ("b.pdf", "held")]
    assert [line.paper for line in library.papers()] == ["a"]


def test_what_is_held_is_passed_by_without_a_reader(library, tmp_path):
    paper = make_paper(tmp_path / "a.pdf")
    add(library, paper)
    generation = library.catalogue.generation()
    assert did(add(library, paper, read=None)) == [("a.pdf", "held")]
    assert library.catalogue.generation() == generation


def test_force_reads_again(library, tmp_path):
    paper = make_paper(tmp_path / "a.pdf", "ACTION HL1 Mend the pier")
    add(library, paper)
    assert did(add(library, paper, force=True)) == [("a.pdf", "replaced")]
    assert len(library.actions()) == 1
    assert library.doctor() == []


def test_a_bad_paper_is_named_and_the_rest_goes_on(library, tmp_path):
    make_paper(tmp_path / "papers" / "good.pdf")
    (tmp_path / "papers" / "bad.pdf").write_text("RAISE not a PDF")
    (tmp_path / "papers" / "twin.pdf").write_text("RAISE not a PDF")
    report = add(library, tmp_path / "papers")
    assert did(report) == [("bad.pdf", "refused"), ("good.pdf", "added"), ("twin.pdf", "refused")]
    assert "bad.pdf" in report.refused[0].reason
    assert "copy" in report.refused[1].reason
    assert [refusal.name for refusal in library.catalogue.refusals()] == ["bad"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("HANG", "too long"),
        ("EXIT", "broke the program"),
        ("HOARD", "memory"),
        ("SPEW", "far more"),
    ],
)
def test_a_paper_that_would_stop_the_reader_is_refused(library, tmp_path, content, reason):
    (tmp_path / "a.pdf").write_text(content)
    good = make_paper(tmp_path / "b.pdf")
    limits = Limits(seconds=4, patience=2, memory=2 * 2**30, output=2**20)
    report = add(library, tmp_path / "a.pdf", good, limits=limits)
    assert did(report) == [("a.pdf", "refused"), ("b.pdf", "added")]
    assert reason in report.outcomes[0].reason


def test_opening_a_library_imports_nothing_that_only_answering_takes():
    code = (
        "import sys, matters_arising.library;"
        "print([name for name in sys.modules if 'index.answer' in name or 'index.search' in name])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts by the clock alone")
def test_a_paper_is_given_its_seconds_of_a_processor_however_long_it_waits_for_one(
    library, tmp_path
):
    idle, loop = make_paper(tmp_path / "a.pdf", "IDLE"), tmp_path / "b.pdf"
    loop.write_text("LOOP")
    report = add(library, idle, loop, limits=Limits(seconds=1, patience=600))
    assert did(report) == [("a.pdf", "added"), ("b.pdf", "refused")]
    assert "too long" in report.outcomes[1].reason


def test_papers_that_take_their_reader_down_take_no_other_paper_with_them(library, tmp_path):
    papers = tmp_path / "papers"
    for number in range(0, 8, 2):
        make_paper(papers / f"{number}.pdf")
        (papers / f"{number + 1}.pdf").write_text(f"EXIT {number}")
    outcomes = add(library, papers, jobs=2).outcomes
    assert [outcome.did for outcome in outcomes] == ["added", "refused"] * 4


def test_results_come_in_the_order_of_the_files_whatever_the_jobs(library, tmp_path):
    names = [f"{n}.pdf" for n in range(6)]
    for number, name in enumerate(names):
        make_paper(tmp_path / "papers" / name, "SLOW" if number == 0 else name)
    seen = []
    report = add(
        library, tmp_path / "papers", jobs=2, on_progress=lambda p: seen.append((p.step, p.done))
    )
    assert [outcome.path.name for outcome in report.outcomes] == names
    assert seen == [("reading", n) for n in range(1, 7)] + [("encoding", 6)]


def test_libraries_filled_in_another_order_list_the_same(tmp_path):
    papers = [make_paper(tmp_path / f"{n}.pdf", f"ACTION A{n} Mend it") for n in range(3)]
    listings = []
    for name, order, jobs in (("one", papers, 1), ("two", papers[::-1], 2)):
        with Library.create(tmp_path / name) as library:
            add(library, *order, jobs=jobs)
            listings.append((library.papers(), library.actions()))
    assert listings[0] == listings[1]


def test_the_samples_records_are_the_same_whatever_the_order_and_the_workers(tmp_path):
    """Each paper read by the real reader, and the actions of three joined into threads."""
    kinds = ("phase-2", "phase-3", "minutes")
    papers = [path for path in sample.papers() if any(kind in path.name for kind in kinds)]
    assert len(papers) == len(kinds)
    held = []
    for name, order, jobs in (("one", papers, 1), ("two", papers[::-1], 2)):
        with Library.create(tmp_path / name) as library:
            library.add(order, jobs=jobs)
            listings = (library.papers(), library.actions(), library.measures())
            found = library.search("chronologies on every record", limit=5)
            held.append((*listings, library.decisions(), [(c.paper, c.places) for c in found]))
    assert all(held[0])
    assert held[0] == held[1]


def test_folders_are_searched_in_order_and_through_links(library, tmp_path):
    papers = tmp_path / "papers"
    make_paper(papers / "z.pdf")
    make_paper(papers / "inner" / "a.PDF")
    (papers / "inner" / "notes.txt").write_text("no paper")
    (papers / "inner" / "back").symlink_to(papers)
    report = add(library, papers, papers / "z.pdf")
    assert did(report) == [("z.pdf", "added"), ("a.PDF", "added")]


@pytest.mark.parametrize("name", ["missing.pdf", "empty"])
def test_what_is_not_there_is_refused_by_name(library, tmp_path, name):
    (tmp_path / "empty").mkdir()
    (outcome,) = add(library, tmp_path / name).outcomes
    assert outcome.did == "refused"
    assert name in outcome.reason


def test_a_removed_paper_is_gone_from_records_and_vectors(library, tmp_path):
    add(library, make_paper(tmp_path / "a.pdf"), make_paper(tmp_path / "b.pdf"))
    assert [paper.name for paper in library.remove(["a"])] == ["a"]
    assert [line.paper for line in library.papers()] == ["b"]
    assert len(list(library.catalogue.vectors())) == 1
    assert library.doctor() == []


def test_nothing_is_removed_where_one_name_is_unknown(library, tmp_path):
    add(library, make_paper(tmp_path / "a.pdf"))
    with pytest.raises(PaperNotHeld):
        library.remove(["a", "b"])
    assert len(library.papers()) == 1


def test_an_add_cut_short_before_encoding_is_finished_by_the_next(library, tmp_path):
    paper = make_paper(tmp_path / "a.pdf")
    library.catalogue.put(read_lines(paper))
    assert [finding.problem for finding in library.doctor()] == ["1 passages wait to be encoded."]
    assert did(add(library, paper)) == [("a.pdf", "held")]
    assert library.doctor() == []


def test_repair_makes_vectors_and_words_from_the_catalogue_alone(library, tmp_path):
    paper = make_paper(tmp_path / "a.pdf")
    add(library, paper)
    paper.unlink()
    library.catalogue.forget_vectors()
    library.repair()
    assert library.doctor() == []
    assert len(library.catalogue.match("lamps", limit=2)) == 1


def test_another_model_than_the_librarys_is_refused(library, tmp_path):
    add(library, make_paper(tmp_path / "a.pdf"))
    library.catalogue.set_meta("model", "other@1234")
    with pytest.raises(ModelMismatch, match="other@1234"):
        add(library, make_paper(tmp_path / "b.pdf"))
    assert any("other@1234" in finding.problem for finding in library.doctor())


def test_lines_are_ready_for_a_data_frame(library, tmp_path):
    add(library, make_paper(tmp_path / "a.pdf", "ACTION HL1 Mend the pier"))
    (line,) = library.actions(ActionFilter(Filter(papers=("a",)), ref="hl1"))
    assert (line.paper, line.owners, line.source) == ("a", ("Harbour Master",), "text")


def test_a_library_that_is_not_there_says_what_to_run(folder):
    with pytest.raises(LibraryMissing, match="Run 'matters add PAPERS' first"):
        Library.open(folder)


def test_the_environment_chooses_the_library(monkeypatch, tmp_path):
    monkeypatch.setenv("MATTERS_LIBRARY", str(tmp_path))
    assert default_path() == tmp_path
    monkeypatch.delenv("MATTERS_LIBRARY")
    assert default_path().name == "matters-arising"


def test_the_readers_own_error_reaches_the_report(library, tmp_path):
    (tmp_path / "a.pdf").write_text("RAISE")
    (outcome,) = add(library, tmp_path / "a.pdf").outcomes
    assert outcome.reason == str(PaperDamaged("a.pdf is damaged. Download it again."))


@pytest.mark.skipif(os.name == "nt", reason="names are not bytes there")
def test_a_file_name_that_is_no_text_stops_nothing(library, tmp_path):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.pdf"))
    odd.write_bytes(make_paper(tmp_path / "a.pdf").read_bytes())
    report = add(library, odd, make_paper(tmp_path / "b.pdf"))
    assert [outcome.did for outcome in report.outcomes] == ["added", "added"]
    assert [line.paper for line in library.papers()] == ["?", "b"]
