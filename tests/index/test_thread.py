"""The same action through papers: what is joined, what is not, and what is only possible."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from bare import bare_action

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.record import Action
from matters_arising.index.thread.joining import link_actions

ROOT = Path(__file__).parent.parent.parent

LAMPS = "Replace the lamps on the north pier before the winter storms"
ROPES = "Inspect every mooring rope in the inner harbour each spring"
PILOTS = "Recruit four pilots and train them on the new radar"
BUOYS = "Repaint the channel buoys and chart their positions"
FERRY = "Agree a timetable with the ferry company for festival days"
FLAGS = "Publish a leaflet that explains the storm flags to visitors"


def row(ref: str | None, text: str, **changes: object) -> Action:
    told = {"section": "1. Harbour", "owners": ("Harbour Master",), **changes}
    return bare_action(text, ref=ref, **told)


def issue(
    date: str,
    *rows: Action,
    name: str = "harbour-plan",
    committee: str = "Harbour Board",
    kind: str = "plan",
) -> list[Held[Action]]:
    """What one paper lists, with ids that no other paper here has."""
    paper = Paper(f"{name}-{date}", f"{date}-{name}", name, date, committee, kind, pages=1)
    first = random.Random(paper.id).randrange(10**9) * 100
    return [Held(first + n, action, paper, date, committee) for n, action in enumerate(rows)]


def threads(*issues: list[Held[Action]]) -> dict[tuple[str, str], str]:
    """The thread of each action by its paper's date and its ref or words."""
    held = [action for listed in issues for action in listed]
    named = {t.action: t.thread for t in link_actions(held).threaded}
    return {(h.date, h.record.ref or h.record.action): named[h.id] for h in held}


FIRST = issue("2021-03-01", row("1A", LAMPS), row("1B", ROPES), row("1C", PILOTS), row("2A", BUOYS))
FIRST_ROWS = tuple(held.record for held in FIRST)


def test_an_action_keeps_its_thread_though_renumbered_and_reworded():
    later = issue(
        "2021-09-01",
        row("1A", ROPES),
        row("1B", PILOTS),
        row("2A", BUOYS),
        row("2B", "Replace all lamps on the north pier, six of them before the winter storms"),
    )
    found = threads(FIRST, later)
    assert found["2021-03-01", "1A"] == found["2021-09-01", "2B"]
    assert found["2021-03-01", "1B"] == found["2021-09-01", "1A"]


def test_a_ref_given_to_another_action_does_not_join_them():
    later = issue("2021-09-01", row("1A", FERRY), row("1B", ROPES), row("1C", PILOTS))
    found = threads(FIRST, later)
    assert found["2021-03-01", "1A"] != found["2021-09-01", "1A"]


def test_review_of_one_thing_is_not_review_of_another():
    before = issue("2021-03-01", *FIRST_ROWS, row("5A", "Review the pilotage charges"))
    after = issue("2021-09-01", *FIRST_ROWS, row("5B", "Review the mooring charges"))
    found = threads(before, after)
    assert found["2021-03-01", "5A"] != found["2021-09-01", "5B"]


def test_an_action_that_one_issue_leaves_out_is_met_again():
    between = issue("2021-09-01", *FIRST_ROWS[1:])
    last = issue("2022-03-01", *FIRST_ROWS)
    found = threads(FIRST, between, last)
    assert found["2021-03-01", "1A"] == found["2022-03-01", "1A"]


def test_a_draft_and_its_final_share_their_threads():
    rows = (row("98/2122", LAMPS), row("101/2122", "Minutes to website"))
    draft = issue("2022-05-23", *rows, name="minutes-draft")
    final = issue("2022-05-23", *rows, name="minutes-final")
    named = {t.action: t.thread for t in link_actions([*draft, *final]).threaded}
    assert [named[h.id] for h in draft] == [named[h.id] for h in final]


def test_a_routine_of_every_meeting_is_a_new_action_each_time():
    meetings = [
        issue(date, row(ref, "Minutes to website"), row(other, text), name="minutes")
        for date, ref, other, text in (
            ("2020-10-05", "02/2021", "07/2021", LAMPS),
            ("2020-12-07", "22/2021", "28c/2021", PILOTS),
            ("2021-02-01", "40/2021", "50b/2021", BUOYS),
        )
    ]
    assert len(set(threads(*meetings).values())) == 6


def test_an_action_log_is_followed_by_refs_that_bear_their_year():
    march = issue("2021-03-22", row("31/20", LAMPS), row("36/20", ROPES), name="minutes")
    june = issue("2021-06-14", row("36/20", "Inspect every mooring rope"), name="minutes")
    found = threads(march, june)
    assert found["2021-03-22", "36/20"] == found["2021-06-14", "36/20"]


def minutes(date: str, *rows: Action) -> list[Held[Action]]:
    return issue(date, *rows, name="minutes", kind="minutes")


def test_minutes_that_follow_an_action_up_go_on_with_it():
    march = minutes("2021-03-22", row("14h/2021", LAMPS), row("14i/2021", ROPES))
    arising = "24 Matters arising from the minutes"
    june = minutes("2021-06-14", row(None, LAMPS, section=arising, source="minutes"))
    found = threads(march, june)
    assert found["2021-03-22", "14h/2021"] == found["2021-06-14", LAMPS]


