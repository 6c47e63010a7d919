"""A paper into its reports: the agenda, the minutes, each report with its title block.

A paper that is no agenda pack is one report.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from matters_arising.corpus.layout import Report
from matters_arising.extract.structure.appendix import Appendix, read_appendix
from matters_arising.extract.structure.dateline import read_date
from matters_arising.extract.structure.titleblock import OFFICER, Head, read_committee, read_title

AGENDA_ITEM = re.compile(
    r"^(?P<number>\d{1,2}[a-z]?)[.)]?\s(?:(?!\n\d{1,2}[a-z]?[.)]?\s).)*?\(pages?\s+(?P<page>\d+)",
    re.I | re.M | re.S,
)
"""An item of an agenda with the pages of its report: "5. Lamps (Pages 8 - 9)"."""

NAMED_KINDS = ("minutes", "plan", "report")
"""Kinds of paper that the names of files give."""


def find_reports(heads: Sequence[Head], labels: Sequence[str | None]) -> tuple[Report, ...]:
    """The reports of a paper, from the heads of its pages and the labels printed on them.

    At least one, in page order. One that names no committee or date has those of the
    meeting it was put to.
    """
    starts = [heads[0], *(head for head in heads[1:] if head.starts_report or head.opens_minutes)]
    if heads[0].opens_agenda:
        titled = (head for head in heads[1:] if head.opens_titled_report)
        starts = sorted({head.page: head for head in (*starts, *titled)}.values(), key=_page)
    elif sum(head.starts_report for head in starts) < 2:
        starts = starts[:1]
    if len(starts) > 1:
        starts = sorted((*starts, *_appendices(heads, starts)), key=_page)
    ends = [head.page - 1 for head in starts[1:]] + [heads[-1].page]
    reports = [_report(head, last, labels) for head, last in zip(starts, ends, strict=True)]
    meeting = reports[0]
    return tuple(
        replace(
            report,
            date=report.date or meeting.date,
            committee=report.committee or meeting.committee,
        )
        for report in reports
    )


def known_by_name(reports: tuple[Report, ...], name: str) -> tuple[Report, ...]:
    """The reports, the first with the kind that the file's name gives where it says none itself.

    Minutes may be written under the heading of their agenda.
    """
    first, *others = reports
    minuted = first.kind == "agenda" and not others
    kinds = NAMED_KINDS if first.kind == "other" else NAMED_KINDS[:1] if minuted else ()
    kind = next((kind for kind in kinds if kind in name.lower()), first.kind)
    told = kind == "minutes" and first.committee and not first.title
    title = f"Minutes of the {first.committee}" if told else first.title
    return (replace(first, kind=kind, title=title), *others)


def number_reports(
    reports: tuple[Report, ...], pages: Sequence[Sequence[str]]
) -> tuple[Report, ...]:
    """The reports, each with the number of the agenda's item that gives its printed page.

    `pages` are the lines of each page. Where the agenda counts otherwise than the pages do,
    so that some report begins on none of its pages, all stay as they are.
    """
    agenda, *others = (report for report in reports if report.kind != "appendix")
    text = "\n".join(line for page in pages[: agenda.pages[1]] for line in page)
    numbers = {found["page"]: found["number"] for found in AGENDA_ITEM.finditer(text)}
    first = [(report.printed_pages or "").split("-")[0] for report in others]
    if agenda.kind != "agenda" or not set(first) <= numbers.keys():
        return reports
    told = {report.pages: numbers[page] for report, page in zip(others, first, strict=True)}
    return tuple(_numbered(reports, told))


def _numbered(reports: Sequence[Report], told: Mapping[tuple[int, int], str]) -> Iterator[Report]:
    """Each report with the number told of its pages; an appendix has its report's."""
    number: str | None = None
    for report in reports:
        if report.kind != "appendix":
            number = report.number or told.get(report.pages)
        yield replace(report, number=report.number or number)


def _appendices(heads: Sequence[Head], starts: Sequence[Head]) -> Iterator[Head]:
    """Where the appendices of a pack begin; a name at the head of page after page is one."""
    taken = {head.page for head in starts}
    name: str | None = None
    for head in heads[1:]:
        if head.page in taken:
            name = None
        elif (found := read_appendix(head.lines)) and found.name != name:
            name = found.name
            yield head


def _page(head: Head) -> int:
    return head.page


def _report(head: Head, last: int, labels: Sequence[str | None]) -> Report:
    committee = read_committee(head)
    kind = _kind(head)
    return Report(
        number=head.value(("agenda item", "agenda item no", "report number")),
        title=_title(head, committee),
        kind=kind,
        date=read_date(head),
        committee=committee,
        officer=head.value(OFFICER),
        pages=(head.page, last),
        printed_pages=_printed(labels[head.page - 1], labels[last - 1]),
    )


def _title(head: Head, committee: str | None) -> str:
    appendix = _appendix(head)
    if appendix is None:
        return read_title(head, committee)
    title = appendix.title or read_title(replace(head, lines=appendix.rest), None)
    return f"{appendix.name}: {title}" if title else appendix.name


def _appendix(head: Head) -> Appendix | None:
    """The appendix that begins there; what opens a paper is the paper, whatever its name."""
    return read_appendix(head.lines) if head.page > 1 else None


def _printed(first: str | None, last: str | None) -> str | None:
    return f"{first}-{last}" if first and last and first != last else first


def _kind(head: Head) -> str:
    if head.starts_report:
        return "minutes" if head.titled_minutes else "report"
    if head.opens_agenda:
        return "agenda"
    if head.opens_minutes:
        return "minutes"
    if _appendix(head):
        return "appendix"
    opening = " ".join(line.text for line in head.lines[:5])
    found = re.search(
        r"\b(?:action|improvement|development|\w+)? ?plan\b|\breport\b", opening, re.I
    )
    return "other" if not found else "report" if "report" in found.group().lower() else "plan"
