import pytest

from matters_arising.extract.record.measure import (
    Prose,
    measures_in,
    measures_in_table,
    measures_of,
    merge_repeats,
    read_covered_period,
)


def read(text, **around):
    return measures_in(text, **{"paper_date": "2022-03", **around})


def brief(measures, *fields):
    return [tuple(getattr(measure, field) for field in fields) for measure in measures]


def test_a_before_and_after_pair_is_a_baseline_and_an_actual():
    found = read(
        "The percentage of bins emptied on time has increased from 45% in Q2 to 60% in Q3."
    )
    assert brief(found, "value", "period", "kind", "direction") == [
        (45, "2021/22-Q2", "baseline", None),
        (60, "2021/22-Q3", "actual", "increase"),
    ]
    assert {measure.measure for measure in found} == {"bins emptied on time"}


def test_the_quote_stands_in_the_text_word_for_word():
    text = "Roads were gritted. There were 6 complaints received this quarter."
    (found,) = read(text)
    assert found.quote in text
    assert brief([found], "value", "unit", "period") == [(6, "count", "2021/22-Q3")]


def test_a_pronoun_stands_for_what_the_figure_before_measured():
    found = read(
        "Visits made on time rose from 50% to 70%. This is from a low of 9% in Q3 last year."
    )
    assert found[2].measure == "Visits made on time"
    assert brief(found[2:], "value", "period", "kind") == [(9, "2020/21-Q3", "baseline")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The average wait has reduced from 20 to 16 weeks.", 16, "weeks"),
        ("An additional investment of £2.3 million was agreed.", 2_300_000, "gbp"),
        ("A grant of €1.2m for lamps was received.", 1_200_000, "euros"),
        ("The new pier cost US$4,500 to paint.", 4_500, "dollars"),
        ("The team is made up of 9.5 posts.", 9.5, "posts"),
        (
            "The average caseload for officers has reduced from 23 in Q2 to 19 in Q3.",
            19,
            "per_person",
        ),
        ("We have appointed four wardens to the park.", 4, "count"),
        ("12.5 per cent of lamps were out.", 12.5, "percent"),
        ("The warden attended the forum twice in the past six months.", 2, "count"),
    ],
)
def test_units_are_read(text, value, unit):
    assert brief(read(text), "value", "unit")[-1] == (value, unit)


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("Over 80%", "over"),
        ("Just under 80%", "under"),
        ("At least 80%", "at_least"),
        ("Up to 80%", "up_to"),
        ("Around 80%", "about"),
        ("80%", None),
    ],
)
def test_qualifiers_are_kept(words, qualifier):
    (found,) = read(f"{words} of the lamps were working.")
    assert found.qualifier == qualifier


def test_a_range_is_its_two_ends():
    found = read("Attendance was 77-79% across the term.")
    assert brief(found, "value", "qualifier") == [(77, "at_least"), (79, "up_to")]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting on 6 July 2021 was held in Room 4.",
        "See paragraph 5.12 and section 47 of the Act.",
        "It serves people aged 18-24 and a boy who is 17 years old.",
        "Visits are to take place within 20 working days.",
        "Over the last two years the next three months were planned.",
        "Children with two or more moves are tracked.",
        "Phase 2 of Project 7 began.",
        "Call 01632 960001 for details.",
        "The lamps of 90 North Pier Street were lit.",
        "It rained in 2019.",
        "Six monthly reviews continue.",
        "The meeting commenced at 1834 and those present were thanked.",
        "12",
    ],
)
def test_numbers_that_report_nothing_are_no_measures(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "heading", "kind"),
    [
        ("Over 80% of lamps will be working.", None, "target"),
        ("This is against a national target of 121 days.", None, "target"),
        ("We want to reach at least 20 wardens in post.", None, "target"),
        ("90% of walkers tell us the path is dry.", "What success looks like", "target"),
        ("90% of walkers tell us the path is dry.", "Findings", "actual"),
        ("Three wardens who will be trained have joined.", None, "actual"),
    ],
)
def test_targets_are_told_from_results(text, heading, kind):
    assert brief(read(text, heading=heading), "kind") == [(kind,)]


def test_figures_with_labels_are_of_the_kind_their_label_says():
    found = read("Calls taken on time. Latest: 97% Target: 95%, Floor: 90% Previous: 93%")
    assert brief(found, "value", "kind") == [
        (97, "actual"),
        (95, "target"),
        (90, "target"),
        (93, "baseline"),
    ]


def test_a_total_beside_a_percentage_is_no_percentage():
    found = read("Ceremonies have risen by 6%, with a total of 1,400 held.")
    assert brief(found, "value", "unit") == [(6, "percent"), (1400, "count")]


