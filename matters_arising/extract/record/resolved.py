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

_SAID = re.compile(
    r"\b(?:that|which|as|if|whether|when|where|once|because|since|what|how)\s*$", re.I
)
"""Right before it: the decision is spoken of, or only thought of."""

_MOTION = re.compile(
    r"\b(?:moved|motion(?: was made)?|proposed|proposal) (?:to|that|by)\b"
    r"|^THAT\b|^That\b"
)
_CARRIED = re.compile(
    r"\b(?i:motion|resolution|amendment|proposal)\b[^.]{0,60}?"
    r"\b(?<!not )(?:carried|passed|adopted|approved)\b(?! to\b)"
    r"|^(?:Passed|Carried|Adopted|Approved|All (?:present )?in favou?r)\b[^.]{0,40}\.?$"
    r"|\b(?:and )?carried unanimously\b|\b(?:and|was) carried\.?$"
)
"""A sentence, or the end of one, that tells how a motion fared."""

LONGEST_MOTION = 6
"""Sentences from what is moved to how it fared."""


def find_resolved(text: str) -> Iterator[str]:
    """What a paragraph of minutes tells as decided, in its own words, in order."""
    sentences = split_sentences(text)
    for index, sentence in enumerate(sentences):
        decided = _DECIDED.search(sentence) or _APPROVED.search(sentence)
        if decided is not None and _is_decision(sentence[: decided.start()]):
            if not decided["text"].endswith(":"):
                yield decided["text"]
        elif _CARRIED.search(sentence):
            yield from _moved(sentences[max(index - LONGEST_MOTION + 1, 0) : index + 1])


def _is_decision(before: str) -> bool:
    """Whether what stands before "it was resolved" lets it tell a decision of this meeting."""
    return not (_EARLIER.search(before) or _SAID.search(before))


def _moved(sentences: Sequence[str]) -> Iterator[str]:
    """What was moved, with how it fared: the sentences from the last that moves to the end."""
    starts = [i for i, sentence in enumerate(sentences) if _MOTION.search(sentence)]
    if starts and not any(map(_EARLIER.search, sentences[starts[-1] :])):
        yield " ".join(sentences[starts[-1] :])
