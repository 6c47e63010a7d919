"""The actions that hang together with some papers, without reading the rest of the library."""

from collections.abc import Collection

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action


def actions_through(catalogue: Catalogue, papers: Collection[str]) -> tuple[Held[Action], ...]:
    """Every report, in whatever paper, of the actions that papers list, by name or id."""
    listed = catalogue.actions(ActionFilter(scope=Filter(papers=tuple(papers))))
    return actions_of(catalogue, {held.thread for held in listed if held.thread}) if papers else ()


def actions_of(catalogue: Catalogue, threads: Collection[str]) -> tuple[Held[Action], ...]:
    """Every report of some threads, by their names."""
    return catalogue.actions(ActionFilter(threads=tuple(threads)))


def actions_around(catalogue: Catalogue, paper: str) -> tuple[Held[Action], ...]:
    """Every report of all papers that share actions with a paper, or with one that does."""
    found: tuple[Held[Action], ...] = ()
    known: set[str] = set()
    reached = {paper}
    while reached - known:
        known |= reached
        found = actions_through(catalogue, known)
        reached = {held.paper.id for held in found}
    return found
