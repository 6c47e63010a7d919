"""What a piece of evidence gives of the fact that a question asks for."""

import numpy as np

from matters_arising.corpus.held import Held, Vocabulary
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.index.answer.fact import fact_asked
from matters_arising.index.answer.inquest import Inquest
from matters_arising.index.answer.named import Names
from matters_arising.index.answer.support import read_units
from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.question.reading import read_question
from matters_arising.index.search import Found, Hit
from matters_arising.index.word.term import weigh_terms

PAPER = Paper("0" * 64, "plan", "Plan", "2022-05-26", "Harbour Committee", "plan", 1)
ASKED = "how many groundings were there in 2022"


def gives(*cells: str, ref: str) -> dict[str, bool]:
    """Of each cell of a row with a ref, whether it gives the number asked for."""
    text = "\n".join(cells)
    row = Passage("row", "", text, text, (Place(1, (0, 0, 9, 9)),), ref=ref)
    hit = Hit(Held(1, row, PAPER, PAPER.date, PAPER.committee), 1.0, b"", True, True)
    none = np.zeros((0, 1), np.float32)
    question = read_question(ASKED, Vocabulary((), (), (), ()))
    terms = weigh_terms(question.terms, [3 for _ in question.terms], 100)
    inquest = Inquest.of(question, terms, fact_asked(ASKED), Names())
    found = Found((hit,), none, none[:, 0], ())
    units = read_units(inquest, found, query_encoder(), topic=question.topic)
    return {unit.text: unit.gives for unit in units}


def test_the_ref_of_a_row_is_no_number_of_what_the_row_is_about():
    assert gives("6", "Review all groundings", "7", ref="6") == {
        "6": False,
        "Review all groundings": False,
        "7": True,
    }
