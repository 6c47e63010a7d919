"""What became of an action: its history, and the filters over all actions."""

from dataclasses import replace

import pytest
from test_thread import FERRY, FIRST, FIRST_ROWS, LAMPS, ROPES, issue, row

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held
from matters_arising.corpus.layout import Report as PaperReport
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.corpus.record import Action
from matters_arising.errors import NothingFound
from matters_arising.index.thread import fate
from matters_arising.index.thread.history import History, history
from matters_arising.index.thread.joining import link_actions, renew_threads

Listed = list[Held[Action]]


def reading(held: Listed, *texts: str) -> Reading:
    """A paper that lists these actions and says these texts."""
    paper = held[0].paper
    return Reading(
        paper=paper,
        reports=(
            PaperReport(None, paper.title, "plan", paper.date, paper.committee, None, (1, 1)),
        ),
        sections=(),
        paragraphs=(),
        tables=(),
        actions=tuple(one.record for one in held),
        measures=(),
        decisions=(),
        abbreviations=(),
        audit=Audit(0, 0, 0, 0),
        passages=tuple(Passage("text", "", text, text, ()) for text in texts),
    )


@pytest.fixture
def catalogue(tmp_path):
    with Catalogue.open(tmp_path / "catalogue.db", create=True) as opened:
        yield opened


def lamps(ref: str, **changes: object) -> Action:
    return row(ref, LAMPS, **changes)


SPRING = issue(
    "2022-03-01",
    lamps("A4", due_text="March 2023", due_date="2023-03", status="on_track"),
    *FIRST_ROWS[1:],
)
AUTUMN = issue(
    "2022-09-01",
    lamps(
        "B7",
        owners=("Head of Lights",),
        due_text="June 2023",
        due_date="2023-06",
        status="delayed",
    ),
    *FIRST_ROWS[1:],
)


def tell(catalogue: Catalogue, *papers: Reading, asked: str = "B7") -> History:
    for paper in papers:
        catalogue.put(paper)
    renew_threads(catalogue)
    return history(catalogue, asked, as_of="2023-07-10")


def test_every_report_is_told_in_date_order_with_what_changed(catalogue):
    told = tell(catalogue, reading(AUTUMN), reading(SPRING))
    assert [step.report.date for step in told.steps] == ["2022-03-01", "2022-09-01"]
    assert told.steps[1].changes == (
        "status: On track → Delayed",
        "due date moved from March 2023 to June 2023",
        "owner changed from Harbour Master to Head of Lights",
        "renumbered A4 → B7",
    )
    assert told.steps[1].link is not None


def test_the_last_word_and_the_days_overdue_are_of_the_last_report(catalogue):
    told = tell(catalogue, reading(SPRING), reading(AUTUMN))
    assert told.last_word == "1 September 2022: Delayed, due June 2023."
    assert told.days_overdue == 10
    assert told.unknown == ("No later paper in this library reports it or names its ref.",)


@pytest.mark.parametrize("asked", ["a4", "lamps on the north pier"])
def test_an_action_is_found_by_an_earlier_ref_or_by_its_words(catalogue, asked):
    told = tell(catalogue, reading(SPRING), reading(AUTUMN), asked=asked)
    assert len(told.steps) == 2


def test_what_no_paper_lists_is_not_found(catalogue):
    with pytest.raises(NothingFound):
        tell(catalogue, reading(SPRING), asked="helicopters")


def test_a_draft_and_its_final_are_one_report(catalogue):
    draft, final = (issue("2022-05-23", *FIRST_ROWS, name=f"minutes-{n}") for n in ("a", "b"))
    told = tell(catalogue, reading(draft), reading(final), asked="1A")
    assert [step.also_in for step in told.steps] == [("2022-05-23-minutes-b",)]


