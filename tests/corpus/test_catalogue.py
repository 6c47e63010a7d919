import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from examples import action, measure, paper, passage, place, reading, report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.catalogue.connection import MIGRATIONS, open_engine
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.held import PassageVectors, Refusal
from matters_arising.corpus.reading import Audit
from matters_arising.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryMissing,
    LibraryNewer,
    LibraryOutdated,
    MattersArisingError,
    NothingFound,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "catalogue.db"


@pytest.fixture
def catalogue(path):
    with Catalogue.open(path, create=True) as opened:
        yield opened


def refs(held):
    return [one.record.ref for one in held]


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


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    assert refs(catalogue.actions()) == ["NEW"]


def test_a_removed_paper_leaves_nothing_behind(catalogue, path):
    catalogue.put(reading())
    ids = catalogue.passages_without_vectors()
    catalogue.save_vectors(PassageVectors(number, b"12", b"3") for number in ids)
    catalogue.remove(paper().id)
    catalogue.close()
    with sqlite3.connect(path) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND name NOT LIKE 'passage_fts%' AND name != 'library_fact'"
        ).fetchall()
        counts = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for (t,) in tables]
        words = connection.execute("SELECT count(*) FROM passage_fts_docsize").fetchone()[0]
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
    "given", ["2024-03-harbour-plan", "2024-03-HARBOUR-plan.pdf", "2024-03", paper().id[:8]]
)
def test_a_paper_is_found_by_name_beginning_or_id(catalogue, given):
    catalogue.put(reading())
    assert catalogue.paper(given) == paper()


def test_a_whole_name_wins_over_a_longer_one(catalogue):
    catalogue.put(reading(paper("plan")))
    catalogue.put(reading(paper("plan-2")))
    assert catalogue.paper("plan").name == "plan"


def test_an_unknown_paper_names_its_neighbours(catalogue):
    catalogue.put(reading())
    with pytest.raises(NothingFound, match="Near it: 2024-03-harbour-plan"):
        catalogue.paper("harbor-plan")


def test_an_ambiguous_name_lists_the_papers_with_their_ids(catalogue):
    catalogue.put(reading(paper("plan-1")))
    catalogue.put(reading(paper("plan-2")))
    with pytest.raises(NothingFound, match=r"plan-1 \([0-9a-f]{12}\), plan-2"):
        catalogue.paper("plan")


# Narrowing


def found_with(catalogue, **asked):
    return refs(catalogue.actions(ActionFilter(**asked)))


@pytest.mark.parametrize(
    ("asked", "matches"),
    [
        ({"ref": "hl 1"}, True),
        ({"ref": "HL"}, False),
        ({"ref": ""}, False),
        ({"owner": "harbour master"}, True),
        ({"owner": "deputy Harbour"}, True),
        ({"owner": "lights deputy"}, False),
        ({"owner": "?"}, False),
        ({"about": "lamps pier"}, True),
        ({"about": "lamps market"}, False),
        ({"statuses": ("delayed", "closed")}, True),
        ({"statuses": ("closed",)}, False),
        ({"due_before": "2024-06"}, True),
        ({"due_before": "2024-05"}, False),
        ({"due_before": "2024-05-02"}, True),
        ({"due_after": "2024-04"}, True),
        ({"due_after": "2024-05-30"}, True),
        ({"due_after": "2024-05"}, False),
        ({"due_in": "2024"}, True),
        ({"due_in": "2024-05-20"}, True),
        ({"due_in": "2024-06"}, False),
        ({"states": ("closed", "amber")}, True),
        ({"states": ("delayed",)}, True),
        ({"states": ("red",)}, False),
        ({"overdue": True, "as_of": "2024-05-31"}, False),
        ({"overdue": True, "as_of": "2024-06-01"}, True),
        ({"thread": "any"}, False),
        ({"ids": ()}, False),
    ],
)
def test_actions_are_narrowed(catalogue, asked, matches):
    catalogue.put(reading(actions=(action("HL1"),)))
    assert found_with(catalogue, **asked) == (["HL1"] if matches else [])


@pytest.mark.parametrize("status", ["complete", "closed", "complete_impact_unproven"])
def test_what_is_done_is_not_overdue(catalogue, status):
    catalogue.put(reading(actions=(action("DONE", status=status), action("OPEN", status=None))))
    assert found_with(catalogue, overdue=True, as_of="2030") == ["OPEN"]


