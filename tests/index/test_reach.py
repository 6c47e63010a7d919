"""What is read around a paper tells of its plan all that the whole library would."""

from dataclasses import replace
from itertools import pairwise

from test_thread import FIRST, FIRST_ROWS

from matters_arising.index.thread.course import follow_plan
from matters_arising.index.thread.entry import gather_issues
from matters_arising.index.thread.fate import compare
from matters_arising.index.thread.history import history
from matters_arising.index.thread.reach import actions_around, actions_of, actions_through


def papers_with_actions(library):
    return [held.paper for held in library.catalogue.papers() if held.actions]


def test_a_plan_is_the_same_as_among_all_actions(sample_library):
    catalogue = sample_library.catalogue
    for paper in papers_with_actions(sample_library):
        around = actions_around(catalogue, paper.id)
        assert follow_plan(around, paper.name) == follow_plan(catalogue.actions(), paper.name)


def test_two_issues_compare_as_among_all_actions(sample_library):
    catalogue = sample_library.catalogue
    for before, after in pairwise(papers_with_actions(sample_library)):
        beside = actions_through(catalogue, [before.id, after.id])
        names = before.name, after.name
        assert compare(beside, *names) == compare(catalogue.actions(), *names)


def test_the_papers_of_other_plans_are_left_unread(sample_library):
    catalogue = sample_library.catalogue
    first = papers_with_actions(sample_library)[0]
    around = actions_around(catalogue, first.id)
    assert first in {held.paper for held in around}
    assert len(around) < len(catalogue.actions())


def test_no_paper_and_no_thread_lead_to_no_action(sample_library):
    assert actions_through(sample_library.catalogue, []) == ()
    assert actions_of(sample_library.catalogue, ["no such thread"]) == ()
    assert actions_around(sample_library.catalogue, "no such paper") == ()


def test_words_in_any_form_find_the_action_that_has_most_of_them(sample_library):
    catalogue = sample_library.catalogue
    asked = catalogue.actions()[0].record.action
    plain, shouted = (history(catalogue, said, as_of="2024") for said in (asked, asked.upper()))
    assert plain == shouted
    assert plain.steps


def test_owners_are_read_by_the_abbreviations_given_each_time():
    held = [replace(one, record=replace(one.record, owners=("HoS",))) for one in FIRST]
    names = [
        {name for issue in gather_issues(held, pairs) for e in issue.entries for name in e.owners}
        for pairs in ((), (("HoS", "Head of Service"),), (("HoS", "Head of Schools"),))
    ]
    assert names == [{"hos"}, {"head service"}, {"head schools"}]
    assert len(held) == len(FIRST_ROWS)
