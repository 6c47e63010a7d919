"""The table in which a paper says what its short forms stand for."""

import re
from collections.abc import Iterable, Iterator

from matters_arising.corpus.layout import Table
from matters_arising.extract.phrase.abbreviation import long_form

_SHORT_FORMS = re.compile(
    r"\b(?:abbrev|acronym|term|short (?:form|for|name)|initials?|letters)", re.I
)
_MEANINGS = re.compile(
    r"\b(?:meaning|means|stands? for|in full|full (?:name|form|title|term)|definition|long form)",
    re.I,
)


def find_glossary(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """Each short form with its meaning, from the tables that are headed as lists of them."""
    for table in tables:
        if len(table.header) == 2 and (
            _SHORT_FORMS.search(table.header[0]) or _MEANINGS.search(table.header[1])
        ):
            for row in table.rows:
                if row.kind == "body" and len(row.cells) == 2:
                    short, meaning = (cell.text.strip() for cell in row.cells)
                    yield short, long_form(short, meaning)
