"""The bundled sample: papers and gold agree, and both come out the same each time."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from matters_arising.corpus import sample
from matters_arising.corpus.sample.build import build

KINDS = ("actions", "decisions", "lineage", "measures", "questions", "reports")
SCANNED = "2023-02-09-member-visit-note-scanned"


def squash(text: object) -> str:
    return re.sub(r"[\W_]+", "", str(text).lower())


def read_gold(kind: str) -> list[dict]:
    return [json.loads(line) for line in sample.gold(kind).read_text("utf-8").splitlines()]


@cache
def read_pages(path: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(path) as pdf:
        return tuple(page.get_textpage().get_text_range() for page in pdf)


def pages_of(paper: str) -> tuple[str, ...]:
    return next(read_pages(path) for path in sample.papers() if path.stem == paper)


def stands_on(record: dict) -> bool:
    page = pages_of(record["paper"])[record["page"] - 1]
    return squash(record["quote"]) in squash(page)


def evidence() -> Iterator[dict]:
    for question in read_gold("questions"):
        yield from (item for item in question["evidence"] if item["paper"] != SCANNED)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    build(out)
    return out


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    build(tmp_path)
    files = sorted(path.relative_to(built) for path in built.rglob("*.*"))
    assert len(files) == 8 + len(KINDS)
    assert [(built / f).read_bytes() for f in files] == [(tmp_path / f).read_bytes() for f in files]


def test_the_committed_papers_are_those_the_builder_draws(built: Path) -> None:
    fresh = sorted((built / "papers").glob("*.pdf"))
    assert [p.name for p in fresh] == [p.name for p in sample.papers()]
    assert [read_pages(p) for p in fresh] == [read_pages(p) for p in sample.papers()]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_gold_is_that_the_builder_writes(built: Path, kind: str) -> None:
    assert (built / "gold" / f"{kind}.jsonl").read_bytes() == sample.gold(kind).read_bytes()


def test_the_papers_stay_small() -> None:
    assert sum(path.stat().st_size for path in sample.papers()) < 2_000_000


def test_finding_the_sample_does_not_need_the_builder() -> None:
    code = (
        "import sys; from matters_arising.corpus.sample import papers, gold;"
        "assert papers() and gold('actions').exists(); assert 'reportlab' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_scanned_paper_has_no_text() -> None:
    assert "".join(pages_of(SCANNED)).strip() == ""


@pytest.mark.parametrize(
    "record", list(evidence()), ids=lambda r: f"{r['paper'][:10]} {r['quote'][:40]}"
)
def test_evidence_stands_on_its_page(record: dict) -> None:
    assert stands_on(record)


@pytest.mark.parametrize("record", read_gold("measures"), ids=lambda r: r["quote"][:50])
def test_a_figure_stands_on_its_page(record: dict) -> None:
    assert stands_on(record)


def missing_words(record: dict, *texts: str | None) -> list[str]:
    """Words that the record's paper does not hold; a text may run over a page's end."""
    paper = squash("".join(pages_of(record["paper"])))
    return [word for text in texts if text for word in text.split() if squash(word) not in paper]


def test_a_decision_stands_in_its_paper() -> None:
    for decision in read_gold("decisions"):
        assert missing_words(decision, decision["text"], decision["committee"]) == []


def test_an_action_stands_in_its_paper() -> None:
    for action in read_gold("actions"):
        if action["paper"] != SCANNED:
            fields = ("ref", "section", "action", "due_text", "status_text", "update")
            texts = (*(action[field] for field in fields), *action["owners"])
            assert missing_words(action, *texts) == []


def test_rows_cited_by_questions_exist() -> None:
    refs = {(action["paper"], action["ref"]) for action in read_gold("actions")}
    cited = {(item["paper"], item["row"]) for item in evidence() if "row" in item}
    assert cited <= refs


def test_a_question_for_a_whole_list_names_every_row_of_that_owner_and_paper() -> None:
    plan = "2022-09-26-improvement-plan-phase-2"
    held = {
        action["ref"]
        for action in read_gold("actions")
        if action["paper"] == plan
        and "Head of Commissioning, Children and Families" in action["owners"]
    }
    asked = next(q for q in read_gold("questions") if "head of commissioning" in q["question"])
    assert held == set(asked["refs"])


def test_there_are_questions_of_every_kind_and_some_without_answer() -> None:
    questions = read_gold("questions")
    kinds = Counter(question["kind"] for question in questions)
    assert len(questions) >= 60
    assert kinds["unanswerable"] >= 12
    assert min(kinds.values()) >= 6
    assert len({question["question"] for question in questions}) == len(questions)


def test_an_answerable_question_is_answered_by_its_own_answer() -> None:
    for question in read_gold("questions"):
        said = question["answer"].lower()
        for must in question["must_include"]:
            assert any(one.lower() in said for one in must.split("|")), question["id"]


def test_the_plan_renumbers_reuses_and_forgets() -> None:
    threads: dict[str, set[tuple[str, str]]] = {}
    for row in read_gold("lineage"):
        threads.setdefault(row["thread"], set()).add((row["paper"][:4], row["ref"]))
    assert threads["hub"] == {("2021", "3E"), ("2022", "6A"), ("2023", "6A")}
    assert ("2022", "3E") in threads["small-homes"]
    assert threads["exit"] == {("2021", "5D")}
