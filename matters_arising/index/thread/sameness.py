"""Are two entries of different issues the same action? The evidence, weighed."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from matters_arising.corpus.catalogue.condition import DONE
from matters_arising.extract.phrase.date import find_dates
from matters_arising.index.thread.entry import Entry
from matters_arising.index.thread.opening import FEWEST_WORDS, has_same_opening
from matters_arising.index.thread.rarity import Rarity
from matters_arising.index.word.term import stems

NEAR_IDENTICAL = 0.85
"""Wordings this like each other are taken for one wording, lightly edited."""

ALIKE = 0.35
"""Less likeness than this is what two actions of one plan have by chance."""

_FAR_FROM_ALIKE = 0.25
_HARDLY_ALIKE = 0.6
"""With less likeness than these, a ref that stayed needs word of a carrying over, or an owner
who stayed."""

# Evidence in log-odds. Chosen on the bundled sample and on generated plans: see
# benchmarks/plans, which prints what they give.
_BEFORE = -5.0
_WORDING = 8.0
_SAME_WORDING = 1.5
_UNRIVALLED = 1.5
_SAME_OPENING = 1.5
_NOTHING_ELSE = -1.5
_TAKEN_UP = 3.0
_SET_ANEW = -12.0
_SAME_REF = 1.0
_SAME_STABLE_REF = 3.0
_OTHER_REF = -1.0
_OTHER_DATED_REF = -9.0
_NAMED_REF = 4.0
_SAME_SECTION = 0.5
_SAME_OWNER = 0.4
_RARE_OWNER = 1.4
_OTHER_OWNER = -1.0
_SAME_DUE = 0.7
_MOVED_DUE = 1.5
_CARRIED = 0.5
_SWAPPED = -2.5
_WAS_DONE = -1.5
_ONLY_REF = -3.0
_WORDED_ANEW = -1.5
_A_SKIPPED_ISSUE = -0.7
_MOST_SKIPPED = 2

_MOST_SWAPPED = 3
_FAR = 0.15
_TAKEN_UP_SHARE = 0.35
_TAKEN_UP_WORDS = 3
"""So much of a new wording stands in the old action and its update where the one grew out of
the other: "A strategy is written, inspectors are recruited" became "Inspectors to visit"."""
_ROUTINE = 5
"""Fewer words than this, "Minutes to website", come back by chance."""


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
        *_weigh_wording(one, other, setting),
        *_weigh_growth(one, other, setting, rarity),
        *_weigh_refs(one, other, setting),
        *_weigh_owners(one, other, rarity),
        *_weigh_dates(one, other),
        *_weigh_course(one, other),
        *_weigh_frame(one, other, setting),
        *_weigh_meetings(one, other),
        *_weigh_solitude(one, other, setting),
    ]
    return Weighed(math.fsum(odds for odds, _ in found), "; ".join(why for _, why in found if why))


_Evidence = Iterator[tuple[float, str]]


def _weigh_wording(one: Entry, other: Entry, setting: Setting) -> _Evidence:
    odds = _BEFORE + _WORDING * setting.likeness
    if setting.likeness < 1.0:
        yield odds, f"wording {setting.likeness:.0%} alike"
    else:
        yield odds + (_SAME_WORDING if len(one.words) >= _ROUTINE else 0.0), "same wording"
    if setting.likeness >= ALIKE and setting.likeness - setting.rival >= _FAR:
        yield _UNRIVALLED, "no other wording is near"
    # Two actions on one subject begin alike too, but seldom have one owner or one date.
    borne_out = one.owners & other.owners or _has_common_due(one, other)
    if borne_out and ALIKE <= setting.likeness < 1.0 and _begin_alike(one, other):
        yield _SAME_OPENING, "it begins the same"


def _begin_alike(one: Entry, other: Entry) -> bool:
    shared = len(one.words & other.words)  # cheap, and few where wordings are not alike
    return shared >= FEWEST_WORDS and has_same_opening(one.telling, other.telling)


def _weigh_growth(one: Entry, other: Entry, setting: Setting, rarity: Rarity) -> _Evidence:
    """What was done by then may be the ground that the action goes on from, in new words."""
    if setting.likeness >= ALIKE or not one.owners & other.owners:
        return
    told = stems(" ".join(line.record.update or "" for line in one.lines))
    taken = other.words & (one.words | told)
    share = rarity.weigh(taken) / max(rarity.wordings[other.text], 1)
    if len(taken) >= _TAKEN_UP_WORDS and taken & told - one.words and share >= _TAKEN_UP_SHARE:
        yield _TAKEN_UP, "it takes up what the update told"


def _weigh_refs(one: Entry, other: Entry, setting: Setting) -> _Evidence:
    if one.ref is None or other.ref is None:
        return
    if one.ref == other.ref:
        yield _SAME_REF + _SAME_STABLE_REF * setting.stable, f"same ref {other.action.ref}"
        if setting.likeness < _HARDLY_ALIKE and not one.owners & other.owners:
            yield _ONLY_REF, "little else agrees"
        elif setting.likeness < _FAR_FROM_ALIKE and not is_carried(one):
            yield _WORDED_ANEW, "worded anew"
        return
    moved = f"ref {one.action.ref} became {other.action.ref}"
    if one.ref in other.named_refs:
        yield _NAMED_REF, f"it names its earlier ref {one.action.ref}"
    elif one.has_dated_ref and other.has_dated_ref:
        yield _OTHER_DATED_REF, moved
    else:
        yield _OTHER_REF * setting.stable, moved
    if setting.likeness < 1.0 and _is_swapped(one, other):
        yield _SWAPPED, "some words stand in place of others"


def _is_swapped(one: Entry, other: Entry) -> bool:
    """Whether a few words were put in place of a few others: "Review X" beside "Review Y"."""
    gone, come = len(one.words - other.words), len(other.words - one.words)
    few = min(gone, come) > 0 and max(gone, come) <= _MOST_SWAPPED
    return few and not _begin_alike(one, other)


def _weigh_owners(one: Entry, other: Entry, rarity: Rarity) -> _Evidence:
    if not one.owners or not other.owners:
        return
    shared = one.owners & other.owners
    if shared:
        yield _SAME_OWNER + _RARE_OWNER * max(map(rarity.owners.__getitem__, shared)), "same owner"
    else:
        yield _OTHER_OWNER, "another owner"


def _weigh_dates(one: Entry, other: Entry) -> _Evidence:
    if _has_common_due(one, other):
        yield _SAME_DUE, "same due date"
    elif one.dues & _earlier_dates(other):
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


def _weigh_meetings(one: Entry, other: Entry) -> _Evidence:
    """Minutes set the like of an action anew at each meeting, unless they follow it up."""
    if not (one.is_minuted and other.is_minuted) or other.is_followed_up:
        return
    if one.lines[0].date == other.lines[0].date or _has_common_due(one, other):
        return
    if not (other.has_dated_ref and one.ref == other.ref):
        yield _SET_ANEW, "nothing says that the later meeting follows it up"


def _has_common_due(one: Entry, other: Entry) -> bool:
    return not one.dues.isdisjoint(other.dues)


def _weigh_solitude(one: Entry, other: Entry, setting: Setting) -> _Evidence:
    """Words alone, some of them put in place of others, are what two like actions share too."""
    if setting.likeness == 1.0 or one.owners & other.owners or _has_common_due(one, other):
        return
    replaced = one.words - other.words and other.words - one.words
    if replaced and one.ref != other.ref and not _begin_alike(one, other):
        yield _NOTHING_ELSE, "nothing but words agrees"


def is_carried(entry: Entry) -> bool:
    """Whether the paper says that the action goes on elsewhere."""
    return any(line.record.status == "carried_over" for line in entry.lines)
