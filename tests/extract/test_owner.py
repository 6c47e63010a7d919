import pytest

from matters_arising.extract.phrase.abbreviation import (
    find_abbreviations,
    find_explained,
    long_form,
)
from matters_arising.extract.phrase.owner import canonical_owner, names_owners, split_owners


@pytest.mark.parametrize(
    "title",
    [
        "Head of Parks / Open Spaces",
        "Head of Planning, Homes and Places with Special Status",
        "Head of Service, Libraries and Archives",
        "Quality and Standards Manager, Adult Learning",
        "Executive Director of People's Services",
        "Area Delivery Manager Street Works – North and East",
        "Registered Managers and Business Intelligence",
        "Chair of the Harbour Partnership and statutory partners within the partnership",
        "All Team Managers and auditors",
        "Clerk to the Trustees",
        "Performance and Insight Manager",
        "Principal Social Worker for Adults and Carers",
        "SENDCo Assistant",
    ],
)
def test_one_title_stays_whole(title):
    assert split_owners(title) == (title,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Clerk/Joan Marsh", ("Clerk", "Joan Marsh")),
        ("SENDCo, Headteacher", ("SENDCo", "Headteacher")),
        ("Head, Deputy and SENDCo", ("Head", "Deputy", "SENDCo")),
        ("Joan Marsh/\nAmir Patel.", ("Joan Marsh", "Amir Patel")),
        ("JM / AP", ("JM", "AP")),
        ("Director of Finance; Head of Law", ("Director of Finance", "Head of Law")),
        ("Head of Homes and Tenancy Team", ("Head of Homes", "Tenancy Team")),
        ("Director of Roads and Head of Law", ("Director of Roads", "Head of Law")),
        ("Tenancy Manager Rents Officer", ("Tenancy Manager", "Rents Officer")),
    ],
)
def test_marks_and_words_between_owners_part_them(text, owners):
    assert split_owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Head of Service Parks for All Principal Planning Officer",
            ("Head of Service Parks for All", "Principal Planning Officer"),
        ),
        (
            "Service Manager Street Works Head of Law Lead Practitioners",
            ("Service Manager Street Works", "Head of Law", "Lead Practitioners"),
        ),
        (
            "Director of Roads and Open Spaces Business Intelligence Manager",
            ("Director of Roads and Open Spaces", "Business Intelligence Manager"),
        ),
        (
            "Head of Service Parks and Trees Audit and Learning Officer",
            ("Head of Service Parks and Trees", "Audit and Learning Officer"),
        ),
        (
            "Finance Business Partner Tree Planting Team Manager",
            ("Finance Business Partner", "Tree Planting Team Manager"),
        ),
        ("SENDCo Reading Champion", ("SENDCo", "Reading Champion")),
        ("Virtual School Head Reading Lead", ("Virtual School Head", "Reading Lead")),
    ],
)
def test_titles_run_together_on_a_line_are_parted_where_a_new_title_begins(text, owners):
    assert split_owners(text) == owners


def test_a_line_break_parts_whole_titles():
    assert split_owners("Head of Law\nHousing Options Manager") == (
        "Head of Law",
        "Housing Options Manager",
    )
    assert split_owners("Head of Homes\nTenancy Team") == ("Head of Homes", "Tenancy Team")
    assert split_owners("Clerk\nJoan Marsh") == ("Clerk", "Joan Marsh")


def test_a_title_wrapped_in_a_narrow_column_is_one_title():
    assert split_owners("Head of\nService\nOpen Spaces\nfor All") == (
        "Head of Service Open Spaces for All",
    )
    assert split_owners("Principal\nSocial\nWorker") == ("Principal Social Worker",)
    assert split_owners("Head of Service\nParks\nPrincipal\nSocial Worker") == (
        "Head of Service Parks",
        "Principal Social Worker",
    )


def test_owners_known_from_other_rows_part_what_words_alone_cannot():
    known = frozenset({"Joan Marsh", "Amir Patel"})
    assert split_owners("Joan Marsh Amir Patel", known=known) == ("Joan Marsh", "Amir Patel")
    assert split_owners("Joan Marsh Amir Patel") == ("Joan Marsh Amir Patel",)


@pytest.mark.parametrize("text", [None, "", " \n "])
def test_an_empty_cell_names_no_owner(text):
    assert split_owners(text) == ()


def test_the_spellings_of_a_role_have_one_canonical_form():
    short_forms = (("PSW", "Principal Social Worker"), ("HoS", "Head of Service"))
    spellings = [
        "Head of Service, Parks and Gardens",
        "Head of Service for Parks & Gardens",
        "HoS Parks / Gardens",
    ]
    assert len({canonical_owner(spelling, short_forms) for spelling in spellings}) == 1
    assert canonical_owner("PSW", short_forms) == canonical_owner(
        "Principal Social Worker (PSW)", short_forms
    )


