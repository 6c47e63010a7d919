import csv
import io
import json

import pytest

PLACE = ["page", "box"]
ACTION = [
    "paper", "title", "date", "committee", "ref", "section", "action", "owners", "due_text",
    "due_date", "due_precision", "status_text", "status", "update", "columns", "places", "thread",
    "source",
]  # fmt: skip
MEASURE = [
    "paper", "date", "quote", "measure", "value", "unit", "qualifier", "period_text", "period",
    "kind", "direction", "places",
]  # fmt: skip
DECISION = ["paper", "date", "committee", "item", "kind", "text", "places"]
PAPER = [
    "paper", "title", "date", "committee", "kind", "pages", "rows", "actions", "measures",
    "decisions", "warnings", "id",
]  # fmt: skip
LISTINGS = {"actions": ACTION, "measures": MEASURE, "decisions": DECISION, "papers": PAPER}


def read(result):
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("command", LISTINGS)
def test_json_has_the_keys_of_the_contract_in_its_order(matters, command):
    records = read(matters(command, "--format", "json"))
    assert {tuple(record) for record in records} == {tuple(LISTINGS[command])}


@pytest.mark.parametrize("command", LISTINGS)
def test_json_lines_are_the_same_records(matters, command):
    lines = matters(command, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == read(matters(command, "--format", "json"))


@pytest.mark.parametrize("command", LISTINGS)
def test_a_pipe_gets_csv_with_a_row_for_each_record(matters, command):
    rows = read_csv(matters(command).stdout)
    assert len(rows) == len(read(matters(command, "--format", "json")))
    assert list(rows[0]) == ["pages" if k == "places" else k for k in LISTINGS[command]]


@pytest.mark.parametrize("command", LISTINGS)
def test_a_filter_that_matches_nothing_returns_nothing_and_says_so(matters, command):
    assert read(matters(command, "--since", "2030", "--format", "json")) == []
    result = matters(command, "--since", "2030")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == "Nothing in the library matches.\n"
    assert matters(command, "--since", "2030", "-q").stderr == ""


def test_an_action_is_told_with_its_columns_and_places(matters):
    (action,) = read(matters("actions", "--ref", "2c", "--since", "2023", "--format", "json"))
    assert action["paper"] == "2023-09-25-improvement-plan-phase-3"
    assert action["status"] == "complete_impact_unproven"
    assert action["owners"] == ["Principal Social Worker"]
    assert action["columns"]["Ref"] == "2C"
    assert [list(place) for place in action["places"]] == [PLACE]
    assert len(action["places"][0]["box"]) == 4


def test_a_csv_row_says_its_pages_and_joins_its_owners(matters):
    rows = read_csv(matters("actions", "--ref", "36a/20").stdout)
    assert [row["owners"] for row in rows] == ["Chair; Democratic Services Officer"]
    assert [row["pages"] for row in rows] == ["3"]
    assert json.loads(rows[0]["columns"])["Ref"] == "36a/20"


@pytest.mark.parametrize(
    ("option", "holds"),
    [
        (("--owner", "principal social"), lambda a: "Principal Social" in " ".join(a["owners"])),
        (("--status", "delayed"), lambda a: a["status"] == "delayed"),
        (("--due-before", "2021-07"), lambda a: a["due_date"] < "2021-07"),
        (("--due-after", "2023-09"), lambda a: a["due_date"] > "2023-09"),
        (("--about", "hub"), lambda a: "hub" in json.dumps(a)),
        (("--overdue", "--as-of", "2023-09-25"), lambda a: a["due_date"] < "2023-09-25"),
        (("--committee", "parenting"), lambda a: "Parenting" in a["committee"]),
        (("--paper", "2022-09-26-improvement-plan-phase-2"), lambda a: a["date"] == "2022-09-26"),
        (("--paper", "Plan phase-2"), lambda a: a["date"] == "2022-09-26"),
    ],
)
def test_actions_are_narrowed(matters, option, holds):
    everything = read(matters("actions", "--format", "json"))
    found = read(matters("actions", *option, "--format", "json"))
    assert all(map(holds, found))
    assert 0 < len(found) < len(everything)


def test_figures_are_narrowed_and_whole_numbers_written_whole(matters):
    found = read(matters("measures", "--about", "assessments", "--unit", "percent",
                         "--period", "2021/22-Q3", "--format", "json"))  # fmt: skip
    assert 87 in [measure["value"] for measure in found]
    assert {measure["unit"] for measure in found} == {"percent"}
    targets = read(matters("measures", "--kind", "target", "--format", "json"))
    assert {measure["kind"] for measure in targets} == {"target"}


def test_decisions_are_narrowed(matters):
    found = read(matters("decisions", "--committee", "parenting", "--format", "json"))
    assert {decision["committee"] for decision in found} == {"Corporate Parenting Panel"}
    resolved = read(matters("decisions", "--kind", "resolved", "--format", "json"))
    assert {decision["kind"] for decision in resolved} == {"resolved"}


@pytest.mark.parametrize("command", LISTINGS)
def test_a_table_fits_its_width(matters, command):
    result = matters(command, "--format", "table", env={"COLUMNS": "90"})
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 90
    assert "2021-0" in result.stdout


def test_a_date_is_never_broken_in_a_table(matters):
    result = matters("actions", "--ref", "31/20", "--format", "table", env={"COLUMNS": "80"})
    assert "2021-01-29" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("actions", "--as-of", "2023-01-01"),
        ("actions", "--since", "2021-02-31"),
        ("actions", "--due-before", "soon"),
        ("actions", "--status", "nearly"),
        ("measures", "--format", "xml"),
    ],
)
def test_wrong_usage_exits_2(matters, arguments):
    result = matters(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


LISTED = pytest.mark.parametrize(
    "command", [*((name,) for name in LISTINGS), ("measures", "--series"), ("search", "plan")]
)


@LISTED
def test_a_part_that_several_papers_names_have_is_an_error_that_lists_them(matters, command):
    result = matters(*command, "--paper", "phase-2", "--paper", "improvement-plan-phase")
    assert (result.exit_code, result.stdout) == (1, "")
    for phase in "123":
        assert f"improvement-plan-phase-{phase} (" in result.stderr
    assert "covering-report" not in result.stderr


@LISTED
def test_a_paper_not_held_is_named_and_matches_nothing(matters, command):
    result = matters(*command, "--paper", "improvement-plan-phase-7", "--format", "json")
    assert json.loads(result.stdout) == []
    assert result.exit_code == (3 if "search" in command else 0)
    assert "No paper 'improvement-plan-phase-7' is held. Near it: 20" in result.stderr


def test_papers_say_their_warnings(matters):
    rows = read(matters("papers", "--format", "json"))
    assert len(rows) == 8
    assert rows[0]["kind"] == "agenda pack"
    assert all(isinstance(row["warnings"], list) for row in rows)
