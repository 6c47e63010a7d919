"""Actions that stand in minutes and prose, in the forms that minute-takers give them."""

from collections.abc import Callable

import pytest
from build import Ruled, Sheet, Words, heading

from matters_arising.corpus.layout import Cell, Paragraph, Row, Section, Table
from matters_arising.corpus.paper import Place
from matters_arising.corpus.reading import Reading
from matters_arising.corpus.record import Action
from matters_arising.extract.record.attendance import Attendance, Attendee, read_attendance
from matters_arising.extract.record.minute import Meeting, actions_in_text, drop_repeats
from matters_arising.extract.record.remark import find_remarks

PLACE = Place(1, (57, 100, 500, 120))
PRESENT = Attendance(
    (Attendee("Joan Marsh", "Head of Lights"), Attendee("Amir Patel", None)),
)


def actions(
    *texts: str | tuple[str, str],
    under: str = "Lamps",
    kind: str = "minutes",
    resolved: bool = False,
) -> list[Action]:
    """Actions of paragraphs under one heading; a pair is a number and its text."""
    pairs = [text if isinstance(text, tuple) else (None, text) for text in texts]
    paragraphs = [Paragraph(text, number, 0, 0, (PLACE,)) for number, text in pairs]
    sections = [Section("4", under, 1, None, 0, (PLACE,))]
    meeting = Meeting([kind], PRESENT, texts if resolved else (), "2024-03-04")
    return list(actions_in_text(find_remarks(paragraphs, sections, []), meeting))


def test_an_announced_action_is_parted_from_its_owner_and_date() -> None:
    (action,) = actions("ACTION: Light the lamps of the pier (Harbour Master, by 1st May 2024)")
    assert action.action == "Light the lamps of the pier"
    assert (action.due_text, action.due_date) == ("by 1st May 2024", "2024-05-01")
    assert (action.section, action.source, action.places) == ("4 Lamps", "minutes", (PLACE,))


@pytest.mark.parametrize(
    ("text", "deed", "owners"),
    [
        ("Action – Clerk to circulate the tide tables", "circulate the tide tables", ("Clerk",)),
        ("ACTION Clerk to circulate the tide tables.", "circulate the tide tables.", ("Clerk",)),
        ("Actions: Paint the buoys – JM/AP", "Paint the buoys", ("JM", "AP")),
        ("AP1: JM to paint the buoys", "paint the buoys", ("JM",)),
        ("ACTION POINT 3: Clerk: paint the buoys", "paint the buoys", ("Clerk",)),
        ("Action: Paint the buoys. (Joan Marsh)", "Paint the buoys.", ("Joan Marsh",)),
        ("It was late. ACTION: Cllr Quay to ring the bell", "ring the bell", ("Cllr Quay",)),
        ("ACTION: Paint the buoys", "Paint the buoys", ()),
    ],
)
def test_an_action_is_told_in_any_style(text: str, deed: str, owners: tuple[str, ...]) -> None:
    (action,) = actions(text)
    assert (action.action, action.owners) == (deed, owners)


def test_the_number_of_an_action_point_is_its_ref() -> None:
    assert [action.ref for action in actions("AP1: Clerk to light the lamps")] == ["1"]


@pytest.mark.parametrize("announced", ["Action: JM/AP", "ACTION – JM and AP"])
def test_owners_announced_alone_have_the_sentence_before_them(announced: str) -> None:
    said = "Joan Marsh will write to the Board. The lamps were admired."
    (action, *_) = [a for a in actions(said, announced) if a.owners == ("JM", "AP")]
    assert action.action == "Joan Marsh will write to the Board."


@pytest.mark.parametrize(
    ("text", "deed", "due"),
    [
        ("Clerk to price new oars for the next meeting.", "price new oars", "for the next meeting"),
        ("Clerk to price new oars at once", "price new oars", "at once"),
        ("Clerk to put oars on the agenda for the next meeting", None, None),
    ],
)
def test_a_time_without_a_date_is_when_an_action_is_due(
    text: str, deed: str | None, due: str | None
) -> None:
    (action,) = actions(f"ACTION: {text}")
    assert action.action == (deed or text.removeprefix("Clerk to "))
    assert (action.due_text, action.due_date) == (due, None)


