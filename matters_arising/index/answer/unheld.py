"""Refs that no paper has, and what is said of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from matters_arising.index.answer.say import and_list
from matters_arising.index.question.cue import FAMILY

BEYOND = 10
"""A letter with a number so far past the end of its list is no ref of it: "S47"."""

_CODE = re.compile(r"(?!yr?\d|q\d)[a-z]{1,3}\d{1,3}|\d{1,2}(?![km]$)[a-z]")
"""What can only be a ref or some other code, in small letters: "2b", "r09"; "yr7" is a year."""

_LETTERED = re.compile(r"(?<![\w/.-])([A-Za-z])(\d{1,3})(?![\w/-])")
_QUARTER = re.compile(r"[qQ][1-4]")


def lettered_unheld(text: str, held: Iterable[str]) -> tuple[str, ...]:
    """Refs of one letter and a number, as "P13", that would stand in a list but do not.

    So short a form is taken for a ref only where the papers have a list of that letter.
    """
    numbers = [(ref[0].upper(), int(ref[1:])) for ref in held if _LETTERED.fullmatch(ref)]
    return tuple(
        match.group().upper()
        for match in _LETTERED.finditer(text)
        if not _QUARTER.fullmatch(match.group()) and _would_stand(match, numbers)
    )


def codes_unheld(unknown: Iterable[str]) -> tuple[str, ...]:
    """Of the words that no paper has, those that are codes: nothing else can be meant."""
    return tuple(word.upper() for word in unknown if _CODE.fullmatch(word))


def _would_stand(typed: re.Match[str], numbers: Sequence[tuple[str, int]]) -> bool:
    listed = [number for letter, number in numbers if letter == typed[1].upper()]
    asked = int(typed[2])
    return len(listed) >= FAMILY and asked not in listed and asked <= max(listed) + BEYOND


def say_unheld(refs: Sequence[str], held: Iterable[str]) -> str:
    """That no paper has an action of that ref, and which stand beside it."""
    kept = tuple(held)
    beside = list(dict.fromkeys(near for ref in refs for near in _neighbours(ref, kept)))
    said = f"The papers do not say: no action {and_list(list(refs))} stands in any of them."
    return f"{said} Beside it they have {and_list(beside)}." if beside else said


def _neighbours(ref: str, held: Iterable[str]) -> Iterator[str]:
    """The refs held that come just before and just after in the same list."""
    asked = _parts(ref)
    of_list = sorted((_parts(one), one) for one in set(held) if _is_of_list(_parts(one), asked))
    yield from [one for parts, one in of_list if parts < asked][-1:]
    yield from [one for parts, one in of_list if parts > asked][:1]


def _is_of_list(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two refs differ in their last part alone."""
    return len(one) > 1 and one[:-1] == other[:-1] and one[-1].isalpha() == other[-1].isalpha()


def _parts(ref: str) -> tuple[str, ...]:
    """The letters and numbers of a ref, so written that refs in order sort in order."""
    return tuple(
        part.zfill(6) if part.isdigit() else part for part in re.findall(r"\d+|[A-Z]+", ref.upper())
    )
