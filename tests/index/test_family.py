"""Which passages go to the encoder together."""

from hypothesis import given
from hypothesis import strategies as st

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.index.encoder.family import batch_families, gather_families
from matters_arising.index.encoder.part import Part, Whole

TOP, BOTTOM = Place(1, (72.0, 60.0, 523.0, 90.0)), Place(1, (72.0, 600.0, 523.0, 630.0))
OVERLEAF = Place(2, TOP.box)
QUOTE = "Four homes are open."


def held(number, kind, text, *places, report=0, paper="a"):
    of = Paper(paper, paper, "Homes", None, None, "report", 2)
    passage = Passage(kind, "Homes", text, text, places or (TOP,), report=report)
    return Held(number, passage, of, None, None)


def parents(*passages):
    """The whole that each part is with."""
    families = gather_families(passages)
    return {part.id: family.whole.id for family in families for part in family.parts}


def test_a_figure_goes_with_the_passage_that_holds_its_words():
    other = held(1, "text", "Nothing is known.")
    whole = held(2, "text", f"This is new. {QUOTE}")
    assert parents(other, whole, held(3, "measure", QUOTE)) == {3: 2}
    assert parents(other, whole, held(3, "decision", QUOTE)) == {3: 2}


def test_a_figure_goes_with_the_row_that_holds_its_words_in_other_lines():
    row = held(1, "row", "Four homes\nare open.")
    assert parents(row, held(2, "measure", QUOTE)) == {2: 1}


def test_of_passages_that_say_the_same_the_one_at_the_place_is_meant():
    wholes = held(1, "text", QUOTE, TOP), held(2, "text", QUOTE, TOP, BOTTOM)
    assert parents(*wholes, held(3, "measure", QUOTE, BOTTOM)) == {3: 2}
    assert parents(*wholes, held(3, "measure", QUOTE, TOP)) == {3: 1}
    assert parents(*wholes, held(3, "measure", QUOTE, TOP, OVERLEAF)) == {3: 1}
    assert parents(*wholes, held(3, "measure", QUOTE, TOP, BOTTOM)) == {3: 2}


def test_what_stands_on_another_page_or_in_another_report_is_not_meant():
    assert parents(held(1, "text", QUOTE, OVERLEAF), held(2, "measure", QUOTE, TOP)) == {}
    assert parents(held(1, "text", QUOTE, report=1), held(2, "measure", QUOTE)) == {}


def test_a_figure_that_is_quoted_from_nothing_stands_alone():
    (family,) = gather_families([held(1, "measure", QUOTE)])
    assert (family.whole.id, family.parts) == (1, ())


def test_the_encoder_reads_a_family_with_its_headings():
    (family,) = gather_families([held(1, "text", QUOTE), held(2, "measure", QUOTE)])
    assert family.said == Whole(f"Homes\n{QUOTE}", (Part(f"Homes\n{QUOTE}", QUOTE),))


def test_papers_do_not_share_families():
    passages = [held(1, "text", QUOTE, paper="a"), held(2, "measure", QUOTE, paper="b")]
    (batch,) = batch_families(passages, most=9)
    assert [family.parts for family in batch] == [(), ()]


@given(st.lists(st.sampled_from(["text", "row", "measure", "decision"])), st.integers(1, 9))
def test_each_passage_is_in_one_batch_and_no_family_is_parted(kinds, most):
    passages = [held(n, kind, QUOTE, paper=str(n // 7)) for n, kind in enumerate(kinds, 1)]
    batches = list(batch_families(passages, most=most))
    families = [family for batch in batches for family in batch]
    ids = [one.id for family in families for one in family.passages]
    assert sorted(ids) == [one.id for one in passages]
    for batch in batches:
        assert len(batch) == 1 or sum(len(family.passages) for family in batch) <= most
