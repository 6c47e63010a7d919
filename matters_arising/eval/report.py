"""The whole evaluation: papers are added, gold's questions asked, and everything scored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.outcome import AddReport, Listener
from matters_arising.eval.answer_score import Asked, score_answers
from matters_arising.eval.exam import Exam, open_exam
from matters_arising.eval.expected import NO_EXPECTATIONS, Expected, key_of, read_expected
from matters_arising.eval.page_text import PageText
from matters_arising.eval.record_kind import ACTIONS, DECISIONS, MEASURES, REPORTS, Document
from matters_arising.eval.record_score import score_records
from matters_arising.eval.score import Miss, Score, Scored
from matters_arising.library import Library


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One score beside what is expected of it; `ok` is None where nothing is."""

    part: str
    name: str
    value: float | None
    of: int
    expected: float | None
    tolerance: float | None
    ok: bool | None


@dataclass(frozen=True, slots=True)
class Report:
    """Every score, and everything that was missed."""

    lines: tuple[ReportLine, ...]
    misses: tuple[Miss, ...]

    @property
    def ok(self) -> bool:
        """Whether no score falls short of what is expected."""
        return all(line.ok is not False for line in self.lines)


def run(
    *,
    library: Path | None = None,
    gold: Path | None = None,
    papers: Path | None = None,
    on_progress: Listener = lambda progress: None,
) -> Report:
    """Score the program on the bundled sample, or on other `papers` with their `gold`.

    The arguments are those of `open_exam`, which says what it raises. Expected scores are those
    of the bundled sample alone.
    """
    with open_exam(library=library, gold=gold, papers=papers, on_progress=on_progress) as exam:
        parts = tuple(_score(exam))
    bundled = gold is None and papers is None
    return make_report(parts, _refused(exam.added), read_expected() if bundled else NO_EXPECTATIONS)


def make_report(
    parts: Iterable[Scored], refused: Iterable[Miss], expected: Mapping[str, Expected]
) -> Report:
    """Put scores beside what is expected; an expected score that is absent falls short."""
    parts = tuple(parts)
    scores = [score for part in parts for score in part.scores]
    scored = {key_of(score) for score in scores}
    absent = [_absent(key) for key in expected if key not in scored]
    lines = (_line(score, expected.get(key_of(score))) for score in (*scores, *absent))
    misses = (*refused, *(miss for part in parts for miss in part.misses))
    return Report(tuple(lines), misses)


def render(report: Report, *, verbose: bool = False) -> Iterator[str]:
    """The report as lines of text: the scores in a table, then, on request, the misses."""
    yield f"{'':34}{'score':>8}{'of':>7}{'expected':>10}{'±':>7}"
    for part, lines in groupby(report.lines, lambda line: line.part):
        yield part
        yield from map(_row, lines)
    if verbose:
        yield from _missed(report.misses)
    yield _verdict(report)


def _score(exam: Exam) -> Iterator[Scored]:
    """Score the kinds of which there is gold, reading before records before answers."""
    library, gold, scope = exam.library, exam.gold, exam.scope
    if gold.reports:
        yield score_records(REPORTS, gold.reports, _documents(library, scope))
    if gold.actions:
        yield score_records(ACTIONS, gold.actions, library.actions(ActionFilter(scope)))
    if gold.measures:
        yield score_records(MEASURES, gold.measures, library.measures(MeasureFilter(scope)))
    if gold.decisions:
        yield score_records(DECISIONS, gold.decisions, library.decisions(DecisionFilter(scope)))
    if gold.questions:
        yield score_answers(_ask_all(exam), PageText(exam.files))


def _documents(library: Library, scope: Filter) -> list[Document]:
    return [
        Document(line.paper, report)
        for line in library.papers(scope)
        for report in library.catalogue.reading(line.id).reports
    ]


def _ask_all(exam: Exam) -> list[Asked]:
    scope = exam.narrowest_scope()
    return [Asked(q, exam.library.ask(q.question, scope=scope)) for q in exam.gold.questions]


def _refused(added: AddReport) -> Iterator[Miss]:
    for outcome in added.refused:
        yield Miss("papers", outcome.path.name, outcome.reason or "not read")


def _absent(key: str) -> Score:
    part, _, name = key.partition(": ")
    return Score(part, name, None, 0)


def _line(score: Score, expected: Expected | None) -> ReportLine:
    return ReportLine(
        part=score.part,
        name=score.name,
        value=score.value,
        of=score.of,
        expected=expected.value if expected else None,
        tolerance=expected.tolerance if expected else None,
        ok=expected.is_met_by(score.value) if expected else None,
    )


def _row(line: ReportLine) -> str:
    verdict = {True: "  OK", False: "  FAIL", None: ""}[line.ok]
    figures = f"{_figure(line.value):>8}{line.of:>7}{_figure(line.expected):>10}"
    return f"  {line.name:32}{figures}{_figure(line.tolerance):>7}{verdict}"


def _figure(value: float | None) -> str:
    """Shares to three places, numbers of words whole."""
    if value is None:
        return "–"
    return f"{value:.3f}" if value <= 1 else f"{value:.0f}"


def _missed(misses: Sequence[Miss]) -> Iterator[str]:
    for part, missed in groupby(misses, lambda miss: miss.part):
        yield f"missed in {part}"
        yield from (f"  {miss.where}: {miss.wrong}" for miss in missed)


def _verdict(report: Report) -> str:
    short = [f"{line.part}: {line.name}" for line in report.lines if line.ok is False]
    if short:
        return f"FAIL: {'; '.join(short)}"
    judged = any(line.ok for line in report.lines)
    return "OK" if judged else "No scores are expected of these papers."
