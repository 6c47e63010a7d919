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
        ("bus passes for care leavers", "what"),
    ],
)
def test_what_is_asked_is_told_by_its_words(text, asks):
    assert read_question(text, WORDS).asks == asks


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


def test_a_question_about_one_action_is_no_listing():
    assert not read_question("what happened to the chronology action", WORDS).listing


def test_words_that_only_ask_are_no_terms():
    assert read_question("what happened to the chronology action?", WORDS).terms == ("chronology",)


def test_times_are_read_as_dates_not_as_terms():
    question = read_question("missing episodes in december 2021", WORDS)
    assert question.terms == ("missing", "episodes")
    assert question.dates == ("2021-12",)
    assert question.years == ("2021",)


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
    ],
)
def test_what_must_be_said_to_answer_is_known(text, said):
    assert re.search(read_question(text, WORDS).wanted, said, re.I)
    assert not re.search(read_question(text, WORDS).wanted, "Work goes on.", re.I)