def test_owners_announced_alone_have_the_date_of_the_sentence_before_them() -> None:
    said = "It was agreed to light the lamps by 1 May 2024."
    (action,) = actions(said, "Action: JM")
    assert (action.action, action.due_date) == (said, "2024-05-01")


def test_outside_minutes_an_action_is_announced_with_its_owner_or_not_at_all() -> None:
    texts = "ACTION: Clerk to ring the bell", "Action: lighting of the lamps in every port"
    (action,) = actions(*texts, kind="report")
    assert (action.owners, action.source) == (("Clerk",), "text")
    assert actions("ACTION: Clerk to ring the bell", kind="agenda") == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Chair agreed to write to the owners of the pier.", "Chair"),
        ("Joan Marsh undertook to paint the buoys.", "Joan Marsh"),
        ("The lamps were dim and Mrs Tide offered to send members a list of them.", "Mrs Tide"),
        ("The Head of Lights will report back to the next meeting.", "Head of Lights"),
        ("The Clerk is to tell the Harbour Master.", "Clerk"),
        ("Mr Tide confirmed that he would circulate the tables.", "Mr Tide"),
        ("Ms Tide gave the figures and offered to come back with more.", "Ms Tide"),
    ],
)
def test_a_sentence_that_commits_somebody_is_an_action_whole(text: str, owner: str) -> None:
    (action,) = actions("The bell was rung.", text)
    assert (action.action, action.owners) == (text, (owner,))


@pytest.mark.parametrize(
    "text",
    [
        "The Committee agreed to write to the owners of the pier.",
        "The Chair agreed to the change of wording.",
        "The Chair agreed to note the report.",
        "Joan Marsh will retire in May.",
        "Officers will write to the owners.",
        "Bert Stranger will write to the owners.",
        "The lamps that the Clerk had agreed to light were lit.",
        "If the lamps fail, the Clerk will write to the owners.",
        "Action plans will be written for each pier.",
        "The action taken by the Clerk was to be praised.",
    ],
)
def test_talk_that_commits_nobody_known_is_no_action(text: str) -> None:
    assert actions(text) == []


def test_prose_of_reports_and_words_of_resolutions_commit_nobody() -> None:
    text = "The Clerk will write to the owners."
    assert actions(text, kind="report") == []
    assert actions(text, resolved=True) == []


def test_items_under_a_heading_of_actions_need_only_name_their_owner() -> None:
    texts = "Light the lamps – Joan Marsh, by 1 May 2024", "JM to ring the bell", "Tea was served."
    found = actions(*texts, under="Actions arising")
    assert [(a.action, a.owners, a.due_date) for a in found] == [
        ("Light the lamps", ("Joan Marsh",), "2024-05-01"),
        ("ring the bell", ("JM",), None),
    ]
    assert actions(*texts[:1], under="Lamps") == []


def test_an_earlier_action_is_told_with_what_became_of_it() -> None:
    text = "Paint the buoys of the bay - Amir Patel/Joan Marsh. Amir has bought red-lead. On hold."
    (action,) = actions(("a.", text), under="Matters arising")
    assert (action.action, action.owners) == (
        "Paint the buoys of the bay",
        ("Amir Patel", "Joan Marsh"),
    )
    assert (action.update, action.status) == ("Amir has bought red-lead. On hold.", "on_hold")


def test_matters_arising_that_name_no_owner_are_no_actions() -> None:
    text = "Buoys - the paint was late. It came in May."
    assert actions(("a.", text), under="Matters arising") == []


