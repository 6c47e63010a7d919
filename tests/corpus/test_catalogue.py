import sqlite3
from dataclasses import replace

import pytest
from examples import action, measure, paper, passage, place, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.corpus.held import PassageVectors, Refusal
from matters_arising.errors import PaperNotHeld, PaperUnclear


def texts(catalogue, ids):
    return [held.record.text for held in catalogue.passages(ids)]


# Keeping papers


def test_a_reading_comes_back_as_it_was_put(catalogue):
    catalogue.put(reading())
    assert catalogue.reading(paper().id) == reading()


words = st.text(max_size=12)
maybe = st.none() | words
places = st.lists(
    st.builds(place, st.integers(1, 999), st.floats(allow_nan=False, allow_infinity=False)),
    max_size=2,
).map(tuple)


@settings(max_examples=25)
@given(
    actions=st.lists(
        st.builds(
            action,
            maybe,
            section=maybe,
            action=words,
            owners=st.lists(words, max_size=3).map(tuple),
            due_date=maybe,
            columns=st.lists(st.tuples(words, words), max_size=2).map(tuple),
            places=places,
            report=st.integers(0, 1),
        ),
        max_size=3,
    ).map(tuple),
    measures=st.lists(
        st.builds(measure, quote=words, value=st.floats(allow_nan=False), period=maybe),
        max_size=3,
    ).map(tuple),
    passages=st.lists(
        st.builds(passage, words, heading=words, ref=maybe, places=places), max_size=3
    ).map(tuple),
    title=words,
    date=maybe,
)
def test_whatever_the_words_a_reading_comes_back(
    catalogue, actions, measures, passages, title, date
):
    put = reading(
        paper(title=title, date=date), actions=actions, measures=measures, passages=passages
    )
    catalogue.put(put)
    assert catalogue.reading(put.paper.id) == put


def test_half_a_character_is_kept_as_a_question_mark(catalogue):
    catalogue.put(reading(passages=(passage("caf\ud83d"),), abbreviations=(("\udcff", "x"),)))
    kept = catalogue.reading(paper().id)
    assert kept.passages == (passage("caf?"),)
    assert kept.abbreviations == (("?", "x"),)


def test_putting_a_paper_again_replaces_it(catalogue):
    catalogue.put(reading())
    changed = reading(actions=(action("NEW"),))
    catalogue.put(changed)
    assert [held.paper for held in catalogue.papers()] == [paper()]
    assert catalogue.reading(paper().id) == changed
    assert [held.record.ref for held in catalogue.actions()] == ["NEW"]


def test_a_removed_paper_leaves_nothing_behind(catalogue, path):
    catalogue.put(reading())
    ids = catalogue.passages_without_vectors()
    catalogue.save_vectors(PassageVectors(number, b"12", b"3") for number in ids)
    catalogue.remove(paper().id)
    catalogue.close()
    with sqlite3.connect(path) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND name NOT LIKE '%_fts%' AND name != 'library_fact'"
        ).fetchall()
        counts = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for (t,) in tables]
        words = sum(
            connection.execute(f"SELECT count(*) FROM {table}_fts_docsize").fetchone()[0]
            for table in ("passage", "action")
        )
    connection.close()
    assert len(tables) > 10
    assert sum(counts) + words == 0


def test_ids_of_removed_passages_are_not_used_again(catalogue):
    catalogue.put(reading())
    before = set(catalogue.allowed_passages(Filter()))
    catalogue.remove(paper().id)
    catalogue.put(reading())
    assert before.isdisjoint(catalogue.allowed_passages(Filter()))


def test_papers_are_listed_by_date_then_name_whatever_the_order_of_adding(catalogue):
    names = {"b": "2024-03", "a": "2024-03", "undated": None, "early": "2021"}
    for name, date in names.items():
        catalogue.put(reading(paper(name, date=date)))
    assert [held.paper.name for held in catalogue.papers()] == ["early", "a", "b", "undated"]
    assert [h.paper.name for h in catalogue.actions(ActionFilter(ref="HL1"))] == [
        "early",
        "a",
        "b",
        "undated",
    ]


def test_a_listing_says_how_much_was_read(catalogue):
    catalogue.put(reading())
    (held,) = catalogue.papers()
    assert (held.reports, held.table_rows, held.actions, held.passages) == (2, 3, 2, 4)


def test_a_paper_that_could_not_be_read_is_noted_until_it_is_read(catalogue):
    refusal = Refusal("2024-03-harbour-plan", "It is encrypted.")
    catalogue.refuse(replace(refusal, reason="It is damaged."))
    catalogue.refuse(refusal)
    assert catalogue.refusals() == (refusal,)
    catalogue.put(reading())
    assert catalogue.refusals() == ()


# Finding papers


@pytest.mark.parametrize(
    "given",
    [
        *("2024-03-harbour-plan", "2024-03-HARBOUR-plan.pdf", "2024-03"),
        *("Harbour", "harbour plan", "03_harbour-", paper().id[:8]),
    ],
)
def test_a_paper_is_found_by_its_name_a_part_of_it_or_its_id(catalogue, given):
    catalogue.put(reading())
    catalogue.put(reading(paper("a-plan")))
    assert catalogue.paper(given) == paper()


def test_a_whole_name_wins_over_a_longer_one(catalogue):
    catalogue.put(reading(paper("plan")))
    catalogue.put(reading(paper("plan-2")))
    assert catalogue.paper("plan").name == "plan"


def test_a_name_that_begins_so_wins_over_one_that_goes_on_so(catalogue):
    catalogue.put(reading(paper("plan-2")))
    catalogue.put(reading(paper("the-plan")))
    assert catalogue.paper("plan").name == "plan-2"


