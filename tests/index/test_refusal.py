"""Refusals over the bundled sample: the subject is there and the fact asked for is not."""

import pytest

from matters_arising.index.answer.fact import fact_asked


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("how much did the luggage for children cost", "a sum of money about luggage"),
        ("name of the improvement boards independent chair", "a name about"),
        ("why was year 11 attendance lower", "a reason about attendance"),
        ("phone number for democratic services", "a telephone number about"),
        ("when did the regulator visit mill bank", "when it was about regulator"),
        ("what did the november survey of practitioners show", "what came of it about survey"),
    ],
)
def test_a_subject_without_the_fact_asked_for_is_refused_by_naming_it(
    sample_library, question, missing
):
    answer = sample_library.ask(question)
    assert not answer.answerable
    assert f"Looked for: {missing}" in answer.text
    assert "What they say of it does not give that." in answer.text
    assert "The nearest: “" in answer.text


def test_a_figure_of_another_time_is_refused(sample_library):
    answer = sample_library.ask("% of care leavers in EET in march 2023")
    assert not answer.answerable
    assert "of another time" in answer.text


def test_a_paper_that_says_it_has_no_figure_is_quoted_in_the_refusal(sample_library):
    answer = sample_library.ask("school exclusions for child in need kids q3")
    assert not answer.answerable
    assert "A paper says so itself. The nearest: “Nor do we have a reliable figure" in answer.text


def test_an_action_that_gives_no_sum_does_not_say_what_it_cost(sample_library):
    assert not sample_library.ask("how much did 1A cost").answerable


@pytest.mark.parametrize(
    "question",
    [
        "status of 5F",
        "who was to send the map of fellside school places",
        "when should carers hear about fees in writing",
        "roof repair cooper street how much",
        "mill bank empty, monthly cost?",
        "how many contacts at front door in quarter 3",
        "is mill bank open yet",
        "agency spend baseline and latest",
    ],
)
def test_what_the_papers_say_is_not_refused(sample_library, question):
    assert sample_library.ask(question).answerable


def test_support_is_less_for_what_is_refused(sample_library):
    refused = sample_library.ask("bus passes for care leavers")
    answered = sample_library.ask("is mill bank open yet")
    assert refused.support < answered.support


def test_an_owner_whom_no_action_has_is_refused_by_name(sample_library):
    answer = sample_library.ask("which actions does the Chief Constable own")
    assert not answer.answerable
    assert "no action is held for “Chief Constable”" in answer.text


def test_a_decision_that_no_paper_records_is_refused_as_one(sample_library):
    answer = sample_library.ask("what did the corporate parenting panel decide about caseloads")
    assert not answer.answerable
    assert "Looked for: a decision about caseloads" in answer.text
    assert "not of the one named" in answer.text


def test_a_second_question_without_an_answer_is_owned_up_to_beside_the_first(sample_library):
    answer = sample_library.ask(
        "when did the january 2024 panel meeting end and who wrote the luggage policy"
    )
    assert answer.answerable
    assert "7.20 pm" in answer.text
    assert "No answer was found to “who wrote the luggage policy”." in answer.text


def test_a_decision_on_something_else_does_not_lead_for_its_bodys_name(sample_library):
    answer = sample_library.ask("what did the panel decide about caseloads")
    assert "resolved" not in answer.text


def test_a_number_of_those_who_left_is_not_one_of_those_who_work_there(sample_library):
    assert not sample_library.ask("how many social workers have left since 2022").answerable


@pytest.mark.parametrize(
    "question",
    [
        "what is due in october 2031",
        "participation lead actions 2031",
        "which actions were delayed in sept 2031",
    ],
)
def test_a_list_by_time_alone_that_no_action_fits_is_refused(sample_library, question):
    answer = sample_library.ask(question)
    assert not answer.answerable
    assert "No action that they hold fits." in answer.text


def test_how_far_a_thing_has_come_asks_for_no_length():
    assert fact_asked("how far has the plan for the hub come") is None
