"""Answers put together: what is asked leads, quotes follow, within what can be read aloud."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Decision
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import (
    Citation,
    cite_action,
    cite_decision,
    cite_evidence,
)
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.question.reading import Question

SPOKEN = 80
"""Quoted words in an answer: a councillor reads them aloud in half a minute."""

EARLIER_WORDS = 15
"""What an earlier report takes of them."""

FEWEST_LEFT = 12
"""With fewer quoted words left than this, nothing more is added."""

NEAR_BEST = 0.8
"""A further quote answers at least this share as well as the best."""

LIKE_ENOUGH = 0.65
"""The same, where nothing better tells how an action went."""

OVER_TIME_LIKE = 0.55
"""The same, for each of the times asked about."""

PASSAGE, ASKED_FOR = 0.4, 0.25
"""How much the whole passage counts beside its sentence, and that it says what is asked."""

CITED = 5
"""Citations of an answer, lists apart."""

LONGEST_CITED = 160
"""A cell of more words than this is cited by the paragraphs that answer."""

WORDY = 8
"""A column of at least so many words may tell how an action went."""

TURNS = re.compile(
    r"\b(?:moved to|to be moved|carr(?:y|ied) (?:over|forward)|next phase|next plan|postpon\w+"
    r"|on hold|cancel\w+|rearrang\w+|withdr\w+|abandon\w+|no longer|suspended|slipped|reopened"
    r"|(?<!will be )complet(?:ed|e)|finished|now open|opened|launched|not (?:yet )?been|await\w*"
    r"|delay\w*|remains? open|at risk|short of)\b",
    re.I,
)
"""Words that say how a matter turned out."""

STEPS = re.compile(
    r"\b(?:agreed|approved|underway|in place|established|recruited|appointed|reviewed|refreshed"
    r"|started|began|begun|prepared|developed|planned|in post|trained|held|met)\b",
    re.I,
)
"""Words that say what was done on the way."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an answer and what it rests on."""

    text: str
    citations: tuple[Citation, ...]


def about_actions(
    question: Question,
    leads: Sequence[Held[Action]],
    earlier: Sequence[Held[Action]],
    evidence: Sequence[Evidence],
) -> Draft:
    """An answer about one action, the latest report of it first.

    `leads` are its lines in that report, `earlier` what earlier papers said of it. What is
    said elsewhere is added where it answers nearly as well.
    """
    sentences: list[str] = []
    citations: list[Citation] = []
    left = SPOKEN // len(leads)
    for held in leads:
        update = _telling(held, evidence, left)
        facts = _fact_sentence(question, held)
        if held is leads[-1]:
            facts += f" ({say.say_source(cite_action(held, '', 1.0))})"
        sentences.append(facts)
        sentences += [say.quoted(sentence) for sentence in update]
        left -= sum(len(sentence.split()) for sentence in update)
        citations += _cite(held, update)
    for held in earlier[:2]:
        sentences.append(_earlier_sentence(held))
        left -= EARLIER_WORDS
        citations += _cite(held, list(split_sentences(held.record.update or ""))[:1])
    for text, item in _elsewhere([*leads, *earlier], evidence, left):
        cited = cite_evidence(item)
        sentences.append(f"{say.quoted(text)} ({say.say_source(cited)})")
        citations.append(cited)
    return Draft(" ".join(map(_ended, sentences)), tuple(citations[:CITED]))


def _ended(sentence: str) -> str:
    return sentence if sentence.rstrip("”\"')").endswith((".", "!", "?")) else f"{sentence}."


def _fact_sentence(question: Question, held: Held[Action]) -> str:
    """Who, when or how it stands, whichever is asked, then the action and the rest."""
    action = held.record
    facts = {
        "owner": say.say_owners(action),
        "due": say.say_due(action),
        "status": say.say_status(action),
    }
    lead = facts.pop(question.asks, None)
    rest = [fact for fact in facts.values() if fact]
    name = say.name_action(action)
    opening = f"{_capital(lead)}: {name}" if lead else _capital(name)
    return f"{opening} ({'; '.join(rest)})" if rest else opening


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _earlier_sentence(held: Held[Action]) -> str:
    """What an earlier paper said: how it stood and its most telling sentence."""
    action = held.record
    facts = [fact for fact in (say.say_status(action), say.say_due(action)) if fact]
    told = max(_progress(action), key=_turning, default=None)
    where = say.say_source(cite_action(held, "", 1.0))
    said = f": {'; '.join(facts)}" if facts else ""
    quote = f". {say.quoted(told)}" if told and _turning(told) else ""
    return f"Earlier, {where}{said}{quote}"


