"""How much words and owners tell: the fewer of a library's actions have one, the more."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matters_arising.index.thread.entry import Entry


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much words and owners tell, by how few of the library's wordings have them.

    `words` are weights, `wordings` what the words of each wording weigh together: whole
    thousandths, whose sums do not hang on their order. `owners` go from 0 to 1.
    """

    words: Mapping[str, int]
    wordings: Mapping[str, int]
    owners: Mapping[str, float]

    def weigh(self, words: Iterable[str]) -> int:
        """The weight of some words together."""
        return sum(map(self.words.__getitem__, words))

    def by_rarity(self, words: Iterable[str]) -> list[str]:
        """Words in order, the most telling first."""
        return sorted(words, key=lambda word: (-self.words[word], word))


def count_rarity(entries: Iterable[Entry]) -> Rarity:
    """Weigh words and owners, counting each wording once, however many issues repeat it."""
    everything = tuple(entries)
    wordings = {entry.text: entry.words for entry in everything}
    counts = Counter(word for has in wordings.values() for word in has)
    words = {w: round(1000 * math.log(1 + len(wordings) / n)) for w, n in counts.items()}
    # One wording passes from owner to owner: each of them has it once.
    owned = {(entry.text, owner) for entry in everything for owner in entry.owners}
    owners = Counter(owner for _, owner in owned)
    return Rarity(
        words,
        {text: sum(map(words.__getitem__, has)) for text, has in wordings.items()},
        {owner: 1 / math.sqrt(count) for owner, count in owners.items()},
    )


def wording_likeness(one: Entry, other: Entry, rarity: Rarity) -> float:
    """How alike two wordings are, from 0 to 1, rare words counting most."""
    if one.text == other.text:
        return 1.0
    shared = rarity.weigh(one.words & other.words)
    if not shared:
        return 0.0
    mine, theirs = rarity.wordings[one.text], rarity.wordings[other.text]
    # A wording that was cut short or added to holds, or is held by, the other.
    return 0.6 * 2 * shared / (mine + theirs) + 0.4 * shared / min(mine, theirs)
