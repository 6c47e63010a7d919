"""Which records a filter lets through."""

import pytest
from examples import action, paper, reading, report

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.errors import MattersArisingError


def refs(held):
    return [one.record.ref for one in held]


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
        ({"threads": ("any", "other")}, False),
        ({"threads": ()}, False),
        ({"ids": ()}, False),
        ({"dates": ("2024-03-14", "")}, True),
        ({"dates": ("2024-03", "")}, False),
        ({"dates": ()}, False),
        ({"title": "improvement plan 2024 03"}, True),
        ({"title": "plan 2024_03"}, False),
        ({"title": "plan for harbours"}, False),
    ],
)
def test_actions_are_narrowed(catalogue, asked, matches):
    catalogue.put(reading(actions=(action("HL1"),)))
    assert found_with(catalogue, **asked) == (["HL1"] if matches else [])


def test_every_owner_is_looked_through_though_many_actions_have_the_same(catalogue):
    owners = ["Director", "Director of Lights", "Harbour Master", "Zoo Keeper"]
    rows = [action(f"{n}", owners=(owner,)) for n, owner in enumerate(owners * 3)]
    catalogue.put(reading(actions=tuple(rows)))
    assert found_with(catalogue, owner="director") == ["0", "1", "4", "5", "8", "9"]
    assert found_with(catalogue, owner="keeper") == ["3", "7", "11"]


def test_no_owner_is_found_where_no_action_has_one(catalogue):
    catalogue.put(reading(actions=(action(owners=()),)))
    assert found_with(catalogue, owner="director") == []


def test_the_dates_of_actions_are_told_once_each(catalogue):
    for name, date in [("a", "2024-03-14"), ("b", "2023-01"), ("c", None), ("d", "2023-01")]:
        catalogue.put(reading(paper(name, date=date), actions=(action("HL1"), action("HL2"))))
    assert sorted(catalogue.action_dates(ActionFilter(ref="HL1"))) == ["", "2023-01", "2024-03-14"]
    assert catalogue.action_dates(ActionFilter(ref="none")) == ()


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
