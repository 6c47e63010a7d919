from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.held import Held, Vocabulary
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.record import Action
from matters_arising.eval.answer_score import Asked, score_answers
from matters_arising.eval.gold import GoldEvidence, GoldQuestion
from matters_arising.eval.page_text import PageText
from matters_arising.index.answer.answering import Answer
from matters_arising.index.answer.citation import Citation
from matters_arising.index.question.reading import read_question

PAPER = Paper("0" * 64, "pier-plan", "The pier plan", "2025-01-06", None, "plan", 1)
QUOTE = "The planks were laid in June"
GOLD = GoldQuestion(
    id="q1",
    question="are the planks laid yet",
    kind="action_status",
    answerable=True,
    must_include=("laid|finished", "June"),
    evidence=(GoldEvidence("pier-plan", QUOTE),),
    refs=("P1",),
    whole_list=False,
)
NO_ANSWER = replace(GOLD, id="q2", kind="unanswerable", answerable=False, must_include=(), refs=())
UNDERSTOOD = read_question(GOLD.question, Vocabulary((), (), (), ()))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    path = tmp_path_factory.mktemp("papers") / "pier-plan.pdf"
    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 720, f"{QUOTE}. Nothing else was done.")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return PageText([path])


def cite(quote=QUOTE, page=1, paper=PAPER):
    return Citation(paper, paper.date, (Place(page, (0, 0, 1, 1)),), "text", None, quote, 1.0)


def act_on(ref):
    action = Action(ref, None, "Mend it", (), *[None] * 7, (), (), "table")
    return Held(1, action, PAPER, PAPER.date, None)


def say(text, *citations, refs=()):
    return Answer(UNDERSTOOD, True, text, citations, tuple(map(act_on, refs)))


REFUSAL = Answer(UNDERSTOOD, False, "The papers do not say.")
RIGHT = say("They were laid by June.", cite())


def values(pages, *asked):
    scored = score_answers([Asked(*each) for each in asked], pages)
    return {score.name: score.value for score in scored.scores}


def test_an_answer_that_says_every_part_and_shows_its_evidence_is_right(pages):
    scored = values(pages, (GOLD, RIGHT))
    assert scored["right"] == scored["right: action_status"] == scored["reciprocal rank"] == 1
    assert scored["words (median)"] == 5


def test_one_of_the_alternatives_is_enough_but_every_part_is_needed(pages):
    assert values(pages, (GOLD, say("Finished in June.", cite())))["right"] == 1
    assert values(pages, (GOLD, say("Finished.", cite())))["right"] == 0


def test_a_refused_question_stays_in_every_mean(pages):
    scored = values(pages, (GOLD, RIGHT), (GOLD, REFUSAL))
    assert scored["right"] == 0.5
    assert scored["all evidence in first 5"] == 0.5
    assert scored["reciprocal rank"] == 0.5


def test_a_refusal_is_wrong_even_where_it_happens_to_say_the_words(pages):
    lucky = replace(REFUSAL, text="Nothing was found about planks laid in June.")
    assert values(pages, (GOLD, lucky))["right"] == 0


def test_refusals_are_judged_both_ways(pages):
    asked = ((GOLD, REFUSAL), (NO_ANSWER, REFUSAL), (NO_ANSWER, RIGHT))
    scored = values(pages, *asked)
    assert scored["refusals made"] == 0.5
    assert scored["refusals right"] == 0.5


def test_no_refusal_at_all_has_no_precision(pages):
    assert values(pages, (GOLD, RIGHT))["refusals right"] is None


def test_evidence_counts_only_among_the_citations_people_look_at(pages):
    others = [cite("Nothing else was done")] * 5
    scored = values(pages, (GOLD, say("Laid in June.", *others, cite())))
    assert scored["some evidence in first 5"] == 0
    assert scored["reciprocal rank"] == pytest.approx(1 / 6)


def test_the_same_words_in_another_paper_are_no_evidence(pages):
    other = replace(PAPER, name="lamp-plan")
    assert values(pages, (GOLD, say("Laid in June.", cite(paper=other))))["reciprocal rank"] == 0


@pytest.mark.parametrize(
    ("citation", "found"),
    [
        (cite(), 1),
        (cite("the PLANKS  were laid"), 1),
        (cite("The planks were stolen in June"), 0),
        (cite(page=9), 0),
        (cite(paper=replace(PAPER, name="no-such-paper")), 0),
        (cite(page=2), None),
    ],
    ids=["as printed", "other case", "other words", "no such page", "no such paper", "a picture"],
)
def test_a_quote_is_looked_up_on_its_page(pages, citation, found):
    assert values(pages, (GOLD, say("Laid in June.", citation)))["quotes on their page"] == found


def test_a_list_is_complete_with_every_ref_and_pure_without_others(pages):
    both = replace(GOLD, refs=("P1", "P2"), whole_list=True)
    scored = values(pages, (both, say("", refs=("p1", "P2", "P9"))))
    assert scored["lists complete"] == 1
    assert scored["lists without others"] == pytest.approx(2 / 3)
    assert values(pages, (both, say("", refs=("P1",))))["lists complete"] == 0


def test_a_miss_says_what_was_wrong(pages):
    asked = [Asked(GOLD, REFUSAL), Asked(NO_ANSWER, RIGHT), Asked(GOLD, RIGHT)]
    misses = score_answers(asked, pages).misses
    assert [(miss.where[:2], miss.wrong) for miss in misses] == [
        ("q1", "refused, evidence"),
        ("q2", "answered, though the papers do not"),
    ]
