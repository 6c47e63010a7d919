"""What the top of a page says of the report that begins there: title, committee, labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, takewhile

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.reader.word import Line
from matters_arising.extract.structure.furniture import Furnished, is_stamp
from matters_arising.extract.table.fragment import Sheet

HEAD_LINES = 16
"""A title block stands in this many lines at the top of a page."""

LABEL = (
    r"date of (?:the )?meeting|meeting date|date and time|date|committee|body|name of committee|"
    r"title of meeting|meeting|report title|title of report|subject/title|subject|title|"
    r"report of|report by|report from|report author|author|senior officer|lead officer|"
    r"contact officer|portfolio holder|cabinet member|executive member|decision maker|"
    r"report to|to|from|by|wards?(?: affected)?|classification|report number|"
    r"agenda item(?: no)?"
)
KEY = re.compile(rf"^(?P<key>{LABEL})\s*:\s*(?P<value>.*)$", re.I)
KEY_ALONE = re.compile(rf"^(?:{LABEL})\s*:?$", re.I)

OFFICER = ("report of", "report by", "report from", "senior officer", "lead officer",
           "report author", "author", "contact officer")  # fmt: skip
TITLE_KEYS = ("report title", "title of report", "subject/title", "title", "subject")
MEETING_DATE_KEYS = ("date of meeting", "date of the meeting", "meeting date", "date and time")
BODY_KEYS = ("committee", "name of committee", "body", "title of meeting", "report to",
             "decision maker", "meeting", "to")  # fmt: skip

SMALLER_BODY = (
    "sub-?committee|committee|cabinet|panel|governing body|board of governors|governors|board|"
    "forum|commission|trustees"
)
BODY = re.compile(rf"\b(?:{SMALLER_BODY}|council)\b", re.I)
ENDS_IN_BODY = re.compile(rf"(?<=[a-z] )(?:{SMALLER_BODY}|council)$|^cabinet$", re.I)
COUNCIL_ALONE = re.compile(r"^[\w .’'-]*\bcouncil$", re.I)
BODY_FIRST = re.compile(
    r"^(?:joint )?(?:committee|commission|board|panel) (?:on|for|of) (?!the\b)[\w ,&’'-]+$", re.I
)
"""A body named by what it is about: "Commission on Harbour Dues"."""

MEETING_OF = re.compile(
    r"\b(?:meeting|minutes) of (?:the |a )?(?:meeting of (?:the |a )?)?(?P<body>[A-Z][^,.:]*?)"
    r"(?=,| held| on \w| at \w| \(| (?:was|were|is)\b| (?:\w+ )?meeting\b| \w+day\b|$)",
    re.I,
)
FOR_BODY = re.compile(
    r"^(?:(?:progress|position|report|update|paper|briefing)\b[^.]{0,60}?\s)?for (?:the )?"
    rf"(?P<body>(?-i:[A-Z])[^,.:;]*?\b(?:{SMALLER_BODY}))$",
    re.I,
)
"""A line that ends in the body a paper is for: "Progress in May, for the Lights Committee"."""

NO_NAME = re.compile(r"^\W?\d|\b(?:that|is|are|was|were|be|been|has|will|by|from|[a-z]+ed the)\b")
"""A sentence that happens to end in a body's name."""

FULL_LINE = 75
"""A line of more characters than this may have wrapped."""

TITLED_REPORT = re.compile(r"\b\w+ report(?:\W+(?:for )?(?:19|20)\d\d[-/–\d]*)?$", re.I)
_STATE = "draft|final|public|(?:un)?(?:confirmed|approved|adopted)"
MINUTES = re.compile(rf"^(?:(?:{_STATE}|meeting|board|council) ){{0,3}}minutes?\b|\bminutes$", re.I)
MINUTES_ALONE = re.compile(
    rf"(?:(?:{_STATE}|meeting|board|council) )*minutes(?: of (?:the )?meeting)?", re.I
)
BOXED_MINUTES = re.compile(r"\bminutes(?: of (?:the )?meeting)?$", re.I)
STAMPED = re.compile(rf"(?:{_STATE}) minutes$", re.I)
"""A line that says no more than how far minutes have come, wherever it stands at their head."""

MINUTES_OF = re.compile(r"^(?:(?:draft|confirmed) )?minutes of (?!.*\b(?:previous|last)\b)", re.I)
NOTES = re.compile(
    rf"^(?:(?:{_STATE}) )?(?:(?:action|meeting) )?notes (?:of|from) (?:the |a |our )?"
    rf"(?:[\w&,’' -]{{1,60}} )?meeting\b|^(?:(?:{_STATE}) )?(?:action|meeting) notes\b"
    r"|\b(?:action|meeting) notes$",
    re.I,
)
"""A line that calls the record of a meeting its notes."""

