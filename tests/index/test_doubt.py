"""Answers are doubted where what gives the fact fits the question far worse than the rest."""

from test_support import PAPER, UNLIKE, paragraph

from matters_arising.corpus.filter import ActionFilter
from matters_arising.corpus.held import Held, Vocabulary
from matters_arising.index.answer.doubt import find_gap, is_doubtful, is_owned
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.fact import fact_asked
from matters_arising.index.answer.refusal import Support
from matters_arising.index.question.reading import Question, read_question
from matters_arising.index.search import Hit
from matters_arising.index.word.term import weigh_terms

ASKED = "how many wardens were appointed"
ABOUT, BESIDE = "Wardens were appointed in the autumn.", "The museum had 40 visitors."


def question() -> Question:
    return read_question(ASKED, Vocabulary((), (), (), ()))


def evidence(text: str, score: float) -> Evidence:
    held = Held(1, paragraph(f"{ABOUT} {BESIDE}"), PAPER, PAPER.date, PAPER.committee)
    return Evidence(text, Hit(held, score, UNLIKE, True, True), score)


def support(text: str) -> Support:
    return Support(0.8, None, fact_asked(ASKED), None, {(1, text): 0.8})


def test_a_figure_told_of_something_else_is_doubted():
    told = [evidence(ABOUT, 1.4), evidence(BESIDE, 0.1)]
    assert is_doubtful(question(), told, support(BESIDE))


def test_a_figure_told_of_what_is_asked_is_not():
    told = [evidence("The council appointed 12 wardens.", 1.4), evidence(BESIDE, 0.1)]
    assert not is_doubtful(question(), told, support("The council appointed 12 wardens."))


def test_an_owner_is_told_of_what_the_action_itself_is_about(sample_library):
    """What its progress speaks of besides may be somebody else's: the training of 151 people."""
    led = sample_library.catalogue.actions(ActionFilter(ref="2C"))
    assert any("practitioners" in (held.record.update or "") for held in led)
    for word, owned in (("chronology", True), ("practitioners", False)):
        asked = read_question(f"who is responsible for {word}", Vocabulary((), (), (), ()))
        assert asked.asks == "owner"
        assert is_owned(asked, weigh_terms((word,), (2,), 100), led) is owned


def test_a_code_that_no_paper_has_is_missed_whatever_else_is_asked_of_it():
    held, unheld = (weigh_terms(["wardens", "r77"], [3, count], 100) for count in (1, 0))
    told = support("The council appointed 12 wardens.")
    assert find_gap(question(), held, (), told) != "subject"
    assert find_gap(question(), unheld, (), told) == "subject"