def test_short_forms_are_learnt_where_the_paper_explains_them():
    text = "The Principal Social Worker (PSW) and risk reviews (RRs). NAC (New Area Committee) met."
    assert find_abbreviations(text) == (
        ("PSW", "Principal Social Worker"),
        ("RR", "risk review"),
        ("NAC", "New Area Committee"),
    )


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("PRS Private rented sector", ("PRS", "Private rented sector")),
        ("LCA – Lamp Column Audit, due each spring", ("LCA", "Lamp Column Audit")),
        ("IT Equipment was bought for the lamp store.", None),
        ("The lamp columns were painted.", None),
    ],
)
def test_a_line_of_a_glossary_is_known_by_its_initials(line, pair):
    assert find_explained(line) == pair


def test_brackets_that_explain_nothing_teach_nothing():
    assert find_abbreviations("The fund (EU) and North Sea plan (see OSPAR)") == ()


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Cllr A Marsh/Head of Lamps", ("Cllr A Marsh", "Head of Lamps")),
        ("J Marsh / A. Patel", ("J Marsh", "A. Patel")),
        ("Joan Marsh (HR), Amir Patel (IT)", ("Joan Marsh (HR)", "Amir Patel (IT)")),
        ("DCS & s151 Officer", ("DCS", "s151 Officer")),
        ("Town Clerk / RFO", ("Town Clerk", "RFO")),
        ("Chair and Vice-Chair", ("Chair", "Vice-Chair")),
        ("Head of Tides and all Team Managers", ("Head of Tides", "all Team Managers")),
        ("J. Marsh (HR) with support from Legal", ("J. Marsh (HR)", "Legal")),
        ("Head of Audit supported by Risk Manager", ("Head of Audit", "Risk Manager")),
        ("Lead: Head of Law\nSupport: Lamps Manager", ("Head of Law", "Lamps Manager")),
        ("Head of Law (lead), Lamps Manager (support)", ("Head of Law", "Lamps Manager")),
        ("1. Head of Law 2. Head of Tides", ("Head of Law", "Head of Tides")),
        ("(a) Clerk (b) Chair", ("Clerk", "Chair")),
        ("TBC – Head of Lamps", ("Head of Lamps",)),
    ],
)
def test_owners_are_told_apart_however_the_cell_sets_them_out(text, owners):
    assert split_owners(text) == owners


@pytest.mark.parametrize(
    "text",
    [
        "Joan Marsh, Head of Lamps",
        "Head of Lamps (Joan Marsh)",
        "Assistant Director – Tides",
        "Assistant Director, Tides and Skills",
        "Health and Wellbeing Board",
        "Police and Crime Commissioner",
        "Head of Law & HR",
    ],
)
def test_one_owner_in_several_parts_stays_one(text):
    assert split_owners(text) == (text,)


@pytest.mark.parametrize("text", ["TBC", "To be confirmed", "N/A", "Vacant", "–", "?"])
def test_a_cell_that_names_nobody_gives_no_owner(text):
    assert split_owners(text) == ()


@pytest.mark.parametrize(
    ("text", "are_owners"),
    [
        ("Clerk", True),
        ("Head of Lamps and Joan Marsh", True),
        ("Lamps Team", True),
        ("the clerk was told", False),
        ("£40", False),
        ("Lit", False),
        ("", False),
    ],
)
def test_a_cell_of_nothing_but_owners_is_known(text, are_owners):
    assert names_owners(text) is are_owners


@pytest.mark.parametrize(
    ("short", "meaning", "long"),
    [
        ("HM", "Harbour Master, who keeps the lights", "Harbour Master"),
        ("LAB", "Lights and Buoys (the committee)", "Lights and Buoys (the committee)"),
        ("TLB", "Tides, lights or buoys", "Tides, lights or buoys"),
    ],
)
def test_a_meaning_is_cut_where_its_initials_end(short, meaning, long):
    assert long_form(short, meaning) == long


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        (
            "Head of Moorings Tidal Records Officer",
            ("Head of Moorings", "Tidal Records Officer"),
        ),
        ("Head of Moorings and Tides", ("Head of Moorings and Tides",)),
        ("Head of Moorings Clerk", ("Head of Moorings", "Clerk")),
    ],
)
def test_a_new_title_after_a_known_owner_is_told_from_its_field(cell, owners) -> None:
    assert split_owners(cell, known=frozenset({"Head of Moorings"})) == owners


def test_first_names_seen_alone_elsewhere_tell_apart_those_in_a_row() -> None:
    known = frozenset({"Joan", "Amir", "Una"})
    assert split_owners("Joan, Amir and Una", known=known) == ("Joan", "Amir", "Una")
    assert split_owners("Joan, Quay", known=known) == ("Joan, Quay",)
