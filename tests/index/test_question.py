import re

import pytest

from matters_arising.corpus.held import Vocabulary
from matters_arising.index.question.reading import read_question

WORDS = Vocabulary(
    committees=("Children and Families Scrutiny Committee",),
    owners=(
        "Principal Social Worker",
        "Head of Commissioning, Children and Families",
        "Participation Lead",
    ),
    refs=("2C", "3D", "3E", "CLA1", "CLA2", "CLA4", "14h/2021"),
    abbreviations=(("PSW", "Principal Social Worker"), ("IHA", "initial health assessment")),
)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("what happened to the chronology action", "status"),
        ("who's responsible for the tracker?", "owner"),
        ("deadline for the audits", "due"),
        ("how many children came into care", "figure"),
        ("what did cabinet decide about fees", "decision"),
        ("what was agreed about closing the library", "decision"),
        ("apologies at the panel in october", "attendance"),
        ("which members weren't at the may meeting", "attendance"),
        ("who stood in for the chair", "attendance"),
        ("what was settled on fares", "decision"),
        ("what changes did they make to the licence", "decision"),
        ("why was the visit put off", "why"),
        ("new date for the review", "due"),
        ("bus passes for care leavers", "what"),
    ],
)
def test_what_is_asked_is_told_by_its_words(text, asks):
    assert read_question(text, WORDS).asks == asks


def test_the_number_of_a_decision_is_a_word_of_its_own_and_a_short_year_is_none():
    asked = read_question("fares in decision 24/00093 and in 21/22", WORDS)
    assert asked.terms == ("fares", "24/00093")


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("who was at the panel on 3 may 2023", ("present",)),
        ("who wasn't at the committee on 3 may 2023", ("apologies", "absent")),
    ],
)
def test_who_came_is_sought_by_the_words_of_the_lists_where_nobody_is_named(text, sought):
    assert read_question(text, WORDS).terms == sought


def test_a_ref_of_the_papers_is_found_in_whatever_case():
    assert read_question("status of cla2", WORDS).refs == ("CLA2",)
    assert read_question("what is 14H/2021", WORDS).refs == ("14h/2021",)


def test_a_ref_of_a_known_list_that_no_paper_holds_is_missed():
    question = read_question("status of CLA3", WORDS)
    assert (question.refs, question.missing_refs) == ((), ("CLA3",))


@pytest.mark.parametrize(
    "text", ["Q3 figures", "the 4th of May", "section 47s in 2016/17", "A4 page"]
)
def test_what_merely_looks_like_a_ref_is_not_missed(text):
    assert read_question(text, WORDS).missing_refs == ()


def test_an_owner_is_found_by_a_short_form_or_by_half_a_title():
    assert read_question("which actions sit with the psw", WORDS).owners == (
        "principal social worker",
    )
    assert read_question("what has the head of commissioning got to do", WORDS).owners == (
        "head commissioning",
    )


@pytest.mark.parametrize(
    "text",
    [
        "which actions sit with the participation lead",
        "what is due in september 2025",
        "which actions were delayed in 2023",
    ],
)
def test_a_question_for_all_that_fits_is_a_listing(text):
    assert read_question(text, WORDS).listing


@pytest.mark.parametrize(
    "text",
    ["the participation lead's actions", "list everything the participation lead has to do"],
)
def test_what_an_owner_has_to_do_is_a_listing_of_that_owner(text):
    question = read_question(text, WORDS)
    assert question.listing
    assert question.owners == ("participation lead",)


def test_a_question_about_one_action_is_no_listing():
    assert not read_question("what happened to the chronology action", WORDS).listing


def test_words_that_only_ask_are_no_terms():
    assert read_question("what happened to the chronology action?", WORDS).terms == ("chronology",)


def test_an_auxiliary_that_denies_is_no_term():
    assert read_question("why wasn't the pier lit", WORDS).terms == ("pier", "lit")
    assert read_question("why cant the pier be lit", WORDS).terms == ("pier", "lit")


def test_who_did_something_with_a_decision_asks_for_somebody():
    assert read_question("who called in the pier decision", WORDS).asks == "owner"
    assert read_question("who approved the pier decision", WORDS).asks == "decision"


def test_a_body_may_be_printed_with_other_words_about_it():
    named = read_question(
        "what did the harbour board decide", Vocabulary(("Harbour Board",), (), (), ())
    )
    assert named.body is not None
    assert named.body.may_be("HARBOUR BOARD Tuesday 4 May")
    assert named.body.may_be(None)
    assert not named.body.may_be("Audit Board")


