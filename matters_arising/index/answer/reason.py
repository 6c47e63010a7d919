"""Whether a sentence gives the reason for what is asked about, and not for something else.

"The closure of the unit led to delays due to its distance" says why there were delays; it does
not say why the unit was closed.
"""

import re
from collections.abc import Callable, Iterator

from matters_arising.index.answer.sign import REASON

_LEADS_ON = (
    r"\b(?:le(?:d|ads?|ading) to|result(?:s|ed|ing)? in|mean(?:s|t|ing)|therefore|caus(?:es|ed|ing)"
    r"(?! by)|made it|(?<=, )so(?! far\b| that\b))\b"
)
"""Words between a reason and what follows from it."""

_CLAUSE_ENDS = re.compile(r"[();]|[.?!](?=\s*[A-Z])")
"""Where a clause ends: what is told beyond is neither what is explained nor its reason."""

_ASIDE = re.compile(r" ?\([^()]*\)")
"""Words in brackets, which stand in the midst of a clause."""

_ONLY_POINTS = re.compile(r"\W*(?:this|that|these|it|which) (?:is|was|were|are|has been)\W*", re.I)
"""What is explained where it was told in the sentence before."""

_LINK = re.compile(rf"(?P<on>{_LEADS_ON})|{REASON}", re.I)


def explains(text: str, share: Callable[[str], float]) -> bool:
    """Whether a text gives a reason for a subject of which a text has this share.

    Of the two sides of "because", what is explained has more of the subject; neither does
    where the subject is only meant ("this was due to …").
    """
    plain = _ASIDE.sub("", text)
    return any(
        _ONLY_POINTS.fullmatch(effect) or share(effect) >= share(cause)
        for effect, cause in _sides(plain)
    )


def leads_on(text: str) -> bool:
    """Whether a text says that one thing led to another."""
    return re.search(_LEADS_ON, text, re.I) is not None


def _sides(text: str) -> Iterator[tuple[str, str]]:
    """What is explained and the reason given, for each word that joins two such."""
    links = list(_LINK.finditer(text))
    ends = [0, *(link.end() for link in links)]
    starts = [*(link.start() for link in links), len(text)]
    for at, link in enumerate(links):
        *_, before = _CLAUSE_ENDS.split(text[ends[at] : starts[at]])
        after, *_ = _CLAUSE_ENDS.split(text[ends[at + 1] : starts[at + 1]])
        begin, end = starts[at] - len(before), ends[at + 1] + len(after)
        rest = f"{text[:begin]} {text[end:]}"
        effect, cause = (after, before) if link["on"] else (before, after)
        yield effect, f"{cause} {rest}"
