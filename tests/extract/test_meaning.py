import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest

from matters_arising.corpus.layout import Cell, Row, Table
from matters_arising.corpus.paper import Place
from matters_arising.extract.phrase.vector import hash_word, mean_vector
from matters_arising.extract.record.action import actions_in_tables
from matters_arising.extract.table.header import name_columns
from matters_arising.extract.table.meaning import name_table_columns
from matters_arising.extract.table.shape import column_shape

PLACE = Place(1, (57, 100, 500, 120))
VALUES = {
    "ref": ("1.1", "1.2", "1.3"),
    "action": (
        "Light every lamp on the long pier.",
        "Paint the buoys of the inner harbour.",
        "Write to all the ferry companies.",
    ),
    "owner": ("Harbour Master", "Clerk", "Head of Lamps and Mary Jones"),
    "due": ("1 May 2024", "June 2024", "Ongoing"),
    "status": ("On track", "Complete", "Amber"),
    "update": (
        "The oil has been bought and stored.",
        "Two of the buoys are green again.",
        "The letters went out in a storm.",
    ),
    "money": ("£4,000", "£250", "£12,500"),
    "score": ("12", "6", "20"),
    "place": ("North Pier", "Gull Rock", "The Narrows"),
    "past": ("1 May 2021", "3 June 2021", "7 July 2021"),
    "level": ("High", "Low", "Medium"),
    "remark": (
        "Ships find their way in at night.",
        "Fewer boats run aground on the bar.",
        "Every company knows the new rules.",
    ),
}


def table(*columns: tuple[str, str]) -> Table:
    """A table of three rows; each column is its heading and what kind of values it holds."""
    rows = [
        Row("body", tuple(Cell(VALUES[kind][i], (c, c), (PLACE,)) for c, (_, kind) in each))
        for i in range(3)
        for each in [tuple(enumerate(columns))]
    ]
    return Table(tuple(heading for heading, _ in columns), tuple(rows), None, 0, (PLACE,))


def fields(*columns: tuple[str, str]) -> tuple[str | None, ...]:
    return name_table_columns(table(*columns))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *((heading, "action") for heading in ("Deliverable", "Milestone", "Our promise")),
        *((heading, "action") for heading in ("What needs to happen", "Commitments", "Project")),
        *(
            (heading, "action")
            for heading in ("Required improvement", "Intervention", "Assignment")
        ),
        *((heading, "owner") for heading in ("Person leading", "Led by", "Allocated to")),
        *((heading, "owner") for heading in ("Who leads", "Officer in charge", "Executive lead")),
        *((heading, "owner") for heading in ("Named individual", "Senior manager", "Sponsor")),
        *((heading, "due") for heading in ("Target completion", "Finish by", "Time line")),
        *((heading, "due") for heading in ("Expected completion", "Delivery date", "Milestone")),
        *((heading, "due") for heading in ("Month due", "Expiry", "Timing")),
        *((heading, "status") for heading in ("State of play", "Stage reached", "Colour")),
        *((heading, "update") for heading in ("Where are we now", "State of play", "Narrative")),
        *((heading, "update") for heading in ("Officer comments", "Current state", "Feedback")),
        *((heading, "update") for heading in ("What has happened since", "Officer response")),
    ],
)
def test_a_heading_that_no_list_has_is_known_by_its_meaning(heading: str, field: str) -> None:
    known = {"ref": "Ref", "action": "Action", "owner": "Owner", "due": "Due by"}
    beside = [(name, kind) for kind, name in known.items() if kind != field]
    assert name_columns((heading,)) == (None,)
    assert fields(*beside, (heading, field))[-1] == field


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Budget", "money"),
        ("Cost of the work", "money"),
        ("Risk score", "score"),
        ("Likelihood", "score"),
        ("Year", "score"),
        ("Ward", "place"),
        ("Ward", "owner"),
        ("Social worker", "place"),
        ("Contractor", "owner"),
        ("Date raised", "past"),
        ("Start date", "past"),
        ("Date of birth", "past"),
        ("Last reviewed", "past"),
        ("Priority", "level"),
        ("Risk level", "level"),
        ("Outcome", "remark"),
        ("Intended outcome", "remark"),
        ("Success criteria", "remark"),
        ("What difference it will make", "remark"),
        ("Evidence", "remark"),
        ("Resources needed", "remark"),
        ("Reason", "remark"),
        ("Background", "remark"),
        ("Inspection finding", "remark"),
        ("Training implications", "remark"),
        ("Good practice", "remark"),
        ("Mitigating factors", "remark"),
    ],
)
def test_a_heading_of_something_else_names_no_field(heading: str, kind: str) -> None:
    assert fields(("Ref", "ref"), ("Action", "action"), (heading, kind))[-1] is None


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Person leading", "due"), ("Target completion", "owner"), ("Deliverable", "money")],
)
def test_a_heading_never_stands_against_the_values_under_it(heading: str, kind: str) -> None:
    assert fields(("Ref", "ref"), ("Update", "update"), (heading, kind))[-1] is None


