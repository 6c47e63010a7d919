"""What columns are for where no known heading tells: by what the heading means.

A heading is compared with wordings whose field is known, by the word vectors of the
packaged pipeline, among those alone that the column's values could stand under: a column
of dates is no owner, whatever is printed over it. Headings of columns that fill no field,
"Budget" or "Success criteria", are among the wordings, and the nearest one decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from matters_arising.corpus.layout import Cell, Table
from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.extract.phrase.vector import Vector, mean_vector
from matters_arising.extract.table.header import LEXICON, name_columns, plain_words, stem_heading
from matters_arising.extract.table.shape import column_shape, tells_time

NEAREST = 0.55
"""Least cosine of a heading and the wording it is taken for."""

MARGIN = 0.02
"""By so much it must be nearer than any wording of another field."""

LONGEST_HEADING = 6
"""Words in a heading that can be weighed against a wording."""

FEWEST_COLUMNS = 3
"""Headed columns of a table that may list actions under headings nobody knows."""

FEWEST_FIELDS = 3
"""Fields told by meaning that make a table one of actions where no known heading does."""

BARE = {"words": "action", "names": "owner", "dates": "due", "marks": "status"}
"""Shape of a column → the field it is of where no column has a heading, left to right."""

NEEDED = {"words", "names", "dates"}
"""The shapes without which columns that have no heading are nobody's plan."""

WORDINGS: dict[str, dict[str, str]] = {
    "words": {
        "action": (
            "milestone, deliverable, commitment, initiative, development need, goal, target,"
            " area for improvement, work to be done, how we will do it, plan, what"
        ),
        "update": (
            "narrative, remarks, observations, achievements, developments, actions taken, reply,"
            " story so far, where are we now, how are we doing, what happened, explanation,"
            " report, state of play"
        ),
    },
    "names": {
        "owner": (
            "led by, manager, coordinator, named person, staff member, post holder, director, team,"
            " project manager, portfolio holder, sponsor, delegated to, by"
        ),
    },
    "dates": {
        "due": "finish, by, milestone, month, quarter, term, year, schedule, cut-off, review date",
    },
    "marks": {
        "status": (
            "colour, traffic light, stage, done, closed, achieved, open or closed, progress, grade,"
            " state of play, delivery confidence, finished"
        ),
    },
}
"""Shape of a column → field → headings it may bear besides those of the lexicon.

Some stand here and not there because only the column's values tell them: "Milestone" heads
dates as often as deeds.
"""

UNFIELDED = (
    "budget, cost, funding, resources, resources required, savings, risk, risk score, risk level,"
    " likelihood, severity, impact, anticipated impact, outcome, intended outcome, benefits,"
    " outcomes for residents, difference made, what difference will it make, evidence,"
    " evidence of impact, how will we know, success criteria, success measures, baseline,"
    " performance indicators, data, theme, category, type, area, topic, subject, title, priority,"
    " strategic priority, aims, link to strategy, background, context, reason, rationale, why,"
    " where, how, issue, finding, what inspectors found, strengths, weaknesses, definition,"
    " meaning, description, standard, policy, legislation, good practice, current practice,"
    " controls,"
    " mitigation, dependencies, training, consultation, quality assurance, decision, option,"
    " source, vote, ward, district, location, address, school, site, building, service area,"
    " department, directorate, local authority, supplier, contractor, customer, partner, committee,"
    " political party, population, name of child, family, carers, gender, author, reported by,"
    " raised by, proposer, consultee, role, job title, grade of post, apologies, present, meeting,"
    " contract, hours, start date, date raised, date opened, date agreed, date added,"
    " date of meeting, date of birth, date received, date of update, date completed, date closed,"
    " date identified, date logged, date reported, date set, date of last review, last reviewed,"
    " last updated, original date, support needed, staff implications, financial implications,"
    " link to recommendation, governance, previous rating, last quarter, trend,"
    " direction of travel, confidence in data"
)
"""Headings of columns that fill no field of an action."""

_PASSED_OVER = lexicon(
    "a an the of to by for in on at is are be it its this that and or with from as we our us you",
    "your they their will do does did not no any each all per has have had been were was i",
)


def name_table_columns(table: Table) -> tuple[str | None, ...]:
    """The field of each of a table's columns, by known headings, then by their meaning.

    A column that nothing tells stays None: it is kept under its own heading.
    """
    columns = list(_columns(table))
    if not any(table.header):
        return _name_by_shape([column_shape(cells) for cells in columns])
    known = name_columns(_begun(table.header, columns))
    if sum(bool(heading) for heading in table.header) < FEWEST_COLUMNS:
        return known
    shapes = tuple(
        column_shape(cells) if field in (None, "due") else None
        for field, cells in zip(known, columns, strict=True)
    )
    checked = tuple(
        None if field == "due" and shape == "words" and not tells_time(cells) else field
        for field, shape, cells in zip(known, shapes, columns, strict=True)
    )
    named = _with_colours(table.header, columns, _fill_open(table.header, shapes, checked))
    if not any(checked) and sum(field is not None for field in named) < FEWEST_FIELDS:
        return checked
    return named


