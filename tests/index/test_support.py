"""What a piece of evidence gives of the fact that a question asks for."""

import numpy as np

from matters_arising.corpus.held import Held, Vocabulary
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.index.answer.decided import DECISION
from matters_arising.index.answer.fact import fact_asked
from matters_arising.index.answer.fact_kind import Fact
from matters_arising.index.answer.inquest import Inquest
from matters_arising.index.answer.named import Names
from matters_arising.index.answer.refusal import find_support
from matters_arising.index.answer.support import Unit, read_units
from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.question.reading import read_question
from matters_arising.index.search import Found, Hit
from matters_arising.index.word.term import weigh_terms

PAPER = Paper("0" * 64, "plan", "Plan", "2022-05-26", "Harbour Committee", "plan", 1)
UNLIKE = np.zeros((0, 1), np.float32)
ASKED = "how many groundings were there in 2022"


def read(passage: Passage, asked: str, fact: Fact | None = None) -> list[Unit]:
    hit = Hit(Held(1, passage, PAPER, PAPER.date, PAPER.committee), 1.0, UNLIKE, True, True)
    question = read_question(asked, Vocabulary((), (), (), ()))
    terms = weigh_terms(question.terms, [3 for _ in question.terms], 100)
    inquest = Inquest.of(question, terms, fact or fact_asked(asked), Names())
    found = Found((hit,), UNLIKE[:, 0], ())
    return read_units(inquest, found, query_encoder(), topic=question.topic)


def paragraph(text: str) -> Passage:
    return Passage("text", "", text, text, (Place(1, (0, 0, 9, 9)),))


def told(text: str, asked: str, fact: Fact | None = None) -> list[bool]:
    """Of each sentence of a paragraph, whether it gives the fact asked for."""
    return [unit.gives for unit in read(paragraph(text), asked, fact)]


def gives(*cells: str, ref: str) -> dict[str, bool]:
    """Of each cell of a row with a ref, whether it gives the number asked for."""
    text = "\n".join(cells)
    row = Passage("row", "", text, text, (Place(1, (0, 0, 9, 9)),), ref=ref)
    return {unit.text: unit.gives for unit in read(row, ASKED)}


def test_the_ref_of_a_row_is_no_number_of_what_the_row_is_about():
    assert gives("6", "Review all groundings", "7", ref="6") == {
        "6": False,
        "Review all groundings": False,
        "7": True,
    }


def test_a_date_of_something_else_does_not_say_when_a_thing_was_done():
    assert told("Jo Marsh came on 3 May 2022.", "when did Jo Marsh resign") == [False]
    assert told("Jo Marsh resigned on 3 May 2022.", "when did Jo Marsh resign") == [True]


def test_who_did_a_thing_is_told_by_its_verb():
    assert told("The boats were seen by the Clerk.", "who painted the boats") == [False]
    assert told("The boats were painted by the Clerk.", "who painted the boats") == [True]


def test_in_a_long_sentence_a_fact_belongs_to_the_words_beside_it():
    asked = "when is the harbour dredging due"
    far = " and so on" * 20
    apart = f"In May 2023 the board met{far}, and then the harbour dredging."
    beside = f"The board met{far}, and the harbour dredging is due in May 2023."
    assert (told(apart, asked), told(beside, asked)) == ([False], [True])


def test_each_item_of_a_list_printed_in_one_run_is_read_by_itself():
    text = "The board met in December: o Accounts were seen o Dredging of the harbour will begin"
    assert told(text, "when is the harbour dredging due") == [True, False, False]


def test_what_a_sentence_leaves_out_it_says_nothing_of():
    text = paragraph("The yard is paid for from the grant, apart from the slipway.")
    assert read(text, "how much is the yard")[0].own == 1.0
    assert read(text, "how much is the slipway")[0].own == 0.0


def test_a_decision_is_told_of_what_its_own_sentence_speaks_of():
    asked = "what did the board decide about the slipway"
    other = "The slipway is old. Members agreed to sell the yard at the end of next summer term."
    assert told(other, asked, DECISION) == [False, False]
    assert told("Members agreed to mend the slipway.", asked, DECISION) == [True]


def test_what_is_still_to_come_is_not_told_by_what_was():
    asked = "when will the harbour wall be inspected"
    assert told("The harbour wall was inspected in May 2021.", asked) == [False]
    assert told("The harbour wall will be inspected in May 2023.", asked) == [True]


def test_a_sum_left_out_of_a_heading_gives_no_sum():
    asked = "how much was spent on dredging"
    assert told("Dredging by month, 2022 (£000).", asked) == [False]
    assert told("Dredging cost £61,000 in 2022.", asked) == [True]


def answers(text: str, asked: str) -> bool:
    """Whether a paragraph supports an answer."""
    held = Held(1, paragraph(text), PAPER, PAPER.date, PAPER.committee)
    question = read_question(asked, Vocabulary((), (), (), ()))
    terms = weigh_terms(question.terms, [3 for _ in question.terms], 100)
    found = Found((Hit(held, 1.0, UNLIKE, True, True),), UNLIKE[:, 0], ())
    encoder, topic = query_encoder(), question.topic
    return find_support(
        question, terms, found, encoder, topic=topic, names=Names(), by_ref=False
    ).answers


def test_who_did_a_thing_is_answered_by_what_is_most_about_it_and_how_many_is_not():
    text = "He said a tax on moored boats could help."
    assert answers(text, "boats moored tax - who raised it")
    assert not answers(text, "how many moored boats pay tax")


def test_how_something_went_over_time_needs_a_figure():
    asked = "timeliness of moorings over the years"
    assert answers("Timeliness of moorings rose to 87%.", asked)
    assert not answers("Timeliness of moorings is what the board wants.", asked)