@pytest.mark.parametrize(
    ("scope", "matches"),
    [
        (Filter(since="2024-03-14", until="2024-03-14"), True),
        (Filter(since="2024-03-15"), False),
        (Filter(until="2024-03-13"), False),
        (Filter(since="2024", until="2024"), True),
        (Filter(committee="harbour and lights"), True),
        (Filter(committee="LIGHTS"), True),
        (Filter(committee="pilots"), False),
        (Filter(papers=("2024-03-harbour-plan.pdf",)), True),
        (Filter(papers=("other", paper().id[:10])), True),
        (Filter(papers=("harbour",)), False),
    ],
)
def test_a_scope_narrows_every_listing_alike(catalogue, scope, matches):
    catalogue.put(reading(reports=(report(), report())))
    listings = (
        catalogue.actions(ActionFilter(scope, ref="HL1")),
        catalogue.measures(MeasureFilter(scope)),
        catalogue.decisions(DecisionFilter(scope))[:1],
        catalogue.papers(scope),
        catalogue.allowed_passages(scope),
        catalogue.match("lamps", limit=9, scope=scope),
    )
    if scope.until == "2024-03-13":  # one decision has an earlier date of its own
        listings = listings[:2] + listings[3:]
    assert {bool(listing) for listing in listings} == {matches}


def test_a_partial_date_matches_when_its_span_overlaps_the_window(catalogue):
    catalogue.put(reading(paper(date="2025-05")))
    ask = ActionFilter
    assert found_with(catalogue, scope=Filter(since="2025-05-10"), ref="HL1") == ["HL1"]
    assert found_with(catalogue, scope=Filter(until="2025-05-10"), ref="HL1") == ["HL1"]
    assert catalogue.actions(ask(Filter(since="2025-06"), ref="HL1")) == ()
    assert catalogue.actions(ask(Filter(until="2025-04"), ref="HL1")) == ()


def test_an_undated_paper_matches_no_window(catalogue):
    catalogue.put(reading(paper(date=None), reports=(report(), report())))
    assert catalogue.actions(ActionFilter(Filter(since="1900"))) == ()


def test_a_report_with_its_own_date_and_committee_is_filtered_by_them(catalogue):
    catalogue.put(reading())
    (held,) = catalogue.actions(ActionFilter(Filter(committee="pilots board", until="2023")))
    assert (held.date, held.committee) == ("2023-11", "Pilots' Board")
    assert held.paper.date == "2024-03-14"


def test_a_decision_keeps_the_date_of_its_own_meeting(catalogue):
    catalogue.put(reading())
    dates = [held.date for held in catalogue.decisions()]
    assert dates == ["2024-03-14", "2023-10-02"]
    (held,) = catalogue.decisions(DecisionFilter(Filter(until="2023-10")))
    assert (held.date, held.committee) == ("2023-10-02", "Pilots' Board")


def test_measures_are_narrowed_by_period_kind_unit_and_words(catalogue):
    catalogue.put(reading())

    def values(**asked):
        return [held.record.value for held in catalogue.measures(MeasureFilter(**asked))]

    assert values(period="2023-10") == [74.0]
    assert values(period="2023/24") == [74.0, 61.0]
    assert values(kinds=("baseline",)) == [61.0]
    assert values(units=("days",)) == []
    assert values(about="dusk lamps") == [74.0, 61.0]


def test_a_filter_with_no_date_for_a_date_is_an_error(catalogue):
    with pytest.raises(MattersArisingError, match="'soon' is no date"):
        catalogue.actions(ActionFilter(due_before="soon"))


def test_the_vocabulary_is_what_the_papers_use(catalogue):
    catalogue.put(reading())
    vocabulary = catalogue.vocabulary()
    assert vocabulary.committees == ("Harbour & Lights Committee", "Pilots' Board")
    assert vocabulary.owners == ("Harbour Master / Deputy", "Head of Lights")
    assert vocabulary.refs == ("HL1",)
    assert vocabulary.abbreviations == (("HM", "Harbour Master"),)


def test_the_vocabulary_is_never_that_of_papers_since_changed(catalogue, path):
    assert catalogue.vocabulary().refs == ()
    with Catalogue.open(path) as another:
        another.put(reading())
    assert catalogue.vocabulary().refs == ("HL1",)


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


# The file


def test_a_library_that_is_not_there_says_what_to_run(path):
    with pytest.raises(LibraryMissing, match="Run 'matters add PAPERS' first"):
        Catalogue.open(path)


def test_an_empty_file_is_no_library_yet(path):
    path.touch()
    with pytest.raises(LibraryMissing):
        Catalogue.open(path)


