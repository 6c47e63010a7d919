import pytest
from build import Sheet, Words, heading

from matters_arising.corpus.layout import Paragraph, Report, Section
from matters_arising.corpus.paper import Place
from matters_arising.corpus.record import Decision
from matters_arising.extract.record.decision import find_decisions

PLACES = (Place(1, (57, 100, 500, 120)),)
MINUTES = Report(None, "Minutes of the Board", "minutes", "2024-05-01", "Board", None, (1, 1))
REPORT = Report(None, "Lamps", "report", "2024-05-01", "Board", None, (1, 1))


def decisions(
    *texts: str | tuple[str, str], under: str = "Lamps", report: Report = MINUTES
) -> list[Decision]:
    """Decisions of paragraphs under one heading; a pair is a number and its text."""
    pairs = [text if isinstance(text, tuple) else (None, text) for text in texts]
    paragraphs = [Paragraph(text, number, 0, 0, PLACES) for number, text in pairs]
    section = Section("4", under, 1, None, 0, PLACES)
    return list(find_decisions(paragraphs, [section], [report]))


def said(*texts: str | tuple[str, str], **options) -> list[str]:
    return [decision.text for decision in decisions(*texts, **options)]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That the lamps be lit at dusk.",
        "RESOLVED – That the lamps be lit at dusk.",
        "Resolved that the lamps be lit at dusk.",
        "RESOLVED unanimously – That the lamps be lit at dusk.",
        "It was resolved that the lamps be lit at dusk.",
        "It was agreed that the lamps be lit at dusk.",
        "The Committee RESOLVED that the lamps be lit at dusk.",
        "The Board agreed that the lamps be lit at dusk.",
        "AGREED: That the lamps be lit at dusk.",
        "The keeper gave her report. RESOLVED that the lamps be lit at dusk.",
    ],
)
def test_a_resolution_is_told_in_any_style(text: str) -> None:
    (found,) = decisions(text)
    assert found.kind == "resolved"
    assert found.text.casefold() == "that the lamps be lit at dusk."


@pytest.mark.parametrize(
    "text",
    [
        "The keeper agreed with the Harbour Master about the lamps.",
        "The matter was resolved some years ago by the former Board.",
        "Members had agreed at the time to wait for the spring tides.",
        "Agreed unanimously.",
    ],
)
def test_talk_of_agreeing_is_no_resolution(text: str) -> None:
    assert said(text, "The Board then rose.") == []


def test_what_follows_resolved_on_a_line_of_its_own_is_resolved() -> None:
    texts = "RESOLVED:", "That the lamps be lit.", "That the buoys be painted.", "Mr Quay left."
    assert said(*texts) == ["That the lamps be lit.", "That the buoys be painted."]


def test_numbered_resolutions_are_one_each() -> None:
    texts = ("RESOLVED:", ("1", "Light the lamps."), ("2", "Paint the buoys."))
    assert said(*texts) == ["Light the lamps.", "Paint the buoys."]


def test_lettered_resolutions_are_one_each() -> None:
    texts = ("RESOLVED that Council:", ("a)", "Lights the lamps; and"), ("b)", "Paints the buoys."))
    assert said(*texts) == ["Lights the lamps; and", "Paints the buoys."]


def test_resolutions_run_on_in_a_paragraph_are_one_each() -> None:
    text = "Resolved (1) that the lamps be lit; (2) that the buoys, (3) and (4), be painted."
    assert said(text) == ["that the lamps be lit;", "that the buoys, (3) and (4), be painted."]


def test_an_unnumbered_list_goes_on_while_its_items_are_unfinished() -> None:
    texts = "RESOLVED to:", "light the lamps; and", "paint the buoys.", "The Board rose at noon."
    assert said(*texts) == ["light the lamps; and", "paint the buoys."]


def test_the_next_numbered_minute_is_no_resolution() -> None:
    assert said(("4)", "RESOLVED that the lamps be lit."), ("5)", "Mr Quay then spoke.")) == [
        "that the lamps be lit."
    ]
    assert said("RESOLVED that the lamps be lit.", ("5.2", "Mr Quay then spoke.")) == [
        "that the lamps be lit."
    ]


