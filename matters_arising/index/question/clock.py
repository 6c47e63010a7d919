"""Times of day: how they are printed, and how a question asks when a meeting began or ended."""

import re

_HOUR, _MINUTES = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
_BEFORE = "|".join(
    rf"(?<=\b{word} )" for word in ("at", "from", "until", "by", "commenced", "closed", "ended")
)

CLOCK = (
    rf"(?<![£\d.]){_HOUR}(?:[.:]{_MINUTES})?\s?[ap]\.?m\b"
    rf"|(?<![£\d.]){_HOUR}:{_MINUTES}\b"
    rf"|(?:{_BEFORE})(?!(?:19|20)\d\d\b){_HOUR}[.:]?{_MINUTES}\b(?!-?\d|\s?(?:%|million\b|per\b))"
    r"|\bnoon\b|\bmidnight\b|\bo['’]clock\b"
)
"""A time of day as papers print it: "5.30 pm", "at 1834", "18:34"."""

BEGINS = r"\b(?:beg[aiu]n\w*|start\w*|commenc\w*|opened)\b"
ENDS = r"\b(?:end(?:s|ed|ing)?|clos(?:e[sd]?|ing)|finish\w*|complet\w+|conclud\w*|adjourn\w*)\b"
_SITTING = r"\b(?:committee|cttee|cabinet|panel|board|governors|council|scrutiny|meeting|session)\b"

CLOCK_ASKED = re.compile(
    rf"\bwhat time\b|\bwhen did\b(?=.*{_SITTING}).*(?:{BEGINS}|{ENDS}|\bopen\b)"
    r"(?: (?:on|in)\b[^,;]*\d)?\W*$",
    re.I,
)
"""How a time of day is asked for: a meeting that ended did so on a day that is known."""
