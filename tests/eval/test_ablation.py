import json

import pytest

from matters_arising.corpus import sample
from matters_arising.corpus.filter import Filter
from matters_arising.eval.ablation import render_ablation, run_ablation
from matters_arising.index.answer.answering import Answerer
from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.search import Arms, Searcher

ASKED = ("sample-01", "sample-02", "sample-03")
UNANSWERABLE = {
    "id": "zebra",
    "question": "how many zebras live in the zoo",
    "kind": "unanswerable",
    "answerable": False,
    "must_include": [],
    "evidence": [],
    "refs": [],
}


@pytest.fixture(scope="module")
def lines(sample_folder, tmp_path_factory):
    """Three questions of the sample, and one that no paper answers."""
    gold = tmp_path_factory.mktemp("gold")
    questions = map(json.loads, sample.gold("questions").read_text("utf-8").splitlines())
    kept = [question for question in questions if question["id"] in ASKED]
    text = "".join(f"{json.dumps(question)}\n" for question in (*kept, UNANSWERABLE))
    (gold / "questions.jsonl").write_text(text)
    return run_ablation(library=sample_folder, gold=gold, papers=sample.PAPERS)


def test_bm25_alone_is_the_first_line(lines):
    assert (lines[0].part, lines[0].name) == ("search", "BM25 alone (FTS5)")


def test_a_search_neither_answers_nor_refuses_and_an_answer_does_both(lines):
    assert {(line.right, line.refused) for line in lines if line.part == "search"} == {(None, None)}
    whole = next(line for line in lines if line.name == "all of it")
    assert (whole.right, whole.refused) == (1.0, 1.0)


def test_what_is_left_out_is_missed(lines):
    answers = {line.name: line for line in lines if line.part == "answers"}
    assert answers["without records"].right < answers["all of it"].right


def test_every_figure_is_a_share(lines):
    shares = [f for line in lines for f in (line.mrr, line.some, line.every)]
    assert all(share is not None and 0 <= share <= 1 for share in shares)
    assert all(line.every <= line.some for line in lines)


def test_the_table_is_markdown(lines):
    head, rule, *rows = render_ablation(lines)
    assert len(rows) == len(lines)
    assert {line.count("|") for line in (head, rule, *rows)} == {8}


@pytest.mark.parametrize(
    ("arms", "found_by"),
    [(Arms(sense=False), {(True, False)}), (Arms(words=False), {(False, True)})],
)
def test_an_arm_left_out_finds_nothing(sample_library, arms, found_by):
    catalogue, store = sample_library.catalogue, sample_library.vector_store()
    answerer = Answerer(catalogue, Searcher(catalogue, store, query_encoder(), arms))
    hits = answerer.find_hits("chronology action", scope=Filter(), limit=10)
    assert {(hit.lexical, hit.dense) for hit in hits} == found_by