def test_lines_of_ruled_minutes_are_read_under_what_stands_left_of_them() -> None:
    told = "These were actions from the last meeting:\na. Paint the buoys - Joan Marsh\nb. Tea"
    cells = [Cell(text, (n, n), (PLACE,)) for n, text in enumerate(("3", "Matters arising", told))]
    table = Table(("", "", ""), (Row("body", tuple(cells)),), None, 0, (PLACE,))
    meeting = Meeting(["minutes"], PRESENT, (), None)
    (action,) = actions_in_text(find_remarks([], [], [table]), meeting)
    assert (action.action, action.section) == ("Paint the buoys", "3 Matters arising")


def test_an_action_that_a_table_tells_already_is_told_once() -> None:
    (table,) = actions("Action: Clerk to light all the lamps of the pier at dusk")
    told = actions("The Clerk will email.", "Clerk to light the lamps", under="Actions")
    assert [a.action for a in drop_repeats(told, [table])] == ["The Clerk will email."]


def test_attendance_is_read_from_lists_of_any_form() -> None:
    texts = "Present: Joan Marsh (Head of Lights), Cllr Amir Patel", "The lamps of Port Quay shone."
    sections = [Section(None, "In attendance", 1, None, 0, (PLACE,))]
    paragraphs = [Paragraph(text, None, None, 0, (PLACE,)) for text in texts]
    paragraphs.append(Paragraph("Una Tide, Clerk", None, 0, 0, (PLACE,)))
    found = read_attendance(paragraphs, sections, [])
    assert [person.name for person in found.people] == ["Joan Marsh", "Amir Patel", "Una Tide"]
    assert found.with_initials("JM") == Attendee("Joan Marsh", "Head of Lights")


def marked(*cells: str) -> Row:
    return Row("body", tuple(Cell(text, (i, i), (PLACE,)) for i, text in enumerate(cells)))


def test_a_register_of_meetings_names_those_who_come_to_them() -> None:
    rows = [
        marked("", "Type", "1 May", "6 June"),
        marked("JOAN MARSH", "Warden", "P", ""),
        marked("AMIR PATEL", "Clerk", "P", "S"),
        marked("Bo Lamp", "Parent", "", "A"),
    ]
    register = Table(("", "", "", ""), tuple(rows), None, 0, (PLACE,))
    people = read_attendance([], [], [register])
    assert [person.name for person in people.people] == ["Joan Marsh", "Amir Patel", "Bo Lamp"]
    two = Table(("", "", "", ""), tuple(rows[:3]), None, 0, (PLACE,))
    assert read_attendance([], [], [two]).people == ()


def test_a_first_name_is_known_where_one_person_alone_bears_it() -> None:
    (action,) = actions("Joan agreed to discuss this with the ferry company.")
    assert action.owners == ("Joan",)
    both = Attendance((*PRESENT.people, Attendee("Joan Lamp", None)))
    assert PRESENT.knows("Joan") and not both.knows("Joan")


def test_initials_of_two_people_are_nobodys() -> None:
    people = Attendee("Joan Marsh", None), Attendee("John Mole", None)
    assert Attendance(people).with_initials("JM") is None


OPENING = (
    heading("Minutes of a meeting of the Harbour Board held on 4 March 2024", 14.0),
    Words("Present: Joan Marsh (Head of Lights), Amir Patel, Una Tide (Clerk)"),
)
ITEM = (
    "Lamps\nThe lamps of the pier were discussed at length and their oil was found to be dear.\n"
    "Amir Patel will ask for another price.\n"
    "The Board heard that the bell is cracked. The Head of Lights agreed to have it mended."
)


def ruled(*margin: str) -> Ruled:
    rows = [("", "", "Action"), ("1.", ITEM, margin[0]), ("2.", "Tea\nTea was served.", margin[1])]
    return Ruled(rows, (30, 380, 50))


def test_initials_in_a_margin_mark_what_their_bearer_is_to_do(
    read: Callable[..., Reading],
) -> None:
    found = read(Sheet((*OPENING, ruled("AP\nJM", "")))).actions
    assert [(a.owners, a.action, a.section) for a in found] == [
        (("AP",), "Amir Patel will ask for another price.", "1. Lamps"),
        (("JM",), "The Head of Lights agreed to have it mended.", "1. Lamps"),
    ]