def test_a_resolution_is_of_its_item_and_of_the_meeting() -> None:
    (found,) = decisions("RESOLVED that the lamps be lit.")
    assert (found.item, found.date, found.committee) == ("4 Lamps", "2024-05-01", "Board")


ASKED = "Recommendations"


@pytest.mark.parametrize(
    "lead",
    [
        "That the Board:",
        "The Board is asked to:",
        "It is recommended that the Board:",
        "Members are invited to",
    ],
)
def test_a_lead_in_recommends_nothing_and_its_items_do(lead: str) -> None:
    texts = (("2.1", lead), ("(a)", "Light the lamps."), "Paint the buoys.")
    expected = ["Light the lamps.", "Paint the buoys."]
    assert said(*texts, under=ASKED, report=REPORT) == expected


@pytest.mark.parametrize("under", ["Recommendation", "Recommendation/s", "RECOMMENDATIONS:"])
def test_a_recommendation_may_be_one_sentence(under: str) -> None:
    text = "That the Board notes the report."
    (found,) = decisions(("2.1", text), under=under, report=REPORT)
    assert (found.kind, found.text, found.item) == ("recommendation", text, "Lamps")


@pytest.mark.parametrize("under", ["Reasons for Recommendations", "Background"])
def test_reasons_for_recommendations_are_none(under: str) -> None:
    assert said("The lamps are old.", under=under, report=REPORT) == []


def test_recommendations_in_another_section_are_told_by_their_lead_in() -> None:
    texts = (
        ("1.2", "The Board is recommended to:"),
        ("(a)", "Light the lamps."),
        ("(b)", "Paint the buoys."),
        ("1.3", "The lamps are old."),
    )
    assert said(*texts, under="Purpose", report=REPORT) == ["Light the lamps.", "Paint the buoys."]


def test_a_motion_in_minutes_recommends_nothing() -> None:
    assert said("Council is asked to:", ("a)", "Light the lamps."), "It fell.") == []


def test_members_asked_to_declare_interests_are_asked_for_no_decision() -> None:
    assert said("Members are asked to declare any interest.", report=REPORT) == []


def test_decisions_keep_their_places() -> None:
    assert decisions("RESOLVED that the lamps be lit.")[0].places == PLACES


def test_resolved_set_bold_on_its_own_line_heads_no_section(read) -> None:
    items = [
        heading("Minutes of the Harbour Board", 16),
        Words("held on Monday 4 March 2024"),
        heading("4. Lamps"),
        Words("The keeper gave her report."),
        heading("RESOLVED:"),
        Words("That the lamps be lit at dusk."),
    ]
    reading = read(Sheet(items))
    assert [section.title for section in reading.sections][-1] == "Lamps"
    assert [(d.text, d.item, d.date) for d in reading.decisions] == [
        ("That the lamps be lit at dusk.", "4 Lamps", "2024-03-04")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "After discussion it was resolved to paint the buoys.",
        "The oil is dear, but due to the storms, it was unanimously resolved to paint the buoys.",
        "There was a kind word for it and the Councillors resolved to paint the buoys.",
        "The keeper gave her report. The Committee agreed to paint the buoys. Tea was served.",
    ],
)
def test_a_sentence_of_minutes_may_tell_what_was_decided(text: str) -> None:
    assert said(text) == ["to paint the buoys."]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk reported that it was resolved to paint the buoys.",
        "At the last meeting it was agreed to paint the buoys.",
        "The keeper asked when it was resolved to paint the buoys.",
        "It is said of lamps, and the Board agreed that they should be lit more often.",
        "Both lamps were praised and it was agreed unanimously.",
        "The motion to paint the buoys was not carried.",
        "After discussion it was resolved to pay :",
        "The keeper spoke and the Board agreed that there is a need for oil.",
    ],
)
def test_a_decision_spoken_of_or_of_another_day_is_none(text: str) -> None:
    assert said(text) == []


