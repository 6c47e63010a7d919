"""Decisions: what a meeting resolved, and what a report asked it to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.layout import Paragraph, Report, Section
from matters_arising.corpus.record import Decision
from matters_arising.extract.record.motion import Motion, find_motions
from matters_arising.extract.record.resolved import find_resolved

_BODY = r"(?:board|cabinet|committee|council|forum|governors|governing body|members|panel)"
RESOLVED = re.compile(
    rf"^(?:(?:and |now,? |therefore,? |be it |further )+|it was |the {_BODY} |members )?"
    r"(?:unanimously )?"
    r"(?:resolved\b|agreed(?=\s*[:–]|\s+(?:that|to|unanimously(?!\.))\b))"
    r"(?:\s+(?:unanimously|by (?:a )?majority))?\s*[:.–-]*\s*(?P<text>.*)$",
    re.S | re.I,
)
RESOLVED_WITHIN = re.compile(r"(?<=[.;:)] )(?:It was )?RESOLVED\b[\s:.–-]*(?P<text>.*)$", re.S)
RECOMMENDED = re.compile(
    r"^(?:recommend(?:ation|ed)s?(?:\s+\d+)?\s*[:–-]\s*"
    r"|it is (?:therefore )?recommended (?=that\b)"
    rf"|(?=(?:the )?{_BODY} (?:is|are) (?:asked|invited|recommended|requested) to\W*$))"
    r"(?P<text>.+)$",
    re.S | re.I,
)
RECOMMENDATIONS = re.compile(
    r"^(?:draft |proposed )?recommendations?(?:/s|\(s\))?(?: (?:to|for) .*)?$", re.I
)
LEAD_IN = re.compile(
    r"^.{0,160}\b(?:asked|invited|recommended|requested|advised|required) (?:to|that)\W*$"
    r"|^.{0,200}:\s*$|^that\W*$",
    re.I | re.S,
)
"""What only leads in to the list that follows."""

PART = re.compile(r"(?:^|(?<=[\s:;,.]))\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+(?=that\b)", re.I)
"""What opens one of several resolutions run on in one paragraph: "(1) that"."""

THAT = re.compile(r"^That\b")
MOVED = re.compile(r"^(?:NOW,? THEREFORE|(?:AND )?(?:FURTHER )?(?:THAT|That))\b")
"""What opens a part of a motion that is set out under the names of those who moved it."""

CARRIED = re.compile(r"(?:^|[.;] )Carried\W*$", re.I)
UNFINISHED = re.compile(r"(?:[;,:]|[;,]?\s+and)$")
"""How an item of a list ends that is not its last."""


@dataclass(frozen=True, slots=True)
class _List:
    """What a paragraph began: of which kind, and the words it came to last."""

    kind: str
    opening: Paragraph
    last: str


def find_decisions(
    paragraphs: Sequence[Paragraph], sections: Sequence[Section], reports: Sequence[Report]
) -> Iterator[Decision]:
    """Resolutions and recommendations, in reading order, each item of a list by itself."""
    begun: _List | None = None
    carried = frozenset(p.section for p in paragraphs if CARRIED.search(p.text))
    motions = _motions(paragraphs, reports, carried)
    for paragraph in paragraphs:
        report = reports[paragraph.report]
        opened = _open_list(paragraph, report)
        if opened is not None:
            begun, texts = opened, _parts(opened.last)
        elif begun is not None and _goes_on(begun, paragraph):
            begun, texts = replace(begun, last=paragraph.text), _parts(paragraph.text)
        else:
            begun = None
            yield from _unannounced(paragraph, sections, report, carried)
            if motion := motions.get(id(paragraph)):
                told = replace(paragraph, places=motion.places)
                yield _decision(told, motion.text, "resolved", sections, report)
            continue
        for text in texts:
            yield _decision(paragraph, text, begun.kind, sections, report)


def _unannounced(
    paragraph: Paragraph,
    sections: Sequence[Section],
    report: Report,
    carried: frozenset[int | None],
) -> Iterator[Decision]:
    """What is recommended under a heading that says so; what minutes tell as resolved.

    Under the headings that are `carried`, each part of a motion is.
    """
    if _is_asked(paragraph, sections):
        yield _decision(paragraph, paragraph.text, "recommendation", sections, report)
    elif report.kind == "minutes":
        moved = paragraph.section in carried and MOVED.match(paragraph.text)
        for text in (paragraph.text,) if moved else find_resolved(paragraph.text):
            yield _decision(paragraph, text, "resolved", sections, report)


def _motions(
    paragraphs: Sequence[Paragraph], reports: Sequence[Report], carried: frozenset[int | None]
) -> dict[int, Motion]:
    """The motions carried in minutes that no resolution of the same item tells.

    Each by the identity of the paragraph that tells how it fared.
    """
    minuted = [p for p in paragraphs if reports[p.report].kind == "minutes"]
    resolved = {(p.section, p.report) for p in minuted if _resolved(p.text) is not None}
    found: dict[int, Motion] = {}
    for motion in find_motions(minuted):
        moved = minuted[motion.first]
        told = moved.section in carried and MOVED.match(moved.text)
        if not told and (moved.section, moved.report) not in resolved:
            found[id(minuted[motion.last])] = motion
    return found


def _open_list(paragraph: Paragraph, report: Report) -> _List | None:
    """What the paragraph begins to resolve or to recommend; None where it does neither.

    A motion in minutes recommends nothing until it is carried.
    """
    resolved = _resolved(paragraph.text)
    if resolved is not None:
        return _List("resolved", paragraph, resolved)
    asked = RECOMMENDED.match(paragraph.text) if report.kind not in ("minutes", "agenda") else None
    return _List("recommendation", paragraph, asked["text"]) if asked else None


def _resolved(text: str) -> str | None:
    """What a paragraph resolves, empty where a list says it; None where it resolves nothing."""
    resolved = RESOLVED.match(text) or RESOLVED_WITHIN.search(text)
    if resolved is None or (not resolved["text"] and text.endswith(".")):
        return None
    return resolved["text"]


def _parts(text: str) -> tuple[str, ...]:
    """The resolutions run on in one text; none where it only leads in to a list."""
    starts = [found.start() for found in PART.finditer(text)]
    if len(starts) > 1:
        ends = [*starts[1:], len(text)]
        runs = (text[start:end] for start, end in zip(starts, ends, strict=True))
        return tuple(PART.sub("", run).strip() for run in runs)
    return (text,) if len(text) > 12 and not LEAD_IN.match(text) else ()


def _goes_on(begun: _List, paragraph: Paragraph) -> bool:
    """Whether the paragraph is an item of the list, or its only one."""
    opening = begun.opening
    if (opening.section, opening.report) != (paragraph.section, paragraph.report):
        return False
    if THAT.match(paragraph.text):
        return True
    if paragraph.number is not None:
        style = _style(paragraph.number) or ""
        return style != _style(opening.number) and not style.startswith("#.#")
    return not _parts(begun.last) or bool(UNFINISHED.search(begun.last))


def _style(number: str | None) -> str | None:
    """How a number is written: paragraphs of a report are `#.#`, those of minutes often `#)`."""
    return re.sub(r"\d+", "#", number) if number else None


def _is_asked(paragraph: Paragraph, sections: Sequence[Section]) -> bool:
    """Whether the paragraph stands under a heading of recommendations, and is one."""
    if paragraph.section is None:
        return False
    title = sections[paragraph.section].title.strip(" :")
    return bool(RECOMMENDATIONS.match(title)) and not LEAD_IN.match(paragraph.text)


def _decision(
    paragraph: Paragraph, text: str, kind: str, sections: Sequence[Section], report: Report
) -> Decision:
    item = _item(paragraph, sections) if kind == "resolved" else report.title
    return Decision(
        report.date, report.committee, item, kind, text, paragraph.places, paragraph.report
    )


def _item(paragraph: Paragraph, sections: Sequence[Section]) -> str | None:
    if paragraph.section is None:
        return None
    section = sections[paragraph.section]
    return f"{section.number} {section.title}" if section.number else section.title
