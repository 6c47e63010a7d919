"""Closed lists of words, written as plain text."""


def lexicon(*lines: str) -> frozenset[str]:
    """The words of the lines, set apart by spaces."""
    return frozenset(word for line in lines for word in line.split())


def any_of(*lines: str) -> str:
    """The words of the lines as alternatives of a regular expression, set apart by spaces."""
    return "(?:" + "|".join(word for line in lines for word in line.split()) + ")"
