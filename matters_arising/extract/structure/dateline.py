"""When the top of a page says that the body met, and of what day its paper tells."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.reader.word import Line
from matters_arising.extract.structure.titleblock import (
    BODY,
    FULL_LINE,
    KEY,
    MEETING_DATE_KEYS,
    NO_NAME,
    Head,
)

OTHER_MEETING = re.compile(
    r"\b(?:previous|(?:last|next) meeting|approval|"
    r"to (?:approve|agree|confirm|receive|sign|note))\b",
    re.I,
)
POSITION_AT = re.compile(r"\b(?:progress|position|correct|accurate) (?:as )?at\b", re.I)
ISSUED = re.compile(
    r"\W*(?:last )?(?:amended|issued|printed|published|reviewed|revised|updated|version)\b", re.I
)
"""What opens a line that dates the paper and no meeting."""

POSITION = re.compile(
    r"\b(?:(?:progress|position|status|correct|accurate|updated?) (?:as )?(?:at|to)"
    r"|as (?:at|of))\s+$",
    re.I,
)
"""What stands before the day of which a paper tells how things stood."""

EVENT = re.compile(
    r"\b(?:(?:was|were)(?! (?:duly )?(?:held|convened))|had|has|have|been|wrote|told|asked)\b"
    r"|(?:,|\b(?:which|and)) (?:agreed|approved|adopted|endorsed) by\b"
    r"|\b(?:agreed|approved|adopted|endorsed|considered) (?:on|that|to|the|this|its|an?)\b",
    re.I,
)
"""A verb before a date that makes it the day of something else than the meeting."""

ENDS_NAMING = re.compile(
    r"\s*(?:\.?$|[(–-]|,(?! (?:and|but|which|who|when)\b)"
    r"|(?:at|in|from|held|commencing|starting|beginning)\b)"
)
"""What may follow a meeting's date, save in a sentence that goes on."""

DEADLINE = re.compile(r"by\s*:\s*\d", re.I)

HIGHEST = 6
"""The lines of a title block that may say how things stood when."""

LONGEST_OPENING = 220
"""A sentence that opens minutes holds fewer characters than this."""


def read_date(head: Head) -> str | None:
    """The meeting's date, ISO 8601: as labelled, beside the body, or alone on a line."""
    labelled = head.value(MEETING_DATE_KEYS)
    if labelled and (dates := find_dates(labelled)):
        return dates[0].value
    text = [*_unwrapped(head.lines), *(line.text for line in head.running)]
    for tells in (_tells_meeting, _is_labelled, _is_dateline):
        for line in text:
            dates = find_dates(line) if tells(line) else ()
            if dates and dates[0].precision in ("day", "month"):
                return dates[0].value
    given = head.value(("date",))
    dates = find_dates(given) if given else ()
    return dates[0].value if dates else None


def read_position(head: Head) -> str | None:
    """The day, ISO 8601, at which the title block says that things stood as the paper tells."""
    for line in head.lines[:HIGHEST]:
        dates = find_dates(line.text)
        told = bool(dates) and POSITION.search(line.text[: dates[0].start])
        if told and len(line.text) < LONGEST_OPENING and not NO_NAME.search(line.text):
            return dates[0].value
    return None


def date_without_meeting(name: str, position: str | None) -> str | None:
    """The date in a file's name; the day of which its paper tells, where that says no other."""
    named = date_from_name(name)
    return position if position and position.startswith(named or "") else named


def date_from_name(name: str) -> str | None:
    """The date in a file's name: ISO, or words that make a date."""
    iso = re.search(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)", name)
    if iso:
        return "-".join(part for part in iso.groups() if part)
    found = find_dates(name.replace("_", " ").replace("-", " "))
    return next((d.value for d in found if d.precision in ("day", "month")), None)


def _unwrapped(lines: Sequence[Line]) -> Iterator[str]:
    """Each line, with the next where it is too full to have ended on purpose.

    What wrapped from the line above and goes on past its date tells of an event.
    """
    for index, line in enumerate(lines):
        above, following = lines[max(index - 1, 0) : index], lines[index + 1 : index + 2]
        if any(_wraps(upper, line) for upper in above) and _goes_on(line.text):
            continue
        wrapped = [lower for lower in following if _wraps(line, lower)]
        yield " ".join(piece.text for piece in (line, *wrapped))


def _wraps(upper: Line, lower: Line) -> bool:
    return len(upper.text) > FULL_LINE and lower.baseline - upper.baseline < 1.7 * upper.size


def _goes_on(text: str) -> bool:
    """Whether a sentence goes on after the first date of the text."""
    dates = find_dates(text)
    return bool(dates) and not ENDS_NAMING.match(text, dates[0].end)


def _is_labelled(text: str) -> bool:
    """Whether a line is a label with its value; "By: 1 May" is a deadline, and no author."""
    return bool(KEY.match(text)) and not DEADLINE.match(text)


def _tells_meeting(text: str) -> bool:
    """A short text with a body or a meeting in it, and not of another meeting."""
    if len(text) > LONGEST_OPENING or OTHER_MEETING.search(text) or _tells_event(text):
        return False
    return bool(re.search(r"\b(?:held|on \w+day)\b", text, re.I) or _body_and_date(text))


def _tells_event(text: str) -> bool:
    """Whether the first date of a text is that of an event of which a sentence tells."""
    dates = find_dates(text)
    return bool(dates) and bool(EVENT.search(text[: dates[0].start]))


def _body_and_date(text: str) -> bool:
    dates = find_dates(text)
    return bool(dates) and bool(BODY.search(text[: dates[0].start])) and dates[0].start < 70


def _is_dateline(text: str) -> bool:
    """Whether a line says a date, with at most a weekday, a time or a place beside it."""
    if POSITION_AT.search(text) or ISSUED.match(text):
        return False
    rest = text
    for found in reversed(find_dates(text)):
        rest = rest[: found.start] + rest[found.end :]
    return len(re.sub(r"\b\w+day\b|[\d.:,]+\s*(?:am|pm|noon)?|\W", "", rest)) <= 20
