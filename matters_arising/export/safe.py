"""Text of papers made safe: the one place that decides what a terminal or a sheet may see.

A PDF can hold escape sequences that move the cursor or rename the window, and marks that
turn the reading order around; a spreadsheet runs a cell that begins like a formula.
"""

import re

_UNSAFE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters but the line feed, separators, turns of direction, what XML forbids."""

_FORMULA = ("=", "+", "-", "@")
_WIDE_FORMULA = ("\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The same signs at full width, which some spreadsheets read alike."""


def disarm_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula, nor XML for damage."""
    armed = text.lstrip().startswith(_FORMULA + _WIDE_FORMULA) or text.startswith(("\t", "\r"))
    return printable(f"'{text}" if armed else text)


def escape_json(text: str) -> str:
    """JSON text with its unsafe characters escaped, so that nothing of a value is lost."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def printable(text: str) -> str:
    """The text with a mark in place of each unsafe character; tabs become spaces."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))
