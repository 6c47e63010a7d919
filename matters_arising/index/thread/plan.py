"""Which issues are of one plan, and which only of one committee's run of papers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matters_arising.index.thread.entry import Entry, Issue
from matters_arising.index.thread.rarity import Rarity, wording_likeness
from matters_arising.index.thread.sameness import ALIKE, NEAR_IDENTICAL, is_carried

_NEIGHBOURS = 6
_SAME_WORDED_NEIGHBOURS = 16
"""Each entry is compared with so many before it that share a rare word, and no more: the
comparisons grow as the entries do."""

_TELLING_WORDS = 4
_REWORDED = 0.6

_SHARED_SHARE = 0.3
_SHARED_COUNT = 3
_SHARED_SHARE_OF_NAMESAKES = 0.2
_SHARED_COUNT_OF_NAMESAKES = 2
"""So much of the smaller issue stands in the larger where both are of one plan; less will do
where title or committee agree."""

_BESIDE_THE_BEST = 0.5
"""An issue that shares less than this part of what another issue shares is of another plan:
plans of one kind borrow each other's words."""

_TITLE_LIKENESS = 0.75


@dataclass(frozen=True, slots=True)
class Series:
    """Issues that belong together, oldest first, each with the number of its plan."""

    issues: tuple[Issue, ...]
    plans: tuple[int, ...]


def find_series(issues: Sequence[Issue], rarity: Rarity) -> tuple[Series, ...]:
    """The issues put together by what they share; an issue of no series stands alone."""
    agreed = _agreements(issues, rarity)
    same_plan = list(_pairs_of_one_plan(issues, agreed))
    plans = _join(len(issues), same_plan)
    linked = [pair for pair, shared in agreed.items() if shared.explicit]
    together = _join(len(issues), [*same_plan, *linked])
    members: dict[int, list[int]] = defaultdict(list)
    for number, series in enumerate(together):
        members[series].append(number)
    return tuple(
        Series(tuple(issues[n] for n in numbers), tuple(plans[n] for n in numbers))
        for numbers in members.values()
    )


def are_namesakes(one: Issue, other: Issue) -> bool:
    """Whether title or committee makes two issues likely to be of one run of papers."""
    if one.committee and other.committee and one.committee != other.committee:
        return False
    longest = max(len(one.title), len(other.title), 1)
    alike = len(one.title & other.title) >= _TITLE_LIKENESS * longest
    return alike or (bool(one.committee) and one.committee == other.committee)


def is_explicit(one: Entry, other: Entry, likeness: float) -> bool:
    """Whether two entries say themselves that they are one: no plan need vouch for them.

    A ref that bears its year is given once; an action that names the ref it had, or stands
    under "Matters arising", is an older one. Like words alone are no proof, for routine
    actions come back with every meeting.
    """
    if one.ref is not None and one.ref == other.ref:
        return likeness >= (ALIKE if one.has_dated_ref else NEAR_IDENTICAL)
    if one.ref is not None and one.ref in other.named_refs:
        return likeness >= ALIKE
    return (is_carried(one) or other.is_arising) and likeness >= NEAR_IDENTICAL


@dataclass(slots=True)
class _Shared:
    """The entries of two issues that have a partner in the other one."""

    earlier: set[int]
    later: set[int]
    explicit: bool = False

    @property
    def count(self) -> int:
        return min(len(self.earlier), len(self.later))


_Pair = tuple[int, int]


def _agreements(issues: Sequence[Issue], rarity: Rarity) -> dict[_Pair, _Shared]:
    agreed: dict[_Pair, _Shared] = {}
    for (a, i), (b, j) in _neighbours(issues, rarity):
        one, other = issues[a].entries[i], issues[b].entries[j]
        likeness = wording_likeness(one, other, rarity)
        explicit = is_explicit(one, other, likeness) and are_namesakes(issues[a], issues[b])
        if explicit or _agree(one, other, likeness):
            shared = agreed.setdefault((a, b), _Shared(set(), set()))
            shared.earlier.add(i)
            shared.later.add(j)
            shared.explicit = shared.explicit or explicit
    return agreed


def _agree(one: Entry, other: Entry, likeness: float) -> bool:
    if one.ref is not None and one.ref == other.ref:
        return likeness >= ALIKE
    return likeness >= _REWORDED and not (one.has_dated_ref and other.has_dated_ref)


def _neighbours(issues: Sequence[Issue], rarity: Rarity) -> set[tuple[_Pair, _Pair]]:
    """Pairs of entries of different issues that share something rare, each by its position."""
    listed: dict[tuple[str, ...], list[_Pair]] = defaultdict(list)
    found: set[tuple[_Pair, _Pair]] = set()
    for number, issue in enumerate(issues):
        for position, entry in enumerate(issue.entries):
            for key in _keys(issue, entry, rarity):
                most = _SAME_WORDED_NEIGHBOURS if key[0] == "wording" else _NEIGHBOURS
                before = (place for place in listed[key][-most:] if place[0] != number)
                found.update((place, (number, position)) for place in before)
                listed[key].append((number, position))
    return found


def _keys(issue: Issue, entry: Entry, rarity: Rarity) -> Iterator[tuple[str, ...]]:
    yield ("wording", entry.text)
    if entry.ref is not None:
        yield ("committee and ref", issue.committee, entry.ref)
    for word in rarity.by_rarity(entry.words)[:_TELLING_WORDS]:
        yield ("committee", issue.committee, word)
        if entry.ref is not None:
            yield ("ref", entry.ref, word)


def _pairs_of_one_plan(issues: Sequence[Issue], agreed: Mapping[_Pair, _Shared]) -> Iterator[_Pair]:
    shares = {
        (a, b): shared.count / min(len(issues[a].entries), len(issues[b].entries))
        for (a, b), shared in agreed.items()
    }
    best = [0.0] * len(issues)
    for (a, b), share in shares.items():
        if issues[a].date != issues[b].date:  # a draft and its final share all there is
            best[a], best[b] = max(best[a], share), max(best[b], share)
    for (a, b), share in shares.items():
        outdone = share < _BESIDE_THE_BEST * max(best[a], best[b])
        namesakes = are_namesakes(issues[a], issues[b])
        if not outdone and _is_enough(share, agreed[a, b].count, namesakes):
            yield a, b


def _is_enough(share: float, count: int, namesakes: bool) -> bool:
    if namesakes:
        return share >= _SHARED_SHARE_OF_NAMESAKES and count >= _SHARED_COUNT_OF_NAMESAKES
    return share >= _SHARED_SHARE and count >= _SHARED_COUNT


def _join(count: int, pairs: Iterable[_Pair]) -> list[int]:
    """For each of `count` things, the first of those it hangs together with."""
    first = list(range(count))

    def root(number: int) -> int:
        while first[number] != number:
            first[number] = first[first[number]]
            number = first[number]
        return number

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return [root(number) for number in range(count)]
