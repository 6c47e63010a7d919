"""What is encoded when, from passages in the catalogue to vectors in the catalogue."""

from concurrent.futures import CancelledError
from dataclasses import replace
from queue import Queue
from threading import Event

import numpy as np
import pytest
from tiny_reader import reading_of

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.errors import ModelUnavailable
from matters_arising.index.encoder.encoding import AT_ONCE, WORTHWHILE, Encoding
from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.encoder.part import Part, Whole
from matters_arising.index.passage import embedded_text


@pytest.fixture
def catalogue(tmp_path):
    with Catalogue.open(tmp_path / "catalogue.db", create=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def encoder():
    return query_encoder()


def put(catalogue, name, passages):
    """Put a paper with so many passages, and say which they are."""
    before = set(catalogue.passages_without_vectors())
    reading = reading_of(name, name, ["Light the lamps."])
    one = reading.passages[0]
    said = (replace(one, text=f"{name} {n}", search_text=f"{name} {n}") for n in range(passages))
    catalogue.put(replace(reading, passages=tuple(said)))
    return set(catalogue.passages_without_vectors()) - before


@pytest.fixture
def encoding(catalogue, encoder):
    with Encoding(catalogue, lambda: encoder) as begun:
        yield begun


def test_new_passages_are_encoded_once_they_are_worth_it(catalogue, encoding):
    first = put(catalogue, "a", WORTHWHILE - 1)
    encoding.begin_new()
    encoding.finish()
    assert set(catalogue.passages_without_vectors()) == first
    put(catalogue, "b", 1)
    encoding.begin_new()
    encoding.finish()
    assert not catalogue.passages_without_vectors()
    third = put(catalogue, "c", 1)
    encoding.begin_new()
    encoding.finish()
    assert set(catalogue.passages_without_vectors()) == third


def test_what_waited_before_is_left_to_the_end(catalogue, encoder):
    before = put(catalogue, "a", WORTHWHILE)
    with Encoding(catalogue, lambda: encoder) as encoding:
        put(catalogue, "b", WORTHWHILE)
        encoding.begin_new()
        encoding.finish()
        assert set(catalogue.passages_without_vectors()) == before
        encoding.begin_all()
        encoding.finish()
    assert not catalogue.passages_without_vectors()


def test_what_is_under_way_is_not_begun_again(catalogue, encoder):
    asked = []

    class Counting:
        name, dimension = encoder.name, encoder.dimension

        def encode_wholes(self, wholes, *, between):
            asked.extend(wholes)
            return encoder.encode_wholes(wholes, between=between)

    with Encoding(catalogue, Counting) as encoding:
        put(catalogue, "a", WORTHWHILE)
        encoding.begin_new()
        put(catalogue, "b", 1)
        encoding.begin_all()
        encoding.finish()
    assert len(asked) == WORTHWHILE + 1
    assert not catalogue.passages_without_vectors()


def test_a_figure_is_encoded_with_its_passage_however_long_the_paper_is(catalogue, encoder):
    reading = reading_of("a", "a", ["Four homes are open. All are full."])
    whole = reading.passages[0]
    others = [replace(whole, text=f"{n}", search_text=f"{n}") for n in range(AT_ONCE)]
    figure = replace(whole, kind="measure", text="All are full.", search_text="All are full.")
    catalogue.put(replace(reading, passages=(whole, *others, figure)))
    with Encoding(catalogue, lambda: encoder) as encoding:
        encoding.begin_all()
        encoding.finish()
    part = Part(embedded_text(figure), figure.text)
    _, expected = encoder.encode_wholes([Whole(embedded_text(whole), (part,))])
    *_, (_, kept) = catalogue.vectors()
    assert np.abs(np.frombuffer(kept, "<f2") - expected.vector).max() < 1e-3
    assert expected.vector @ encoder.encode([part.text])[0] < 0.99


def test_it_is_told_how_far_one_long_paper_is(catalogue, encoder):
    told = []
    with Encoding(catalogue, lambda: encoder, on_saved=lambda *said: told.append(said)) as encoding:
        put(catalogue, "a", 2 * AT_ONCE + 1)
        encoding.begin_new()
        encoding.finish()
    total = 2 * AT_ONCE + 1
    assert told == [(AT_ONCE, total), (2 * AT_ONCE, total), (total, total)]


def test_passages_of_a_paper_that_was_replaced_meanwhile_get_no_vectors(catalogue, encoding):
    gone = put(catalogue, "a", WORTHWHILE)
    encoding.begin_new()
    now = put(catalogue, "a", 1)
    encoding.finish()
    assert not gone & set(catalogue.encoded_passages())
    assert set(catalogue.passages_without_vectors()) == now


def test_what_was_begun_and_not_finished_waits_for_another_run(catalogue, encoder):
    with Encoding(catalogue, lambda: encoder) as encoding:
        passages = put(catalogue, "a", WORTHWHILE)
        encoding.begin_new()
    assert set(catalogue.passages_without_vectors()) == passages


def test_what_is_being_encoded_is_given_up_between_two_batches(catalogue, encoder):
    begun, stopped, ended = Event(), Event(), Queue()

    class Waiting:
        name, dimension = encoder.name, encoder.dimension

        def encode_wholes(self, wholes, *, between):
            def stop_and_go_on():
                begun.set()
                stopped.wait(60)
                between()

            try:
                encoder.encode_wholes(wholes, between=stop_and_go_on)
                ended.put("went on")
            except CancelledError:
                ended.put("gave up")
                raise

    with Encoding(catalogue, Waiting) as encoding:
        passages = put(catalogue, "a", AT_ONCE)
        encoding.begin_new()
        assert begun.wait(60)
    stopped.set()
    assert ended.get(timeout=60) == "gave up"
    assert set(catalogue.passages_without_vectors()) == passages


def test_an_encoder_that_does_not_open_is_told_where_its_vectors_are_wanted(catalogue):
    def fail():
        raise ModelUnavailable("There is no model.")

    put(catalogue, "a", 1)
    with Encoding(catalogue, fail) as encoding:
        encoding.warm_up()
        encoding.begin_all()
        with pytest.raises(ModelUnavailable):
            encoding.finish()
