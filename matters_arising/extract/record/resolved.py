"""What the sentences of minutes tell of a meeting's decisions: "After debate it was resolved to …".

A sentence that tells what was said of a decision, or of one made earlier, tells none.
"""

import re
from collections.abc import Iterator, Sequence

from matters_arising.extract.phrase.sentence import split_sentences

_BODY = (
    r"(?:(?:sub-?)?committee|board|cabinet|commission(?:ers)?|council(?:lors)?|directors|forum"
    r"|governing body|governors|meeting|members|panel|trustees|working (?:group|party))"
)
_DECIDED = re.compile(
    rf"(?:\bit was|(?:\b(?:all|the|\w+ (?=council\b)) )+{_BODY}) (?:(?:also|then|all|\w+ly) )*"
    r"(?:agreed(?=\s+(?:unanimously )?(?:to\b"
    r"|that\b(?!.*\bshould\b)(?=.*\b(?:be|must|will|would)\b)))"
    r"|resolved(?! (?:by|in|some|at)\b)(?=\s+[a-z])|moved(?= (?:acceptance|adoption|approval) of))"
    r"\s+(?P<text>\S+ \S.*)$",
    re.I | re.S,
)
_APPROVED = re.compile(
    rf"^(?:[^,]{{0,60}}, )?the {_BODY} (?:\w+ly )?"
    r"(?P<text>(?:accepted|adopted|approved|endorsed|ratified) (?:a|an|the)\b.*)$",
    re.I | re.S,
)
"""What a body approved, told in so many words."""

_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last (?:meeting|year|month|time)|earlier|ago|had|recalled|reminded)\b",
    re.I,
)
"""Before the verb: the decision is of another day."""

_MINUTES = re.compile(
    r"\bminutes of (?:the |our )?(?:last|previous|earlier)(?: \w+)? meetings?\b", re.I
)
_SAID = re.compile(
    r"\b(?:that|which|as|if|whether|when|where|once|because|since|what|how)\s*$", re.I
)
"""Right before it: the decision is spoken of, or only thought of."""

_MOTION = re.compile(
    r"\b(?:moved|[Mm]otion(?: was made)?|proposed|proposal) (?:to|that|by)\b"
    r"|\b(?:[Mm]oved|[Pp]roposed)\b[^.]{1,60}\bseconded\b,?[^.]{0,60}\b(?:that|to)\b"
    r"|^(?:MOTION|Motion): ?(?!(?i:carried|passed|lost|adopted|approved|agreed)\b)[A-Z]"
    r"|^THAT\b|^That\b"
)
_TO_THE_VOTE = re.compile(r"\bto (?:the |a )?vote\b|\bmotion be (?:now )?put\b", re.I)
"""A sentence that has the meeting vote on what was moved before it."""

_CARRIED = re.compile(
    r"(?i:\b(?:motion|resolution|amendment|proposal)\b[^.]{0,60}?"
    r"(?<!not )(?<!be )\b(?:carried|passed|adopted|approved)\b(?! to\b))"
    r"|^(?i:(?:all )?agreed(?: unanimously)?)\.?$"
    r"|^(?i:passed|carried|adopted|approved|all (?:present )?in favou?r)\b[^.]{0,40}\.?$"
    r"|\b(?:and )?carried unanimously\b|\b(?:and|was) carried\.?$"
)
"""A sentence, or the end of one, that tells how a motion fared."""

_LOST = re.compile(
    r"\b(?:motion|resolution|amendment|proposal)\b[^.]{0,60}?"
    r"\b(?:lost|defeated|rejected|withdrawn|fell|failed|not (?:carried|passed|agreed))\b"
    r"|^(?:lost|defeated|rejected|withdrawn)\b[^.]{0,40}\.?$",
    re.I,
)
"""A sentence that tells that a motion came to nothing."""

LONGEST_MOTION = 10
"""Sentences from what is moved to how it fared."""


def find_resolved(text: str) -> Iterator[str]:
    """What a paragraph of minutes tells as decided, in its own words, in order."""
    sentences = split_sentences(text)
    for index, sentence in enumerate(sentences):
        decided = _DECIDED.search(sentence) or _APPROVED.search(sentence)
        if decided is not None and _is_decision(sentence[: decided.start()]):
            if not decided["text"].endswith(":"):
                yield decided["text"]
        elif is_carried(sentence):
            yield from _moved(sentences[max(index - LONGEST_MOTION + 1, 0) : index + 1])


def is_motion(sentence: str) -> bool:
    """Whether a sentence moves something now."""
    moved = bool(_MOTION.search(sentence)) and not _TO_THE_VOTE.search(sentence)
    return moved and not _is_of_another_day(sentence)


def is_carried(sentence: str) -> bool:
    """Whether a sentence tells that a motion was carried."""
    return bool(_CARRIED.search(sentence)) and not is_lost(sentence)


def is_lost(sentence: str) -> bool:
    """Whether a sentence tells that a motion came to nothing."""
    return bool(_LOST.search(sentence))


def _is_of_another_day(sentence: str) -> bool:
    """Whether a sentence tells of what was moved earlier; earlier minutes are approved now."""
    return bool(_EARLIER.search(_MINUTES.sub("", sentence)))


def _is_decision(before: str) -> bool:
    """Whether what stands before "it was resolved" lets it tell a decision of this meeting."""
    return not (_EARLIER.search(before) or _SAID.search(before))


def _moved(sentences: Sequence[str]) -> Iterator[str]:
    """What was moved, with how it fared: the sentences from the last that moves to the end."""
    starts = [i for i, sentence in enumerate(sentences) if _MOTION.search(sentence)]
    if starts and not any(map(_is_of_another_day, sentences[starts[-1] :])):
        yield " ".join(sentences[starts[-1] :])
