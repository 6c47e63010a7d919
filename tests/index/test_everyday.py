from matters_arising.index.word.everyday import share_told
from matters_arising.index.word.term import weigh_terms


def test_everyday_words_weigh_less_than_others_as_rare():
    terms = weigh_terms(("went", "culvert"), (2, 2), 1_000)
    weights = dict(terms.weights)
    assert weights["went"] < weights["culvert"] / 2


def test_names_of_things_tell_all_of_themselves():
    assert share_told("culvert") == 1.0
