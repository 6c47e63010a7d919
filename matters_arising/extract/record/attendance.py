"""Who was at a meeting: the names its minutes list, for telling owners and initials."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.layout import Paragraph, Row, Section, Table

LISTED = re.compile(
    r"^(?:(?:also|members|officers|governors|councillors|those) )?"
    r"(?:present|in attendance|attendance|attendees|attending|invited|invitees|apologies)\b"
    r"\W*(?:from)?\s*",
    re.I,
)
"""What opens a list of those who came, or heads it."""

CAME = re.compile(
    r"^(?P<names>[A-Z].{3,400}?)\s+(?:was|were) (?:also )?(?:present|in attendance)\b"
)
"""A sentence that lists those who came."""

FIRST_NAMES = re.compile(r"[A-Z][a-z]+(?:, [A-Z][a-z]+)+(?:,? and [A-Z][a-z]+)?")
"""A list of people by nothing but their first names."""

REGISTER = re.compile(
    r"(?:\w+ ){0,2}(?:attendance|register)(?: (?:record|register|sheet|at meetings?))?", re.I
)
"""What heads a table of who came to which meeting."""

FEWEST_MARKED = 3
"""People with marks beside their names who make a table a register."""
_MARK = re.compile(r"[A-Z✓✔✗x/]")

TITLE = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Rev(?:erend)?)"
_WORD = r"[A-Z](?:[a-z]+|['’])[\w'’-]*"
_PERSON = re.compile(
    rf"(?:{TITLE}\.? )?(?P<name>(?:{_WORD}|[A-Z]\.?)(?: (?:[A-Z]\.?|{_WORD})){{0,2}} {_WORD})"
    r"(?:\s*\((?P<role>[^()]+)\))?"
)
TITLED = re.compile(rf"{TITLE}\.?(?: {TITLE}\.?)?(?: [A-Z]\.?){{0,3}} {_WORD}")
"""A person by title and surname: "Mrs Lamp", "Cllr J B Lamp", "Cllr Mrs Lamp"."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a meeting, with the office the list gives them; None where it gives none."""

    name: str
    role: str | None

    @property
    def initials(self) -> str:
        """The first letter of each of the person's names."""
        return "".join(word[0] for word in re.split(r"[ -]", self.name))

    @property
    def first_name(self) -> str:
        """The first of the person's names."""
        return self.name.split(" ", 1)[0]

    @property
    def surname(self) -> str:
        """The last of the person's names."""
        return self.name.rsplit(" ", 1)[-1]


@dataclass(frozen=True, slots=True)
class Attendance:
    """All whom the lists of a paper's meetings name."""

    people: tuple[Attendee, ...] = ()

    def knows(self, name: str) -> bool:
        """Whether somebody of that full name is listed, or one person alone of that first name."""
        if " " not in name:
            return sum(person.first_name == name for person in self.people) == 1
        return any(person.name == name for person in self.people)

    def with_initials(self, initials: str) -> Attendee | None:
        """The one person with these initials; None where there is none, or more than one."""
        found = [person for person in self.people if person.initials == initials]
        return found[0] if len(found) == 1 else None


def read_attendance(
    paragraphs: Sequence[Paragraph], sections: Sequence[Section], tables: Iterable[Table]
) -> Attendance:
    """The people named in lists of attendance, wherever the paper sets them out."""
    texts = [*_in_paragraphs(paragraphs, sections), *_in_tables(tables)]
    people = (person for text in texts for person in _people(text))
    return Attendance(tuple({person.name: person for person in people}.values()))


def _people(text: str) -> Iterator[Attendee]:
    """Whom a list names: in full, or all of them by first names."""
    if FIRST_NAMES.fullmatch(text.strip(" .")):
        yield from (Attendee(name, None) for name in re.findall(r"[A-Z][a-z]+", text))
    else:
        yield from (Attendee(found["name"], found["role"]) for found in _PERSON.finditer(text))


def _in_paragraphs(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> Iterator[str]:
    for paragraph in paragraphs:
        title = sections[paragraph.section].title if paragraph.section is not None else ""
        opened = LISTED.match(paragraph.text)
        if opened:
            yield paragraph.text[opened.end() :]
        elif came := CAME.match(paragraph.text):
            yield came["names"]
        elif LISTED.match(title):
            yield paragraph.text


def _in_tables(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        if _is_register(table):
            names = (row.cells[0].text.strip() for row in table.rows if len(row.cells) > 2)
            yield from (name.title() if name.isupper() else name for name in names)
            continue
        for row in table.rows:
            if len(row.cells) > 1 and LISTED.fullmatch(row.cells[0].text.strip()):
                yield from (cell.text for cell in row.cells[1:])


def _is_register(table: Table) -> bool:
    """A table of everybody's attendance, a person to a row: told by its title or its marks."""
    first = (cell.text for row in table.rows[:1] for cell in row.cells)
    titled = any(REGISTER.fullmatch(text.strip()) for text in (*table.header, *first))
    return titled or sum(map(_is_marked, table.rows)) >= FEWEST_MARKED


def _is_marked(row: Row) -> bool:
    """A name, and a mark for at least one meeting."""
    name, *others = (cell.text.strip() for cell in row.cells)
    return any(map(_MARK.fullmatch, others)) and bool(_PERSON.fullmatch(name.title()))
