from dataclasses import replace

import pytest

from matters_arising.corpus.register import ActionLine, MeasureLine
from matters_arising.eval.gold import GoldAction, GoldMeasure
from matters_arising.eval.record_kind import ACTIONS, MEASURES
from matters_arising.eval.record_score import score_records

MEND = GoldAction(
    paper="pier-plan",
    ref="P1",
    section="The pier",
    action="Mend the planks of the pier before the season opens",
    owners=("Harbour Master",),
    due_text="June 2025",
    due_date="2025-06",
    status="on_track",
    update="Half of the planks are laid.",
    ambiguous=False,
)
FEWER = GoldMeasure(
    paper="pier-plan",
    quote="lamps out fell from 12 to 7",
    measure="lamps out",
    value=7,
    unit="count",
    qualifier=None,
    period=None,
    kind="actual",
    direction="decrease",
)


def read_as(gold, **wrong):
    line = ActionLine(
        paper=gold.paper,
        title="The pier plan",
        date="2025-01-06",
        committee=None,
        ref=gold.ref,
        section=gold.section,
        action=gold.action,
        owners=gold.owners,
        due_text=gold.due_text,
        due_date=gold.due_date,
        due_precision=None,
        status_text=None,
        status=gold.status,
        update=gold.update,
        columns=(),
        places=(),
        thread=None,
        source="table",
    )
    return replace(line, **wrong)


def figure_as(gold, **wrong):
    line = MeasureLine(
        paper=gold.paper,
        date=None,
        quote=gold.quote,
        measure=gold.measure,
        value=gold.value,
        unit=gold.unit,
        qualifier=None,
        period_text=None,
        period=gold.period,
        kind=gold.kind,
        direction=gold.direction,
        places=(),
    )
    return replace(line, **wrong)


def scores(kind, gold, found):
    scored = score_records(kind, gold, found)
    return {score.name: score.value for score in scored.scores}, scored.misses


def test_a_record_read_as_gold_has_it_is_whole():
    values, misses = scores(ACTIONS, [MEND], [read_as(MEND)])
    assert set(values.values()) == {1.0}
    assert misses == ()


def test_a_record_that_was_not_found_has_every_field_wrong():
    values, misses = scores(ACTIONS, [MEND, replace(MEND, ref="P2")], [read_as(MEND)])
    assert values["recall"] == 0.5
    assert values["due date"] == values["owners"] == values["whole record"] == 0.5
    assert [(miss.where, miss.wrong) for miss in misses] == [("pier-plan, P2", "not found")]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("action", {"action": "Mend the lamps"}),
        ("owners", {"owners": ("Harbour Master", "Clerk")}),
        ("due date", {"due_date": None}),
        ("status", {"status": "complete"}),
        ("update", {"update": None}),
    ],
)
def test_one_wrong_field_spoils_the_record_and_no_other_field(field, wrong):
    values, misses = scores(ACTIONS, [MEND], [read_as(MEND, **wrong)])
    assert {name for name, value in values.items() if value < 1} == {field, "whole record"}
    assert misses[0].wrong == field


def test_the_section_is_scored_without_spoiling_the_record():
    values, _ = scores(ACTIONS, [MEND], [read_as(MEND, section="The lamps")])
    assert values["section"] == 0
    assert values["whole record"] == 1


def test_what_gold_does_not_know_is_not_asked():
    unknown = replace(MEND, status=None, update=None, ambiguous=True)
    found = read_as(MEND, status="delayed", update="Nothing.", due_date="2025-07")
    values, _ = scores(ACTIONS, [unknown], [found])
    assert values["status"] is values["update"] is values["due date"] is None
    assert values["whole record"] == 1


def test_an_invented_record_costs_precision():
    values, _ = scores(ACTIONS, [MEND], [read_as(MEND), read_as(MEND, ref="P9")])
    assert values["precision"] == 0.5


def test_papers_without_gold_count_neither_way():
    values, _ = scores(ACTIONS, [MEND], [read_as(MEND), read_as(MEND, paper="another")])
    assert values["precision"] == 1


def test_two_lines_of_one_ref_are_told_apart_by_their_dates():
    later = replace(MEND, owners=("Clerk",), due_text="July 2025", due_date="2025-07")
    values, misses = scores(ACTIONS, [MEND, later], [read_as(later), read_as(MEND)])
    assert values["whole record"] == 1, misses


def test_one_record_does_not_serve_for_two():
    values, _ = scores(ACTIONS, [MEND, MEND], [read_as(MEND)])
    assert values["recall"] == 0.5


def test_an_action_without_a_ref_is_known_by_its_words():
    bare = replace(MEND, ref=None)
    values, _ = scores(ACTIONS, [bare], [read_as(MEND, ref=None)])
    assert values["recall"] == 1


def test_a_figure_is_known_by_its_value_and_its_words():
    twelve = figure_as(FEWER, value=12, kind="baseline")
    values, _ = scores(MEASURES, [FEWER], [twelve, figure_as(FEWER)])
    assert values["whole record"] == 1
    assert scores(MEASURES, [FEWER], [twelve])[0]["recall"] == 0


def test_the_wording_of_a_measure_is_scored_by_its_words():
    values, _ = scores(MEASURES, [FEWER], [figure_as(FEWER, measure="number of lamps out")])
    assert values["wording (F1)"] == pytest.approx(2 * 2 / 6)
    assert values["whole record"] == 1