def test_times_are_read_as_dates_not_as_terms():
    question = read_question("missing episodes in december 2021", WORDS)
    assert question.terms == ("missing", "episodes")
    assert question.dates == ("2021-12",)
    assert question.years == ("2021",)


def test_a_bare_quarter_is_a_time_of_the_question():
    question = read_question("contacts in Q2 and Q3 2021/22", WORDS)
    assert [time.said for time in question.times] == ["2021/22-Q2", "2021/22-Q3"]
    assert question.over_time


@pytest.mark.parametrize("text", ["latest on the hub", "where are we with it", "is it open yet"])
def test_a_question_for_the_last_word_is_known(text):
    assert read_question(text, WORDS).latest


def test_what_is_counted_stands_after_its_number():
    counted = read_question("how many child reviews did the team chair", WORDS).counted
    assert re.search(counted, "We chaired 1,403 cared for reviews", re.I)
    assert not re.search(counted, "Reviews are chaired by 9 people", re.I)


def test_short_forms_the_papers_do_not_explain_are_common_knowledge():
    question = read_question("CIN plans and s47s", WORDS)
    assert question.glosses == (("cin", "child in need"), ("s47s", "section 47"))


def test_the_papers_own_meaning_of_a_short_form_goes_first():
    own = Vocabulary((), (), (), (("CIN", "Carers in the North"),))
    assert read_question("CIN numbers", own).glosses == (("cin", "Carers in the North"),)


def test_who_came_to_a_meeting_is_looked_for_without_the_bodys_name():
    text = "apologies at the children and families scrutiny committee"
    assert read_question(text, WORDS).terms == ("apologies",)


def test_abbreviations_are_written_out_for_the_search():
    assert "initial health assessment" in read_question("IHA timeliness", WORDS).search_text
    assert "foster 4" in read_question("did we leave foster4", WORDS).topic


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("how much did the roof cost", "The roof cost £86,000."),
        ("what capital spend is needed", "No capital spend is required."),
        ("what % were in time", "71% were in time."),
        ("how many children came into care", "Eleven children came into care."),
        ("when is the review due", "It is due by May 2017."),
        ("how much will ending the lease save", "It will save £426k a year."),
    ],
)
def test_what_must_be_said_to_answer_is_known(text, said):
    assert re.search(read_question(text, WORDS).wanted, said, re.I)
    assert not re.search(read_question(text, WORDS).wanted, "Work goes on.", re.I)


def test_a_date_is_no_figure_and_a_second_review_no_date():
    figure = read_question("what budget was set", WORDS).wanted
    due = read_question("when is the review due", WORDS).wanted
    assert not re.search(figure, "On 31 March it was set.", re.I)
    assert not re.search(due, "It may be seen at the 2nd review.", re.I)


@pytest.mark.parametrize(
    "text",
    [
        "what have we got due in february 2026",
        "everything the participation lead was asked to do at the october 2020 panel",
    ],
)
def test_all_that_somebody_was_asked_to_do_or_that_is_due_is_a_list(text):
    assert read_question(text, WORDS).listing


def test_a_number_that_is_part_of_a_name_is_told_from_a_date():
    assert "22" in read_question("does outcome 22 work", WORDS).terms
    assert "22" not in read_question("what was said of lamps on 22 may", WORDS).terms


def test_who_counts_as_something_asks_for_no_owner():
    assert read_question("who counts as a care leaver", WORDS).asks == "what"


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("who chaired the harbour board in may 2023", ("chair",)),
        ("who was away from the scrum meeting on 1 May 2021", ("apologies", "absent")),
    ],
)
def test_who_came_is_asked_in_the_words_of_the_lists_that_name_them(question, terms):
    words = Vocabulary(committees=("Harbour Board",), owners=(), refs=(), abbreviations=())
    assert read_question(question, words).terms == terms


def test_what_a_committee_did_with_a_report_asks_for_a_decision():
    asked = ("what did the board do with the audit report", "did the board note the findings")
    assert {read_question(text, WORDS).asks for text in asked} == {"decision"}


def test_who_is_often_in_a_chair_is_not_who_was_in_it_that_day():
    wanted = read_question("who chaired the board in may", WORDS).wanted
    assert re.search(wanted, "Present: Jo Marsh (Chairman), P Ash", re.I)
    assert not re.search(wanted, "The boating group is chaired by the harbour master.", re.I)


def test_which_way_a_thing_is_going_asks_for_the_last_word():
    assert read_question("are caseloads in the harbour coming down", WORDS).latest
    assert not read_question("are boats moored at the quay", WORDS).latest
