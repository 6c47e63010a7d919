"""Questions for what a word means."""

import re

from matters_arising.extract.phrase.lexicon import lexicon

_WHOSE = (
    re.compile(r"\bwhat (?:does|do|did|is|are)\s+(?P<term>.+?)\s+(?:means?|stands?|short)\b", re.I),
    re.compile(r"\b(?:meaning|definition|full (?:name|form)) of\s+(?P<term>.+)", re.I),
    re.compile(r"^(?:define|explain|spell out)\s+(?P<term>.+)", re.I),
    re.compile(r"^(?P<term>[\w&/ -]+?)\W+(?:meaning|definition|means? what|stands? for)\W*$", re.I),
    re.compile(r"^what(?:['’]?s| is| are| was)\s+(?P<term>(?:an?\s+)[\w&/'’ -]+?)\W*$", re.I),
    re.compile(
        r"\bwho (?:counts|qualifies|is counted|is classed|is treated) as\s+(?P<term>an?\s.+?)"
        r"(?= according\b| in\b| under\b|\W*$)",
        re.I,
    ),
    re.compile(r"^what(?:['’]?s| is| are)\s+(?P<term>(?:the\s+)?[A-Z][A-Za-z&/]*[A-Z]s?)\W*$"),
)
_DETERMINERS = re.compile(r"^(?:an?|the|by|term|abbreviation|acronym|letters|initials)\s+", re.I)
_MOST_WORDS = 5
_ASKED_OF = lexicon("name date reason status progress update position cost plan point latest")
"""What is asked of a thing, and is no thing itself."""


def find_meant(text: str) -> str | None:
    """The word or name whose meaning is asked for; None where something else is asked."""
    for form in _WHOSE:
        if found := form.search(text.strip()):
            term = found["term"].strip(" ?.,'\"“”‘’")
            while _DETERMINERS.match(term):
                term = _DETERMINERS.sub("", term, count=1)
            words = term.lower().split()
            if 0 < len(words) <= _MOST_WORDS and words[0] not in _ASKED_OF:
                return term
    return None
