"""The action register narrowed to what became of actions, beside all else that is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.index.thread import fate

Sieve = Callable[[Sequence[Held[Action]]], tuple[Held[Action], ...]]

SIEVES: Mapping[str, Sieve] = {
    "vanished": fate.vanished,
    "slipped": fate.slipped,
    "owner_changed": fate.owner_changed,
    "reopened": fate.reopened,
    "contradictory": fate.contradictory,
}


@dataclass(frozen=True, slots=True)
class Fates:
    """What must all have become of an action.

    `names` are keys of SIEVES. `new_since` is a paper, by name or id, whose plan's later
    issues must have been the first to list it.
    """

    names: tuple[str, ...] = ()
    new_since: str | None = None


def find_actions(
    catalogue: Catalogue, asked: ActionFilter, fates: Fates
) -> tuple[Held[Action], ...]:
    """The actions that a filter and all the fates let through.

    Fates are judged by all papers until the end of the filter's scope. Each action is told
    by the reports that the first of its fates picks, in the order of SIEVES, newness last.
    """
    if fates == Fates():
        return catalogue.actions(asked)
    told = catalogue.actions(ActionFilter(scope=Filter(until=asked.scope.until)))
    first, *others = (sieve(told) for sieve in _sieves(catalogue, fates))
    threads = [{held.thread for held in found} for found in others]
    met = {held.id for held in first if all(held.thread in named for named in threads)}
    return tuple(held for held in catalogue.actions(asked) if held.id in met)


def _sieves(catalogue: Catalogue, fates: Fates) -> tuple[Sieve, ...]:
    named = tuple(sieve for name, sieve in SIEVES.items() if name in fates.names)
    if fates.new_since is None:
        return named
    return (*named, partial(fate.new_since, paper=catalogue.paper(fates.new_since).name))