def _progress(action: Action) -> list[str]:
    """Sentences of the row that may tell how the action went."""
    texts = [action.update] if action.update else [text for _, text in action.columns]
    return [s for text in texts if len(text.split()) >= WORDY for s in split_sentences(text)]


def _turning(sentence: str) -> float:
    if TURNS.search(sentence):
        return 0.5
    return 0.2 if STEPS.search(sentence) else 0.0


def _telling(held: Held[Action], evidence: Sequence[Evidence], words: int) -> list[str]:
    """The sentences of the row that tell how it went, in their order, within `words`."""
    sentences = _progress(held.record)
    weights = {item.text: item.score for item in evidence}
    if not held.record.update:
        sentences = [s for s in sentences if s in weights and weights[s] > 0]
    ranked = sorted(sentences, key=lambda s: -(0.5 * weights.get(s, 0.0) + _turning(s)))
    chosen = set(_within(ranked, words))
    return [sentence for sentence in sentences if sentence in chosen]


def _within(sentences: Iterable[str], words: int) -> Iterator[str]:
    """Sentences until the words are used up; the first in any case."""
    used = 0
    for sentence in sentences:
        length = len(sentence.split())
        if used and used + length > words:
            continue
        used += length
        yield sentence


def _cite(held: Held[Action], update: Sequence[str]) -> list[Citation]:
    """The action, and the column its progress is quoted from."""
    action = held.record
    cited = [cite_action(held, action.action, 1.0)]
    columns = [action.update or "", *(text for _, text in action.columns)]
    column = next((text for text in columns if update and update[0] in text), None)
    if column is not None:
        if len(column.split()) > LONGEST_CITED:
            paragraphs = [p for p in column.split("\n") if any(s in p for s in update)]
            column = "\n".join(paragraphs) or " ".join(update)
        cited.append(cite_action(held, column, 0.9))
    return cited


