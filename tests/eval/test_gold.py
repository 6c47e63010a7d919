import json

import pytest

from matters_arising.corpus import sample
from matters_arising.errors import GoldUnreadable
from matters_arising.eval.gold import read_gold

ACTION = {
    "paper": "pier-plan",
    "ref": "P1",
    "action": "Mend the pier",
    "owners": ["Harbour Master"],
    "due_date": None,
    "status": None,
}


def write(folder, kind, *records):
    lines = (json.dumps(record) + "\n" for record in records)
    (folder / f"{kind}.jsonl").write_text("".join(lines), "utf-8")


def test_the_sample_has_gold_of_every_kind():
    gold = read_gold(sample.GOLD)
    assert gold.reports
    assert gold.actions
    assert gold.measures
    assert gold.decisions
    assert len(gold.questions) >= 60
    assert any(not question.answerable for question in gold.questions)


def test_a_kind_without_a_file_is_empty(tmp_path):
    write(tmp_path, "actions", ACTION)
    gold = read_gold(tmp_path)
    assert [action.ref for action in gold.actions] == ["P1"]
    assert gold.questions == ()


def test_what_gold_says_beyond_our_fields_is_passed_over(tmp_path):
    write(tmp_path, "actions", {**ACTION, "remark": "seen twice", "ambiguous": True})
    assert read_gold(tmp_path).actions[0].ambiguous


def test_evidence_over_several_cells_is_looked_for_in_one(tmp_path):
    evidence = {"paper": "pier-plan", "quote": "Mend it Harbour Master", "cell_quote": "Mend it"}
    question = {"id": "q", "question": "who mends it", "kind": "owner", "answerable": True}
    rest = {"must_include": ["harbour"], "evidence": [evidence], "refs": []}
    write(tmp_path, "questions", {**question, **rest})
    assert read_gold(tmp_path).questions[0].evidence[0].quote == "Mend it"


def test_an_agenda_item_without_pages_is_no_document(tmp_path):
    item = {"paper": "pack", "title": "Apologies", "kind": "agenda", "pages": None}
    agenda = {"paper": "pack", "title": "Agenda", "kind": "agenda", "pages": [1, 1]}
    report = {"paper": "pack", "title": "The pier", "kind": "report"}
    write(tmp_path, "reports", item, agenda, report)
    assert [found.title for found in read_gold(tmp_path).reports] == ["Agenda", "The pier"]


def test_a_folder_without_gold_is_refused_by_name(tmp_path):
    with pytest.raises(GoldUnreadable, match=tmp_path.name):
        read_gold(tmp_path)


def test_a_line_without_a_field_is_named(tmp_path):
    write(tmp_path, "actions", ACTION, {"paper": "pier-plan"})
    with pytest.raises(GoldUnreadable, match=r"actions\.jsonl is wrong in line 2"):
        read_gold(tmp_path)


def test_a_line_that_is_no_json_is_named(tmp_path):
    (tmp_path / "measures.jsonl").write_text("{", "utf-8")
    with pytest.raises(GoldUnreadable, match="line 1"):
        read_gold(tmp_path)
