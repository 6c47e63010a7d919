"""Going through one series of issues: which action of each goes on which before it."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from matters_arising.corpus.thread import ThreadLink
from matters_arising.index.thread.choice import Candidate, choose
from matters_arising.index.thread.entry import Entry
from matters_arising.index.thread.plan import Series, are_namesakes, is_explicit
from matters_arising.index.thread.rarity import Rarity, wording_likeness
from matters_arising.index.thread.sameness import Setting, weigh_pair

_ENOUGH = 40
"""An action is compared with about so many that share a ref or a rare word with it, and no
more: the comparisons grow as the actions do."""

_UNLIKE = 0.2
"""Wordings less like each other are not joined without a common ref, whatever else agrees."""

_STEADY = 0.75
"""Wordings this like each other show whether refs stay with their actions."""


@dataclass(slots=True)
class Chain:
    """One action through the issues seen so far; `issue` is where it stood last."""

    entries: list[Entry]
    issue: int

    @property
    def head(self) -> Entry:
        """Its last report."""
        return self.entries[-1]


@dataclass(frozen=True, slots=True)
class _Near:
    """A chain and an entry, by position, that are alike enough to look at closely."""

    chain: int
    entry: int
    one: Entry
    other: Entry
    likeness: float


@dataclass(frozen=True, slots=True)
class _Heads:
    """Chains, ascending, by each ref, wording and word of their heads.

    Kept from issue to issue: listing all chains anew for each took the square of the issues.
    """

    listed: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def last(self, key: str, most: int) -> list[int]:
        """The last so many chains whose heads have it."""
        return self.listed[key][-most:] if key in self.listed else []

    def add(self, number: int, head: Entry) -> None:
        for key in _keys(head, head.words):
            insort(self.listed[key], number)

    def remove(self, number: int, head: Entry) -> None:
        for key in _keys(head, head.words):
            numbers = self.listed[key]
            del numbers[bisect_left(numbers, number)]


@dataclass(slots=True)
class Joiner:
    """Takes the issues of a series one after another; `chains` grow as it goes."""

    series: Series
    rarity: Rarity
    chains: list[Chain] = field(default_factory=list)
    heads: _Heads = field(default_factory=_Heads)
    dates: dict[int, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Note the dates of each plan's issues, each once, oldest first."""
        self.dates = defaultdict(list)
        for plan, issue in zip(self.series.plans, self.series.issues, strict=True):
            if issue.date not in self.dates[plan][-1:]:
                self.dates[plan].append(issue.date)

    def join_all(self) -> Iterator[ThreadLink]:
        """Make the chains; gives every link made, and those that are only possible."""
        for number, issue in enumerate(self.series.issues):
            candidates = list(self._candidates(number))
            choice = choose(candidates, len(issue.entries))
            yield from (self._link(number, c, joined=True) for c in choice.joined)
            yield from (self._link(number, c, joined=False) for c in choice.possible)
            self._extend(number, choice.joined)

    def _candidates(self, number: int) -> Iterator[Candidate]:
        entries = self.series.issues[number].entries
        near = list(self._near(entries))
        stable = _stability(near)
        rivals = _rivals(near)
        for pair in near:
            if self._may_join(pair, number):
                skipped = self._skipped(self.chains[pair.chain].issue, number)
                rival = max(rivals[0, pair.chain].beside(pair), rivals[1, pair.entry].beside(pair))
                setting = Setting(pair.likeness, stable, rival, skipped)
                weighed = weigh_pair(pair.one, pair.other, setting, self.rarity)
                yield Candidate(pair.chain, pair.entry, weighed)

    def _near(self, entries: Sequence[Entry]) -> Iterator[_Near]:
        """Chains and entries that share a ref, a wording or a word that few have."""
        for position, entry in enumerate(entries):
            for number in sorted(self._sharing(entry)):
                head = self.chains[number].head
                likeness = wording_likeness(head, entry, self.rarity)
                if likeness >= _UNLIKE or (entry.ref is not None and entry.ref == head.ref):
                    yield _Near(number, position, head, entry, likeness)

    def _sharing(self, entry: Entry) -> set[int]:
        """Chains that share something with an entry, sought by its rarest words first."""
        found: set[int] = set()
        for key in _keys(entry, self.rarity.by_rarity(entry.words)):
            if len(found) >= _ENOUGH:
                break
            found.update(self.heads.last(key, _ENOUGH))
        return found

    def _may_join(self, pair: _Near, number: int) -> bool:
        """Within a plan likeness may join; elsewhere the entries must say so themselves."""
        before = self.chains[pair.chain].issue
        if self.series.plans[before] == self.series.plans[number]:
            return True
        issues = self.series.issues
        return is_explicit(pair.one, pair.other, pair.likeness) and are_namesakes(
            issues[before], issues[number]
        )

    def _skipped(self, earlier: int, later: int) -> int:
        """How many issues of the later one's plan lie between, drafts and finals as one."""
        issues = self.series.issues
        dates = self.dates[self.series.plans[later]]
        after = bisect_right(dates, issues[earlier].date)
        return max(0, bisect_left(dates, issues[later].date) - after)

    def _extend(self, number: int, chosen: Sequence[Candidate]) -> None:
        going_on = {candidate.entry: candidate.chain for candidate in chosen}
        for position, entry in enumerate(self.series.issues[number].entries):
            if position in going_on:
                at = going_on[position]
                chain = self.chains[at]
                self.heads.remove(at, chain.head)
                chain.entries.append(entry)
                chain.issue = number
            else:
                at = len(self.chains)
                self.chains.append(Chain([entry], number))
            self.heads.add(at, entry)

    def _link(self, number: int, candidate: Candidate, *, joined: bool) -> ThreadLink:
        earlier = self.chains[candidate.chain].head
        later = self.series.issues[number].entries[candidate.entry]
        weighed = candidate.weighed
        return ThreadLink(earlier.id, later.id, weighed.why, weighed.sure, joined)


def _keys(entry: Entry, words: Iterable[str]) -> Iterator[str]:
    yield f"wording {entry.text}"
    if entry.ref is not None:
        yield f"ref {entry.ref}"
    yield from words


def _stability(near: Iterable[_Near]) -> float:
    """How far refs stayed with their wordings; halfway where nothing shows it."""
    kept: dict[int, bool] = {}
    for pair in near:
        one, other = pair.one.ref, pair.other.ref
        if one and other and pair.likeness >= _STEADY:
            kept[pair.entry] = kept.get(pair.entry, False) or one == other
    return (sum(kept.values()) + 1) / (len(kept) + 2)


@dataclass(slots=True)
class _Best:
    """The two likeliest wordings that a chain or an entry is near to."""

    first: _Near
    second: float = 0.0

    def beside(self, pair: _Near) -> float:
        return self.second if pair is self.first else self.first.likeness


def _rivals(near: Iterable[_Near]) -> dict[tuple[int, int], _Best]:
    """The best of each chain, under 0 and its position, and of each entry, under 1."""
    best: dict[tuple[int, int], _Best] = {}
    for pair in near:
        for key in ((0, pair.chain), (1, pair.entry)):
            known = best.setdefault(key, _Best(pair))
            if pair is known.first:
                continue
            if pair.likeness > known.first.likeness:
                best[key] = _Best(pair, known.first.likeness)
            else:
                known.second = max(known.second, pair.likeness)
    return best
