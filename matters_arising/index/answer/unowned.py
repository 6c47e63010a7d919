"""Owners that no action has, and what is said of them."""

from collections.abc import Sequence

from matters_arising.corpus.held import Vocabulary
from matters_arising.extract.phrase.owner import canonical_owner
from matters_arising.index.answer.say import and_list
from matters_arising.index.question.owner import owner_of_list
from matters_arising.index.word.term import stems

NEAREST = 3
"""Owners that are named beside the one that is not held."""


def owner_unheld(text: str, vocabulary: Vocabulary) -> str | None:
    """The owner whose actions are asked for, where no owner of the papers is called so.

    An owner is held whose title has all the words asked for, or whose initials they have.
    """
    owner = owner_of_list(text)
    if owner is None or not vocabulary.owners:
        return None
    asked = _words(owner, vocabulary)
    initials = "".join(word[0] for word in owner.split()).lower()
    held = any(asked <= _words(one, vocabulary) for one in vocabulary.owners)
    known = held or initials in {one.lower() for one in vocabulary.owners}
    return None if known or not asked else owner


def say_unowned(owner: str, vocabulary: Vocabulary) -> str:
    """That no action is held for an owner, and who is called most like it."""
    asked = _words(owner, vocabulary)
    shared = {one: len(asked & _words(one, vocabulary)) for one in vocabulary.owners}
    best = max(shared.values(), default=0)
    near = [one for one, count in shared.items() if count == best > 0][:NEAREST]
    said = f"The papers do not say: no action is held for “{owner}”."
    return f"{said} The nearest owners they name: {and_list(near)}." if near else said


def _words(owner: str, vocabulary: Vocabulary) -> frozenset[str]:
    spelt: Sequence[tuple[str, str]] = [
        pair
        for short, long in vocabulary.abbreviations
        for pair in ((short, long), (short.lower(), long))
    ]
    return stems(canonical_owner(owner, spelt))
