from matters_arising.index.word.compound import printed_otherwise


def test_a_word_that_is_printed_as_one_or_as_two_is_sought_in_both_ways():
    assert list(printed_otherwise("potholes on the quay")) == [("potholes", "pot holes")]
    assert list(printed_otherwise("which head teachers came")) == [
        ("head teachers", "headteachers")
    ]
    assert not list(printed_otherwise("the pot and its holes"))


def test_a_passage_that_prints_two_words_is_found_by_one(sample_library):
    found = sample_library.search("average case loads in the teams", limit=5)
    assert any("caseload" in citation.quote for citation in found)
