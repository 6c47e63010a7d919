"""An export, read back with the programs that people read such files with."""

import csv
import json
import re
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tiny_reader import reading_of

from matters_arising.cli import cli
from matters_arising.cli.output.shape import shape_action, shape_measure, shape_record
from matters_arising.corpus import sample
from matters_arising.errors import MattersArisingError
from matters_arising.export import export as exporting
from matters_arising.export.dictionary import ACTIONS, DECISIONS, MEASURES, PAPERS
from matters_arising.export.export import export_library
from matters_arising.export.safe import disarm_cell
from matters_arising.library import Library

KINDS = (PAPERS, ACTIONS, MEASURES, DECISIONS)
NAMES = [kind.name for kind in KINDS]
FILES = {f"{name}.{suffix}" for name in NAMES for suffix in ("csv", "jsonl", "parquet")}
FILES |= {"matters.xlsx", "datapackage.json", "data-dictionary.md"}
FORMULA = '=HYPERLINK("http://example.org","\x1b[2J")'


@pytest.fixture(scope="module")
def exported(sample_library, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "records"
    export_library(sample_library, folder, papers=sample.PAPERS)
    return folder


@pytest.fixture(scope="module")
def shapes(sample_library) -> dict[str, list]:
    """The records as the command line's JSON has them."""
    return {
        "papers": [shape_record(line) for line in sample_library.papers()],
        "actions": [shape_action(line) for line in sample_library.actions()],
        "measures": [shape_measure(line) for line in sample_library.measures()],
        "decisions": [shape_record(line) for line in sample_library.decisions()],
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A library whose one paper would have a spreadsheet run its words."""
    with Library.create(tmp_path_factory.mktemp("hostile") / "library") as library:
        library.catalogue.put(reading_of("=1+1", "a" * 64, [f"ACTION {FORMULA} {FORMULA}"]))
        yield library


def csv_rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def json_rows(folder, name):
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def sheet_of(folder, heading):
    return openpyxl.load_workbook(folder / "matters.xlsx")[heading]


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".xlsx"}


def test_an_export_is_its_files_and_leaves_nothing_beside_them(exported):
    assert {path.name for path in exported.iterdir()} == FILES
    assert list(exported.parent.iterdir()) == [exported]


@pytest.mark.parametrize("name", NAMES)
def test_json_lines_are_the_records_of_the_contract(exported, shapes, name):
    rows = json_rows(exported, name)
    assert rows == shapes[name]
    assert [list(row) for row in rows] == [list(shape) for shape in shapes[name]]


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_a_row_for_each_record(exported, shapes, name):
    rows = csv_rows(exported, name)
    assert [row["paper"] for row in rows] == [shape["paper"] for shape in shapes[name]]
    assert [row.get("date") for row in rows] == [shape["date"] or "" for shape in shapes[name]]


def test_csv_keeps_pages_owners_columns_and_numbers(exported, shapes):
    for row, shape in zip(csv_rows(exported, "actions"), shapes["actions"], strict=True):
        assert row["owners"].removeprefix("'") == "; ".join(shape["owners"])
        assert json.loads(row["columns"]) == shape["columns"]
        pages = dict.fromkeys(place["page"] for place in shape["places"])
        assert row["pages"] == ", ".join(map(str, pages))
    values = [float(row["value"]) for row in csv_rows(exported, "measures")]
    assert values == [shape["value"] for shape in shapes["measures"]]


def test_csv_begins_with_its_first_heading(exported):
    assert (exported / "actions.csv").read_bytes().startswith(b"paper,title,date,")


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_parquet_has_every_value_typed_and_every_field_explained(exported, shapes, kind):
    table = pq.read_table(exported / f"{kind.name}.parquet")
    rows = table.to_pylist()
    for row in rows:
        row |= {"columns": dict(row["columns"])} if "columns" in row else {}
    assert rows == shapes[kind.name]
    said = [column.metadata[b"description"].decode() for column in table.schema]
    assert said == [field.meaning for field in kind.fields]


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_sheet_has_its_records_under_headings_that_stay(exported, shapes, kind):
    sheet = sheet_of(exported, kind.heading)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", sheet.dimensions)
    headings = [cell.value for cell in sheet[1]]
    assert headings == [field.heading for field in kind.flat_fields()]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [
        shape["paper"] for shape in shapes[kind.name]
    ]
    assert all(cell.alignment.wrap_text for cell in sheet["A"][1:])


def test_the_workbook_has_dates_as_text_as_precise_as_the_paper(exported, shapes):
    sheet = sheet_of(exported, "Actions")
    column = [field.name for field in ACTIONS.flat_fields()].index("due_date")
    dates = [row[column].value for row in sheet.iter_rows(min_row=2)]
    assert dates == [shape["due_date"] for shape in shapes["actions"]]
    assert {len(date) for date in dates if date} > {10}


def test_the_workbook_leads_from_each_record_to_its_page(exported, shapes):
    sheet = sheet_of(exported, "Actions")
    column = [field.name for field in ACTIONS.flat_fields()].index("pages")
    first_pages = [shape["places"][0]["page"] for shape in shapes["actions"]]
    cells = [row[column] for row in sheet.iter_rows(min_row=2)]
    for cell, page, shape in zip(cells, first_pages, shapes["actions"], strict=True):
        assert cell.hyperlink.target.startswith("file://")
        address = cell.hyperlink.target + (f"#{cell.hyperlink.location or ''}").rstrip("#")
        assert address.endswith(f"/{shape['paper']}.pdf#page={page}")


def test_without_the_pdfs_the_workbook_has_the_page_number_alone(sample_library, tmp_path):
    export_library(sample_library, tmp_path / "records")
    sheet = sheet_of(tmp_path / "records", "Decisions")
    assert [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []
    assert all(cell.value for cell in sheet["G"])


def test_another_pdf_under_a_papers_name_is_not_linked(sample_library, tmp_path):
    (tmp_path / sample.papers()[0].name).write_bytes(b"something else")
    export_library(sample_library, tmp_path / "records", papers=tmp_path)
    sheet = sheet_of(tmp_path / "records", "Papers")
    assert not any(cell.hyperlink for cell in sheet["A"])


def test_the_package_names_every_data_file_and_the_fields_of_each(exported):
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    described = {"datapackage.json", "data-dictionary.md"}
    assert {resource["path"] for resource in package["resources"]} == FILES - described
    for resource in package["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        if resource["format"] == "csv":
            with (exported / resource["path"]).open(encoding="utf-8") as file:
                header = next(csv.reader(file))
            assert [field["name"] for field in resource["schema"]["fields"]] == header
        for field in resource.get("schema", {"fields": []})["fields"]:
            assert field["type"] in {"string", "integer", "number", "object", "array"}
            assert field["description"]


def test_the_package_asks_a_checker_to_read_nothing_but_csv(exported):
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    tables = [entry["path"] for entry in package["resources"] if entry.get("type") != "file"]
    assert tables == [f"{name}.csv" for name in NAMES]


def test_every_value_is_one_that_the_package_allows(exported):
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if resource["format"] != "csv":
            continue
        rows = csv_rows(exported, resource["name"])
        for field in resource["schema"]["fields"]:
            allowed = field.get("constraints", {})
            values = {row[field["name"]] for row in rows} - {""}
            assert values <= set(allowed.get("enum", values))
            assert all(re.fullmatch(allowed.get("pattern", "(?s).*"), value) for value in values)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_the_dictionary_explains_every_field(exported, kind):
    words = (exported / "data-dictionary.md").read_text(encoding="utf-8")
    assert all(f"| `{field.name}` |" in words and field.meaning in words for field in kind.fields)
    about = [row[2].value for row in sheet_of(exported, "About").iter_rows()]
    assert all(field.meaning.replace("`", "") in about for field in kind.flat_fields())


def test_no_cell_of_the_csv_or_the_workbook_is_a_formula(hostile, tmp_path):
    export_library(hostile, tmp_path / "records")
    (row,) = csv_rows(tmp_path / "records", "actions")
    assert row["paper"] == "'=1+1"
    assert row["action"].startswith("'=HYPERLINK(")
    assert "\x1b" not in row["action"]
    cells = [cell for row in sheet_of(tmp_path / "records", "Actions").iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value).startswith("=")]


def test_json_lines_and_parquet_keep_hostile_words_as_they_were_read(hostile, tmp_path):
    export_library(hostile, tmp_path / "records")
    (line,) = hostile.actions()
    assert "\x1b" in line.action
    assert json_rows(tmp_path / "records", "actions")[0]["action"] == line.action
    assert pq.read_table(tmp_path / "records" / "actions.parquet")["action"][0].as_py() == (
        line.action
    )
    assert "\x1b" not in (tmp_path / "records" / "actions.jsonl").read_text(encoding="utf-8")


@given(st.text())
def test_no_text_is_left_that_begins_like_a_formula(text):
    assert not disarm_cell(text).lstrip().startswith(("=", "+", "-", "@"))


def test_a_text_longer_than_a_cell_is_cut_and_says_so(tmp_path):
    with Library.create(tmp_path / "library") as library:
        library.catalogue.put(reading_of("long", "b" * 64, [f"ACTION A1 {'word ' * 9000}"]))
        export_library(library, tmp_path / "records")
    cells = [cell.value for row in sheet_of(tmp_path / "records", "Actions") for cell in row]
    (cut,) = [value for value in cells if value and len(value) > 10_000]
    assert len(cut) == 32_767
    assert cut.endswith("the CSV has the whole)")
    csv.field_size_limit(200_000)
    assert len(csv_rows(tmp_path / "records", "actions")[0]["action"]) > 40_000


def test_an_empty_library_exports_headings_and_types(tmp_path):
    with Library.create(tmp_path / "library") as library:
        counts = export_library(library, tmp_path / "records")
    assert [(count.kind, count.records) for count in counts] == [(name, 0) for name in NAMES]
    assert csv_rows(tmp_path / "records", "actions") == []
    schema = pq.read_schema(tmp_path / "records" / "measures.parquet")
    assert str(schema.field("value").type) == "double"


def test_exporting_twice_gives_the_same_bytes_and_replaces_the_first(sample_library, tmp_path):
    folder = tmp_path / "records"
    export_library(sample_library, folder)
    first = bytes_of(folder)
    export_library(sample_library, folder)
    assert bytes_of(folder) == first
    assert list(tmp_path.iterdir()) == [folder]


def test_an_empty_folder_is_taken(sample_library, tmp_path):
    (tmp_path / "records").mkdir()
    export_library(sample_library, tmp_path / "records")
    assert {path.name for path in (tmp_path / "records").iterdir()} == FILES


@pytest.mark.parametrize("earlier", [True, False])
def test_a_folder_with_a_file_of_somebodys_own_is_refused(sample_library, tmp_path, earlier):
    folder = tmp_path / "records"
    if earlier:
        export_library(sample_library, folder)
    folder.mkdir(exist_ok=True)
    (folder / "notes.txt").write_text("mine")
    before = bytes_of(folder)
    with pytest.raises(MattersArisingError, match="Name one that is new or empty"):
        export_library(sample_library, folder)
    assert bytes_of(folder) == before
    assert list(tmp_path.iterdir()) == [folder]


def test_an_interrupted_export_leaves_the_earlier_one_whole(sample_library, tmp_path, monkeypatch):
    folder = tmp_path / "records"
    export_library(sample_library, folder)
    before = bytes_of(folder)

    def interrupt(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "write_workbook", interrupt)
    with pytest.raises(KeyboardInterrupt):
        export_library(sample_library, folder)
    assert bytes_of(folder) == before
    assert list(tmp_path.iterdir()) == [folder]


def matters(*arguments):
    return CliRunner().invoke(cli, ["export", *map(str, arguments)])


def test_the_command_says_what_it_exported(sample_folder, tmp_path):
    result = matters(tmp_path / "records", "--library", sample_folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.search(r"^Exported to .*: \d+ papers, \d+ actions, \d+ measures", result.stderr)
    assert {path.name for path in (tmp_path / "records").iterdir()} == FILES


def test_the_command_refuses_a_taken_folder_in_one_line_and_exits_1(sample_folder):
    result = matters(sample_folder, "--library", sample_folder)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "holds files that no export wrote." in result.stderr


def test_exporting_no_library_exits_1_and_a_file_for_a_folder_2(sample_folder, tmp_path):
    assert matters(tmp_path / "records", "--library", tmp_path / "none").exit_code == 1
    assert not (tmp_path / "records").exists()
    (tmp_path / "file").touch()
    assert matters(tmp_path / "file", "--library", sample_folder).exit_code == 2
