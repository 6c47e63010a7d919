"""Sentences in the order in which they answer: of what is asked, and of the time asked about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer.draft import SPOKEN
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.progress import TURNS
from matters_arising.index.answer.sign import LIST_NUMBER
from matters_arising.index.question.cue import FIGURE
from matters_arising.index.question.event import tells_event
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

GIVEN = 0.6
"""What it is worth that a sentence gives the kind of fact asked for, of the very subject; of a
part of it, by the square of that share."""

NOT_GIVEN = 0.85
"""What is left of the weight of a sentence that does not give it, where another does."""

EVENT = 0.6
"""What it is worth that a sentence has the verb whose time is asked for."""

FEWEST_WORDS = 4
"""A sentence of fewer words is a heading or a cell, and says nothing by itself, unless it is
closed by a full stop and has a figure: "Attendance is 95%."."""

LEGEND = re.compile(r"(?:\b[A-Z]{1,2} ?[–=-] ?[A-Z][a-z]+(?: [a-z]+)?\W+){2}")
"""The key to a table's letters: "P – Present A – Absent"."""

IMPRINT = re.compile(r"©|(?:\W*crown )?copyright\b", re.I)
"""How a line begins that says whose the paper's text is."""

RECITAL = re.compile(r"whereas\b", re.I)
"""How a motion begins to say why it is moved, before it says what."""

ASKING = re.compile(r"[“\"]?(?:why|would|could|can|does|did|do|is|are)\b", re.I)
"""How a question put to somebody begins."""

LIST_LETTER = re.compile(r"^\(?(?:[a-z]|[ivx]+)[.)]?\s(?=[A-Z])")
"""The letter of an item of a list: "a Ms Ash shared"."""

HEADED = 0.25
"""What it is worth to stand under a heading that asks the same."""

OF_BODY = 0.2
"""What it is worth to stand in a report of the body asked about."""

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


def rank(
    question: Question, evidence: Iterable[Evidence], given: Mapping[tuple[int, str], float]
) -> list[Evidence]:
    """Evidence by how well it answers the question, best first, with that as its score.

    `given` are texts that give the kind of fact asked for, by their passage's id, each with how
    much of the subject is near it.
    """
    weighed = [replace(item, score=_weight(question, item, given)) for item in evidence]
    if question.latest and weighed:
        weighed = _latest_first(weighed)
    return sorted(weighed, key=lambda item: -item.score)


def fitness_of_given(
    question: Question, evidence: Iterable[Evidence], given: Mapping[tuple[int, str], float]
) -> float:
    """How well the best sentence that gives the fact fits the question, beside the best of all.

    From 0 to 1; two ways of reading agree where it is near 1.
    """
    fit = [(_fitness(question, item, gives=False), item) for item in evidence]
    giving = (score for score, item in fit if _share_given(item, given) is not None)
    best = max((score for score, _ in fit), default=0.0)
    return max(giving, default=0.0) / best if best else 0.0


def _weight(question: Question, item: Evidence, given: Mapping[tuple[int, str], float]) -> float:
    """How well a sentence answers, less where another gives the fact and it does not."""
    share = _share_given(item, given)
    weight = _fitness(question, item, gives=share is not None) + GIVEN * (share or 0.0) ** 2
    if share is None and given:
        return weight * NOT_GIVEN
    if question.event and tells_event(item.text, question.event):
        weight += EVENT
    return weight


def _share_given(item: Evidence, given: Mapping[tuple[int, str], float]) -> float | None:
    """How much of the subject is near a fact that a sentence, or its cell, gives; None for none."""
    passage = item.hit.held.id
    if (passage, item.text) in given:
        return given[passage, item.text]
    within = (
        near
        for (id_, text), near in given.items()
        if id_ == passage and (item.text in text or (" " in text and text in item.text))
    )
    return max(within, default=None)


def _fitness(question: Question, item: Evidence, *, gives: bool) -> float:
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
    weight *= max(_soundness(item.text), UNSOUND if gives else 0.0)
    if _is_headed_so(question, item):
        weight += HEADED
    if question.body is not None and item.hit.held.committee == question.body.name:
        weight += OF_BODY
    return weight + TIMELY * question.timeliness(text, item.hit.held.date)


def _soundness(text: str) -> float:
    """How far a text can stand as an answer: less for what is no sentence, or asks itself."""
    words = len(text.split())
    tells = words > 2 and text.endswith(".") and re.search(FIGURE, text)
    if (words < FEWEST_WORDS and not tells) or LEGEND.search(text) or IMPRINT.match(text):
        return 0.5
    asks = ASKING.match(text) or RECITAL.match(text) or text.rstrip("”\"’')").endswith("?")
    broken = LIST_LETTER.sub("", text)[0].islower() or asks or text.endswith(":") or words > SPOKEN
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
