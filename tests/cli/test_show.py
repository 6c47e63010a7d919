import csv
import io
import json

import pytest

PACK = "2021-06-14-scrutiny-agenda-pack"
PLAN = "2023-09-25-improvement-plan-phase-3"


def test_an_outline_has_reports_sections_and_tables_with_pages(matters):
    result = matters("show", PACK)
    assert result.exit_code == 0
    assert result.stdout.startswith("Children and Families Scrutiny Committee agenda\n2021-06-14 ·")
    assert "Table 1, 4 rows: Ref | Action | Owner | Due | Status (page 3)" in result.stdout
    shown = json.loads(matters("show", PACK, "--format", "json").stdout)
    kinds = {item["kind"] for item in shown["items"]}
    assert (shown["paper"], shown["pages"]) == (PACK, 8)
    assert kinds == {"report", "section", "table"}
    assert all(item["pages"] for item in shown["items"])


def test_a_paper_is_found_by_the_beginning_of_its_name(matters):
    assert matters("show", "2021-06").stdout == matters("show", PACK).stdout


def test_a_table_is_shown_whole(matters):
    result = matters("show", PACK, "--table", 1, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["Ref"] for row in rows] == ["31/20", "36a/20", "36b/20", "40/20"]
    assert {row["pages"] for row in rows} == {"3"}
    assert "Virtual" in matters("show", PACK, "--table", 1).stdout
    shown = json.loads(matters("show", PACK, "--table", 1, "--format", "json").stdout)
    assert shown["header"] == ["Ref", "Action", "Owner", "Due", "Status"]
    assert [row["kind"] for row in shown["rows"]].count("body") == 4


def test_a_row_over_two_pages_names_both(matters):
    plan = "2021-09-20-improvement-plan-phase-1"
    rows = matters("show", plan, "--table", 1, "--format", "jsonl").stdout.splitlines()
    pages = [[place["page"] for place in json.loads(row)["places"]] for row in rows]
    assert any(len(set(on)) == 2 for on in pages)


def test_a_page_is_shown_from_its_top(matters):
    shown = json.loads(matters("show", PACK, "--page", 3, "--format", "json").stdout)
    tops = [
        min(place["box"][1] for place in item["places"] if place["page"] == 3)
        for item in shown["items"]
    ]
    assert tops == sorted(tops)
    assert {"paragraph", "row"} <= {item["kind"] for item in shown["items"]}


@pytest.mark.parametrize("wanted", ["5.1", "5.1 "])
def test_a_section_or_numbered_paragraph_is_shown_in_full(matters, wanted):
    result = matters("show", PACK, "--section", wanted)
    assert result.exit_code == 0
    assert "5.1" in result.stdout


def test_a_part_on_two_pages_names_both_in_csv(matters):
    result = matters("show", PACK, "--page", 3, "--format", "csv")
    pages = [row["pages"] for row in csv.DictReader(io.StringIO(result.stdout))]
    assert pages[0] == "2, 3"


def test_a_section_is_found_by_its_title_with_what_is_under_it(matters):
    result = matters("show", PACK, "--section", "report summary")
    assert "1.1 " in result.stdout


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (("--page", 99), "has pages 1 to 8; there is no 99."),
        (("--table", 99), "there is no 99."),
        (("--table", 0), "there is no 0."),
        (("--section", "no such heading"), "has no section 'no such heading'."),
        (("--section", ""), "has no section ''."),
    ],
)
def test_a_part_that_is_not_there_says_what_is(matters, part, says):
    result = matters("show", PACK, *part)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr


def test_an_unknown_paper_brings_names_that_are_near(matters):
    result = matters("show", "improvement-plan-phase-30")
    assert result.exit_code == 1
    assert PLAN in result.stderr


def test_one_part_at_a_time(matters):
    assert matters("show", PACK, "--page", 1, "--table", 1).exit_code == 2


def test_a_page_is_drawn_with_what_was_read_there(matters, tmp_path):
    image = tmp_path / "page.png"
    result = matters("show", PLAN, "--page", 2, "--image", image)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Drew page 2 of {PLAN}: {image}\n"
    assert image.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("part", "code", "says"),
    [
        (("--image", "page.png"), 2, "say which with --page"),
        (("--page", 2, "--pdf", "plan.pdf"), 2, "Give both"),
        (("--page", 99, "--image", "page.png"), 1, "there is no 99"),
        (("--page", 2, "--image", "page.png", "--pdf", "nowhere.pdf"), 1, "Name where the PDF of"),
    ],
)
def test_a_page_that_cannot_be_drawn_says_why(matters, tmp_path, monkeypatch, part, code, says):
    monkeypatch.chdir(tmp_path)
    result = matters("show", PLAN, *part)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert list(tmp_path.iterdir()) == []