def test_what_a_body_approves_in_so_many_words_is_decided() -> None:
    text = "Tea was served. After a correction, the Commission approved the minutes unanimously."
    assert said(text) == ["approved the minutes unanimously."]


def test_a_body_that_moves_the_adoption_of_something_adopts_it() -> None:
    assert said("The commission moved adoption of the rules with changes.") == [
        "adoption of the rules with changes."
    ]


def test_reports_tell_no_decisions_in_passing() -> None:
    assert said("After discussion it was resolved to paint the buoys.", report=REPORT) == []


def test_a_motion_is_told_with_how_it_fared() -> None:
    moved = "Mrs Lamp made a motion to paint the buoys. Mr Quay seconded it. Ayes: all."
    text = f"Tea was served. {moved} The motion passed 5-0. They then rose."
    assert said(text) == [f"{moved} The motion passed 5-0."]
    assert said(
        "Mrs Lamp moved to paint the buoys; Mr Quay seconded the motion, which passed."
    ) == ["Mrs Lamp moved to paint the buoys; Mr Quay seconded the motion, which passed."]


def test_each_part_of_a_carried_motion_is_a_decision() -> None:
    texts = (
        "WHEREAS the buoys are pale;",
        "NOW THEREFORE the Council has the buoys painted;",
        "AND FURTHER THAT the Board be told of it. Carried.",
    )
    assert said(*texts) == list(texts[1:])
    assert said("THAT the buoys be painted.", "Lost.") == []


def test_the_next_item_numbered_in_three_parts_is_no_resolution() -> None:
    assert said("Resolved to pay the keeper £45.00", ("24.03.10", "Correspondence")) == [
        "to pay the keeper £45.00"
    ]


MOVED = "Motion by Mrs Lamp, seconded by Mr Quay, to paint the buoys."


@pytest.mark.parametrize(
    "fared",
    [
        "Motion carried 5-0.",
        "On being put to the vote, the motion was CARRIED.",
        "Agreed unanimously.",
        "All in favour.",
        "The motion was carried by six votes to four.",
    ],
)
def test_a_motion_is_told_with_how_a_later_paragraph_says_it_fared(fared: str) -> None:
    ayes = "Ayes: Lamp, Quay, Tide."
    assert said("Tea was served.", MOVED, ayes, f"{fared} They then rose.") == [
        f"{MOVED} {ayes} {fared}"
    ]


@pytest.mark.parametrize(
    "moved",
    [
        "Mr Quay proposed, and Mrs Lamp seconded, that the buoys be painted.",
        "MOTION: That the buoys be painted.",
        "Mr Quay moved that the minutes of the last meeting be approved.",
        "Motion: The Chair put a motion to paint the buoys. Moved by: Lamp. Second by: Quay.",
        "It was moved by Mr Quay and seconded by Mrs Lamp that the buoys be painted.",
        "Mrs Lamp made a motion to paint the buoys; Mr Quay seconded it.",
    ],
)
def test_a_motion_is_moved_in_any_style(moved: str) -> None:
    assert said(moved, "Motion carried.") == [f"{moved} Motion carried."]


@pytest.mark.parametrize(
    "fared",
    [
        "On being put to the vote, the motion was LOST.",
        "The motion was not carried.",
        "Defeated.",
        "Lost.",
        "Members liked the buoys as they are.",
    ],
)
def test_a_motion_that_was_not_carried_decides_nothing(fared: str) -> None:
    assert said(MOVED, fared, "Mr Tide moved to close the meeting.", "Carried.") == [
        "Mr Tide moved to close the meeting. Carried."
    ]


def test_after_a_debate_a_carried_motion_is_told_alone_at_both_its_places() -> None:
    debate = ["The members spoke of buoys at length and of their colours. " * 5] * 4
    (decision,) = decisions(MOVED, *debate, "Following the debate, the motion was carried.")
    assert (decision.text, decision.places) == (MOVED, PLACES + PLACES)


def test_a_motion_that_the_item_resolves_is_a_decision_once() -> None:
    texts = (MOVED, "Motion carried.", "RESOLVED that the buoys be painted.")
    assert said(*texts) == ["that the buoys be painted."]