def test_a_margin_that_holds_more_than_initials_is_read_as_none(
    read: Callable[..., Reading],
) -> None:
    found = read(Sheet((*OPENING, ruled("AP", "No change")))).actions
    assert all(action.owners != ("AP",) for action in found)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Clerk to draft a letter and send it to members for approval.", "Clerk"),
        ("Clerk to find out how money is moved between accounts.", "Clerk"),
        ("The pier is to be mended in May, Cllr Quay to order the planks.", "Cllr Quay"),
        ("No price was agreed; Joan to ask the harbour for one.", "Joan"),
    ],
)
def test_a_sentence_in_note_form_commits_whom_it_opens_with(text: str, owner: str) -> None:
    (action,) = actions(text)
    assert (action.action, action.owners) == (text, (owner,))


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk to the Board came late.",
        "Report from Clerk to follow.",
        "Delegate to the Head of Lights to change the rules of the pier.",
        "Clerk to record all resolutions without note or comment.",
        "Working with Head of Lights to mend the bell of the pier.",
    ],
)
def test_an_office_before_to_need_not_be_sent_to_do_anything(text: str) -> None:
    assert actions(text) == []


def test_a_note_too_short_to_tell_has_the_sentence_before_it() -> None:
    (action,) = actions("The bin blocks the ramp of the pier. Clerk to follow up.")
    assert action.action == "The bin blocks the ramp of the pier. Clerk to follow up."


def test_one_who_promises_beside_a_resolution_is_bound() -> None:
    sections = [Section("4", "Lamps", 1, None, 0, (PLACE,))]
    text = "The Board resolved to paint the buoys. The Clerk will order the paint at once."
    meeting = Meeting(["minutes"], PRESENT, ("to paint the buoys.",), "2024-03-04")
    remarks = find_remarks([Paragraph(text, None, 0, 0, (PLACE,))], sections, [])
    (action,) = actions_in_text(remarks, meeting)
    assert action.owners == ("Clerk",)


LISTED = ("Una - light the lamps", "Bo - paint the buoys", "Una - buy oil", "Bo - ring the bell")


def test_first_names_that_recur_in_a_list_of_actions_are_owners() -> None:
    pairs = [(f"{number}.", text) for number, text in enumerate(LISTED, 1)]
    found = actions(*pairs, under="Action List from Meeting 4-3-24")
    assert [(a.owners, a.action) for a in found][:2] == [
        (("Una",), "light the lamps"),
        (("Bo",), "paint the buoys"),
    ]
    assert actions(*pairs[:2], under="Action List") == []
    assert actions(*pairs, under="Lamps") == []


def test_tasks_under_a_heading_that_asks_for_owners_are_actions() -> None:
    tasks = ("Painting the buoys - Joan Marsh, Amir Patel", "Tea")
    (action,) = actions(*tasks, under="Tasks and ownership:")
    assert (action.action, action.owners) == ("Painting the buoys", ("Joan Marsh", "Amir Patel"))


def test_those_who_came_may_be_told_in_a_sentence_and_by_first_names() -> None:
    text = "Una, Bo, Joan and Amir were in attendance"
    found = read_attendance([Paragraph(text, None, None, 0, (PLACE,))], [], [])
    assert [person.name for person in found.people] == ["Una", "Bo", "Joan", "Amir"]
    assert found.knows("Bo") and not found.knows("Lamp")


def test_owners_known_by_first_names_are_told_apart() -> None:
    (action,) = actions("1) Paint the buoys – Joan/Amir", under="Actions")
    assert action.owners == ("Joan", "Amir")


def test_a_councillor_may_bear_two_titles() -> None:
    (action,) = actions("Cllr Mrs Quay agreed to paint the buoys of the bay.")
    assert action.owners == ("Cllr Mrs Quay",)