def test_a_share_in_brackets_is_worded_by_what_stands_before_it():
    (found,) = read("Some delay was evident in most of the cases (69%).")
    assert found.measure == "Some delay was evident in most of the cases"


def test_a_count_with_its_share_gives_both():
    found = read("In total 626 (35%) were moved to another day.")
    assert brief(found, "value", "unit") == [(626, "count"), (35, "percent")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In November, 54% of lamps worked.", "2021-11"),
        ("55% of lamps worked in May/June 2021.", "2021-05..2021-06"),
        ("In 2021 we planted 18 trees.", "2021"),
        ("54% of lamps work in the year to date.", "2021/22"),
        ("Since May 2021 we have planted 18 trees.", None),
        ("As of 2 August 2021: 18 trees were planted.", "2021-08-02"),
    ],
)
def test_periods_are_resolved_by_the_date_of_the_paper(text, period):
    assert brief(read(text), "period") == [(period,)]


def test_what_a_report_covers_comes_before_when_it_was_printed():
    covers = read_covered_period("Annual report 2019-2020", paper_date="2021-09-01")
    assert covers == "2019/20"
    (found,) = read("This year 98% of lamps worked.", paper_date="2021-09-01", covers=covers)
    assert found.period == "2019/20"


def test_the_time_in_a_lists_lead_in_holds_for_its_items():
    paragraphs = [
        Prose("We asked walkers this quarter, and they said:"),
        Prose("• 92% felt safe on the path"),
        Prose("Another survey follows."),
        Prose("50% of lamps worked."),
    ]
    found = list(measures_of(paragraphs, paper_date="2022-03"))
    assert [(index, measure.period) for index, measure in found] == [(1, "2021/22-Q3"), (3, None)]


def test_a_figure_said_twice_is_one_measure_and_a_promise_made_twice_is_two():
    said = read("60% of lamps work in Q3.") + read("60% of lamps work.")
    assert brief(merge_repeats(said), "period") == [("2021/22-Q3",)]
    promised = read("60% of lamps will work.") * 2
    assert len(merge_repeats(promised)) == 2


def test_months_down_the_side_date_their_rows():
    found = measures_in_table(
        ("Month", "Oaks", "Elms"),
        [("Sept 2021", "0", "3"), ("October 2021", "5 (projected)", "")],
        caption="The planting of trees has been as follows",
        paper_date="2021-10-01",
    )
    assert [(row, m.value, m.period, m.kind) for row, m in found] == [
        (0, 0, "2021-09", "actual"),
        (0, 3, "2021-09", "actual"),
        (1, 5, "2021-10", "target"),
    ]
    assert found[1][1].measure == "planting of trees: Elms"


def test_of_two_years_stacked_the_earlier_is_the_baseline():
    found = measures_in_table(
        ("", "April", "Jan", ""),
        [("% of lamps", "10%", "13%", "18/19"), ("% of lamps", "12%", "15%", "19/20")],
        caption=None,
        paper_date="2020-09-01",
    )
    assert [(m.value, m.unit, m.period, m.kind) for _, m in found] == [
        (10, "percent", "2018-04", "baseline"),
        (13, "percent", "2019-01", "baseline"),
        (12, "percent", "2019-04", "actual"),
        (15, "percent", "2020-01", "actual"),
    ]


def test_counts_with_shares_under_a_heading_row_are_read():
    found = measures_in_table(
        ("", ""),
        [("Forms returned", ""), ("Schools", "Clubs"), ("85 (13%)", "164 (31%)")],
        caption=None,
        paper_date="2020-09-01",
    )
    assert [(m.measure, m.value, m.unit) for _, m in found] == [
        ("Forms returned: Schools", 85, "count"),
        ("Forms returned: Schools", 13, "percent"),
        ("Forms returned: Clubs", 164, "count"),
        ("Forms returned: Clubs", 31, "percent"),
    ]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Ref", "Action", "Due"), [("1", "Mend the 3 gates", "May 2021")]),
        (("", ""), [(f"Chapter {page}", str(page)) for page in range(3, 12)]),
    ],
)
def test_plans_and_contents_are_no_numeric_tables(header, rows):
    assert measures_in_table(header, rows, caption=None, paper_date=None) == ()


