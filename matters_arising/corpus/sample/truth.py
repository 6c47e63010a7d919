"""Gold: what a careful reader finds in the sample, written from what the papers were made of.

Nothing here looks at a finished PDF; pages come from the drawing itself.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from matters_arising.corpus.sample import block
from matters_arising.corpus.sample.content import pack_2021, pack_2021_homes, visit_2023
from matters_arising.corpus.sample.content.questions_across import ACROSS, UNANSWERABLE
from matters_arising.corpus.sample.content.questions_on_actions import ON_ACTIONS
from matters_arising.corpus.sample.content.questions_on_figures import ON_DECISIONS, ON_FIGURES
from matters_arising.corpus.sample.content.questions_on_owners import ON_OWNERS
from matters_arising.corpus.sample.question import Evidence, Question
from matters_arising.corpus.sample.sheet import Drawn

Record = dict[str, object]
QUESTIONS = ON_ACTIONS + ON_OWNERS + ON_FIGURES + ON_DECISIONS + ACROSS + UNANSWERABLE
PRECISION = {4: "year", 7: "month", 10: "day"}


class QuoteMissing(ValueError):
    """A gold quote stands on no single page of its paper."""


def write_gold(folder: Path, papers: Iterable[block.Paper], drawn: Mapping[str, Drawn]) -> None:
    """Write one JSON Lines file a kind of record; refuse a quote that no page holds."""
    papers = tuple(papers)
    folder.mkdir(parents=True, exist_ok=True)
    kinds: Mapping[str, Iterator[Record]] = {
        "actions": _actions(papers),
        "lineage": _lineage(papers),
        "measures": _measures(papers, drawn),
        "decisions": _decisions(papers),
        "reports": _reports(papers, drawn),
        "questions": _questions(QUESTIONS, drawn),
    }
    for kind, records in kinds.items():
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (folder / f"{kind}.jsonl").write_text("".join(lines), encoding="utf-8")


def _actions(papers: tuple[block.Paper, ...]) -> Iterator[Record]:
    for paper in papers:
        for section, action in _paper_actions(paper):
            for line in action.lines:
                yield _action(paper.name, section, action, line)
    for action in pack_2021_homes.ANNEX:
        yield _action(pack_2021.PAPER.name, pack_2021_homes.ANNEX_TITLE, action, action.lines[0])
    for action in visit_2023.ACTIONS:
        yield _action(visit_2023.NAME, None, action, action.lines[0])


def _paper_actions(paper: block.Paper) -> Iterator[tuple[str | None, block.Action]]:
    """Actions in reading order, each with the heading or banner above it."""
    section = None
    for item in paper.blocks:
        match item:
            case block.Heading(text):
                section = text
            case block.ActionLine(action):
                yield section, action
            case block.Table(themes=themes):
                yield from ((theme.name, action) for theme in themes for action in theme.actions)


def _action(paper: str, section: str | None, action: block.Action, line: block.Line) -> Record:
    return {
        "paper": paper,
        "ref": action.ref,
        "section": section,
        "action": action.text,
        "owners": list(line.owners),
        "due_text": line.due.replace("\n", " ") or None,
        "due_date": line.by,
        "due_precision": PRECISION[len(line.by)] if line.by else None,
        "status_text": line.rating,
        "status": line.status,
        "update": line.update or None,
    }


def _lineage(papers: tuple[block.Paper, ...]) -> Iterator[Record]:
    """The actions of the plan, which comes in several issues."""
    for paper in papers:
        if any(isinstance(item, block.Report) and item.kind == "plan" for item in paper.blocks):
            for _, action in _paper_actions(paper):
                yield {"paper": paper.name, "ref": action.ref, "thread": action.thread}


def _measures(papers: tuple[block.Paper, ...], drawn: Mapping[str, Drawn]) -> Iterator[Record]:
    for paper in papers:
        for figure in _figures(paper):
            yield {
                "paper": paper.name,
                "page": find_page(figure.quote, drawn[paper.name].pages),
                "quote": figure.quote,
                "measure": figure.measure,
                "value": figure.value,
                "unit": figure.unit,
                "qualifier": figure.qualifier,
                "period_text": figure.period_text,
                "period": figure.period,
                "kind": figure.kind,
                "direction": figure.direction,
            }


def _figures(paper: block.Paper) -> Iterator[block.Figure]:
    for item in paper.blocks:
        if isinstance(item, block.Para):
            yield from item.figures
        elif isinstance(item, block.Table):
            for row in item.rows:
                yield from row.figures


def _decisions(papers: tuple[block.Paper, ...]) -> Iterator[Record]:
    for paper in papers:
        report, heading = None, None
        for item in paper.blocks:
            match item:
                case block.Report():
                    report = item
                case block.Heading(text):
                    heading = text
                case block.Resolved(text) if report:
                    yield _decision(paper.name, report, heading, "resolved", text)
                case block.Recommendations(texts) if report:
                    for text in texts:
                        yield _decision(paper.name, report, report.title, "recommendation", text)


def _decision(paper: str, report: block.Report, item: str | None, kind: str, text: str) -> Record:
    return {
        "paper": paper,
        "item": item,
        "kind": kind,
        "text": text,
        "committee": report.committee,
        "date": report.date,
    }


def _reports(papers: tuple[block.Paper, ...], drawn: Mapping[str, Drawn]) -> Iterator[Record]:
    for paper in papers:
        spans = drawn[paper.name].spans
        for item in paper.blocks:
            if isinstance(item, block.Report):
                yield _report(paper, item, spans[item.title])
            elif isinstance(item, block.AgendaItem):
                yield _agenda_item(paper, item, spans.get(item.of) if item.of else None)


def _printed(paper: block.Paper, span: tuple[int, int] | None) -> str | None:
    """The pages of a span as they are labelled, None where nothing is printed."""
    first = paper.sheets.first_label
    return f"{span[0] + first - 1}-{span[1] + first - 1}" if span and first else None


def _report(paper: block.Paper, item: block.Report, span: tuple[int, int]) -> Record:
    return {
        "paper": paper.name,
        "number": item.number,
        "title": item.title,
        "kind": item.kind,
        "pages": list(span),
        "printed_pages": _printed(paper, span),
        "senior_officer": item.officer,
        "author_contact": item.contact,
        "first_line": item.first_line,
    }


def _agenda_item(
    paper: block.Paper, item: block.AgendaItem, span: tuple[int, int] | None
) -> Record:
    return {
        "paper": paper.name,
        "number": item.number,
        "title": item.title,
        "kind": "agenda",
        "pages": None,
        "printed_pages": _printed(paper, span),
        "senior_officer": None,
        "author_contact": None,
        "first_line": f"{item.number}. {item.title}",
    }


def _questions(questions: tuple[Question, ...], drawn: Mapping[str, Drawn]) -> Iterator[Record]:
    for number, question in enumerate(questions, 1):
        record: Record = {
            "id": f"sample-{number:02}",
            "question": question.text,
            "kind": question.kind,
            "answerable": question.answerable,
            "answer": question.answer,
            "must_include": list(question.must),
            "evidence": [_evidence(item, drawn) for item in question.evidence],
            "refs": list(question.refs),
        }
        record.update({"list": True} if question.whole_list else {})
        record.update({"note": question.note} if question.note else {})
        yield record


def _evidence(item: Evidence, drawn: Mapping[str, Drawn]) -> Record:
    scanned = item.paper == visit_2023.NAME
    pages = (" ".join(visit_2023.PAGE),) if scanned else drawn[item.paper].pages
    record: Record = {"paper": item.paper, "page": find_page(item.quote, pages)}
    record["quote"] = item.quote
    if item.row:
        record["row"] = item.row
    return record


def find_page(quote: str, pages: tuple[str, ...]) -> int:
    """The first page, from 1, on which a quote stands word for word."""
    for number, text in enumerate(pages, 1):
        if squash(quote) in squash(text):
            return number
    raise QuoteMissing(quote)


def squash(text: str) -> str:
    """A text without its white space and punctuation, which no two readers agree about."""
    return re.sub(r"[\W_]+", "", text.lower())