def test_a_final_stands_for_its_draft_though_they_differ(catalogue):
    draft, final = (
        issue("2022-05-23", lamps("1A", status=status), *FIRST_ROWS[1:], name=name)
        for name, status in (("plan-draft", "delayed"), ("plan-final", "complete"))
    )
    told = tell(catalogue, reading(draft), reading(final), asked="1A")
    assert [(step.report.paper.name, step.also_in) for step in told.steps] == [
        ("2022-05-23-plan-final", ("2022-05-23-plan-draft",))
    ]
    assert fate.contradictory(catalogue.actions()) == ()


SET = issue(
    "2020-10-05",
    row("14a/2020", "Produce a draft objective on strategic resilience", due_date="2020-11-01"),
    row("14e/2020", "Forward the Register of Business Interests to members for completion"),
    row("8/2020", "Ascertain whether the costings can be spread over the contract"),
    name="minutes",
    kind="minutes",
)
HEARD = "The following matters were considered: "
RESILIENCE = (
    "a. Draft objective on strategic resilience and set the objectives for the year. Members "
    "heard that for want of time this had not been written."
)
REGISTERS = "b. Registers of Business Interests. The Clerk confirmed that all were completed."


def meet(date: str, *texts: str) -> Reading:
    return reading(issue(date, row("1/2021", FERRY), name="minutes", kind="minutes"), *texts)


@pytest.mark.parametrize(
    ("asked", "said"), [("14a/2020", RESILIENCE), ("14e/2020", REGISTERS)], ids=["words", "name"]
)
def test_a_later_meeting_that_reports_on_an_action_is_quoted_by_the_item(catalogue, asked, said):
    later = meet("2020-12-07", f"{HEARD}{RESILIENCE} {REGISTERS}")
    told = tell(catalogue, reading(SET), later, asked=asked)
    assert [(m.date, m.record.text) for m in told.mentions] == [("2020-12-07", said)]
    assert told.last_word.startswith("7 December 2020, in prose: ")
    assert "Last listed 5 October 2020" in told.last_word


def test_what_later_prose_says_is_done_is_not_overdue(catalogue):
    done = "a. Draft objective on strategic resilience. This had been received and was agreed."
    told = tell(catalogue, reading(SET), meet("2020-12-07", done), asked="14a/2020")
    assert told.days_overdue is None
    undone = meet("2021-02-01", RESILIENCE)
    assert tell(catalogue, undone, asked="14e/2020").days_overdue is None


def test_what_later_prose_says_is_not_done_stays_overdue(catalogue):
    told = tell(catalogue, reading(SET), meet("2020-12-07", RESILIENCE), asked="14a/2020")
    assert told.days_overdue == 981


def test_a_name_that_comes_back_years_later_is_not_taken_for_a_report(catalogue):
    dates = ("2020-12-07", "2021-02-01", "2022-10-03")
    meetings = [meet(date, f"{REGISTERS} Seen on {date}.") for date in dates]
    told = tell(catalogue, reading(SET), *meetings, asked="14e/2020")
    assert [mention.date for mention in told.mentions] == ["2020-12-07", "2021-02-01"]


def test_a_date_that_ends_as_a_ref_does_is_no_mention_of_it(catalogue):
    told = tell(catalogue, reading(SET), meet("2021-02-01", "Resigned 31/8/2020."), asked="8/2020")
    assert told.mentions == ()


def test_prose_that_names_the_action_later_is_a_mention(catalogue):
    said = "Members noted that action B7 is late."
    minutes = reading(issue("2023-01-10", row("9Z", ROPES)), said)
    told = tell(catalogue, reading(AUTUMN), minutes)
    assert [mention.record.text for mention in told.mentions] == [said]
    assert told.unknown == ()


def test_the_issue_that_leaves_an_action_out_is_named(catalogue):
    last = issue("2023-03-01", *FIRST_ROWS[1:])
    told = tell(catalogue, reading(SPRING), reading(AUTUMN), reading(last))
    assert told.unknown[0] == "The next issue, 2023-03-01-harbour-plan, does not list it."