@pytest.mark.parametrize("given", ["", " ", ".pdf", "-", "%", "harbour%"])
def test_what_is_no_part_of_a_name_means_no_paper(catalogue, given):
    catalogue.put(reading())
    with pytest.raises(PaperNotHeld):
        catalogue.paper(given)


def test_a_whole_name_means_every_paper_that_has_it(catalogue):
    for id_ in ("1" * 64, "2" * 64):
        catalogue.put(reading(replace(paper("plan"), id=id_)))
    assert [held.id[0] for held in catalogue.papers_meant("PLAN")] == ["1", "2"]
    with pytest.raises(PaperUnclear):
        catalogue.paper("plan")


def test_an_unknown_paper_names_its_neighbours(catalogue):
    catalogue.put(reading())
    with pytest.raises(PaperNotHeld, match="Near it: 2024-03-harbour-plan"):
        catalogue.paper("harbor-plan")


def test_an_ambiguous_name_lists_the_papers_with_their_ids(catalogue):
    catalogue.put(reading(paper("plan-1")))
    catalogue.put(reading(paper("plan-2")))
    with pytest.raises(PaperUnclear, match=r"plan-1 \([0-9a-f]{12}\), plan-2"):
        catalogue.paper("plan")


# Passages


def test_passages_lead_to_the_record_they_were_made_from(catalogue):
    catalogue.put(reading(paper("first")))
    catalogue.put(reading(paper("second")))
    rows = catalogue.allowed_passages(Filter(papers=("second",), kinds=("row",)))
    (held,) = catalogue.passages(rows)
    (found,) = catalogue.actions(ActionFilter(ids=(held.record_id,)))
    assert (found.paper.name, found.record.ref) == ("second", "HL1")


def test_passages_come_in_the_order_asked_for(catalogue):
    catalogue.put(reading())
    ids = list(catalogue.allowed_passages(Filter()))
    assert [held.id for held in catalogue.passages([*reversed(ids), 999])] == ids[::-1]


def test_words_are_matched_by_their_stem_and_best_first(catalogue):
    catalogue.put(reading())
    found = catalogue.match("lamp AND failing", limit=5)
    assert texts(catalogue, [match.passage for match in found]) == ["Lamps fail in the wet."]
    scores = [match.score for match in catalogue.match("lamps", limit=5)]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_counting_stops_where_it_is_told(catalogue):
    catalogue.put(reading())
    assert catalogue.count_matches("lamps", at_most=2) == 2
    assert catalogue.count_matches("lamps", at_most=99) == 3
    assert catalogue.count_passages() == 4


def test_what_was_tallied_is_counted_the_same(catalogue):
    catalogue.put(reading())
    for at_most in (2, 99):
        tally = catalogue.tally("lamps", at_most=at_most)
        assert catalogue.count_matches("lamps", at_most=at_most) == len(tally.passages)
    catalogue.remove(paper().id)
    assert catalogue.count_matches("lamps", at_most=99) == 0


def test_what_is_read_in_one_moment_sees_no_later_change(catalogue, path):
    catalogue.put(reading(paper("first")))
    with Catalogue.open(path) as other, catalogue.one_moment():
        seen = catalogue.generation(), catalogue.count_passages(), catalogue.papers()
        other.put(reading(paper("second")))
        with catalogue.one_moment():
            now = catalogue.generation(), catalogue.count_passages(), catalogue.papers()
        assert now == seen
        assert len(catalogue.match("lamps", limit=9)) == 3
    assert len(catalogue.papers()) == 2
    assert catalogue.count_passages() == 8
    catalogue.remove(paper("first").id)  # and may be changed again


def test_a_moment_that_ends_in_an_error_is_over(catalogue):
    with pytest.raises(PaperNotHeld), catalogue.one_moment():
        catalogue.reading("unknown")
    catalogue.put(reading())
    assert catalogue.count_passages() == 4


# Vectors


def test_vectors_are_kept_until_their_passage_goes(catalogue):
    catalogue.put(reading(paper("first")))
    catalogue.put(reading(paper("second")))
    first, *others = catalogue.passages_without_vectors()
    catalogue.save_vectors([PassageVectors(first, b"\x01\x02", b"tokens")])
    assert list(catalogue.passages_without_vectors()) == others
    assert list(catalogue.vectors()) == [(first, b"\x01\x02")]
    assert catalogue.tokens([others[0], first]) == (None, b"tokens")
    catalogue.remove(paper("first").id)
    assert list(catalogue.vectors()) == []


def test_forgotten_vectors_wait_to_be_made_anew(catalogue):
    catalogue.put(reading())
    ids = catalogue.passages_without_vectors()
    catalogue.save_vectors(PassageVectors(number, b"12") for number in ids)
    catalogue.forget_vectors()
    assert catalogue.passages_without_vectors() == ids


def test_every_change_moves_the_generation_on(catalogue):
    seen = [catalogue.generation()]
    catalogue.put(reading())
    seen.append(catalogue.generation())
    catalogue.save_vectors([PassageVectors(catalogue.passages_without_vectors()[0], b"12")])
    seen.append(catalogue.generation())
    catalogue.remove(paper().id)
    seen.append(catalogue.generation())
    assert seen == sorted(set(seen))


def test_facts_are_kept(catalogue, path):
    assert catalogue.meta("model") is None
    catalogue.set_meta("model", "one")
    catalogue.set_meta("model", "two")
    with Catalogue.open(path) as other:
        assert other.meta("model") == "two"