def _elsewhere(
    told: Sequence[Held[Action]], evidence: Sequence[Evidence], words: int
) -> Iterator[tuple[str, Evidence]]:
    """What else is said, outside the rows already told, that answers nearly as well.

    Where the rows tell nothing of how it went, less likeness is enough.
    """
    ids = {held.id for held in told}
    best = evidence[0].score if evidence else 0.0
    least = best * (NEAR_BEST if any(held.record.update for held in told) else LIKE_ENOUGH)
    seen: set[int] = set()
    for item in evidence:
        own = item.hit.passage.kind == "row" and item.hit.held.record_id in ids
        stretch = _stretch(item, min(words, SPOKEN // 2))
        length = len(stretch.split())
        if own or item.hit.held.id in seen or item.score < least or not 5 < length <= words:
            continue
        words -= length
        seen.add(item.hit.held.id)
        yield stretch, item
        if words < FEWEST_LEFT or len(seen) == 2:
            return


def about_text(question: Question, evidence: Sequence[Evidence]) -> Draft:
    """An answer from what the papers say: the best sentences, read on to where they lead."""
    ranked = sorted(evidence, key=lambda item: -_fitness(question, item))
    chosen = list(_read_on(ranked, question))
    said = [f"{say.quoted(text)} ({say.say_source(cite_evidence(i))})." for text, i in chosen]
    citations = _cite_distinct([item for _, item in chosen], ranked)
    return Draft(" ".join(said), tuple(citations))


def _fitness(question: Question, item: Evidence) -> float:
    """The sentence's weight and its passage's, more where it says what is asked for."""
    wanted = question.wanted or {
        "decision": r"\b(?:resolved|agreed|that|note|endorse|approve|decided)\b",
        "status": TURNS.pattern,
    }.get(question.asks)
    found = wanted is not None and re.search(wanted, item.text, re.I)
    years = any(year in (item.hit.held.date or "") or year in item.text for year in question.years)
    times = sum(time in item.text.lower() for time in question.times)
    weight = item.score + PASSAGE * item.hit.score
    return weight + (ASKED_FOR if found else 0.0) + (0.1 if years else 0.0) + 0.05 * times


def _read_on(ranked: Sequence[Evidence], question: Question) -> Iterator[tuple[str, Evidence]]:
    """Stretches of text around the best sentences, until the words are used up.

    A stretch begins with a sentence that answers and reads on in its passage, since what
    follows often completes it ("This is out of …").
    """
    left, best = SPOKEN, _fitness(question, ranked[0])
    told: set[int] = set()
    for item in ranked:
        if item.hit.held.id in told or _fitness(question, item) < NEAR_BEST * best:
            continue
        stretch = _stretch(item, min(left, SPOKEN * 3 // 4) if not told else left)
        if told and len(stretch.split()) > left:
            continue
        told.add(item.hit.held.id)
        left -= len(stretch.split())
        yield stretch, item
        if left < FEWEST_LEFT or len(told) == CITED:
            return


def _stretch(item: Evidence, words: int) -> str:
    """The sentence and those after it in its paragraph or cell, as far as the words go."""
    paragraphs = [(p, split_sentences(p)) for p in item.hit.passage.text.split("\n")]
    text, sentences = next((p, ss) for p, ss in paragraphs if item.text in ss)
    first = sentences.index(item.text)
    last = first
    for index in range(first + 1, len(sentences)):
        if sum(len(s.split()) for s in sentences[first : index + 1]) > words:
            break
        last = index
    start = text.find(sentences[first])
    end = text.find(sentences[last], start) + len(sentences[last])
    return text[start:end]


def _cite_distinct(chosen: Sequence[Evidence], ranked: Sequence[Evidence]) -> Iterator[Citation]:
    """A citation for each passage quoted, then for the next best, up to the limit."""
    seen: set[int] = set()
    for item in (*chosen, *ranked):
        if item.hit.held.id not in seen and len(seen) < CITED:
            seen.add(item.hit.held.id)
            yield cite_evidence(item)


def over_time(evidence: Sequence[Evidence]) -> Draft | None:
    """The best sentence of each time that is spoken of, oldest first; None for one time."""
    best: dict[str, Evidence] = {}
    for item in evidence:
        date = item.hit.held.date or ""
        if item.score >= OVER_TIME_LIKE * evidence[0].score:
            best.setdefault(date, item)
    told = [best[date] for date in sorted(best)][-4:]
    if len(told) < 2:
        return None
    said = [
        f"{_capital(say.say_source(cite_evidence(i)))}: {say.quoted(say.shorten(i.text, 32))}."
        for i in told
    ]
    return Draft(" ".join(said), tuple(_cite_distinct(told, evidence)))


def about_decisions(decided: Sequence[Held[Decision]], evidence: Sequence[Evidence]) -> Draft:
    """What was resolved, or put to the meeting to resolve, in its own words."""
    first = decided[0]
    body = first.committee or "the meeting"
    date = say.say_date(first.date)
    told = {
        "resolved": f"On {date} the {body} resolved",
        "recommendation": f"The report of {date} asked the {body}",
    }[first.record.kind]
    words = " ".join(say.quoted(held.record.text) for held in decided)
    citations = [cite_decision(held) for held in decided]
    text = f"{told}: {words} ({say.say_source(citations[0])})."
    left = SPOKEN - len(words.split())
    for item in evidence[:1]:
        if len(item.text.split()) <= left and item.text not in words:
            cited = cite_evidence(item)
            text += f" {say.quoted(item.text)} ({say.say_source(cited)})."
            citations.append(cited)
    return Draft(text, tuple(citations[:CITED]))


def about_list(listed: Sequence[Held[Action]]) -> Draft:
    """All actions that fit, a line each."""
    count = len(listed)
    opening = "One action" if count == 1 else f"{count} actions"
    source = say.say_date(listed[0].date)
    lines = "; ".join(say.list_line(held) for held in listed)
    citations = tuple(cite_action(held, held.record.action, 1.0) for held in listed)
    return Draft(f"{opening} in the paper of {source}: {lines}.", citations)
