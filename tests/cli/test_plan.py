"""Plans and measures over time, as the command line tells and draws them."""

import json

import pytest

from matters_arising.cli.output.series import draw_bar

PLANS = [
    "2021-09-20-improvement-plan-phase-1",
    "2022-09-26-improvement-plan-phase-2",
    "2023-09-25-improvement-plan-phase-3",
]
ABOUT = ("measures", "--series", "--about", "initial health assessments")


def read(result):
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_plan_has_a_line_an_issue_with_how_its_actions_stood(matters):
    issues = read(matters("plan", PLANS[1], "--format", "json"))
    assert [issue["paper"] for issue in issues] == PLANS
    second = issues[1]
    assert (second["actions"], second["complete"], second["delayed"]) == (31, 4, 6)
    assert second["left_out"] == 1
    statuses = list(second)[list(second).index("complete") :]
    assert sum(second[status] for status in statuses) == second["actions"]


def test_a_plan_is_csv_in_a_pipe_and_a_table_that_fits(matters):
    assert len(matters("plan", PLANS[0]).stdout.splitlines()) == 4
    table = matters("plan", PLANS[0], "--format", "table").stdout
    assert "Under review 1; Carried over" in table
    assert max(map(len, table.splitlines())) <= 120


def test_a_paper_that_lists_no_action_is_no_plan(matters):
    result = matters("plan", "2021-09-20-improvement-plan-covering-report")
    assert result.exit_code == 3
    assert result.stdout == ""


def test_a_paper_that_is_not_held_is_an_error(matters):
    assert matters("plan", "no-such-paper").exit_code == 1


@pytest.mark.parametrize("arguments", [("history", "2C"), ("plan", PLANS[0]), ABOUT], ids=str)
@pytest.mark.parametrize("kind", ["svg", "png"])
def test_plot_draws_beside_what_is_printed(matters, tmp_path, arguments, kind):
    picture = tmp_path / f"picture.{kind}"
    plain = matters(*arguments)
    drawn = matters(*arguments, "--plot", picture)
    assert drawn.stdout == plain.stdout
    assert drawn.stderr == f"Drawn in {picture}.\n"
    assert picture.read_bytes().startswith(b"<?xml" if kind == "svg" else b"\x89PNG")


def test_a_picture_is_refused_before_anything_is_printed(matters, tmp_path):
    other = tmp_path / "mine.svg"
    other.write_text("<svg/>")
    for path in (other, tmp_path / "picture.gif", tmp_path / "absent" / "a.svg"):
        result = matters("history", "2C", "--plot", path)
        assert (result.exit_code, result.stdout) == (1, "")
    assert other.read_text() == "<svg/>"


def test_plot_goes_with_series(matters, tmp_path):
    assert matters("measures", "--plot", tmp_path / "a.svg").exit_code == 2


def test_a_series_joins_the_reports_of_one_measure(matters):
    (joined,) = [
        one
        for one in read(matters(*ABOUT, "--format", "json"))
        if one["measure"].startswith("Initial health assessments completed")
        and one["unit"] == "percent"
    ]
    points = joined["points"]
    assert [(p["period"], p["value"], p["kind"]) for p in points] == [
        ("2021/22-Q2", 65, "baseline"),
        ("2021/22-Q3", 87, "actual"),
    ]
    assert [(p["at"], p["restated"]) for p in points] == [
        ("2021-09-30", False),
        ("2021-12-31", False),
    ]


def test_every_figure_is_in_one_series(matters):
    figures = read(matters("measures", "--format", "json"))
    series = read(matters("measures", "--series", "--format", "json"))
    assert sum(len(one["points"]) for one in series) == len(figures)


def test_a_series_is_a_csv_row_a_figure_or_a_json_line_a_measure(matters):
    series = read(matters(*ABOUT, "--format", "json"))
    lines = matters(*ABOUT, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == series
    rows = matters(*ABOUT, "--format", "csv").stdout.splitlines()
    assert rows[0].startswith("series,at,restated,paper,")
    assert rows[1].startswith("1,")


def test_a_chart_has_a_bar_a_figure_and_fits_its_width(matters):
    chart = matters(*ABOUT, "--format", "table").stdout
    (line,) = [line for line in chart.splitlines() if "2021/22-Q3  87%" in line]
    assert "█" * 20 in line
    assert "2022-02-14-improvement-plan-monitoring-q3" in line


def test_a_plain_terminal_gets_a_plain_chart(run, environment, library):
    done = run(*ABOUT, "--format", "table", "--library", library, env={
        **environment, "PYTHONIOENCODING": "ascii"
    })  # fmt: skip
    assert done.returncode == 0
    assert "#" * 20 in done.stdout
    assert not {*"█▏▌…"} & {*done.stdout}


def test_a_figure_that_is_not_found_gives_no_series_and_no_picture(matters, tmp_path):
    asked = ("measures", "--series", "--about", "helicopters", "--format", "json")
    result = matters(*asked, "--plot", tmp_path / "helicopters.svg")
    assert read(result) == []
    assert result.stderr == "Nothing in the library matches.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("share", "length"), [(0.0, 0), (0.5, 12), (1.0, 24), (7.0, 24), (-1, 0)])
def test_a_bar_is_as_long_as_its_share(share, length):
    assert len(draw_bar(share, 24)) == length