def test_the_like_of_an_action_is_set_anew_at_each_meeting():
    notify = "Notify the county of the appointments and amend the register accordingly"
    march = minutes("2021-03-22", row("5.2", notify), row("6.1", LAMPS))
    june = minutes("2021-06-14", row("5.2", notify), row("6.1", PILOTS))
    assert len(set(threads(march, june).values())) == 4


def test_minutes_that_carry_a_new_ref_name_the_old_one():
    march = minutes("2021-03-22", row("14h/2021", LAMPS), row("14i/2021", ROPES))
    told = "Carried forward from 14h/2021"
    june = minutes("2021-06-14", row("24a/2021", LAMPS, update=told), row("25/2021", FERRY))
    found = threads(march, june)
    assert found["2021-03-22", "14h/2021"] == found["2021-06-14", "24a/2021"]
    assert found["2021-03-22", "14i/2021"] != found["2021-06-14", "25/2021"]


def test_a_new_wording_that_takes_up_what_the_update_told_is_the_same_action():
    strategy = "Write a participation strategy which sets out how the crews will be heard"
    told = "A first draft is written. Young inspectors have been recruited among the crews."
    visits = "Carry out the strategy: young inspectors to visit six crews a year"
    clerk = {"owners": ("Participation Lead",)}
    before = issue("2021-03-01", *FIRST_ROWS, row("5A", strategy, update=told, **clerk))
    after = issue("2021-09-01", *FIRST_ROWS, row("7C", visits, section="7. Crews", **clerk))
    found = threads(before, after)
    assert found["2021-03-01", "5A"] == found["2021-09-01", "7C"]


def test_one_wording_may_pass_from_owner_to_owner():
    others = tuple(replace(action, owners=("Pilot Master",)) for action in FIRST_ROWS)
    later = issue("2021-09-01", *others)
    found = threads(FIRST, later)
    assert all(found["2021-03-01", ref] == found["2021-09-01", ref] for ref in ("1A", "1B"))


def test_an_action_that_begins_the_same_is_known_by_its_owner_though_its_end_is_new():
    audit = "Audit the caseload dashboard for the harbour pilots"
    mate = {"owners": ("Mate",), "due_date": "2021-12", "due_text": "December 2021"}
    before = issue("2021-03-01", *FIRST_ROWS, row("5A", f"{audit}, with a named lead", **mate))
    ending = "and report the findings to the Improvement Board"
    after = issue("2021-09-01", *FIRST_ROWS, row("9C", f"{audit} {ending}", **mate))
    found = threads(before, after)
    assert found["2021-03-01", "5A"] == found["2021-09-01", "9C"]


def test_lines_of_one_row_share_a_thread_and_two_actions_of_one_ref_do_not():
    paper = issue(
        "2021-03-01",
        row("1A", LAMPS, owners=("Mate",)),
        row("1A", LAMPS, owners=("Bosun",)),
        row("1A", PILOTS),
    )
    named = {t.action: t.thread for t in link_actions(paper).threaded}
    mate, bosun, other = (named[held.id] for held in paper)
    assert mate == bosun != other


def test_plans_of_two_bodies_are_not_joined_by_a_few_like_words():
    ours = issue("2021-03-01", *FIRST_ROWS, row("3A", FERRY), row("3B", FLAGS))
    theirs = issue(
        "2021-09-01",
        row("1A", LAMPS),
        *(row(f"X{n}", f"Keep the {n}th lighthouse library open on weekday {n}") for n in range(5)),
        name="island-plan",
        committee="Island Council",
    )
    found = threads(ours, theirs)
    assert found["2021-03-01", "1A"] != found["2021-09-01", "1A"]


def test_two_equally_good_partners_are_told_and_not_joined():
    twins = (row(None, FLAGS, section="8. East"), row(None, FLAGS, section="9. West"))
    after = issue("2021-09-01", *FIRST_ROWS, *twins)
    before = issue("2021-03-01", *FIRST_ROWS, row(None, FLAGS, section="7. South"))
    links = link_actions([*before, *after]).links
    told = [link for link in links if link.earlier == before[-1].id]
    assert [link.joined for link in told] == [False, False]


def test_the_order_of_adding_changes_nothing():
    later = issue("2021-09-01", *FIRST_ROWS[1:], row("9A", FERRY))
    last = issue("2022-03-01", *FIRST_ROWS)
    everything = [*FIRST, *later, *last]
    shuffled = everything.copy()
    random.Random(7).shuffle(shuffled)
    assert link_actions(shuffled) == link_actions(everything)


def test_a_link_says_why_and_how_sure():
    later = issue("2021-09-01", *FIRST_ROWS)
    link = next(iter(link_actions([*FIRST, *later]).links))
    assert link.joined
    assert link.sure > 0.99
    assert "same wording" in link.why
    assert "same ref 1A" in link.why


def test_no_actions_make_no_threads():
    assert link_actions([]).threaded == ()


def test_generated_plans_keep_to_their_floors():
    """The benchmark exits with 1 where a score is under its floor."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.plans", "1", "3"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
