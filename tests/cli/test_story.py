"""What became of actions, as the command line tells it."""

import csv
import io
import json

import pytest

from matters_arising.index.thread.fated import SIEVES

PHASE_1 = "2021-09-20-improvement-plan-phase-1"
PHASE_2 = "2022-09-26-improvement-plan-phase-2"
PHASE_3 = "2023-09-25-improvement-plan-phase-3"

HISTORY = [
    "thread", "steps", "mentions", "possible", "last_word", "unknown", "days_overdue", "others",
]  # fmt: skip
STEP = [
    "paper", "title", "date", "pages", "places", "ref", "action", "owners", "due_text", "due_date",
    "status", "status_text", "quote", "changes", "why", "sure", "also_in",
]  # fmt: skip
SIDE = ["paper", "date", "pages", "ref", "owners", "due_date", "status"]
COMPARISON = [
    "thread", "action", *(f"before_{name}" for name in SIDE), *(f"after_{name}" for name in SIDE),
    "changes",
]  # fmt: skip


def read(result):
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def tell(matters, *asked):
    return read(matters("history", *asked, "--format", "json"))


def register(matters, *asked):
    return read(matters("actions", *asked, "--format", "json"))


def refs(actions):
    return [(action["paper"], action["ref"]) for action in actions]


def threads(actions):
    return {action["thread"] for action in actions}


def test_a_history_has_its_keys_in_their_order(matters):
    told = tell(matters, "2C")
    assert list(told) == HISTORY
    assert {tuple(step) for step in told["steps"]} == {tuple(STEP)}


def test_reports_come_in_date_order_with_what_changed(matters):
    steps = tell(matters, "2C")["steps"]
    assert [step["paper"] for step in steps] == [PHASE_1, PHASE_2, PHASE_3]
    assert [step["status"] for step in steps] == [
        "carried_over",
        "delayed",
        "complete_impact_unproven",
    ]
    assert steps[0]["changes"] == []
    assert "due date moved from January 2023 to June 2023" in steps[2]["changes"]
    assert steps[2]["owners"] == ["Principal Social Worker"]


def test_each_later_report_says_why_it_is_the_same_action_and_how_surely(matters):
    first, *later = tell(matters, "2C")["steps"]
    assert (first["why"], first["sure"]) == (None, None)
    assert all(step["why"] and 0 < step["sure"] <= 1 for step in later)


def test_each_quote_stands_word_for_word_in_its_paper(matters, sample_library):
    for step in tell(matters, "2C")["steps"]:
        paper = sample_library.catalogue.paper(step["paper"])
        tables = sample_library.catalogue.reading(paper.id).tables
        cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
        assert any(step["quote"] in cell for cell in cells)
        assert [place["page"] for place in step["places"]] == step["pages"]


@pytest.mark.parametrize("words", [("6a",), ("care", "leavers", "hub"), ("Cooper Street",)])
def test_a_renumbered_action_is_found_by_ref_and_by_words(matters, words):
    steps = tell(matters, *words)["steps"]
    assert [step["ref"] for step in steps] == ["3E", "6A", "6A"]
    assert "renumbered 3E → 6A" in steps[1]["changes"]


def test_an_action_is_found_by_the_name_of_its_thread(matters):
    told = tell(matters, "2C")
    assert tell(matters, told["thread"]) == told


def test_other_actions_that_bore_the_ref_are_named(matters):
    told = tell(matters, "3E")
    others = [other["thread"] for other in told["others"]]
    assert tell(matters, "6A")["thread"] in others
    assert told["thread"] not in others


def test_prose_that_speaks_of_the_action_is_a_mention_with_its_page(matters):
    mentions = tell(matters, "2C")["mentions"]
    assert any("moving of actions 2C" in mention["quote"] for mention in mentions)
    assert all(mention["pages"] for mention in mentions)


def test_days_overdue_are_counted_to_the_date_asked_for(matters):
    assert tell(matters, "4F", "--as-of", "2024-06-01")["days_overdue"] == 184
    assert tell(matters, "4F", "--as-of", "2023-11-30")["days_overdue"] is None
    assert tell(matters, "2C", "--as-of", "2030")["days_overdue"] is None


def test_a_history_reads_as_reports_and_ends_with_the_last_word(matters):
    result = matters("history", "4F", "--as-of", "2024-06-01", env={"COLUMNS": "90"})
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert max(map(len, lines)) <= 90
    assert lines[0].startswith("Action 4F, “")
    assert "[2] 25 September 2023 · Children’s Improvement Plan: Phase 3 · page 4 · 4F" in lines
    assert "    • status: On track → Delayed" in lines
    assert lines[-3:] == [
        "Last word: 25 September 2023: Delayed, due 30 November 2023.",
        "Overdue: 184 days as of 1 June 2024.",
        "Not known: No later paper in this library reports it or names its ref.",
    ]


