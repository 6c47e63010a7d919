"""Questions asked of a library as it is, and of one without the papers that answer them."""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matters_arising.corpus.filter import ActionFilter
from matters_arising.eval.gold import GoldQuestion
from matters_arising.eval.likeness import fold
from matters_arising.index.answer.answering import Answer
from matters_arising.library import Library


@dataclass(frozen=True, slots=True)
class Trial:
    """A question asked once.

    `removed` says that the papers of its topic were taken away. `support` is how far what
    was left supports an answer; None where a record decided, and `answered` says how.
    """

    question: str
    answerable: bool
    removed: bool
    support: float | None
    answered: bool

    def is_refused(self, least: float) -> bool:
        """Whether it is refused where evidence must support an answer at least so far."""
        return not self.answered if self.support is None else self.support < least


def run_trials(folder: Path, questions: Sequence[GoldQuestion], work: Path) -> Iterator[Trial]:
    """Ask every question of the library in `folder`, then without its topic, in copies of it.

    A question is left out of the second round where no paper remains, or where what remains
    says all that its answer has to say.
    """
    with Library.open(folder) as library:
        for question in questions:
            yield _trial(question, library.ask(question.question), removed=False)
        without = _by_papers(library, questions)
        held = {line.paper for line in library.papers()}
    for number, (papers, asked) in enumerate(
        sorted(without.items(), key=lambda item: sorted(item[0]))
    ):
        if papers < held:
            yield from _ask_without(folder, papers, asked, work / str(number))


def _ask_without(
    folder: Path, papers: frozenset[str], questions: Iterable[GoldQuestion], copy: Path
) -> Iterator[Trial]:
    shutil.copytree(folder, copy)
    with Library.open(copy) as library:
        library.remove(papers)
        for question in questions:
            answer = library.ask(question.question)
            if not _tells(answer, question):
                yield _trial(question, answer, removed=True)
    shutil.rmtree(copy)


def _trial(question: GoldQuestion, answer: Answer, *, removed: bool) -> Trial:
    answerable = question.answerable and not removed
    return Trial(question.question, answerable, removed, answer.support, answer.answerable)


def _by_papers(
    library: Library, questions: Iterable[GoldQuestion]
) -> Mapping[frozenset[str], list[GoldQuestion]]:
    """Answerable questions by the papers of their topic."""
    without: dict[frozenset[str], list[GoldQuestion]] = defaultdict(list)
    for question in questions:
        if question.answerable and question.evidence:
            without[_topic(library, question)].append(question)
    return without


def _topic(library: Library, question: GoldQuestion) -> frozenset[str]:
    """The papers of the evidence, and all that report on the same actions."""
    papers = {evidence.paper for evidence in question.evidence}
    actions = library.catalogue.actions(ActionFilter())
    threads = {
        held.thread
        for held in actions
        if held.record.ref in question.refs and held.paper.name in papers
    }
    return frozenset(papers | {h.paper.name for h in actions if h.thread and h.thread in threads})


def _tells(answer: Answer, question: GoldQuestion) -> bool:
    """Whether some passage looked at says all that the answer has to say."""
    return bool(question.must_include) and any(
        all(
            any(fold(said) in fold(quote) for said in must.split("|"))
            for must in question.must_include
        )
        for quote in (citation.quote for citation in answer.retrieved)
    )
