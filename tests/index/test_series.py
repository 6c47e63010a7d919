"""Figures joined into one measure's course over time."""

from dataclasses import replace

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.record import Measure
from matters_arising.index.thread.series import join_series, say_value

ASSESSED = "initial health assessments within 20 days"


def figure(
    value,
    period,
    date="2017-03-01",
    *,
    measure=ASSESSED,
    unit="percent",
    kind="actual",
    committee="Scrutiny",
):
    record = Measure(
        quote=f"{value}",
        measure=measure,
        value=value,
        unit=unit,
        qualifier=None,
        period_text=None,
        period=period,
        kind=kind,
        direction=None,
    )
    paper = Paper(date, f"{date}-report", "Report", date, committee, "report", pages=1)
    return Held(int(value * 10), record, paper, date, committee)


def values(series):
    return [point.figure.record.value for point in series.points]


def test_reports_of_one_measure_come_in_the_order_of_their_periods():
    series = join_series(
        [
            figure(87, "2016/17-Q3"),
            figure(65, "2016/17-Q2", kind="baseline"),
            figure(41, "2016-06", "2016-07-04"),
        ]
    )
    assert [values(one) for one in series] == [[41, 65, 87]]
    assert [point.at for point in series[0].points] == ["2016-06-30", "2016-09-30", "2016-12-31"]


def test_a_measure_is_known_by_its_words_in_any_order_and_inside_a_longer_name():
    named = ("health assessments, initial, within 20 days", f"all {ASSESSED} of entry")
    series = join_series([figure(1, "2016"), *(figure(2, "2017", measure=n) for n in named)])
    assert len(series) == 1


def test_another_councils_reports_of_the_same_make_another_series():
    here = [figure(1, "2016"), figure(3, "2018")]
    for name in ("Cabinet", "Audit Committee"):
        series = join_series([*here, figure(2, "2017", committee=name)])
        assert sorted(map(values, series)) == [[1, 3], [2]]
    councils = ("Thornmere Borough Council", "Ambleford County Council")
    series = join_series([figure(n, str(2016 + n), committee=c) for n, c in enumerate(councils)])
    assert sorted(map(values, series)) == [[0], [1]]


def test_what_names_no_committee_or_its_council_alone_joins_the_one_committees_series():
    others = (None, "Thornmere Borough Council")
    figures = [figure(n, str(2017 + n), committee=name) for n, name in enumerate(others)]
    series = join_series([*figures, figure(9, "2020", committee="SCRUTINY")])
    assert [values(one) for one in series] == [[0, 1, 9]]


def test_other_words_numbers_or_units_make_another_measure():
    others = [
        figure(2, "2017", measure="review health assessments within 20 days"),
        figure(3, "2017", measure="initial health assessments within 48 days"),
        figure(4, "2017", unit="count"),
        figure(5, "2017", measure=f"total {ASSESSED}"),
    ]
    assert len(join_series([figure(1, "2016"), *others])) == 5


def test_a_name_of_one_word_is_a_measure_of_its_own_paper_only():
    found = [figure(n, str(2016 + n), f"{2017 + n}-01-01", measure="Total") for n in range(3)]
    assert len(join_series(found)) == 3


def test_a_figure_that_a_later_paper_gives_otherwise_is_kept_and_marked():
    series = join_series(
        [
            figure(65, "2016/17-Q2", "2016-11-28"),
            figure(63, "2016/17-Q2", "2017-03-01", kind="baseline"),
            figure(87, "2016/17-Q3", "2017-03-01"),
            figure(87, "2016/17-Q3", "2017-06-01"),
        ]
    )
    marks = [(point.figure.record.value, point.restated) for point in series[0].points]
    assert marks == [(65, True), (63, False), (87, False), (87, False)]


def test_a_target_is_no_restatement_of_a_result():
    series = join_series([figure(65, "2017", "2017-12-01"), figure(90, "2017", kind="target")])
    assert [point.restated for point in series[0].points] == [False, False]


def test_an_actual_figure_without_a_period_is_of_its_papers_date_and_no_other_is_dated():
    series = join_series([figure(65, None), figure(90, None, kind="target")])
    assert [point.at for point in series[0].points] == ["2017-03-01", None]


def test_measures_told_over_most_days_come_first():
    once = figure(3, "2017", measure="caseloads of social workers in all teams")
    series = join_series([once, figure(1, "2016"), figure(2, "2017")])
    assert [len(one.points) for one in series] == [2, 1]
    assert join_series([]) == ()


def test_a_value_is_said_with_its_unit():
    said = [say_value(v, u) for v, u in ((87, "percent"), (2.4e6, "gbp"), (19, "days"))]
    assert said == ["87%", "£2,400,000", "19 days"]
    assert say_value(replace(figure(1.5, None).record).value, "per_person") == "1.5 per person"
