"""An answer with a figure: its value and period first, then the words it is printed in."""

import re
from collections.abc import Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Measure
from matters_arising.index.answer import say
from matters_arising.index.answer.about_passage import NEAR_BEST, read_on
from matters_arising.index.answer.citation import cite_evidence, cite_measure
from matters_arising.index.answer.draft import SPOKEN, Draft, cite_further, count_words, stretch
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import Terms

MEASURED = 0.65
"""A value leads where what it measures holds this share of the words asked for."""

_CHANGE = re.compile(r"\b(?:in|de)creas\w*|\breduc\w+|\b(?:rise|rose|fall|fell|drop)\w*", re.I)


def about_figures(
    question: Question,
    figures: Sequence[Held[Measure]],
    evidence: Sequence[Evidence],
    terms: Terms,
) -> Draft:
    """The figures asked for, the quotes they stand in, and what else answers."""
    quotes = list({held.record.quote: held for held in reversed(figures)}.values())[::-1]
    sure = all(_is_measured(held.record, question, terms) for held in figures)
    lead = f"{say.and_list([say.say_figure(held.record) for held in figures])}: " if sure else ""
    told = [(_read_on(held, evidence, SPOKEN // len(quotes)), held) for held in quotes]
    cited = [cite_measure(held) for held in quotes]
    said = [f"{say.quoted(text)} ({say.say_source(cite_measure(held))})." for text, held in told]
    left = SPOKEN - sum(count_words(text) for text, _ in told)
    rest = [item for item in evidence if not any(_same(item.text, text) for text, _ in told)]
    if rest and left > SPOKEN // 3:
        text, item = next(read_on(rest, terms, left))
        if count_words(text) <= left and item.score >= NEAR_BEST * evidence[0].score:
            said.append(f"{say.quoted(text)} ({say.say_source(cite_evidence(item))}).")
            cited.append(cite_evidence(item))
    return Draft(f"{lead}{' '.join(said)}", cite_further(cited, evidence))


def _is_measured(measure: Measure, question: Question, terms: Terms) -> bool:
    """Whether a figure is of what is asked, by the words of what it measures, and not of its rise.

    Of 88 audits of which 42% were good, 88 is not how many were good.
    """
    of_change = _CHANGE.search(measure.measure) and not _CHANGE.search(question.text)
    return not of_change and terms.coverage(measure.measure) >= MEASURED


def _read_on(held: Held[Measure], evidence: Sequence[Evidence], words: int) -> str:
    """The quote of a figure and what follows it in its passage, as far as the words go."""
    quote = held.record.quote
    for item in evidence:
        if item.text == quote and item.hit.held.paper.id == held.paper.id:
            return stretch(item, words)
    return say.shorten(quote, words)


def _same(one: str, other: str) -> bool:
    return one in other or other in one
