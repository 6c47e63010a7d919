"""Sentences in the order in which they answer: of what is asked, and of the time asked about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer.draft import SPOKEN
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.progress import TURNS
from matters_arising.index.question.cue import FIGURE
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import stems

PASSAGE, ASKED_FOR, MEASURED, TIMELY, LATEST = 0.8, 0.25, 0.5, 0.35, 0.15
"""How much the whole passage counts beside its sentence; that the sentence says what is
asked for, or gives a figure of what is measured; that it is of the time asked about; that
nothing found is later."""

NEEDED, HARD = 0.45, ("figure", "due", "attendance")
"""What a sentence loses that lacks it where there is no answer without it, as without a
figure to "how many"."""

COUNTED = 0.5
"""What it is worth that the number stands before the very thing counted."""

FEWEST_WORDS = 4
"""A sentence of fewer words is a heading or a cell, and says nothing by itself."""

LEGEND = re.compile(r"(?:\b[A-Z]{1,2} ?[–=-] ?[A-Z][a-z]+(?: [a-z]+)?\W+){2}")
"""The key to a table's letters: "P – Present A – Absent"."""

ASKING = re.compile(r"[“\"]?(?:why|would|could|can|does|did|do|is|are)\b", re.I)
"""How a question put to somebody begins."""

LIST_NUMBER = re.compile(r"^£?\d[\d.,]*[a-z]*\)?\s+(?=[A-Z])")
"""The number of an item of a list, or the end of a heading, which counts nothing."""

HEADED = 0.25
"""What it is worth to stand under a heading that asks the same."""

UNSOUND = 0.85
"""What is left of the weight of half a sentence, a question, or one too long to read aloud."""

SAID: dict[str, str] = {
    "decision": r"\b(?:resolv\w+|agree[ds]?|vote[ds]?|carried|accepted|rejected|note[ds]?"
    r"|endorse[ds]?|approve[ds]?|decided)\b",
    "status": TURNS.pattern,
    "attendance": r"\b(?:apolog\w+|present|absent|attend\w+)\b",
    "why": r"\b(?:because|due to|owing to|since|as a result|reason\w*|in order to)\b",
}
"""What a sentence says that answers a question of a kind."""


def rank(question: Question, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence by how well it answers the question, best first, with that as its score."""
    weighed = [replace(item, score=_fitness(question, item)) for item in evidence]
    if question.latest and weighed:
        weighed = _latest_first(weighed)
    return sorted(weighed, key=lambda item: -item.score)


def _fitness(question: Question, item: Evidence) -> float:
    wanted = question.wanted or SAID.get(question.asks)
    history = question.over_time and question.measured
    if history:
        wanted = FIGURE
    said = _says(item, wanted) if wanted else 1.0
    text = f"{item.text} {item.hit.passage.heading}"
    weight = item.score + PASSAGE * item.hit.score
    if question.asks in HARD and not history:
        weight *= 1 - NEEDED * (1 - said)
    elif wanted:
        weight += (MEASURED if history else ASKED_FOR) * said
    if question.counted and re.search(question.counted, LIST_NUMBER.sub("", item.text), re.I):
        weight += COUNTED
    weight *= _soundness(item.text)
    if _is_headed_so(question, item):
        weight += HEADED
    return weight + TIMELY * question.timeliness(text, item.hit.held.date)


def _soundness(text: str) -> float:
    """How far a text can stand as an answer: less for what is no sentence, or asks itself."""
    words = len(text.split())
    if words < FEWEST_WORDS or LEGEND.search(text):
        return 0.5
    asks = ASKING.match(text) or text.rstrip("”\"’')").endswith("?")
    broken = text[0].islower() or asks or text.endswith(":") or words > SPOKEN
    return UNSOUND if broken else 1.0


def _is_headed_so(question: Question, item: Evidence) -> bool:
    """Whether the heading says nothing but what is asked: "What needs to improve?"."""
    heading = item.hit.passage.heading.rpartition(" › ")[2]
    words = stems(re.sub(r"\d", "", heading))
    return bool(words) and words <= stems(question.text)


def _says(item: Evidence, wanted: str) -> float:
    """Whether the sentence says what is wanted; half as good, the one after it."""
    if re.search(wanted, LIST_NUMBER.sub("", item.text), re.I):
        return 1.0
    _, _, after = item.hit.passage.text.partition(item.text)
    following = next(iter(split_sentences(after.strip())), "") if after else ""
    return 0.5 if re.search(wanted, following, re.I) else 0.0


def _latest_first(weighed: Sequence[Evidence]) -> list[Evidence]:
    """The same, a little more for what the latest of the good ones says."""
    best = max(item.score for item in weighed)
    good = [item for item in weighed if item.score >= 0.7 * best]
    latest = max(item.hit.held.date or "" for item in good)
    return [
        replace(item, score=item.score + LATEST) if item.hit.held.date == latest else item
        for item in weighed
    ]
