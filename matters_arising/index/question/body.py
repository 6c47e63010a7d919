"""The body that a question names: it says where to look, and is no subject of its own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matters_arising.index.question.cue import SAID_OTHERWISE
from matters_arising.index.word.term import stem, stems

_KINDS = stems("committee cabinet panel board body governors scrutiny")
_COMMON = stems("committee panel board body")
"""Words that tell no body from another."""
_SMALL = frozenset({"and", "of", "the", "for"})
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body as the papers call it, and the stems of the words that a question names it by."""

    name: str
    words: frozenset[str]

    def may_be(self, committee: str | None) -> bool:
        """Whether a report of a committee, so printed, can be of this body; yes for none."""
        telling = self.words - _COMMON or self.words
        return not committee or not telling.isdisjoint(stems(committee))


def find_body(
    text: str, committees: Iterable[str], glosses: Iterable[tuple[str, str]]
) -> NamedBody | None:
    """The body that a text names by two words or more, or by a short form; None for none."""
    said = _words(text)
    shorts = {short: _words(long) for short, long in glosses}
    best: NamedBody | None = None
    for name in committees:
        own = _own_words(name)
        named = _longest_run(said, own) | {s for s in said if _is_short_for(s, shorts, own)}
        if best is None or len(named) > len(best.words):
            best = NamedBody(name, named)
    return best if best is not None and best.words else None


@lru_cache(maxsize=5_000)
def _own_words(name: str) -> frozenset[str]:
    """The stems of a body's name: each question looks at every body's."""
    return frozenset(_words(name)) - _SMALL


def _words(text: str) -> list[str]:
    typed = re.findall(r"[a-z]+", re.sub("['’]", "", text.lower()))
    return [stem(SAID_OTHERWISE.get(word, word)) for word in typed]


def _longest_run(said: Sequence[str], own: frozenset[str]) -> frozenset[str]:
    """The longest run of a body's words, the kind of body among them; empty for less than two."""
    best: list[str] = []
    run: list[str] = []
    for word in (*said, ""):
        if word in own:
            run.append(word)
        elif word not in _SMALL or not run:
            if len(run) > len(best) and not _KINDS.isdisjoint(run):
                best = run
            run = []
    return frozenset(best) if len(best) >= _FEWEST_WORDS else frozenset()


def _is_short_for(word: str, shorts: dict[str, list[str]], own: frozenset[str]) -> bool:
    return word in shorts and bool(shorts[word]) and set(shorts[word]) <= own
