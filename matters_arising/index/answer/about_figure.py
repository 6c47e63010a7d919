"""An answer with a figure: its value and period first, then the words it is printed in."""

from collections.abc import Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Measure
from matters_arising.index.answer import say
from matters_arising.index.answer.about_passage import NEAR_BEST, read_on
from matters_arising.index.answer.citation import cite_evidence, cite_measure
from matters_arising.index.answer.draft import SPOKEN, Draft, cite_further, count_words, stretch
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.word.term import Terms


def about_figures(
    figures: Sequence[Held[Measure]], evidence: Sequence[Evidence], terms: Terms
) -> Draft:
    """The figures asked for, the quotes they stand in, and what else answers."""
    quotes = list({held.record.quote: held for held in reversed(figures)}.values())[::-1]
    lead = say.and_list([say.say_figure(held.record) for held in figures])
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
    return Draft(f"{lead}: {' '.join(said)}", cite_further(cited, evidence))


def _read_on(held: Held[Measure], evidence: Sequence[Evidence], words: int) -> str:
    """The quote of a figure and what follows it in its passage, as far as the words go."""
    quote = held.record.quote
    for item in evidence:
        if item.text == quote and item.hit.held.paper.id == held.paper.id:
            return stretch(item, words)
    return say.shorten(quote, words)


def _same(one: str, other: str) -> bool:
    return one in other or other in one
