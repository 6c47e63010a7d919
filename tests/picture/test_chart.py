"""Timelines, plans and series as pictures: what they say, and that it can be read."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from bare import bare_action
from matplotlib.backends.backend_agg import FigureCanvasAgg

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.record import STATUSES, Measure
from matters_arising.errors import MattersArisingError
from matters_arising.index.thread.change import Report, describe_changes
from matters_arising.index.thread.course import IssueCourse, PlanCourse, Tally
from matters_arising.index.thread.history import History, Step, say_last
from matters_arising.index.thread.series import join_series
from matters_arising.picture.plan import draw_plan, lay_out_plan
from matters_arising.picture.series import draw_series, lay_out_series
from matters_arising.picture.sheet import drawing, text_width, wrap
from matters_arising.picture.timeline import draw_history, lay_out_history

OWNERS = (("Harbour Master",), ("Head of Lights & Buoys <East>", "Deputy Harbour Master, $5 a $"))


def paper(date):
    return Paper(date, f"{date}-plan", "Harbour improvement plan", date, "Board", "plan", pages=9)


def report(number):
    """The nth report of an action: its date, owner, ref, status and wording change."""
    date = f"{2019 + number // 3}-{1 + 4 * (number % 3):02}-15"
    due = f"{2020 + number // 3}-{1 + 3 * (number % 4):02}"
    action = bare_action(
        "Replace the lamps on the north pier" + " and chart them again" * (number % 3),
        ref=f"{'AB'[number % 2]}{number}",
        owners=OWNERS[number % 2],
        due_text=due,
        due_date=None if number % 5 == 4 else due,
        due_precision="month",
        status=[*STATUSES, None][number % 11],
        places=(Place(3 + number, (0, 0, 9, 9)),),
    )
    return Report((Held(number, action, paper(date), date, "Board", thread="lamps"),))


def told(reports, mentions=0):
    steps = [Step(report(0), (), None)]
    for number in range(1, reports):
        changes = describe_changes(report(number - 1), report(number))
        steps.append(Step(report(number), changes, None))
    prose = [
        Held(n, Passage("text", "", words, words, ()), paper(day), day, "Board")
        for n in range(mentions)
        for words, day in [(f"Two lamps wait for diver {n}. " * 9, f"2019-{1 + n % 9:02}-20")]
    ]
    last = steps[-1].report
    return History("lamps", tuple(steps), tuple(prose), (), say_last(last), (), 40, ())


def course(issues, slips=1):
    tallies = tuple(Tally(status, 1 + n) for n, status in enumerate([*STATUSES, None]))
    total = sum(tally.actions for tally in tallies)
    return PlanCourse(
        tuple(
            IssueCourse(paper(day), day, total, tallies, 3, 2, 1)
            for day in (f"{2019 + n}-03-01" for n in range(issues))
        ),
        tuple(tuple(report(n) for n in range(3)) for _ in range(slips)),
    )


def figure(value, period, date, **changes):
    measure = Measure(
        quote=f"{value}%",
        measure="lamps lit within two days",
        value=value,
        unit="percent",
        qualifier=None,
        period_text=None,
        period=period,
        kind="actual",
        direction=None,
    )
    return Held(int(value), replace(measure, **changes), paper(date), date, "Board")


SERIES = join_series(
    [
        figure(65, "2016/17-Q2", "2016-11-28"),
        figure(63, "2016/17-Q2", "2017-03-01"),
        figure(87, "2016/17-Q3", "2017-03-01"),
        figure(90, None, "2017-03-01", kind="target"),
    ]
)


def texts(svg):
    return ["".join(found.itertext()) for found in ElementTree.parse(svg).iter() if _is_text(found)]


def _is_text(element):
    return element.tag.endswith("}text")


def boxes(sheet):
    renderer = FigureCanvasAgg(sheet.figure).get_renderer()
    found = [text for axes in sheet.figure.axes for text in axes.texts if text.get_text()]
    return [(text.get_text(), text.get_window_extent(renderer)) for text in found]


def assert_nothing_touches(sheet):
    placed = boxes(sheet)
    whole = sheet.figure.bbox
    for words, box in placed:
        assert box.x0 >= 0 and box.x1 <= whole.x1 and box.y0 >= 0 and box.y1 <= whole.y1, words
    for (one, box), (other, beside) in combinations(placed, 2):
        assert not box.padded(-2).overlaps(beside.padded(-2)), (one, other)


@pytest.mark.parametrize("mentions", [0, 15])
@pytest.mark.parametrize("reports", [1, 2, 6, 12])
def test_no_label_of_a_timeline_touches_another(reports, mentions):
    with drawing():
        assert_nothing_touches(lay_out_history(told(reports, mentions), as_of="2024-01-10"))


@pytest.mark.parametrize("issues", [1, 2, 6, 12])
def test_no_label_of_a_plan_touches_another(issues):
    with drawing():
        assert_nothing_touches(lay_out_plan(course(issues, slips=3)))


def test_no_label_of_a_series_touches_another():
    with drawing():
        assert_nothing_touches(lay_out_series(SERIES))


def test_a_timeline_says_every_report_in_words_with_its_page_and_what_changed(tmp_path):
    draw_history(told(2), tmp_path / "a.svg", as_of="2024-01-10")
    said = texts(tmp_path / "a.svg")
    assert {"15 January 2019", "15 May 2019", "page 3, as A0", "page 4, as B1"} <= set(said)
    assert "• due date moved from January 2020 to April 2020" in said
    assert "• renumbered A0 → B1" in said


def test_words_of_a_paper_stay_words_in_svg_whatever_they_hold(tmp_path):
    draw_history(told(2), tmp_path / "a.svg", as_of="2024-01-10")
    said = " ".join(texts(tmp_path / "a.svg"))
    assert "Head of Lights & Buoys <East>" in said
    assert "$5 a $" in said


def test_letters_that_no_svg_may_hold_are_left_out(tmp_path):
    one = told(1)
    line = one.steps[0].report.first
    odd = replace(line, record=replace(line.record, action="Replace\x00 the \x1blamps \ud83d now"))
    story = replace(one, steps=(Step(Report((odd,)), (), None),))
    draw_history(story, tmp_path / "a.svg", as_of="2024-01-10")
    assert any("Replace the lamps now" in said for said in texts(tmp_path / "a.svg"))


def test_a_plan_says_how_many_actions_stand_at_each_status(tmp_path):
    draw_plan(course(2), tmp_path / "plan.svg")
    said = texts(tmp_path / "plan.svg")
    assert said.count("Complete, impact still to be shown 2") == 2
    assert said.count("No status given 11") == 2


def test_a_plan_says_how_many_slips_it_leaves_out(tmp_path):
    draw_plan(course(1, slips=33), tmp_path / "plan.svg")
    assert any(said.startswith("3 more actions slipped.") for said in texts(tmp_path / "plan.svg"))


def test_a_series_draws_every_figure_restated_ones_too(tmp_path):
    draw_series(SERIES, tmp_path / "series.svg")
    said = texts(tmp_path / "series.svg")
    assert {"63%", "65%", "87%", "1 without a date not drawn"} <= set(said)


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_the_same_picture_is_the_same_file(tmp_path, suffix):
    for name in ("one", "two"):
        draw_history(told(3, 2), tmp_path / f"{name}{suffix}", as_of="2024-01-10")
        draw_plan(course(2), tmp_path / f"plan-{name}{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()
    plans = [(tmp_path / f"plan-{name}{suffix}").read_bytes() for name in ("one", "two")]
    assert plans[0] == plans[1]


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_a_picture_replaces_an_older_one_and_no_other_file(tmp_path, suffix):
    path = tmp_path / f"picture{suffix}"
    draw_plan(course(1), path)
    draw_plan(course(2), path)
    other = tmp_path / f"mine{suffix}"
    other.write_text("my own drawing")
    with pytest.raises(MattersArisingError, match="was not made by this program"):
        draw_plan(course(1), other)
    assert other.read_text() == "my own drawing"


def test_wrapped_lines_keep_to_their_width_and_an_ellipsis_ends_what_is_cut():
    words = "Replace the lamps on the north pier before the winter storms begin in earnest"
    lines = wrap(words, 1.5)
    assert " ".join(lines) == words
    assert all(text_width(line) <= 1.5 for line in (*lines, *wrap("x" * 90, 1.5)))
    cut = wrap(words, 1.5, most=2)
    assert len(cut) == 2 and cut[-1].endswith("…") and text_width(cut[-1]) <= 1.5
