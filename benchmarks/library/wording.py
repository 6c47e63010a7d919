"""Words permuted, so that no two invented passages are alike and rare words stay rare."""

from random import Random

SWAPPED = 0.3
"""The share of a text's words that give way to a word drawn from the whole source."""

JOINED = 0.05
"""The share of drawn words that are joined of two: names, refs and slips of the pen, which
make most of the different words of a real library and stand in few passages each."""

_PLACES = ("Ash", "Bram", "Cold", "Dun", "Elm", "Fern", "Hart", "Kings", "Lang", "Mill", "Thorn")
_ENDINGS = ("brook", "bury", "field", "ford", "ham", "ley", "mere", "stead", "ton", "wick")
_BOARDS = ("Scrutiny Committee", "Improvement Board", "Cabinet", "Corporate Parenting Panel")


def permute(text: str, words: tuple[str, ...], rng: Random) -> str:
    """A text of as many words: some swapped for others of `words`, digits for other digits."""
    return " ".join(_permute_word(word, words, rng) for word in text.split(" "))


def _permute_word(word: str, words: tuple[str, ...], rng: Random) -> str:
    chance = rng.random()
    if chance < SWAPPED * JOINED:
        one, other = rng.choice(words), rng.choice(words)
        return one[: len(one) // 2] + other[len(other) // 2 :]
    if chance < SWAPPED:
        return rng.choice(words)
    if word.isalpha():
        return word
    return "".join(rng.choice("0123456789") if c.isdigit() else c for c in word)


def permute_ref(ref: str | None, rng: Random) -> str | None:
    """A ref of the same shape."""
    return ref and "".join(rng.choice("0123456789") if c.isdigit() else c for c in ref)


def invent_place(rng: Random) -> str:
    """One of 110 places that are not on the map."""
    return rng.choice(_PLACES) + rng.choice(_ENDINGS)


def invent_board(rng: Random) -> str:
    """A body of councillors."""
    return rng.choice(_BOARDS)
