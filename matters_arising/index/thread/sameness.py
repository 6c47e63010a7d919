"""Are two entries of different issues the same action? The evidence, weighed."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from matters_arising.corpus.catalogue.condition import DONE
from matters_arising.extract.phrase.date import find_dates
from matters_arising.index.thread.entry import Entry

NEAR_IDENTICAL = 0.85
"""Wordings this like each other are taken for one wording, lightly edited."""

ALIKE = 0.35
"""Less likeness than this is what two actions of one plan have by chance."""

# Evidence in log-odds. Chosen on the bundled sample and on generated plans: see
# benchmarks/plans, which prints what they give.
_BEFORE = -5.0
_WORDING = 8.0
_SAME_WORDING = 1.5
_UNRIVALLED = 1.5
_SAME_REF = 1.0
_SAME_STABLE_REF = 3.0
_OTHER_REF = -1.0
_OTHER_DATED_REF = -5.0
_SAME_SECTION = 0.5
_SAME_OWNER = 0.4
_RARE_OWNER = 1.4
_OTHER_OWNER = -1.0
_SAME_DUE = 0.7
_MOVED_DUE = 1.5
_CARRIED = 0.5
_SWAPPED = -2.5
_WAS_DONE = -1.5
_ONLY_REF = -1.5
_A_SKIPPED_ISSUE = -0.7
_MOST_SKIPPED = 2

_MOST_SWAPPED = 2
_FAR = 0.15
_ROUTINE = 5
"""Fewer words than this, "Minutes to website", come back by chance."""


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
    wordings = {entry.text: entry for entry in entries}
    counts = Counter(word for entry in wordings.values() for word in entry.words)
    words = {w: round(1000 * math.log(1 + len(wordings) / n)) for w, n in counts.items()}
    owners = Counter(owner for entry in wordings.values() for owner in entry.owners)
    return Rarity(
        words,
        {text: sum(words[word] for word in entry.words) for text, entry in wordings.items()},
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


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of two entries before the rest of their evidence is weighed.

    `likeness` is that of their wordings; `stable` is how far refs stayed with their actions
    between the two issues, from 0 to 1; `rival` is the likeness of the next best partner
    that either could have; `skipped` how many issues of the plan lie between.
    """

    likeness: float
    stable: float
    rival: float = 0.0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence that two entries are the same action: log-odds, and why in plain words."""

    odds: float
    why: str

    @property
    def sure(self) -> float:
        """The same as a probability."""
        return round(1 / (1 + math.exp(-self.odds)), 4)


def weigh_pair(one: Entry, other: Entry, setting: Setting, rarity: Rarity) -> Weighed:
    """Weigh all evidence that `other`, in a later issue, is the action that `one` was."""
    found = [
        *_weigh_wording(one, setting),
        *_weigh_refs(one, other, setting),
        *_weigh_owners(one, other, rarity),
        *_weigh_dates(one, other),
        *_weigh_course(one, other),
        *_weigh_frame(one, other, setting),
    ]
    return Weighed(math.fsum(odds for odds, _ in found), "; ".join(why for _, why in found if why))


_Evidence = Iterator[tuple[float, str]]


def _weigh_wording(one: Entry, setting: Setting) -> _Evidence:
    odds = _BEFORE + _WORDING * setting.likeness
    if setting.likeness < 1.0:
        yield odds, f"wording {setting.likeness:.0%} alike"
    else:
        yield odds + (_SAME_WORDING if len(one.words) >= _ROUTINE else 0.0), "same wording"
    if setting.likeness >= ALIKE and setting.likeness - setting.rival >= _FAR:
        yield _UNRIVALLED, "no other wording is near"


def _weigh_refs(one: Entry, other: Entry, setting: Setting) -> _Evidence:
    if one.ref is None or other.ref is None:
        return
    if one.ref == other.ref:
        yield _SAME_REF + _SAME_STABLE_REF * setting.stable, f"same ref {other.action.ref}"
        if setting.likeness < ALIKE and not one.owners & other.owners:
            yield _ONLY_REF, "little else agrees"
        return
    moved = f"ref {one.action.ref} became {other.action.ref}"
    if one.has_dated_ref and other.has_dated_ref:
        yield _OTHER_DATED_REF, moved
    else:
        yield _OTHER_REF * setting.stable, moved
    if setting.likeness < 1.0 and _is_swapped(one, other):
        yield _SWAPPED, "some words stand in place of others"


def _is_swapped(one: Entry, other: Entry) -> bool:
    """Whether a few words were put in place of as many others: "Review X" beside "Review Y"."""
    return 1 <= len(one.words - other.words) == len(other.words - one.words) <= _MOST_SWAPPED


def _weigh_owners(one: Entry, other: Entry, rarity: Rarity) -> _Evidence:
    if not one.owners or not other.owners:
        return
    shared = one.owners & other.owners
    if shared:
        yield _SAME_OWNER + _RARE_OWNER * max(map(rarity.owners.__getitem__, shared)), "same owner"
    else:
        yield _OTHER_OWNER, "another owner"


def _weigh_dates(one: Entry, other: Entry) -> _Evidence:
    before = {line.record.due_date for line in one.lines} - {None}
    after = {line.record.due_date for line in other.lines} - {None}
    if before & after:
        yield _SAME_DUE, "same due date"
    elif before & _earlier_dates(other):
        yield _MOVED_DUE, "it names the due date it had before"


def _earlier_dates(entry: Entry) -> set[str | None]:
    """Dates that a due cell prints beside the date that counts: "June 2023 (was May 2022)"."""
    return {
        date
        for line in entry.lines
        for date in _dates_in(line.record.due_text or "")
        if date != line.record.due_date
    }


@lru_cache(maxsize=20_000)
def _dates_in(text: str) -> tuple[str, ...]:
    return tuple(date.value for date in find_dates(" ".join(text.split())))


def _weigh_course(one: Entry, other: Entry) -> _Evidence:
    if is_carried(one):
        yield _CARRIED, "it was to be carried over"
    if is_done(one) and not is_done(other) and other.action.status:
        yield _WAS_DONE, "it was done before"


def is_done(entry: Entry) -> bool:
    """Whether the paper says that every line of it is done."""
    return all(line.record.status in DONE for line in entry.lines)


def _weigh_frame(one: Entry, other: Entry, setting: Setting) -> _Evidence:
    if one.action.section and one.action.section == other.action.section:
        yield _SAME_SECTION, "same section"
    if setting.skipped:
        yield _A_SKIPPED_ISSUE * min(setting.skipped, _MOST_SKIPPED), "not in the issue between"


def is_carried(entry: Entry) -> bool:
    """Whether the paper says that the action goes on elsewhere."""
    return any(line.record.status == "carried_over" for line in entry.lines)