def test_threads_are_kept_and_made_anew_when_a_paper_goes(catalogue):
    tell(catalogue, reading(SPRING), reading(AUTUMN))
    before = {held.thread for held in catalogue.actions()}
    assert len(before) == len(SPRING)
    catalogue.remove(SPRING[0].paper.id)
    renew_threads(catalogue)
    assert len({held.thread for held in catalogue.actions()}) == len(AUTUMN)
    assert catalogue.thread_links(held.id for held in catalogue.actions()) == ()


def joined(*issues: Listed) -> Listed:
    held = [action for listed in issues for action in listed]
    named = {t.action: t.thread for t in link_actions(held).threaded}
    return [replace(action, thread=named[action.id]) for action in held]


def refs(found: tuple[Held[Action], ...]) -> list[tuple[str, str | None]]:
    return [(held.date or "", held.record.ref) for held in found]


def test_a_later_due_date_and_another_owner_are_seen():
    actions = joined(SPRING, AUTUMN)
    assert refs(fate.slipped(actions)) == [("2022-09-01", "B7")]
    assert refs(fate.owner_changed(actions)) == [("2022-09-01", "B7")]


def test_a_date_that_recurs_does_not_slip():
    next_by = {"due_text": "Quarterly, next by 31 December 2022", "due_date": "2022-12-31"}
    then_by = {"due_text": "Quarterly, next by 31 March 2023", "due_date": "2023-03-31"}
    issues = (
        issue("2022-03-01", lamps("A4", **next_by), *FIRST_ROWS[1:]),
        issue("2022-09-01", lamps("A4", **then_by), *FIRST_ROWS[1:]),
    )
    assert fate.slipped(joined(*issues)) == ()


def test_an_action_left_out_of_the_next_issue_has_vanished_unless_it_was_done():
    done = issue("2022-09-01", row("7X", "Paint the customs house", status="complete"), *FIRST_ROWS)
    last = issue("2023-03-01", *FIRST_ROWS[1:])
    assert refs(fate.vanished(joined(FIRST, done, last))) == [("2022-09-01", "1A")]


def test_an_action_that_was_done_and_is_open_again_is_reopened():
    done = issue("2022-03-01", lamps("A4", status="complete"), *FIRST_ROWS[1:])
    again = issue("2022-09-01", lamps("A4", status="delayed"), *FIRST_ROWS[1:])
    assert refs(fate.reopened(joined(done, again))) == [("2022-09-01", "A4")]


def test_statuses_contradict_only_as_of_one_date():
    done = issue("2022-03-01", lamps("A4", status="complete"), *FIRST_ROWS[1:], name="cover")
    late = issue("2022-03-01", lamps("A4", status="delayed"), *FIRST_ROWS[1:], name="plan")
    progress = issue("2022-09-01", lamps("A4", status="complete"), *FIRST_ROWS[1:], name="plan")
    assert refs(fate.contradictory(joined(done, late))) == [("2022-03-01", "A4")] * 2
    assert fate.contradictory(joined(late, progress)) == ()


def test_what_a_later_issue_lists_first_is_new_since():
    later = issue("2021-09-01", *FIRST_ROWS, row("6A", "Hire a crane for the slipway"))
    found = fate.new_since(joined(FIRST, later), FIRST[0].paper.name)
    assert refs(found) == [("2021-09-01", "6A")]


def test_two_issues_stand_side_by_side_with_what_either_lacks():
    later = issue("2021-09-01", *FIRST_ROWS[1:], row("6A", "Hire a crane for the slipway"))
    papers = FIRST[0].paper.name, later[0].paper.name
    pairs = fate.compare(joined(FIRST, later), *papers)
    assert [(bool(pair.before), bool(pair.after)) for pair in pairs] == [
        *[(True, True)] * 3,
        (False, True),
        (True, False),
    ]