def _begun(header: Sequence[str], columns: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """The headings, without those of a numbered column (of a quarter to come) still blank."""
    return tuple(
        ""
        if any(map(str.isdigit, heading)) and not any(c.text or c.fill for c in cells)
        else heading
        for heading, cells in zip(header, columns, strict=True)
    )


def _name_by_shape(shapes: Sequence[str | None]) -> tuple[str | None, ...]:
    """The fields of columns without headings, where one alone can be each that an action needs.

    The words to be done stand before those who are to do them, and the day after them.
    """
    once = [shape for shape in shapes if shape and shapes.count(shape) == 1]
    if once != [shape for shape in BARE if shape in once] or not NEEDED.issubset(once):
        return (None,) * len(shapes)
    return tuple(BARE[shape] if shape in once else None for shape in shapes)


def _columns(table: Table) -> Iterator[list[Cell]]:
    for column in range(len(table.header)):
        yield [
            cell
            for row in table.rows
            if row.kind == "body"
            for cell in row.cells
            if cell.columns == (column, column)
        ]


def _fill_open(
    header: Sequence[str], shapes: Sequence[str | None], known: Sequence[str | None]
) -> tuple[str | None, ...]:
    """The fields, with those that are missing given to the open columns nearest to them."""
    claims = sorted(
        (
            (nearness, column, field)
            for column, heading in enumerate(header)
            if known[column] is None and (shape := shapes[column]) is not None
            if _may_fill(heading, shape, known)
            for field, nearness in [weigh_heading(heading, shape)]
            if field is not None and field not in known
        ),
        reverse=True,
    )
    named = list(known)
    for _, column, field in claims:
        if field not in named:
            named[column] = field
    return tuple(named)


def _with_colours(
    header: Sequence[str], columns: Sequence[Sequence[Cell]], named: tuple[str | None, ...]
) -> tuple[str | None, ...]:
    """The fields, with the status in a column of colours alone that has no heading."""
    stripes = {cell.fill for cell in columns[0]}
    bare = (
        column
        for column, cells in enumerate(columns)
        if not header[column] and not any(cell.text for cell in cells)
        if len({cell.fill for cell in cells} - stripes) > 1
    )
    column = None if "status" in named else next(bare, None)
    return named if column is None else (*named[:column], "status", *named[column + 1 :])


def _may_fill(heading: str, shape: str, known: Sequence[str | None]) -> bool:
    """Whether the column could fill a field that is still missing: else no vector is read."""
    fields = WORDINGS[shape].keys()
    return 0 < len(plain_words(heading)) <= LONGEST_HEADING and not fields <= set(known)


def weigh_heading(heading: str, shape: str) -> tuple[str | None, float]:
    """The field whose wordings a heading is nearest to, and how near; None where none is.

    Of the fields, those alone that a column of the shape can fill.
    """
    for field, listed in (*WORDINGS[shape].items(), (None, UNFIELDED)):
        if stem_heading(heading) in _stems(listed):
            return field, 1.0
    vector = _mean(heading)
    if vector is None:
        return None, 0.0
    near = {field: float((known @ vector).max()) for field, known in _wordings(shape).items()}
    field = max(near, key=lambda name: near[name])
    floor = max((near[name] + MARGIN for name in near if name != field), default=NEAREST)
    unfielded = float((_unfielded() @ vector).max())
    clear = near[field] >= max(NEAREST, floor) and near[field] > unfielded
    return (field, near[field]) if clear else (None, 0.0)


@cache
def _stems(listed: str) -> frozenset[str]:
    return frozenset(map(stem_heading, listed.split(", ")))


@cache
def _wordings(shape: str) -> Mapping[str, Vector]:
    """Field → vectors of the headings that a column of this shape may bear for it."""
    return {
        field: _vectors([*LEXICON[field], *listed.split(", ")])
        for field, listed in WORDINGS[shape].items()
    }


@cache
def _unfielded() -> Vector:
    return _vectors(UNFIELDED.split(", "))


def _vectors(headings: Sequence[str]) -> Vector:
    """The vectors of headings, a row each; a heading of unknown words has none."""
    known = [vector for heading in headings if (vector := _mean(heading)) is not None]
    return np.array(known, dtype=np.float32)


def _mean(heading: str) -> Vector | None:
    return mean_vector(word for word in plain_words(heading) if word not in _PASSED_OVER)
