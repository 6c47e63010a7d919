"""An answer about one action: who, when or how it stands, the latest report of it first."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import Citation, cite_action, cite_evidence
from matters_arising.index.answer.draft import (
    FEWEST_LEFT,
    SPOKEN,
    Draft,
    capital,
    cite_further,
    count_words,
    join,
    stretch,
)
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.progress import progress, telling, tells_course, turning
from matters_arising.index.answer.verdict import verdict_of_actions
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import Terms

MOST_ELSEWHERE = 2
"""Quotes from elsewhere that are added."""

EARLIER_WORDS = 15
"""What an earlier report takes of the words."""

NEAR_BEST, LIKE_ENOUGH = 0.8, 0.75
"""What is said elsewhere answers at least this share as well as the best; the second, where
nothing better tells how an action went."""

LATER = 0.2
"""What it is worth that a paper is later than the last that lists the action."""

TELLS = 0.5
"""What an earlier report said is quoted where it holds this share of the words asked for."""

LONGEST_CITED = 160
"""A cell of more words than this is cited by the paragraphs that answer."""


def about_actions(
    question: Question,
    leads: Sequence[Held[Action]],
    earlier: Sequence[Held[Action]],
    evidence: Sequence[Evidence],
    terms: Terms,
) -> Draft:
    """An answer about one action.

    `leads` are its lines in the latest report, `earlier` what earlier papers said of it.
    What is said elsewhere is added where it answers nearly as well, or names the action.
    """
    sentences: list[str] = []
    citations: list[Citation] = []
    told = earlier[: 3 if question.over_time else 2]
    spare = SPOKEN // 2 if any(_is_later_word(leads[0], item) for item in evidence) else 0
    left = SPOKEN
    for held in leads:
        update = telling(held, evidence, terms, (SPOKEN - spare) // len(leads))
        sentences += [_facts(question, held, last=held is leads[-1])]
        sentences += [say.quoted(sentence) for sentence in update]
        left -= sum(map(count_words, update))
        citations += _cite(held, update, told_first=question.asks == "status")
    left = max(left - EARLIER_WORDS * len(told), spare, FEWEST_LEFT)
    for text, item in _elsewhere([*leads, *earlier], evidence, left):
        cited = cite_evidence(item)
        sentences.append(f"{say.quoted(text)} ({say.say_source(cited)})")
        citations.append(cited)
    for held in told:
        sentences.append(_earlier(held, terms))
        citations += _cite(held, list(split_sentences(held.record.update or ""))[:1])
    if verdict := verdict_of_actions(question, leads):
        sentences.insert(0, verdict)
    return Draft(join(sentences), cite_further(citations, evidence))


def _facts(question: Question, held: Held[Action], *, last: bool) -> str:
    """Who, when or how it stands, whichever is asked, then the action and the rest."""
    action = held.record
    facts = {
        "owner": say.say_owners(action),
        "due": say.say_due(action),
        "status": say.say_status(action),
    }
    lead = facts.pop(question.asks, None)
    rest = "; ".join(fact for fact in facts.values() if fact)
    name = say.name_action(action, words=16)
    said = f"{capital(lead)}: {name}" if lead else capital(name)
    said += f" ({rest})" if rest else ""
    if not last:
        return said
    held_last = "last report held: " if question.asks == "status" and not question.years else ""
    return f"{said} ({held_last}{say.say_source(cite_action(held, '', 1.0))})"


def _earlier(held: Held[Action], terms: Terms) -> str:
    """What an earlier paper said: how it stood and its most telling sentence."""
    action = held.record
    facts = [fact for fact in (say.say_status(action), say.say_due(action)) if fact]
    told = max(progress(action), key=lambda s: tells_course(s, terms), default=None)
    where = say.say_source(cite_action(held, "", 1.0))
    said = f": {'; '.join(facts)}" if facts else ""
    tells = told and (turning(told) or terms.coverage(told) >= TELLS)
    quote = f". {say.quoted(told)}" if told and tells else ""
    return f"Earlier, {where}{said}{quote}"


def _cite(held: Held[Action], update: Sequence[str], *, told_first: bool = False) -> list[Citation]:
    """The action, the column its progress is quoted from, and a remark beside its date."""
    action = held.record
    cited = [cite_action(held, action.action, 1.0)]
    columns = [action.update or "", *(text for _, text in action.columns)]
    column = next((text for text in columns if update and update[0] in text), None)
    if column is not None:
        if count_words(column) > LONGEST_CITED:
            paragraphs = [p for p in column.split("\n") if any(s in p for s in update)]
            column = "\n".join(paragraphs) or " ".join(update)
        cited.insert(0 if told_first else 1, cite_action(held, column, 0.9))
    if action.due_text and turning(action.due_text):
        cited.append(cite_action(held, action.due_text, 0.8))
    return cited


def _elsewhere(
    told: Sequence[Held[Action]], evidence: Sequence[Evidence], words: int
) -> Iterator[tuple[str, Evidence]]:
    """What else is said, outside the rows already told, that answers nearly as well.

    Where the rows tell nothing of how it went, less likeness is enough; what names the
    action by its ref is always told, and first.
    """
    ids = {held.id for held in told}
    best = evidence[0].score if evidence else 0.0
    least = best * (NEAR_BEST if any(held.record.update for held in told) else LIKE_ENOUGH)
    longest = SPOKEN // 2 if any(map(progress, (held.record for held in told))) else SPOKEN
    seen: set[str] = set()
    added = 0
    for item in sorted(evidence, key=lambda item: -_newer(told[0], item)):
        own = item.hit.passage.kind == "row" and item.hit.held.record_id in ids
        named = _names(told[0], item)
        text = stretch(item, min(words, longest))
        length = count_words(text)
        if own or item.text in seen or not 5 < length <= words:
            continue
        if not named and item.score < least:
            continue
        words -= length
        seen.update(split_sentences(text))
        yield text, item
        added += 1
        if words < FEWEST_LEFT or added == MOST_ELSEWHERE:
            return


def _is_later_word(held: Held[Action], item: Evidence) -> bool:
    """Whether a later paper names the action: its word is the last."""
    return _names(held, item) and (item.hit.held.date or "") > (held.date or "")


def _newer(held: Held[Action], item: Evidence) -> float:
    """How well the sentence answers; more where it names the action or is of a later paper."""
    later = (item.hit.held.date or "") > (held.date or "")
    return item.score + (1.0 if _names(held, item) else 0.0) + (LATER if later else 0.0)


def _names(held: Held[Action], item: Evidence) -> bool:
    """Whether a text of the same time or later names the action by its ref."""
    ref = held.record.ref
    later = (item.hit.held.date or "") >= (held.date or "")
    prose = item.hit.passage.kind == "text"
    return bool(ref and later and prose and re.search(rf"(?<!\w){re.escape(ref)}(?!\w)", item.text))
