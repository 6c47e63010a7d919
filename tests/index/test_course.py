"""A plan through its issues: statuses counted, and what was new, left out and slipped."""

from dataclasses import replace

from test_history import joined
from test_thread import FERRY, FIRST_ROWS, LAMPS, issue, row

from matters_arising.index.thread.course import Tally, days_slipped, follow_plan

DUE = {"due_text": "June 2021", "due_date": "2021-06"}
LATER = {"due_text": "December 2021", "due_date": "2021-12"}

FIRST = issue("2021-03-01", row("1A", LAMPS, status="on_track", **DUE), *FIRST_ROWS[1:])
SECOND = issue(
    "2021-09-01",
    row("1A", LAMPS, status="delayed", **LATER),
    *FIRST_ROWS[2:],
    row("6A", FERRY, status="complete"),
)
OTHER = issue("2021-09-01", row("1A", "Open a library"), name="islands", committee="Islands")


def test_every_issue_says_how_its_actions_stood_and_what_changed():
    course = follow_plan(joined(FIRST, SECOND, OTHER), FIRST[0].paper.name)
    assert [issue.date for issue in course.issues] == ["2021-03-01", "2021-09-01"]
    first, second = course.issues
    assert first.tallies == (Tally("on_track", 1), Tally(None, 3))
    assert (first.new, first.left_out, first.slipped) == (0, 0, 0)
    assert second.tallies == (Tally("complete", 1), Tally("delayed", 1), Tally(None, 2))
    assert (second.actions, second.new, second.left_out, second.slipped) == (4, 1, 1, 1)


def test_the_plan_is_the_same_whichever_issue_is_named():
    actions = joined(FIRST, SECOND)
    named = [follow_plan(actions, held[0].paper.name) for held in (FIRST, SECOND)]
    assert named[0] == named[1]


def test_slips_are_told_from_the_first_due_date_to_the_last():
    (slip,) = follow_plan(joined(FIRST, SECOND), FIRST[0].paper.name).slips
    assert [report.due.due_date for report in slip] == ["2021-06", "2021-12"]
    assert days_slipped(slip) == 184


def test_a_draft_and_its_final_count_once():
    paper = replace(SECOND[0].paper, id="draft", name="2021-09-01-a-draft")
    draft = [replace(held, id=held.id + 1000, paper=paper) for held in SECOND]
    course = follow_plan(joined(FIRST, SECOND, draft), SECOND[0].paper.name)
    assert [issue.paper.name for issue in course.issues] == [
        FIRST[0].paper.name,
        SECOND[0].paper.name,
    ]


def test_a_paper_without_actions_is_no_plan():
    assert follow_plan(joined(FIRST), "minutes").issues == ()
