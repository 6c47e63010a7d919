"""What is encoded when, from passages in the catalogue to vectors in the catalogue."""

from dataclasses import replace

import pytest
from tiny_reader import reading_of

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.index.encoder.encoding import WORTHWHILE, Newcomers
from matters_arising.index.encoder.light import query_encoder


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


def test_new_passages_are_encoded_once_they_are_worth_it(catalogue, encoder):
    newcomers = Newcomers(catalogue, lambda: encoder)
    first = put(catalogue, "a", WORTHWHILE - 1)
    newcomers.encode()
    assert set(catalogue.passages_without_vectors()) == first
    put(catalogue, "b", 1)
    newcomers.encode()
    assert not catalogue.passages_without_vectors()
    third = put(catalogue, "c", 1)
    newcomers.encode()
    assert set(catalogue.passages_without_vectors()) == third


def test_what_waited_before_is_left_to_the_end_where_people_are_told(catalogue, encoder):
    before = put(catalogue, "a", WORTHWHILE)
    newcomers = Newcomers(catalogue, lambda: encoder)
    put(catalogue, "b", WORTHWHILE)
    newcomers.encode()
    assert set(catalogue.passages_without_vectors()) == before