PRESENT = re.compile(r"^(?:present|attend(?:ees|ance|ing)|in attendance|apologies)\b", re.I)
WEEKDAY = re.compile(r"(?:(?:on )?\w+day,?\s*)?", re.I)
AGENDA = re.compile(r"^public document pack|\bagenda$|^agenda (?:for|of)\b", re.I)
NO_TITLE = re.compile(
    r"^(?:\d|appendix\b|annex\b|public document pack|draft\b|dear\b|page\b|present\b|official\b|"
    r"attend(?:ees|ance|ing)\b|apologies\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Head:
    """The lines that open a page, and the labels among them with their values.

    `running` are the running heads over and under them; `boxed` what stands alone in the
    first row of a table that the page opens with.
    """

    page: int
    lines: tuple[Line, ...]
    keys: tuple[tuple[str, str], ...]
    running: tuple[Line, ...] = ()
    boxed: str = ""

    def value(self, names: Sequence[str]) -> str | None:
        """The value of the first of `names` that the block holds."""
        found = {key: value for key, value in reversed(self.keys) if value}
        return next((found[name] for name in names if name in found), None)

    @property
    def starts_report(self) -> bool:
        """Two labels of a title block, one of them a title, a meeting's date or an author."""
        keys = {key for key, _ in self.keys}
        return len(keys) >= 2 and bool(keys & {*TITLE_KEYS, *OFFICER, *MEETING_DATE_KEYS})

    @property
    def opens_minutes(self) -> bool:
        """Whether minutes begin here: they say so, and name the body that met.

        The name may run over every page, where the text itself opens with "Minutes of". A
        paper that lists who came to it need not name a body.
        """
        opening = [line.text for line in self.lines[:6]]
        titled = any(map(MINUTES_OF.search, opening[:1]))
        over = [line.text for line in self.running] if titled or self.page == 1 else []
        stamped = any(STAMPED.match(line.text) for line in self.lines)
        over_text = (*opening, *over)
        told = stamped or any(MINUTES.search(text) or NOTES.search(text) for text in over_text)
        met = self.page == 1 and any(PRESENT.match(line.text) for line in self.lines)
        return told and (met or any(map(BODY.search, over_text)))

    @property
    def titled_minutes(self) -> bool:
        """Whether a line over the labels says that these are minutes, and nothing else."""
        alone = any(MINUTES_ALONE.fullmatch(line.text) for line in self.lines[:6])
        return alone or bool(BOXED_MINUTES.search(self.boxed))

    @property
    def opens_titled_report(self) -> bool:
        """Whether the page opens with a title in bold that ends by calling itself a report."""
        opening = [line.text for line in takewhile(lambda line: line.bold, self.lines[:3])]
        return any(TITLED_REPORT.search(title) for title in accumulate(opening, "{} {}".format))

    @property
    def opens_agenda(self) -> bool:
        """Whether an agenda begins here."""
        return any(AGENDA.search(line.text) and len(line.text) < 80 for line in self.lines[:8])


def read_head(sheet: Sheet, furnished: Furnished) -> Head:
    """Read the top of a page; a form's label and value, side by side, count as a line."""
    lines = furnished.text[:HEAD_LINES]
    keys = list(_labelled(lines))
    for line in lines:
        keys += _across([run.text for run in line.runs])
    for fragment in sheet.fragments[:3]:
        if fragment.box[1] < sheet.height / 2:
            for row in fragment.rows[:6]:
                keys += _across([cell.text for cell in row.cells])
    running = (line for line in furnished.furniture if not is_stamp(line))
    return Head(sheet.number, tuple(lines), tuple(keys), tuple(running), _boxed(sheet))


def _boxed(sheet: Sheet) -> str:
    first = next((f.rows[0] for f in sheet.fragments[:1] if f.box[1] < sheet.height / 4), None)
    return first.cells[0].text.strip() if first is not None and len(first.cells) == 1 else ""


def _labelled(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """`Label: value` lines, a value that wrapped put together again."""
    index = 0
    while index < len(lines):
        first, found = lines[index], KEY.match(lines[index].text)
        index += 1
        if not found:
            continue
        value = found["value"].strip()
        while value and index < len(lines) and _wraps(first, lines[index - 1], lines[index]):
            value += " " + lines[index].text
            index += 1
        yield found["key"].lower(), value


def _wraps(first: Line, upper: Line, lower: Line) -> bool:
    """Whether a label's value goes on in the next line: set close, and in or full."""
    if KEY.match(lower.text) or re.match(r"\d|[A-Z][\w ]{2,30}:", lower.text):
        return False
    close = lower.baseline - upper.baseline < 1.7 * upper.size
    indented = lower.box[0] > first.box[0] + 20
    return close and (indented or len(upper.text) > FULL_LINE) and upper.text[-1] not in ".)"


def _across(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What labels say along a line: each in a stretch with its value, or in the one before it."""
    if len(texts) > 1:
        firsts = (text.strip().partition("\n")[0] for text in texts)
        labelled = (found for first in firsts if (found := KEY.match(first)))
        yield from ((f["key"].lower(), f["value"].strip()) for f in labelled if f["value"])
    yield from _side_by_side(texts)


def _side_by_side(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for label, value in pairwise(text.strip() for text in texts):
        if KEY_ALONE.match(label) and value and not KEY_ALONE.match(value):
            yield label.rstrip(": ").lower(), value


def read_title(head: Head, committee: str | None) -> str:
    """The report's title: as labelled, else the largest lines that open the page."""
    labelled = head.value(TITLE_KEYS)
    if labelled:
        return labelled
    if head.opens_minutes and committee:
        return f"Minutes of the {committee}"
    if head.opens_agenda and committee:
        return f"{committee} agenda"
    lines = [line for line in head.lines if _may_be_title(line.text)]
    title = _largest_lines(lines)
    return (_line_under(title, lines) if title == committee else "") or title


def _line_under(body: str, lines: Sequence[Line]) -> str:
    """The title that stands right under the name of the body; empty where none does."""
    texts = [line.text for line in lines]
    at = texts.index(body) + 1 if body in texts else len(lines)
    undated = [line for line in lines[at : at + 2] if not _opens_with_date(line.text)]
    return _largest_lines([line for line in undated if " " in line.text][:1])


def _opens_with_date(text: str) -> bool:
    dates = find_dates(text)
    return bool(dates) and bool(WEEKDAY.fullmatch(text[: dates[0].start]))


def _may_be_title(text: str) -> bool:
    return len(text) > 3 and not (
        KEY.match(text) or NO_TITLE.match(text) or COUNCIL_ALONE.match(text)
    )


def _largest_lines(lines: Sequence[Line]) -> str:
    if not lines:
        return ""
    largest = max(line.size for line in lines)
    first = next(i for i, line in enumerate(lines) if line.size > largest - 0.5)
    if not lines[first].bold and largest < 12.5:
        return ""
    title = lines[first].text
    for upper, lower in pairwise(lines[first : first + 3]):
        same = lower.size > largest - 0.5 and lower.bold == upper.bold
        if not same or lower.baseline - upper.baseline > 1.7 * upper.size:
            break
        title += " " + lower.text
    return title


def read_committee(head: Head) -> str | None:
    """The body that met: as labelled, as "meeting of the …", or on a line of its own."""
    labelled = head.value(BODY_KEYS)
    if labelled and (BODY.search(labelled) or head.value(("committee",)) == labelled):
        return _without_date(labelled)
    text = " ".join(line.text for line in head.lines)
    met = (found["body"].strip() for found in MEETING_OF.finditer(text))
    named = next((body for body in met if BODY.search(body) and len(body) < 80), None)
    return named or _body_alone(head.lines) or _body_alone(head.running)


def _body_alone(lines: Sequence[Line]) -> str | None:
    """A body that has a line to itself: the committee rather than the whole council."""
    alone = [_named(line.text) for line in lines if not KEY.match(line.text)]
    named = [body for body in alone if len(body) < 80 and not NO_NAME.search(body)]
    bodies = [body for body in named if ENDS_IN_BODY.search(body) or BODY_FIRST.match(body)]
    smaller = [body for body in bodies if not COUNCIL_ALONE.match(body)]
    return next(iter(smaller or bodies), None)


def _named(text: str) -> str:
    """The body that a line names, where it names one."""
    found = FOR_BODY.search(text)
    return found["body"] if found else _without_date(text)


def _without_date(text: str) -> str:
    """A body's line without the date, and without saying report, agenda or minutes."""
    dates = find_dates(text)
    cut = text[: dates[0].start] if dates else text
    cut = re.sub(r"^(?:report to|meeting of|agenda for)\s+(?:the\s+)?", "", cut, flags=re.I)
    cut = re.sub(
        r"[\s,–-]*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$", "", cut, flags=re.I
    )
    cut = re.sub(
        r"\b(?:agenda|(?:meeting )?minutes|meeting|(?:rolling )?action (?:list|log|notes|tracker))"
        r"\s*$",
        "",
        cut.strip(" ,–-"),
        flags=re.I,
    )
    return cut.strip(" ,:–-")
