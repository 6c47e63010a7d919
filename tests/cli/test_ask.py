import json

import pytest
from click.testing import CliRunner

from matters_arising.cli import cli

QUESTION = "what happened to the chronology action"
ANSWER = [
    "id", "question", "answerable", "answer", "citations", "actions", "measures", "retrieved",
    "reading",
]  # fmt: skip
CITATION = ["paper", "title", "date", "pages", "places", "kind", "ref", "quote", "score"]


def test_an_answer_is_one_object_of_the_contract(matters):
    result = matters("ask", QUESTION, "--format", "json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert list(answer) == ANSWER
    assert (answer["id"], answer["question"], answer["answerable"]) == (None, QUESTION, True)
    assert [list(citation) for citation in answer["citations"]] == [CITATION] * len(
        answer["citations"]
    )
    assert {"2C"} == {action["ref"] for action in answer["actions"]}
    assert isinstance(answer["actions"][0]["columns"], dict)
    first = answer["citations"][0]
    assert first["pages"] == [place["page"] for place in first["places"]]
    assert answer["retrieved"]


def test_an_answer_for_people_ends_in_numbered_sources(matters):
    result = matters("ask", *QUESTION.split())
    assert result.exit_code == 0
    assert "\n[1] 25 September 2023 · Children’s Improvement Plan: Phase 3 · page 2 · 2C\n" in (
        result.stdout
    )
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_an_answer_is_as_wide_as_the_terminal(matters):
    result = matters("ask", QUESTION, env={"COLUMNS": "60"})
    assert max(map(len, result.stdout.splitlines())) <= 60


def test_what_the_papers_do_not_say_exits_3(matters):
    result = matters("ask", "how many zebras live in the zoo")
    assert result.exit_code == 3
    assert result.stdout.startswith("The papers do not say.")
    asked = json.loads(matters("ask", "how many zebras live in the zoo", "--format", "json").stdout)
    assert (asked["answerable"], asked["citations"]) == (False, [])


def test_a_filter_that_leaves_no_paper_leaves_no_answer(matters):
    result = matters("ask", QUESTION, "--paper", "no-such-paper")
    assert result.exit_code == 3
    unheld, filters = result.stderr.splitlines()
    assert unheld.startswith("No paper 'no-such-paper' is held.")
    assert filters.startswith("The filters leave no paper.")
    assert matters("ask", "how many zebras live in the zoo", "--since", "2021").stderr == ""


def test_a_filter_holds_for_every_citation(matters):
    result = matters("ask", QUESTION, "--until", "2021", "--format", "json")
    dates = {citation["date"][:4] for citation in json.loads(result.stdout)["citations"]}
    assert dates == {"2021"}


def test_verbose_says_how_the_question_was_read(matters):
    result = matters("ask", "-v", QUESTION)
    assert "terms: chronology" in result.stderr
    assert "terms:" not in result.stdout


def test_citations_can_be_had_as_csv(matters):
    header, first, *_ = matters("ask", QUESTION, "--format", "csv").stdout.splitlines()
    assert header == "paper,title,date,pages,kind,ref,quote,score"
    assert first.startswith("2023-09-25-improvement-plan-phase-3,")


def batch(*lines):
    return "".join(f"{line}\n" for line in lines)


def test_a_batch_answers_in_order_with_the_askers_ids(matters, tmp_path):
    asked = [{"id": "b", "question": "zebras?"}, {"id": 1, "question": QUESTION}]
    lines = batch(json.dumps(asked[0]), "", json.dumps(asked[1]), '{"question": "and 2C?"}')
    path = tmp_path / "questions.jsonl"
    path.write_text(lines)
    result = matters("ask", "--batch", path)
    assert result.exit_code == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", 1, None]
    assert [answer["answerable"] for answer in answers[:2]] == [False, True]
    assert list(answers[0]) == ANSWER
    assert matters("ask", "--batch", "-", input=lines).stdout == result.stdout


@pytest.mark.parametrize("line", ["no json", '{"id": 1}', '["question"]', '{"question": " "}'])
def test_a_line_without_a_question_is_named_and_those_before_it_are_answered(matters, line):
    result = matters("ask", "--batch", "-", input=batch('{"question": "zebras?"}', line))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.startswith("Error: Line 2 of the batch holds no question.")


@pytest.mark.parametrize("arguments", [(), ("   ",), ("why", "--batch", "-")])
def test_a_question_or_a_batch_is_needed_and_not_both(matters, arguments):
    result = matters("ask", *arguments)
    assert result.exit_code == 2
    assert "Give a question, or --batch" in result.stderr


def test_asking_no_library_says_what_to_run(tmp_path):
    result = CliRunner().invoke(cli, ["ask", "why", "--library", str(tmp_path / "none")])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"Error: No library at {tmp_path / 'none'}. Run 'matters add PAPERS' first.\n"
    )


def test_search_gives_ranked_hits(matters):
    result = matters("search", "care", "leaver", "hub", "-n", 4, "--format", "json")
    hits = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [list(hit) for hit in hits] == [CITATION] * 4
    assert hits[0]["ref"] == "6A"
    assert [hit["score"] for hit in hits] == sorted((h["score"] for h in hits), reverse=True)


@pytest.mark.parametrize("kind", ["text", "action", "measure", "decision"])
def test_search_keeps_to_a_kind(matters, kind):
    result = matters("search", "assessments", "--kind", kind, "--format", "json")
    assert {hit["kind"] for hit in json.loads(result.stdout)} == {kind}


@pytest.mark.parametrize("words", [(), ("",), (" ", "")])
def test_a_search_for_no_words_is_wrong_usage(matters, words):
    result = matters("search", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Missing argument 'WORDS...'" in result.stderr


def test_search_exits_3_where_nothing_matches(matters):
    result = matters("search", "chronology", "--since", "2030", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (3, [])
    filters, words = result.stderr.splitlines()
    assert filters.startswith("The filters leave no paper.")
    assert words == "Nothing in the papers matches 'chronology'."