def test_a_long_quote_is_shown_whole_when_asked(matters):
    quote = tell(matters, "2C")["steps"][0]["quote"]
    ending = quote.split()[-1]
    whole = matters("history", "-v", "2C").stdout
    assert ending in whole
    assert len(whole) > len(matters("history", "2C").stdout)


def test_a_history_is_a_csv_row_a_report_or_one_json_line(matters):
    rows = list(csv.DictReader(io.StringIO(matters("history", "2C", "--format", "csv").stdout)))
    assert [row["paper"] for row in rows] == [PHASE_1, PHASE_2, PHASE_3]
    (line,) = matters("history", "2C", "--format", "jsonl").stdout.splitlines()
    assert json.loads(line) == tell(matters, "2C")


def test_an_action_that_no_paper_lists_exits_3_and_prints_nothing(matters):
    result = matters("history", "helicopter", "landing", "--format", "json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        (["--vanished"], [(PHASE_1, "5D")]),
        (["--reopened"], [(PHASE_3, "3A")]),
        (["--contradictory"], []),
        (["--slipped", "--paper", PHASE_2], [(PHASE_2, "2D"), (PHASE_2, "4B"), (PHASE_2, "6B")]),
        (["--owner-changed", "--status", "closed"], [(PHASE_3, "4D")]),
        (["--new-since", PHASE_2], [(PHASE_3, "6D")]),
    ],
)
def test_actions_are_narrowed_to_what_became_of_them(matters, flags, found):
    assert refs(register(matters, *flags)) == found


def test_every_fate_has_a_flag_of_its_own(matters):
    for name in SIEVES:
        assert matters("actions", f"--{name.replace('_', '-')}").exit_code == 0


def test_several_fates_must_all_be_met(matters):
    slipped, passed_on = register(matters, "--slipped"), register(matters, "--owner-changed")
    both = register(matters, "--slipped", "--owner-changed")
    assert threads(both) == threads(slipped) & threads(passed_on)
    assert register(matters, "--slipped", "--vanished") == []


def test_what_is_new_since_a_paper_and_slipped_is_told_as_last_reported(matters):
    found = register(matters, "--new-since", PHASE_1, "--slipped")
    assert refs(found) == [(PHASE_3, ref) for ref in ("2G", "3E", "4F", "5F")]


def test_a_fate_and_the_other_filters_must_both_hold(matters):
    slipped = threads(register(matters, "--slipped"))
    led = threads(register(matters, "--owner", "commissioning", "--paper", PHASE_3))
    found = register(matters, "--slipped", "--owner", "commissioning")
    assert threads(found) == slipped & led
    assert register(matters, "--slipped", "--since", "2030") == []


def test_papers_after_the_scope_count_for_nothing(matters):
    found = register(matters, "--slipped", "--until", "2022-12")
    assert {action["paper"] for action in found} == {PHASE_2}
    assert "2C" in [action["ref"] for action in found]


def test_a_comparison_lists_every_action_of_both_issues_once(matters):
    pairs = read(matters("compare", PHASE_1, PHASE_2, "--format", "json"))
    assert {tuple(pair) for pair in pairs} == {tuple(COMPARISON)}
    for side, paper in (("before", PHASE_1), ("after", PHASE_2)):
        listed = [pair["thread"] for pair in pairs if pair[f"{side}_paper"]]
        assert sorted(listed) == sorted(threads(register(matters, "--paper", paper)))


def test_a_comparison_says_what_is_new_and_what_is_left_out(matters):
    pairs = read(matters("compare", PHASE_1, PHASE_2, "--format", "json"))
    new = [pair["after_ref"] for pair in pairs if pair["before_paper"] is None]
    gone = [pair["before_ref"] for pair in pairs if pair["after_paper"] is None]
    assert new == ["1E", "2G", "3E", "4F", "5F", "6C"]
    assert gone == ["1A", "4A", "5D"]
    assert all(pair["changes"] == [] for pair in pairs if pair["before_paper"] is None)


def test_a_comparison_is_a_table_that_fits_and_csv_in_a_pipe(matters):
    table = matters("compare", PHASE_1, PHASE_2, "--format", "table", env={"COLUMNS": "100"})
    assert max(map(len, table.stdout.splitlines())) <= 100
    assert "not listed" in table.stdout
    assert "no longer listed" in table.stdout
    rows = list(csv.DictReader(io.StringIO(matters("compare", PHASE_1, PHASE_2).stdout)))
    assert list(rows[0]) == COMPARISON


@pytest.mark.parametrize(
    "arguments",
    [("compare", PHASE_1, "no-such-plan"), ("actions", "--new-since", "no-such-plan")],
)
def test_a_paper_that_is_not_held_is_an_error(matters, arguments):
    result = matters(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no-such-plan" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("history",), ("history", " "), ("history", "2C", "--as-of", "soon"), ("compare", PHASE_1)],
)
def test_wrong_usage_exits_2(matters, arguments):
    assert matters(*arguments).exit_code == 2
