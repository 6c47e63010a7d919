import csv
import io
import json
import re

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tiny_reader import reading_of

from matters_arising.cli import cli
from matters_arising.cli.output.safe import disarm_cell, escape_json, on_one_line, printable
from matters_arising.library import Library

HOSTILE = "=HYPERLINK() \x1b]0;owned\x07 \x9b31m \u202egpj.exe \r over \x00 \x7f"
RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@given(st.text())
def test_nothing_raw_is_left_of_any_text(text):
    assert not RAW.search(printable(text))
    assert "\n" not in on_one_line(text)


@given(st.text())
def test_json_loses_nothing_by_being_safe(text):
    written = escape_json(json.dumps({"text": text}, ensure_ascii=False))
    assert not RAW.search(written)
    assert json.loads(written) == {"text": text}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "\r="])
def test_no_cell_begins_like_a_formula(start):
    assert disarm_cell(f"{start}1+1").startswith("'")


def test_plain_text_is_left_alone():
    assert disarm_cell("1E – Sœur’s 50% +VAT\nnext line") == "1E – Sœur’s 50% +VAT\nnext line"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A library whose one paper would take a terminal or a spreadsheet over."""
    folder = tmp_path_factory.mktemp("hostile") / "library"
    with Library.create(folder) as library:
        reading = reading_of(f"h{HOSTILE}", "a" * 64, [f"ACTION {HOSTILE.split()[0]} {HOSTILE}"])
        library.catalogue.put(reading)
    return folder


@pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl"])
@pytest.mark.parametrize(
    "command", [["papers"], ["actions"], ["show", "a" * 64], ["show", "a" * 64, "--page", "1"]]
)
def test_words_of_a_paper_cannot_take_over_a_terminal(hostile, command, format_):
    arguments = [*command, "--format", format_, "--library", str(hostile)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.stderr
    assert not RAW.search(result.output)


def test_words_of_a_paper_cannot_take_over_a_spreadsheet(hostile):
    result = CliRunner().invoke(cli, ["actions", "--library", str(hostile)])
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["action"].startswith("'=HYPERLINK()")


def test_an_error_that_names_a_hostile_file_is_one_clean_line(tmp_path):
    named = tmp_path / "x\x1b[2J\ny.pdf"
    result = CliRunner().invoke(cli, ["add", str(named), "--library", str(tmp_path / "l")])
    assert result.exit_code == 1
    assert not RAW.search(result.stderr)
    assert result.stderr.count("\n") == 1
