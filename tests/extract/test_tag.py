import subprocess
import sys

import pytest
from spacy.tokens import Doc

from matters_arising.corpus.paper import Place
from matters_arising.extract import tag
from matters_arising.extract.phrase.sentence import split_sentences

TEXT = (
    "The Head of Parks to circulate the policy to members by 1 May 2024. Lamps in order rose"
    " from 45% in Q2 to 60% in Q3. Mary Jones was thanked."
)


@pytest.fixture(scope="module")
def doc():
    return tag.load()(TEXT)


def test_actions_owners_dates_and_figures_are_marked(doc):
    marked = [(ent.text, ent.label_) for ent in doc.ents if ent._.marked_by == "rule"]
    assert marked == [
        ("Head of Parks", "OWNER"),
        ("circulate the policy to members", "ACTION"),
        ("1 May 2024", "DATE"),
        ("45%", "MEASURE"),
        ("Q2", "DATE"),
        ("60%", "MEASURE"),
        ("Q3", "DATE"),
    ]


def test_the_statistical_model_marks_what_rules_do_not(doc):
    assert ("Mary Jones", "PERSON", "model") in [
        (ent.text, ent.label_, ent._.marked_by) for ent in doc.ents
    ]


def test_a_word_that_heralds_an_action_marks_it():
    heralded = tag.load()("ACTION: add the path to the next agenda.")
    assert [(e.text, e.label_) for e in heralded.ents if e.label_ == "ACTION"] == [
        ("add the path to the next agenda", "ACTION")
    ]


def test_loading_twice_gives_the_same_pipeline():
    assert tag.load() is tag.load()


def test_places_and_marks_survive_spacys_own_serialisation(doc):
    place = Place(3, (1.0, 2.0, 3.0, 4.0))
    tag.place_text(doc, "plan", [(0, 20, place), (20, len(TEXT), Place(4, place.box))])
    copy = Doc(tag.load().vocab).from_bytes(doc.to_bytes())
    assert copy._.paper == "plan"
    assert copy.ents[0]._.places == (place,)
    assert [e._.marked_by for e in copy.ents] == [e._.marked_by for e in doc.ents]


def test_tags_are_drawn_as_a_page(doc):
    page = tag.draw_tags(doc)
    assert page.startswith("<!DOCTYPE html>")
    assert "circulate the policy" in page


def test_reading_records_does_not_start_spacy():
    modules = ("phrase.due", "phrase.owner", "phrase.status", "record.measure", "reading")
    imports = ", ".join(f"matters_arising.extract.{module}" for module in modules)
    run = f"import sys, {imports}; print('spacy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_sentences_end_at_stops_lines_and_bullets_and_not_at_short_forms():
    text = "See e.g. para. 4 by Cllr. A. Marsh. It rained.\n• First point • second (Q3). Third?"
    assert split_sentences(text) == [
        "See e.g. para. 4 by Cllr. A. Marsh.",
        "It rained.",
        "First point",
        "second (Q3).",
        "Third?",
    ]


def test_a_word_that_ends_as_a_short_form_does_ends_its_sentence():
    text = "The team is adept. Then it met. Its inept. At approx. Nine it rose."
    assert split_sentences(text) == [
        "The team is adept.",
        "Then it met.",
        "Its inept.",
        "At approx. Nine it rose.",
    ]
