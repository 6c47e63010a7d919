"""Whether a text is of the thing whose owner is asked for, and not of a thing beside it."""

import re
from itertools import pairwise

from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import stem

LIKE_LETTERS = 5
"""Words with so many first letters in common are of one root."""

_PURPOSE = re.compile(r"\b(?:to ensure|to make sure|so that|in order to)\b")
"""Where an action's wording goes on from what is done to what for."""


_OWNS = re.compile(
    r"\b(?:lead(?:s|ing|er|ership)?|led|responsib\w+|accountab\w+|manag(?:e[ds]?|er|ing)|own(?:s|ed|er)"
    r"|charge|overs(?:ees?|aw|een|eeing|ight)|run by|chair\w*|co-?ordinat\w+|head of|director"
    r"|champion\w*|sponsor\w*|supervis\w+|delivered by|appointed)\b",
    re.I,
)
"""Words by which a sentence tells whose a thing is."""


def tells_owner(text: str) -> bool:
    """Whether a sentence has a word for leading or owning."""
    return _OWNS.search(text) is not None


def is_of(text: str, thing: str) -> bool:
    """Whether some cell or sentence is of a thing, known by its stem, whatever it is for.

    "Recruitment questions" are questions: a noun before another noun is not what it is of.
    """
    return any(_names(_PURPOSE.split(line)[0], thing) for line in text.split("\n"))


def _names(text: str, thing: str) -> bool:
    words = re.findall(r"\w+|[^\w\s]", f"{text.lower()}.")
    return any(
        (stem(word) == thing and not _is_content(after)) or _is_other_form(word, thing)
        for word, after in pairwise(words)
    )


def _is_content(word: str) -> bool:
    """Whether a word is a noun's, as far as its ending tells: "covering" and "agreed" are not."""
    return word.isalpha() and word not in STOP_WORDS and not word.endswith(("ing", "ed"))


def _is_other_form(word: str, thing: str) -> bool:
    """Whether a word is of the same root in another form: "recruit" for recruitment."""
    return (
        stem(word) != thing
        and len(word) >= LIKE_LETTERS
        and word[:LIKE_LETTERS] == thing[:LIKE_LETTERS]
    )
