"""Passages on their way to the encoder, each with the figures and decisions quoted from it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Place
from matters_arising.corpus.passage import Passage
from matters_arising.index.encoder.part import Part, Whole
from matters_arising.index.passage import PARTS, embedded_text


@dataclass(frozen=True, slots=True)
class Family:
    """A passage, and those that are part of it."""

    whole: Held[Passage]
    parts: tuple[Held[Passage], ...] = ()

    @property
    def passages(self) -> tuple[Held[Passage], ...]:
        """All of them, the whole first."""
        return (self.whole, *self.parts)

    @property
    def said(self) -> Whole:
        """What the encoder reads of them."""
        parts = (Part(embedded_text(part.record), part.record.text) for part in self.parts)
        return Whole(embedded_text(self.whole.record), tuple(parts))


def batch_families(passages: Iterable[Held[Passage]], *, most: int) -> Iterator[list[Family]]:
    """All passages in families, some `most` passages at a time; each paper's come together.

    A family is never parted: its parts are encoded with it, whatever else there is to encode.
    """
    batch: list[Family] = []
    size = 0
    for _, paper in groupby(passages, key=lambda one: one.paper.id):
        for family in gather_families(tuple(paper)):
            if batch and size + len(family.passages) > most:
                yield batch
                batch, size = [], 0
            batch.append(family)
            size += len(family.passages)
    if batch:
        yield batch


def gather_families(passages: Sequence[Held[Passage]]) -> Iterator[Family]:
    """The passages of one paper, each figure and decision with the passage it is quoted from.

    One that is quoted from none is a family of its own.
    """
    wholes = [one for one in passages if one.record.kind not in PARTS]
    find_whole = _Sources(wholes).find
    parts = defaultdict[int | None, list[Held[Passage]]](list)
    for one in passages:
        if one.record.kind in PARTS:
            parts[find_whole(one.record)].append(one)
    for whole in wholes:
        yield Family(whole, tuple(parts[whole.id]))
    yield from map(Family, parts[None])


class _Sources:
    """What figures and decisions of a paper are quoted from, by the page it stands on."""

    def __init__(self, wholes: Iterable[Held[Passage]]) -> None:
        self._on_page = defaultdict[tuple[int, int], list[_Source]](list)
        for whole in wholes:
            source = _Source(whole.id, _plain(embedded_text(whole.record)), whole.record.places)
            for page in _pages(whole.record):
                self._on_page[page].append(source)

    def find(self, part: Passage) -> int | None:
        """The id of the passage that holds a part's words, at its places rather than beside."""
        quote, places = _plain(part.text), frozenset(part.places)
        near = chain.from_iterable(self._on_page[page] for page in _pages(part))
        holding = (source for source in near if quote in source.text)
        best = min(holding, key=lambda source: (source.distance(places), source.id), default=None)
        return best.id if best else None


@dataclass(frozen=True, slots=True)
class _Source:
    """A passage by its id: its words as the encoder reads them, and where they stand."""

    id: int
    text: str
    places: tuple[Place, ...]

    def distance(self, places: frozenset[Place]) -> int:
        """0 where it has all of some places, 1 where it has one of them, 2 where it has none."""
        if places.issubset(self.places):
            return 0
        return 2 if places.isdisjoint(self.places) else 1


def _pages(passage: Passage) -> Iterable[tuple[int, int]]:
    """The report and the number of each page that a passage stands on."""
    return dict.fromkeys((passage.report, place.page) for place in passage.places)


def _plain(text: str) -> str:
    return " ".join(text.split())