def test_a_file_that_is_no_database_is_damaged_and_left_alone(path):
    path.write_bytes(b"%PDF-1.4 not a database at all" * 99)
    for create in (False, True):
        with pytest.raises(LibraryDamaged, match="Restore it from a backup"):
            Catalogue.open(path, create=create)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_library_of_an_unfinished_version_is_refused_with_the_cure(catalogue, path):
    catalogue.put(reading())
    catalogue.close()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE action DROP COLUMN about_words")
    connection.close()
    with pytest.raises(LibraryOutdated, match=r"lacks action\.about_words.*add the papers again"):
        Catalogue.open(path)


def test_another_programs_database_is_left_alone(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryMissing, match="another program"):
        Catalogue.open(path, create=True)
    assert path.read_bytes() == before


def test_a_library_of_a_later_version_is_refused(catalogue, path):
    catalogue.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryNewer, match="Update matters-arising"):
        Catalogue.open(path)


def test_an_older_library_is_brought_forward_and_keeps_its_papers(catalogue, path):
    catalogue.put(reading())
    catalogue.close()
    later = [*MIGRATIONS, ["ALTER TABLE paper ADD COLUMN note"]]
    engine = open_engine(path, create=False, migrations=later)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 1 + len(later)
        assert connection.exec_driver_sql("SELECT name, note FROM paper").all() == [
            (paper().name, None)
        ]
    engine.dispose()


def test_a_library_of_the_first_version_can_be_read_and_added_to(catalogue, path):
    """What later versions added is taken away again, as in a file that never had it."""
    first = reading(audit=Audit(1200, 700, 450, 50))
    catalogue.put(first)
    catalogue.close()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE paper DROP COLUMN lost_pages")
        connection.execute("DROP TABLE paper_file")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Catalogue.open(path) as renewed:
        assert renewed.reading(paper().id) == first
        assert renewed.file(paper().id) is None
        renewed.note_file(paper().id, Path("/papers/plan.pdf"))
        assert renewed.file(paper().id) == Path("/papers/plan.pdf")


def test_where_a_papers_file_was_last_seen_is_forgotten_with_the_paper(catalogue):
    catalogue.put(reading())
    for seen in ("/old/plan.pdf", "/new/plan.pdf"):
        catalogue.note_file(paper().id, Path(seen))
    assert catalogue.file(paper().id) == Path("/new/plan.pdf")
    catalogue.remove(paper().id)
    assert catalogue.file(paper().id) is None


def test_a_migration_that_fails_changes_nothing(catalogue, path):
    catalogue.close()
    statements = ["ALTER TABLE paper ADD COLUMN note", "ALTER TABLE nowhere ADD COLUMN note"]
    broken = [*MIGRATIONS, statements]
    with pytest.raises(Exception, match="nowhere"):
        open_engine(path, create=False, migrations=broken)
    with Catalogue.open(path) as reopened:
        reopened.put(reading())


def test_a_reader_does_not_wait_for_a_writer(catalogue, path):
    catalogue.put(reading())
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM paper")
    with Catalogue.open(path) as reader:
        assert len(reader.papers()) == 1
    writer.execute("ROLLBACK")
    writer.close()


def test_a_writer_held_up_too_long_says_so(catalogue, path, monkeypatch):
    monkeypatch.setattr("matters_arising.corpus.catalogue.connection.BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Catalogue.open(path) as second, pytest.raises(LibraryBusy):
        second.put(reading())
    holder.close()


def test_a_sound_catalogue_has_no_faults_and_a_torn_word_index_is_noticed(catalogue, path):
    catalogue.put(reading())
    assert catalogue.faults() == ()
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM passage_fts_docsize WHERE id = 1")
    connection.close()
    assert catalogue.faults() == ("The word index and the passages differ in 1 places.",)
    catalogue.rebuild_words()
    assert catalogue.faults() == ()


def test_people_can_read_the_register_with_sql_alone(catalogue, path):
    catalogue.put(reading())
    catalogue.close()
    with sqlite3.connect(path) as connection:
        row = connection.execute(
            "SELECT paper, date, ref, due_date, pages FROM action_register"
        ).fetchone()
        figures = connection.execute("SELECT value, pages FROM figure_list").fetchall()
        decisions = connection.execute("SELECT date FROM decision_list").fetchall()
    connection.close()
    assert row == ("2024-03-harbour-plan", "2024-03-14", "HL1", "2024-05", "1, 2")
    assert figures == [(74.0, "2"), (61.0, "2")]
    assert decisions == [("2024-03-14",), ("2023-10-02",)]


def test_opening_imports_no_object_mapper(path):
    code = (
        "import sys; from matters_arising.corpus.catalogue.catalogue import Catalogue; "
        "sys.exit('sqlalchemy.orm' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