def test_a_plan_under_headings_that_no_list_has_is_read() -> None:
    plan = table(
        ("Milestone", "action"),
        ("Person leading", "owner"),
        ("Target completion", "due"),
        ("State of play", "status"),
        ("Ward", "place"),
    )
    assert name_columns(plan.header) == (None,) * 5
    first, *_ = actions_in_tables([plan], (), "2024-03-04")
    assert first.action == "Light every lamp on the long pier."
    assert first.owners == ("Harbour Master",)
    assert (first.due_date, first.status) == ("2024-05-01", "on_track")
    assert first.columns == (("Ward", "North Pier"),)


def test_targets_in_words_are_actions_and_no_dates() -> None:
    assert fields(("Target", "action"), ("RAG", "status"), ("Progress", "update")) == (
        "action",
        "status",
        "update",
    )


def test_two_headings_of_one_meaning_do_not_share_a_field() -> None:
    named = fields(("Deliverable", "action"), ("Commitment", "remark"), ("Led by", "owner"))
    assert sorted(map(str, named)).count("action") <= 1


def test_a_list_of_something_else_stays_one() -> None:
    assert fields(("Ward", "place"), ("Outcome", "remark"), ("Budget", "money")) == (None,) * 3


@pytest.mark.parametrize(
    ("texts", "shape"),
    [
        (VALUES["owner"], "names"),
        (VALUES["due"], "dates"),
        (VALUES["status"], "marks"),
        (VALUES["action"], "words"),
        (VALUES["money"], None),
        (("", "", ""), None),
    ],
)
def test_a_columns_shape_is_told_by_its_values(texts: Sequence[str], shape: str | None) -> None:
    assert column_shape([Cell(text, (0, 0), (PLACE,)) for text in texts]) == shape


def test_blank_cells_in_several_colours_are_marks() -> None:
    fills = ("#ff0000", "#00b050", "#00b050")
    assert column_shape([Cell("", (0, 0), (PLACE,), fill) for fill in fills]) == "marks"


def test_words_are_kept_under_spacys_own_numbers() -> None:
    from spacy.strings import hash_string

    for word in ("lamp", "harbour-master", "œuvre", "", "a much longer wording than one block"):
        assert not word or hash_word(word) == hash_string(word)


def test_vectors_are_those_of_the_pipeline() -> None:
    from matters_arising.extract import tag

    vocab = tag.load().vocab
    for word in ("milestone", "owner", "deadline"):
        vector = vocab[word].vector
        assert np.allclose(mean_vector([word]), vector / np.linalg.norm(vector), atol=1e-6)


def test_unknown_words_mean_nothing() -> None:
    assert mean_vector(["xqzzvw"]) is None


def test_meaning_is_weighed_without_spacy() -> None:
    run = (
        "import sys; from matters_arising.extract.table.meaning import weigh_heading;"
        "print(weigh_heading('Person leading', 'names')[0], 'spacy' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["owner", "False"]
