"""Bare numbers before headings ("4 Lamps"), told from other figures by their sequence."""

import re
from collections.abc import Sequence

BARE = re.compile(r"^(?P<number>\d{1,2})\s+(?P<title>[A-Z(‘“'\"].*)", re.S)
PLAIN = re.compile(r"^(?P<number>\d{1,2})[.)]?$")

Numbered = tuple[str | None, str]
"""A heading's number as it is punctuated in the paper, if it is, and its title."""


def number_headings(headings: Sequence[Numbered]) -> list[Numbered]:
    """The headings of a report, a figure that opens a title made its number.

    It is one where it goes on from the number before, or where the next number goes on
    from it: so "10 Downing Street" and "12 Months On" keep their words.
    """
    numbered: list[Numbered] = []
    last = 0
    for position, (number, title) in enumerate(headings):
        bare = None if number else BARE.match(title)
        if bare and _goes_on(int(bare["number"]), last, headings[position + 1 :]):
            number, title = bare["number"], bare["title"]
        if number and (plain := PLAIN.match(number)):
            last = int(plain["number"])
        numbered.append((number, title))
    return numbered


def _goes_on(number: int, last: int, following: Sequence[Numbered]) -> bool:
    others = (found for _, title in following if (found := BARE.match(title)))
    after = next((int(found["number"]) for found in others), None)
    return after == number + 1 or (last > 0 and number == last + 1)
