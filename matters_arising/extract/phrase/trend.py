"""Which way a figure moved, by the words that say so."""

import re

UP = (
    r"increas\w*|improv\w*|ris(?:e|es|en|ing)|rose|grow\w*|grew|climb\w*"
    r"|(?:went|going|gone|goes) up|up(?= from)"
)
DOWN = (
    r"decreas\w*|reduc\w*|fall(?:s|en|ing)?|fell|drop\w*|declin\w*|lower(?:ed|ing)"
    r"|(?:went|going|gone|goes|came|come) down|down(?= from)"
)
_MOVES = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
_STEMS = (
    *("increas", "improv", "ris", "rose", "grow", "grew", "climb", "up", "ranged"),
    *("decreas", "reduc", "fall", "fell", "drop", "declin", "lower", "down"),
)
"""One of these is in every text that tells of a movement, and is quicker to look for."""
_NO_MOVE = re.compile(
    r"\b(?:requir\w+|needs?|needing|for|of|further)\s+(?:\w+\s+)?improv\w+"
    r"|\bimprovement (?:plan|programme|board|activity|journey|work)\w*",
    re.IGNORECASE,
)
"""Talk of improvement that reports none."""


_QUALIFIES = re.compile(
    r"(?:ed|ing)\s+(?!(?:from|to|by|with|up|down|in|on|over|since|and|for|the|this|back|at|as|of"
    r"|slightly|significantly|further|again|but|or|between|during|\w+ly)\b)[a-z]",
    re.IGNORECASE,
)
"""A participle before its noun, "improved outcomes", which tells of no movement here."""


def may_move(text: str) -> bool:
    """Whether a text may tell of a movement: where it does not, none of its words need be read."""
    lowered = text.lower()
    return any(stem in lowered for stem in _STEMS)


def find_moves(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every word that says a figure moved: `increase` or `decrease`, with start and end."""
    if not may_move(text):
        return ()
    silent = [match.span() for match in _NO_MOVE.finditer(text)]
    return tuple(
        ("increase" if match["up"] else "decrease", match.start(), match.end())
        for match in _MOVES.finditer(text)
        if not any(start <= match.start() < end for start, end in silent)
        and not _QUALIFIES.match(
            text, match.end() - (2 if text[match.end() - 2 :][:2] == "ed" else 3)
        )
    )
