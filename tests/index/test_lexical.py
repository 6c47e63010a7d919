import pytest

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.layout import Report
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.index.word import lexical
from matters_arising.index.word.lexical import find, is_ref, question_terms


@pytest.fixture
def catalogue(tmp_path):
    with Catalogue.open(tmp_path / "catalogue.db", create=True) as opened:
        yield opened


def put(catalogue, *texts, name="paper"):
    paper = Paper(name, name, name, "2024-03-14", "Harbour Committee", "plan", 1)
    report = Report(None, name, "plan", None, None, None, (1, 1))
    passages = tuple(Passage("text", "", text, text, ()) for text in texts)
    catalogue.put(
        Reading(paper, (report,), (), (), (), (), (), (), (), Audit(0, 0, 0, 0), passages)
    )


def found(catalogue, question, limit=9, **asked):
    ids = [match.passage for match in find(catalogue, question, limit=limit, **asked)]
    return [held.record.text for held in catalogue.passages(ids)]


@pytest.mark.parametrize("word", ["CLD9", "14h/2021", "3D", "5.12", "2a", "A.3", "PR1.2a", "4.2.1"])
def test_numbers_of_actions_and_paragraphs_are_refs(word):
    assert is_ref(word)


@pytest.mark.parametrize(
    "word", ["2020", "1st", "45%", "2016/17", "Q3", "12", "covid-19", "1/9/2020", "1990s", "a"]
)
def test_dates_figures_and_words_are_no_refs(word):
    assert not is_ref(word)


def test_the_words_that_make_a_question_are_not_sought():
    terms = question_terms("What happened to the lamps on the north pier?")
    assert [term.spellings for term in terms] == [("lamps",), ("north",), ("pier",)]


def test_a_question_of_stop_words_alone_is_still_asked():
    assert question_terms("to be or not")[0].spellings == ("to",)


def test_a_phrase_in_quotes_stays_whole(catalogue):
    put(catalogue, "The pier is to the north.", "The north pier is closed.")
    assert found(catalogue, '"north pier"') == ["The north pier is closed."]


@pytest.mark.parametrize("question", ["", "?!", '"', "\x00", 'NEAR("lamp', "lamp* AND (", "-lamp"])
def test_nothing_typed_is_taken_for_syntax(catalogue, question):
    put(catalogue, "One lamp failed.")
    assert found(catalogue, question) in ([], ["One lamp failed."])


def test_passages_with_every_word_come_first(catalogue):
    put(catalogue, "pier pier pier", "lamps lamps lamps", "the lamps and a long word or two, pier")
    assert found(catalogue, "lamps pier")[0].startswith("the lamps and")
    assert len(found(catalogue, "lamps pier")) == 3


def test_an_exact_ref_comes_before_passages_with_more_of_the_words(catalogue):
    put(
        catalogue,
        "HL9 Mend the bell",
        "lamps of the pier, lamps of the quay, replaced lamps",
        "HL8 Replace the lamps",
    )
    assert found(catalogue, "were the pier lamps of HL9 replaced")[0] == "HL9 Mend the bell"


def test_a_ref_with_a_slash_is_matched_as_it_is_written(catalogue):
    put(catalogue, "14h/2021 Mend the bell", "14 bells in 2021 at 2h", "2021/14h is another")
    assert found(catalogue, "14h/2021") == ["14h/2021 Mend the bell"]


def test_short_and_long_forms_find_each_other(catalogue):
    pairs = [("HM", "Harbour Master")]
    put(catalogue, "The HM agreed.", "The Harbour Master signed.", "A master agreed.")
    assert found(catalogue, "HM", abbreviations=pairs) == [
        "The HM agreed.",
        "The Harbour Master signed.",
    ]
    assert "The HM agreed." in found(catalogue, "harbour master", abbreviations=pairs)


def test_a_glossary_full_of_quotes_breaks_nothing(catalogue):
    put(catalogue, "The HM agreed.")
    assert found(catalogue, "HM", abbreviations=[("HM", 'Harbour "OR\x00 Master')]) == [
        "The HM agreed."
    ]


def test_common_words_are_left_out_once_they_cost_too_much(catalogue, monkeypatch):
    monkeypatch.setattr(lexical, "COMMON_AT_LEAST", 2)
    put(catalogue, *(f"lamp number {n}" for n in range(9)), "a bell")
    assert found(catalogue, "lamp bell") == ["a bell"]
    assert len(found(catalogue, "lamp number quay")) == 9


def test_common_words_raise_no_ref_above_another(catalogue, monkeypatch):
    monkeypatch.setattr(lexical, "COMMON_AT_LEAST", 2)
    put(catalogue, *(f"lamp {n}" for n in range(9)), "HL9 lamp lamp lamp lamp", "HL9 bell")
    assert found(catalogue, "HL9 lamp bell quay")[0] == "HL9 bell"


def test_of_many_words_the_rarest_are_looked_up_as_far_as_time_allows(catalogue, monkeypatch):
    monkeypatch.setattr(lexical, "MOST_MATCHES", 4)
    put(catalogue, "lamp one", "lamp two", "lamp three", "bell", "bell tower", "quay")
    assert sorted(found(catalogue, "lamp bell quay")) == ["bell", "bell tower", "quay"]
    assert len(found(catalogue, "lamp bridge")) == 3


def test_each_passage_comes_once_and_no_more_than_asked_for(catalogue):
    put(catalogue, *(f"lamp HL{n} pier" for n in range(9)))
    texts = found(catalogue, "lamp HL3 pier", limit=4)
    assert len(set(texts)) == len(texts) == 4


def test_a_scope_that_matches_nothing_finds_nothing(catalogue):
    put(catalogue, "lamp", name="first")
    put(catalogue, "lamp", name="second")
    assert found(catalogue, "lamp", scope=Filter(papers=("none",))) == []
    assert len(find(catalogue, "lamp", limit=9, scope=Filter(papers=("second",)))) == 1
