"""What is made swiftly is what the dataclass makes."""

from dataclasses import FrozenInstanceError, astuple, fields

import pytest
from examples import action, paper, place, reading

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.record import Action
from matters_arising.corpus.register import ActionLine, action_line
from matters_arising.corpus.swift import swift

HELD = Held(7, action(), paper(), "2024-03-14", "Harbour & Lights Committee", thread="a1")
MADE = [place(3), paper(), action(), HELD, action_line(HELD)]


def values(record):
    return [getattr(record, field.name) for field in fields(record)]


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_it_is_equal_and_of_the_same_kind(made):
    swiftly = swift(type(made))(*values(made))
    assert swiftly == made
    assert type(swiftly) is type(made)
    assert hash(swiftly) == hash(made)
    assert repr(swiftly) == repr(made)


def test_it_is_frozen_too():
    swiftly = swift(Place)(1, (0.0, 0.0, 1.0, 1.0))
    with pytest.raises(FrozenInstanceError):
        swiftly.page = 2
    assert astuple(swiftly) == (1, (0.0, 0.0, 1.0, 1.0))


@pytest.mark.parametrize("kind", [Place, Paper, Action, ActionLine])
def test_a_value_too_few_is_an_error(kind):
    with pytest.raises(TypeError):
        swift(kind)(*range(len(fields(kind)) - 1))


def test_lines_of_the_register_are_those_of_the_actions_held(catalogue):
    plain = dict.fromkeys(("ref", "section", "due_text", "due_date", "due_precision", "update"))
    bare = action(**plain, status=None, status_text=None, status_words=None, owners=(), columns=())
    for name, told in (("a", action()), ("b", bare)):
        catalogue.put(reading(paper(name, title=f"Plan {name}"), actions=(told, action("HL2"))))
    lines = catalogue.action_lines()
    assert lines == tuple(map(action_line, catalogue.actions()))
    assert [line.ref for line in lines] == ["HL1", "HL2", None, "HL2"]


def test_lines_of_the_sample_are_those_of_its_actions(sample_library):
    catalogue = sample_library.catalogue
    lines = catalogue.action_lines()
    assert lines == tuple(map(action_line, catalogue.actions()))
    assert any(line.thread for line in lines)
    assert any(line.columns for line in lines)
