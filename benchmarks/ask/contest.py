"""The same questions put to the program, to its parts and to simpler ways, in one run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.ask.peer import Bm25s, BruteForce, K, has_bm25s, match_words
from benchmarks.ask.timing import Timing, share_below, time_each
from benchmarks.markdown import markdown_table
from matters_arising.corpus.filter import Filter
from matters_arising.eval.gold import GoldQuestion
from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.encoder.maxsim import Vectors
from matters_arising.index.store.vector import VectorStore
from matters_arising.library import Library

HALF = Filter(since="2020")
"""A filter that keeps half of an invented library."""

LEAST_RECALL = 0.99
MOST_WARM, MOST_FILTERED = 100.0, 150.0
"""Milliseconds that a warm question may take: half of all, and 95 in 100 with the filter."""

ANSWER, LIST, BRUTE = "`ask`, an answer", "`ask`, a complete list", "NumPy, brute force"


@dataclass(frozen=True, slots=True)
class Line:
    """How long one contestant took, without a filter and with it; recall@10 where it has one."""

    name: str
    whole: Timing
    half: Timing
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """Every contestant's line, over so many passages."""

    passages: int
    kept: int
    lines: tuple[Line, ...]

    def line(self, name: str) -> Line:
        """The line of a contestant."""
        return next(line for line in self.lines if line.name == name)

    @property
    def recall(self) -> float:
        """The recall of the dense arm."""
        return min(line.recall for line in self.lines if line.recall is not None)


def hold_contest(folder: Path, questions: Sequence[GoldQuestion]) -> Contest:
    """Ask everyone every question, of all passages and of half of them."""
    with Library.open(folder) as library:
        allowed = np.asarray(library.catalogue.allowed_passages(HALF), np.int64)
        lines = (*_whole_answers(library, questions), *_parts(library, questions))
        return Contest(library.catalogue.count_passages(), len(allowed), lines)


def _whole_answers(library: Library, questions: Sequence[GoldQuestion]) -> Iterator[Line]:
    """The program itself; a complete list is as long as the library has actions that fit."""
    library.ask(questions[0].question, scope=HALF)
    for name, lists in ((ANSWER, False), (LIST, True)):
        texts = [q.question for q in questions if q.whole_list == lists]
        whole, _ = time_each(lambda text: library.ask(text), texts)
        half, _ = time_each(lambda text: library.ask(text, scope=HALF), texts)
        yield Line(name, whole, half)


def _parts(library: Library, questions: Sequence[GoldQuestion]) -> Iterator[Line]:
    catalogue, store = library.catalogue, library.vector_store()
    assert store is not None
    texts = [question.question for question in questions]
    vectors = list(query_encoder(library.model).encode(texts))
    brute = BruteForce.of(catalogue)
    kept = np.isin(brute.passages, np.asarray(catalogue.allowed_passages(HALF), np.int64))
    exact_whole, truth = time_each(lambda vector: brute.nearest(vector, None), vectors)
    exact_half, true_half = time_each(lambda vector: brute.nearest(vector, kept), vectors)
    yield _dense_line(library, store, vectors, (*truth, *true_half))
    yield Line(BRUTE, exact_whole, exact_half)
    yield _line("BM25 alone (FTS5)", texts, lambda t, scope: match_words(catalogue, t, scope))
    if has_bm25s():
        bm25s = Bm25s(catalogue, brute.passages)
        yield _line("bm25s", texts, lambda t, s: bm25s.match(t, kept if s.narrows else None))


def _dense_line(
    library: Library,
    store: VectorStore,
    vectors: Sequence[Vectors],
    truth: Sequence[NDArray[np.int64]],
) -> Line:
    def search(vector: Vectors, scope: Filter) -> set[int]:
        allowed = None
        if scope.narrows:
            allowed = np.asarray(library.catalogue.allowed_passages(scope), np.int64)
        return {found.passage for found in store.search(vector, k=K, allowed=allowed)}

    search(vectors[0], HALF)
    whole, found = time_each(lambda vector: search(vector, Filter()), vectors)
    half, found_half = time_each(lambda vector: search(vector, HALF), vectors)
    shares = (
        len(one & set(true.tolist())) / K
        for one, true in zip((*found, *found_half), truth, strict=True)
    )
    return Line("dense arm", whole, half, float(np.mean(list(shares))))


def _line(name: str, texts: Sequence[str], find: Callable[[str, Filter], object]) -> Line:
    find(texts[0], Filter())
    whole, _ = time_each(lambda text: find(text, Filter()), texts)
    half, _ = time_each(lambda text: find(text, HALF), texts)
    return Line(name, whole, half)


def contest_table(contest: Contest) -> Iterator[str]:
    """The lines of a Markdown table; `x` is processor time in that of brute force."""
    unit = share_below(contest.line(BRUTE).whole.cpu, 0.5)
    yield f"Warm, {contest.passages:,} passages; the filter keeps {contest.kept:,}. Milliseconds."
    yield ""
    columns = ("wall p50", "p95", "processor p50", "p95")
    heads = ("", *columns, "x", f"filter: {columns[0]}", *columns[1:], "recall@10")
    yield from markdown_table(heads, (_cells(line, unit) for line in contest.lines))


def _cells(line: Line, unit: float) -> tuple[str, ...]:
    whole, half = _milliseconds(line.whole), _milliseconds(line.half)
    times = f"{share_below(line.whole.cpu, 0.5) / unit:.1f}"
    return (line.name, *whole, times, *half, "" if line.recall is None else f"{line.recall:.3f}")


def _milliseconds(timing: Timing) -> Iterator[str]:
    for times in (timing.wall, timing.cpu):
        for share in (0.5, 0.95):
            yield f"{share_below(times, share):.0f}"


def judge_targets(contest: Contest) -> Iterator[str]:
    """A line for each target, by the wall clock and by processor time."""
    answer = contest.line(ANSWER)
    for name, timing, share, most in (
        ("half of the warm answers", answer.whole, 0.5, MOST_WARM),
        ("95 in 100 with the filter", answer.half, 0.95, MOST_FILTERED),
    ):
        for clock, times in (("wall", timing.wall), ("processor", timing.cpu)):
            took = share_below(times, share)
            yield f"- {name}, {clock}: {took:.0f} ms, {_verdict(took < most)} {most:.0f} ms"
    kept = _verdict(contest.recall >= LEAST_RECALL)
    yield f"- recall@10 of the dense arm: {contest.recall:.3f}, {kept} {LEAST_RECALL}"


def _verdict(kept: bool) -> str:
    return "within" if kept else "MISSES"
