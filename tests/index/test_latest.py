"""The latest reports of actions, whatever number of dates has to be gone through."""

import pytest
from bare import bare_action

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter
from matters_arising.corpus.layout import Report
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.index.answer.latest import latest_actions

ISSUES = 40
UNDATED = "undated"


def issue(name, date, owner):
    whole = (1, 1)
    row = bare_action("Mend the pier", ref="1A", owners=(owner,))
    return Reading(
        paper=Paper(name.encode().hex().ljust(64, "0"), name, "Plan", date, None, "plan", 1),
        reports=(Report(None, "Plan", "report", None, None, None, whole),),
        sections=(),
        paragraphs=(),
        tables=(),
        actions=(row,),
        measures=(),
        decisions=(),
        abbreviations=(),
        audit=Audit(0, 0, 0, 0),
    )


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    """Forty monthly issues, those of one year owned by the mayor, and one without a date."""
    with Catalogue.open(tmp_path_factory.mktemp("latest") / "c.db", create=True) as catalogue:
        for n in range(ISSUES):
            date = f"{2020 + n // 12}-{1 + n % 12:02}"
            catalogue.put(issue(f"plan {n:02}", date, "Mayor" if n // 12 == 0 else "Clerk"))
        catalogue.put(issue(UNDATED, None, "Mayor"))
        yield catalogue


def names(found):
    return [held.paper.name for held in found]


def test_the_latest_date_of_all_is_told(catalogue):
    assert names(latest_actions(catalogue, [ActionFilter(ref="1A")])) == [f"plan {ISSUES - 1}"]


def test_what_fits_is_found_however_many_later_papers_do_not_fit(catalogue):
    found = latest_actions(
        catalogue, [ActionFilter(ref="1A")], lambda held: held.record.owners == ("Mayor",)
    )
    assert names(found) == ["plan 11"]


def test_a_date_that_is_not_asked_for_is_passed_by(catalogue):
    found = latest_actions(
        catalogue, [ActionFilter(ref="1A")], of_date=lambda date: date.startswith("2021")
    )
    assert names(found) == ["plan 23"]


def test_of_two_filters_the_later_report_counts(catalogue):
    asked = [ActionFilter(owner="mayor"), ActionFilter(owner="clerk")]
    assert names(latest_actions(catalogue, asked)) == [f"plan {ISSUES - 1}"]


def test_a_paper_without_a_date_comes_last(catalogue):
    undated = latest_actions(catalogue, [ActionFilter()], lambda held: held.date is None)
    assert names(undated) == [UNDATED]


def test_nothing_is_found_where_nothing_fits(catalogue):
    assert latest_actions(catalogue, [ActionFilter()], lambda held: False) == ()
    assert latest_actions(catalogue, []) == ()
