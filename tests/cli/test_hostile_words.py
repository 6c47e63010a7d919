"""What a paper says, and what its file is called, takes over no terminal, sheet or browser."""

import csv
import io
import re

import pytest
from click.testing import CliRunner
from reportlab.pdfgen.canvas import Canvas

from matters_arising.cli import cli

pytestmark = pytest.mark.hostile

RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"\s*[=+@-](?!\d+(?:\.\d+)?$)")

NAMES = (
    "=cmd.pdf",
    "-rf.pdf",
    "..\\..\\up.pdf",
    "..%2f..%2fup.pdf",
    "<img src=x onerror=alert(1)>.pdf",
    "\x1b]0;owned\x07\x1b[2J.pdf",
    "line\nfeed.pdf",
    "\u202egpj.exe.pdf",
    "'; DROP TABLE paper; --.pdf",
)
CELLS = (
    ("Ref", "Action", "Lead", "Due", "Status"),
    ("=1+1", '=HYPERLINK("http://127.0.0.1","x")', "@SUM(A1)", "March 2024", "+Complete"),
    ("<b>2", "<script>alert(1)</script> to be written", "-2+3", "May 2024", "Delayed"),
)


def draw(path, title):
    canvas = Canvas(str(path), invariant=1)
    canvas.setTitle("../../../title")
    canvas.drawString(72, 780, f"Harbour Committee, 14 March 2024: plan {title}")
    canvas.grid([72, 130, 350, 420, 480, 550], [720, 690, 660, 630])
    for row, cells in enumerate(CELLS):
        for x, cell in zip((76, 134, 354, 424, 484), cells, strict=True):
            canvas.setFont("Helvetica", 7)
            canvas.drawString(x, 700 - 30 * row, cell)
    canvas.save()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, run):
    """A folder of papers with such names and words, added to a library beside it."""
    folder = tmp_path_factory.mktemp("hostile") / "inner" / "most"
    (folder / "papers").mkdir(parents=True)
    for number, name in enumerate(NAMES):
        draw(folder / "papers" / name, number)
    done = run("add", "-v", folder / "papers", "--library", folder / "library")
    assert done.returncode == 0, done.stderr
    assert not RAW.search(done.stderr)
    assert sum(": added, " in line for line in done.stderr.splitlines()) == len(NAMES)
    return folder


@pytest.mark.parametrize("command", [["papers"], ["actions"], ["search", "written"]])
@pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl"])
def test_nothing_printed_commands_a_terminal_or_a_sheet(hostile, command, format_):
    arguments = [*command, "--format", format_, "--library", str(hostile / "library")]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.stderr
    assert not RAW.search(done.stdout)
    if format_ == "csv":
        assert_disarmed(done.stdout)


def test_an_export_of_them_stays_in_its_folder_and_is_disarmed(hostile, run):
    before = {path.name for path in hostile.parent.parent.rglob("*")}
    done = run("export", hostile / "export", "--library", hostile / "library")
    assert done.returncode == 0, done.stderr
    exported = {path.name for path in (hostile / "export").rglob("*")}
    after = {path.name for path in hostile.parent.parent.rglob("*")}
    assert after - before - exported <= {"export", "writer.lock"}
    for path in (hostile / "export").glob("*.csv"):
        assert_disarmed(path.read_text(encoding="utf-8-sig"))


def assert_disarmed(text):
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert cells
    assert not [cell for cell in cells if FORMULA.match(cell)]