def test_what_improves_may_fall():
    found = read("The wait has improved to 66 days from 70 days in Q2.")
    assert brief(found, "value", "direction") == [(66, "decrease"), (70, None)]


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("Attendance in class was 94.2% against a national figure of 93.5%.", 2),
        ("Seats filled stood at 82% (target 90%).", 2),
        ("The vacancy rate was 12% at 31 March, compared with 15% a year earlier.", 2),
        ("The waiting list stands at 1,340 households, up from 1,210 in March 2021.", 2),
    ],
)
def test_both_figures_of_a_comparison_measure_one_thing(text, wordings):
    found = read(text)
    assert len(found) == wordings
    assert found[1].measure.startswith(found[0].measure)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The account shows an underspend of £1.2m at the end of Q3.", "underspend"),
        ("The school reported attendance of 91% for the autumn term.", "attendance"),
        ("The ferry stood at a vacancy rate of 12% in March.", "vacancy rate"),
        ("Phase 1 has cost £640,000 against a budget of £700,000.", "cost of Phase 1"),
        ("Income was £23,400 below budget.", "Income below budget"),
        ("12 of the 15 lamps were lit on time.", "lamps were lit on time"),
        ("Staff sickness averaged 9.3 days in 2020/21.", "Staff sickness"),
    ],
)
def test_a_figure_is_worded_by_what_it_is_said_of(text, wording):
    assert read(text)[0].measure == wording


def test_of_those_counted_before_the_words_are_theirs():
    found = read("We received 34 complaints in Q2, of which 12 were upheld.")
    assert brief(found, "value", "measure", "period") == [
        (34, "received complaints", "2021/22-Q2"),
        (12, "received complaints were upheld", "2021/22-Q2"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thirty-nine lived by the sea.", [39]),
        ("Forty two resigned.", [42]),
        ("Lamps broken went up from 148 to 203.", [148, 203]),
        ("The average load was 18 at 31 December 2021.", [18]),
        ("Of 109 who replied, 14 put better lamps first.", [109, 14]),
        ("One in five lamps is out.", []),
        ("Nine out of ten ships would come again.", []),
        ("Two thirds of the masters agreed.", []),
        ("Over a hundred and thirty thousand titles were added.", []),
        ("Reasons 1 and 5 put forward were valid.", []),
        ("It is for people between 16 and 25 who are out of work.", []),
    ],
)
def test_counts_are_told_from_shares_spans_and_names(text, values):
    assert [measure.value for measure in read(text)] == values


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Lamps cost £640 against a budget of £700.", ["actual", "target"]),
        ("By 2028 absence will have fallen from 7.9% to below 5%.", ["baseline", "target"]),
        ("The gap compared to a plain upkeep is an additional £2.5m.", ["actual"]),
    ],
)
def test_what_is_planned_is_a_target(text, kinds):
    assert [measure.kind for measure in read(text)] == kinds


def test_the_time_that_a_figure_is_held_against_is_not_its_own():
    assert read("Footfall is down 12% on last year.")[0].period is None


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Jan – Mar 21", "2021-01..2021-03"),
        ("Nov – Jan 22", "2021-11..2022-01"),
        ("12m to Dec 21", "2021-01..2021-12"),
        ("Quarter to Sep 21", "2021-07..2021-09"),
        ("Year to March 2021", "2020-04..2021-03"),
        ("Online Jan 21 – Mar 21", "2021-01..2021-03"),
        ("Sept 21", "2021-09"),
        ("Total", None),
        ("May 99", None),
    ],
)
def test_a_columns_heading_dates_it_before_the_caption_does(heading, period):
    header = ("Pier", heading, "Dec 20")
    found = measures_in_table(
        header,
        [("North", "12", "4"), ("South", "9", "5")],
        caption="Ships as in June 2019",
        paper_date="2022-03",
    )
    assert [m.period for _, m in found] == [period, "2020-12"] * 2


@pytest.mark.parametrize(
    ("caption", "column", "value", "unit"),
    [
        ("Calls (thousands)", "Made", 116_000, "count"),
        ("Spending", "£000", 116_000, "gbp"),
        ("Spending", "€000", 116_000, "euros"),
        ("Spending ($m)", "Actual", 116_000_000, "dollars"),
        ("Spending (all figures in £000s)", "Actual", 116_000, "gbp"),
        ("Spending £m", "Actual", 116_000_000, "gbp"),
        ("Spending", "£", 116, "gbp"),
        ("Lamps (metres)", "Lit", 116, "count"),
    ],
)
def test_figures_in_thousands_are_written_out(caption, column, value, unit):
    rows = [("North", "116"), ("South", "9")]
    found = measures_in_table(("Pier", column), rows, caption=caption, paper_date=None)
    assert brief([found[0][1]], "value", "unit") == [(value, unit)]


def test_a_row_names_the_unit_of_its_figures_in_brackets_or_first():
    found = measures_in_table(
        ("Measure", "Apr", "May"),
        [("Lamps lit on time (%)", "71", "73"), ("Working days lost to storms", "4", "6")],
        caption="Harbour figures",
        paper_date="2023-02-01",
    )
    assert [m.unit for _, m in found] == ["percent", "percent", "days", "days"]
