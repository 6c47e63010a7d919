"""How an action went, in the sentences of its own row."""

import re
from collections.abc import Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer.draft import within
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.word.term import Terms

WEIGHED = 0.3
"""How much it counts how well a sentence of the row answers, beside what it tells."""

WORDY = 8
"""A column of at least so many words may tell how an action went."""

TURNS = re.compile(
    r"\b(?:moved to|to be moved|carr(?:y|ied) (?:over|forward)|next phase|next plan|postpon\w+"
    r"|on hold|cancel\w+|rearrang\w+|withdr\w+|abandon\w+|no longer|suspended|slipped|reopened"
    r"|(?<!will be )complet(?:ed|e)|finished|now open|opened|launched|not (?:yet )?been|await\w*"
    r"|(?:not )?done|in progress|actioned|carried out"
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


def progress(action: Action) -> list[str]:
    """Sentences of the row that may tell how the action went."""
    texts = [action.update] if action.update else [text for _, text in action.columns]
    return [s for text in texts if len(text.split()) >= WORDY for s in split_sentences(text)]


def turning(sentence: str) -> float:
    """How far a sentence tells how a matter turned out: half for that, a fifth for a step."""
    if TURNS.search(sentence):
        return 0.5
    return 0.2 if STEPS.search(sentence) else 0.0


def tells_course(sentence: str, terms: Terms) -> float:
    """How much a sentence tells of an action's course, and less so of the words asked for."""
    return turning(sentence) + WEIGHED * terms.coverage(sentence)


def telling(
    held: Held[Action], evidence: Sequence[Evidence], terms: Terms, words: int
) -> list[str]:
    """The sentences of the row that tell how it went, in their order, within `words`."""
    sentences = progress(held.record)
    weights = {item.text: item.score for item in evidence}
    if not held.record.update:
        sentences = [s for s in sentences if weights.get(s, 0.0) > 0]

    def weight(sentence: str) -> float:
        answers = weights.get(sentence, terms.coverage(sentence))
        return WEIGHED * answers + turning(sentence)

    ranked = sorted(sentences, key=weight, reverse=True)
    chosen = set(within(ranked, words))
    return [sentence for sentence in sentences if sentence in chosen]
