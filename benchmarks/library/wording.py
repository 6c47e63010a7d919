"""Words permuted, so that no two invented passages are alike and rare words stay rare."""

from random import Random

SWAPPED = 0.3
"""The share of a text's words that give way to a word drawn from the whole source."""

SWAPPED_IN_PLANS, REWORDED = 0.6, 0.05
"""The same for an action: between its plan and the source, and between two of the plan's
issues. Two plans' actions are then as unlike as those of two councils."""

JOINED = 0.05
"""The share of drawn words that are joined of two: names, refs and slips of the pen, which
make most of the different words of a real library and stand in few passages each."""

_PLACES = ("Ash", "Bram", "Cold", "Dun", "Elm", "Fern", "Hart", "Kings", "Lang", "Mill", "Thorn")
_ENDINGS = ("brook", "bury", "field", "ford", "ham", "ley", "mere", "stead", "ton", "wick")
_BOARDS = ("Scrutiny Committee", "Improvement Board", "Cabinet", "Corporate Parenting Panel")


def permute(text: str, words: tuple[str, ...], rng: Random, *, swapped: float = SWAPPED) -> str:
    """A text of as many words: some swapped for others of `words`, digits for other digits."""
    said = (_swap(word, words, rng, swapped) for word in text.split(" "))
    return " ".join(word if word.isalpha() else _other_digits(word, rng) for word in said)


def reword(text: str, words: tuple[str, ...], rng: Random) -> str:
    """A text lightly edited, as from one issue of a plan to the next."""
    return " ".join(_swap(word, words, rng, REWORDED) for word in text.split(" "))


def _swap(word: str, words: tuple[str, ...], rng: Random, swapped: float) -> str:
    chance = rng.random()
    if chance < swapped * JOINED:
        one, other = rng.choice(words), rng.choice(words)
        return one[: len(one) // 2] + other[len(other) // 2 :]
    return rng.choice(words) if chance < swapped else word


def _other_digits(text: str, rng: Random) -> str:
    return "".join(rng.choice("0123456789") if c.isdigit() else c for c in text)


def permute_ref(ref: str | None, rng: Random) -> str | None:
    """A ref of the same shape."""
    return ref and _other_digits(ref, rng)


def invent_place(rng: Random) -> str:
    """One of 110 places that are not on the map."""
    return rng.choice(_PLACES) + rng.choice(_ENDINGS)


def invent_board(rng: Random) -> str:
    """A body of councillors."""
    return rng.choice(_BOARDS)
