"""The answer to the second of two questions in one."""

import numpy as np

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.index.answer.draft import Draft
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.refusal import Support
from matters_arising.index.answer.rest import tell_rest
from matters_arising.index.search import Hit

UNLIKE = np.zeros((0, 1), np.float32)
PAPER = Paper("0" * 64, "plan", "Plan", "2024-03-14", "Harbour Committee", "plan", 1)
FIRST = Draft("“Forty boats came in May.” (14 March 2024, page 1).", ())


def evidence(sentence, score=1.0):
    passage = Passage("text", "", sentence, sentence, (Place(1, (0, 0, 9, 9)),))
    held = Held(hash(sentence), passage, PAPER, PAPER.date, PAPER.committee)
    return Evidence(sentence, Hit(held, 1.0, UNLIKE, True, True), score)


def test_the_sentence_with_most_of_the_rests_own_words_is_added_and_cited():
    ranked = [evidence("Forty boats came in May."), evidence("Two boats sank.", 0.8)]
    told = tell_rest(FIRST, "how many of them sank", Support(0.9), ranked)
    assert told.text.endswith("“Two boats sank.” (14 March 2024, page 1).")
    assert [citation.quote for citation in told.citations] == ["Two boats sank."]


def test_what_is_told_already_is_not_told_again():
    told = tell_rest(
        FIRST, "when did they come", Support(0.9), [evidence("Forty boats came in May.")]
    )
    assert told == FIRST


def test_that_no_answer_was_found_to_the_rest_is_said():
    told = tell_rest(FIRST, "why", Support(0.1, "fact"), [])
    assert told.text.endswith("No answer was found to “why”.")
