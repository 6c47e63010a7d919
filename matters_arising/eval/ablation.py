"""What each part of the search and of the answer is worth: gold's questions without it.

The search is judged by the passages it ranks, the answer by what it cites and says. BM25
alone, as SQLite's FTS5 computes it, is always the first line: what everything else must beat.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.held import Held, Vocabulary
from matters_arising.corpus.outcome import Listener
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.eval.answer_score import SHOWN, Asked, judge, rank_evidence
from matters_arising.eval.exam import Exam, open_exam
from matters_arising.eval.metrics import mean, reciprocal_rank
from matters_arising.eval.page_text import PageText
from matters_arising.index.answer.answering import Answerer
from matters_arising.index.answer.citation import Citation, cite_hit
from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.search import ALL_ARMS, Arms, Searcher
from matters_arising.library import CATALOGUE, Library

DEPTH = 20
"""Passages ranked for each question."""

_ALL_ACTIONS = ActionFilter()
_ALL_MEASURES = MeasureFilter()
_ALL_DECISIONS = DecisionFilter()

_BM25 = Arms(sense=False, interaction=False, terms=False)
_DENSE = Arms(words=False, interaction=False, terms=False)
_FUSED = Arms(interaction=False, terms=False)


class _WithoutRecords(Catalogue):
    """A catalogue as if no action, figure or decision had been read from its papers."""

    def actions(self, asked: ActionFilter = _ALL_ACTIONS) -> tuple[Held[Action], ...]:
        """None."""
        return ()

    def measures(self, asked: MeasureFilter = _ALL_MEASURES) -> tuple[Held[Measure], ...]:
        """None."""
        return ()

    def decisions(self, asked: DecisionFilter = _ALL_DECISIONS) -> tuple[Held[Decision], ...]:
        """None."""
        return ()


class _WithoutThreads(Catalogue):
    """A catalogue as if no action had been joined with the same one in another paper."""

    def actions(self, asked: ActionFilter = _ALL_ACTIONS) -> tuple[Held[Action], ...]:
        """The actions that match, each by itself."""
        if asked.threads is not None:
            return ()
        return tuple(replace(held, thread=None) for held in super().actions(asked))


class _WithoutAbbreviations(Catalogue):
    """A catalogue as if no paper had explained an abbreviation."""

    def vocabulary(self) -> Vocabulary:
        """The names that the papers use, as they print them."""
        return replace(super().vocabulary(), abbreviations=())


_SEARCHES: tuple[tuple[str, type[Catalogue], Arms], ...] = (
    ("BM25 alone (FTS5)", Catalogue, _BM25),
    ("dense alone", Catalogue, _DENSE),
    ("both, fused", Catalogue, _FUSED),
    ("both, late interaction", Catalogue, replace(_FUSED, interaction=True)),
    ("both, late interaction, rare words and times", Catalogue, ALL_ARMS),
    ("the same without BM25", Catalogue, Arms(words=False)),
    ("the same without dense", Catalogue, Arms(sense=False)),
    ("the same without abbreviations", _WithoutAbbreviations, ALL_ARMS),
)

_ANSWERS: tuple[tuple[str, type[Catalogue], Arms], ...] = (
    ("all of it", Catalogue, ALL_ARMS),
    ("without BM25", Catalogue, Arms(words=False)),
    ("without dense", Catalogue, Arms(sense=False)),
    ("without late interaction", Catalogue, Arms(interaction=False)),
    ("without abbreviations", _WithoutAbbreviations, ALL_ARMS),
    ("without threads", _WithoutThreads, ALL_ARMS),
    ("without records", _WithoutRecords, ALL_ARMS),
)


@dataclass(frozen=True, slots=True)
class AblationLine:
    """How well one arrangement does, each figure a mean from 0 to 1.

    `mrr`, `some` and `every` are of the evidence of answerable questions: the reciprocal rank
    of the first piece shown, whether some of it and whether all of it is among the first
    five. `right` is of answerable questions, `refused` of unanswerable ones; None for a
    search, which neither answers nor refuses.
    """

    part: str
    name: str
    mrr: float | None
    some: float | None
    every: float | None
    right: float | None = None
    refused: float | None = None


def run_ablation(
    *,
    library: Path | None = None,
    gold: Path | None = None,
    papers: Path | None = None,
    on_progress: Listener = lambda progress: None,
) -> tuple[AblationLine, ...]:
    """Ask gold's questions in every arrangement; the arguments are those of `open_exam`."""
    with open_exam(library=library, gold=gold, papers=papers, on_progress=on_progress) as exam:
        return (*_ablate_search(exam), *_ablate_answers(exam))


def _ablate_search(exam: Exam) -> Iterator[AblationLine]:
    questions = exam.gold.questions
    asked = [question for question in questions if question.evidence and question.answerable]
    scope = exam.narrowest_scope()
    for name, kind, arms in _SEARCHES:
        with _answerer(exam.library, kind, arms) as answerer:
            ranks = [rank_evidence(q, _rank(answerer, q.question, scope)) for q in asked]
        yield AblationLine("search", name, *_score_ranks(ranks))


def _rank(answerer: Answerer, text: str, scope: Filter) -> list[Citation]:
    return [cite_hit(hit) for hit in answerer.find_hits(text, scope=scope, limit=DEPTH)]


def _ablate_answers(exam: Exam) -> Iterator[AblationLine]:
    pages, scope = PageText(exam.files), exam.narrowest_scope()
    for name, kind, arms in _ANSWERS:
        with _answerer(exam.library, kind, arms) as answerer:
            questions = exam.gold.questions
            asked = [Asked(q, answerer.answer(q.question, scope=scope)) for q in questions]
        judged = [judge(one, pages) for one in asked]
        answerable = [j for j in judged if j.question.answerable]
        yield AblationLine(
            "answers",
            name,
            *_score_ranks([j.ranks for j in answerable if j.question.evidence]),
            right=mean(j.right for j in answerable),
            refused=mean(j.refused for j in judged if not j.question.answerable),
        )


@contextmanager
def _answerer(library: Library, kind: type[Catalogue], arms: Arms) -> Iterator[Answerer]:
    """What answers from a library as that kind of catalogue shows it, by some arms."""
    with kind.open(library.folder / CATALOGUE) as catalogue:
        encoder = query_encoder(library.model)
        yield Answerer(catalogue, Searcher(catalogue, library.vector_store(), encoder, arms))


def _score_ranks(
    ranks: Sequence[Sequence[int | None]],
) -> tuple[float | None, float | None, float | None]:
    """Reciprocal rank, some and all of the evidence among the first."""
    shown = [[rank is not None and rank <= SHOWN for rank in each] for each in ranks]
    return mean(map(reciprocal_rank, ranks)), mean(map(any, shown)), mean(map(all, shown))


def render_ablation(lines: Sequence[AblationLine]) -> Iterator[str]:
    """The lines as a Markdown table, which documents take as it is."""
    heads = ("MRR", f"some in {SHOWN}", f"all in {SHOWN}", "right", "refused")
    yield f"| | {'':44} | {' | '.join(heads)} |"
    yield f"| --- | --- |{' ---: |' * len(heads)}"
    for line in lines:
        figures = (line.mrr, line.some, line.every, line.right, line.refused)
        cells = ("–" if figure is None else f"{figure:.3f}" for figure in figures)
        yield f"| {line.part} | {line.name:44} | {' | '.join(cells)} |"
