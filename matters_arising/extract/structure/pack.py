"""A paper into its reports: the agenda, the minutes, each report with its title block.

A paper that is no agenda pack is one report.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from matters_arising.corpus.layout import Report
from matters_arising.extract.structure.titleblock import (
    OFFICER,
    Head,
    read_committee,
    read_date,
    read_title,
)

AGENDA_ITEM = re.compile(
    r"^(?P<number>\d{1,2}[a-z]?)[.)]?\s(?:(?!\n\d{1,2}[a-z]?[.)]?\s).)*?\(pages?\s+(?P<page>\d+)",
    re.I | re.M | re.S,
)
"""An item of an agenda with the pages of its report: "5. Lamps (Pages 8 - 9)"."""


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


def number_reports(
    reports: tuple[Report, ...], pages: Sequence[Sequence[str]]
) -> tuple[Report, ...]:
    """The reports, each with the number of the agenda's item that gives its printed page.

    `pages` are the lines of each page. Where the agenda counts otherwise than the pages do,
    so that some report begins on none of its pages, all stay as they are.
    """
    agenda, *others = reports
    text = "\n".join(line for page in pages[: agenda.pages[1]] for line in page)
    numbers = {found["page"]: found["number"] for found in AGENDA_ITEM.finditer(text)}
    first = [(report.printed_pages or "").split("-")[0] for report in others]
    if agenda.kind != "agenda" or not set(first) <= numbers.keys():
        return reports
    numbered = (
        replace(report, number=report.number or numbers[page])
        for report, page in zip(others, first, strict=True)
    )
    return (agenda, *numbered)


def _page(head: Head) -> int:
    return head.page


def _report(head: Head, last: int, labels: Sequence[str | None]) -> Report:
    committee = read_committee(head)
    return Report(
        number=head.value(("agenda item", "agenda item no", "report number")),
        title=read_title(head, committee),
        kind=_kind(head),
        date=read_date(head),
        committee=committee,
        officer=head.value(OFFICER),
        pages=(head.page, last),
        printed_pages=_printed(labels[head.page - 1], labels[last - 1]),
    )


def _printed(first: str | None, last: str | None) -> str | None:
    return f"{first}-{last}" if first and last and first != last else first


def _kind(head: Head) -> str:
    if head.starts_report:
        return "report"
    if head.opens_agenda:
        return "agenda"
    if head.opens_minutes:
        return "minutes"
    opening = " ".join(line.text for line in head.lines[:5])
    found = re.search(
        r"\b(?:action|improvement|development|\w+)? ?plan\b|\breport\b", opening, re.I
    )
    return "other" if not found else "report" if "report" in found.group().lower() else "plan"
