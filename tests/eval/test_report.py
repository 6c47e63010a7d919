import json
from itertools import pairwise

import pytest

from matters_arising.corpus import sample
from matters_arising.errors import GoldUnreadable, MattersArisingError
from matters_arising.eval.expected import COMMITTED, Expected, read_expected
from matters_arising.eval.report import make_report, render, run
from matters_arising.eval.score import Miss, Score, Scored

RIGHT = Score("answers", "right", 0.8, 50)
WORDS = Score("answers", "words (median)", 72, 50)
MISSED = Miss("answers", "q7, is the pier open", "refused")
PART = Scored((RIGHT, WORDS), (MISSED,))

RECORD_TOLERANCE = 0.005
ANSWER_TOLERANCE = 0.02
WORDS_TOLERANCE = 5


@pytest.fixture(scope="module")
def report(sample_folder):
    return run(library=sample_folder)


def expected_of(report):
    """Scores as they are now, in the shape of the committed file."""
    for line in report.lines:
        if line.value is None:
            continue
        words = line.name.startswith("words")
        records = RECORD_TOLERANCE if line.part != "answers" else ANSWER_TOLERANCE
        tolerance = (
            {"tolerance": WORDS_TOLERANCE, "lower": True} if words else {"tolerance": records}
        )
        yield f"{line.part}: {line.name}", {"value": round(line.value, 4), **tolerance}


def test_the_sample_scores_as_expected(report, request):
    if request.config.getoption("--update-golden"):
        lines = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in expected_of(report))
        COMMITTED.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
        pytest.fail(f"wrote {COMMITTED.name}: read the diff, then run again without the flag")
    assert report.ok, "\n".join(render(report, verbose=True))


def test_every_score_of_the_sample_is_expected(report):
    scored = {f"{line.part}: {line.name}" for line in report.lines if line.value is not None}
    assert scored == set(read_expected())


def test_no_field_scores_above_the_share_of_records_found(report):
    of_actions = {line.name: line for line in report.lines if line.part == "actions"}
    for field in ("action", "owners", "due date", "whole record"):
        assert of_actions[field].value <= of_actions["recall"].value


def test_reading_is_scored_before_records_and_answers_last(report):
    parts = [line.part for line in report.lines]
    changes = [one for one, other in pairwise((*parts, None)) if one != other]
    assert changes == ["documents", "actions", "measures", "decisions", "answers"]


def test_a_score_may_fall_short_by_no_more_than_its_tolerance():
    assert make_report([PART], [], {"answers: right": Expected(0.82, 0.02)}).ok
    assert not make_report([PART], [], {"answers: right": Expected(0.83, 0.02)}).ok


def test_a_score_better_than_expected_is_well():
    assert make_report([PART], [], {"answers: right": Expected(0.5, 0.0)}).ok


def test_fewer_words_are_better():
    assert make_report([PART], [], {"answers: words (median)": Expected(90, 5, lower=True)}).ok
    assert not make_report([PART], [], {"answers: words (median)": Expected(60, 5, lower=True)}).ok


def test_a_score_that_vanished_falls_short():
    report = make_report([PART], [], {"answers: lists complete": Expected(1.0, 0.1)})
    assert not report.ok
    assert list(render(report))[-1] == "FAIL: answers: lists complete"


def test_papers_without_expectations_are_neither_well_nor_ill():
    report = make_report([PART], [], {})
    assert report.ok
    assert list(render(report))[-1] == "No scores are expected of these papers."


def test_misses_are_told_on_request():
    report = make_report([PART], [Miss("papers", "torn.pdf", "It is empty.")], {})
    assert not any("pier" in line for line in render(report))
    told = list(render(report, verbose=True))
    assert "  q7, is the pier open: refused" in told
    assert "  torn.pdf: It is empty." in told


def test_gold_of_ones_own_is_scored_without_expectations(tmp_path, sample_folder):
    decision = {"paper": "no-such-paper", "kind": "resolved", "text": "That it be noted."}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(decision), "utf-8")
    report = run(library=sample_folder, gold=tmp_path)
    assert {line.part for line in report.lines} == {"decisions"}
    assert [line.value for line in report.lines if line.name == "recall"] == [0]
    assert all(line.ok is None for line in report.lines)


def test_a_folder_without_papers_is_refused_by_name(tmp_path):
    with pytest.raises(MattersArisingError, match=f"{tmp_path.name} holds no PDF"):
        run(papers=tmp_path, gold=sample.GOLD)


def test_a_folder_without_gold_is_refused_before_any_paper_is_read(tmp_path):
    with pytest.raises(GoldUnreadable):
        run(library=tmp_path / "library", gold=tmp_path)
    assert not (tmp_path / "library").exists()
