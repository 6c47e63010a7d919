"""What kind of thing a question asks for by a noun: "value of the contract", "which two members".

Questions typed as a few words have no "how much" or "when"; their first noun says what is
wanted. A noun that might as well be the subject ("priorities for 2020") says nothing.
"""

import re

from matters_arising.extract.phrase.lexicon import lexicon

_OF_MONEY = lexicon(
    "value income price prices fee fees fare fares cost costs revenue savings deficit shortfall",
    "overspend underspend spend rent fine fines payment payments allowance reserves debt loan",
    "profit subsidy wage wages charge charges bill takings proceeds",
)
_OF_DATE = lexicon("date dates deadline deadlines")
_OF_PERSON = lexicon(
    "person member members councillor councillors governor governors teacher teachers trustee",
    "trustees speaker speakers applicant applicants inspector inspectors winner winners",
)
_OF_COUNT = lexicon(
    "accidents adoptions admissions appeals applicants applications arrests attendees assaults",
    "births breaches casualties collisions complaints compliments crimes deaths drownings",
    "enquiries evictions exclusions fires incidents injuries inspections jobs objections",
    "objectors offences openings permits places pupils redundancies referrals rescues",
    "respondents responses signatures starters suspensions vacancies views visitors visits",
    "volunteers votes houses flats beds trees households turnout headcount",
)
"""What is counted far more often than it is spoken of."""

_KINDS = (
    ("a sum of money", _OF_MONEY),
    ("a date", _OF_DATE),
    ("a name", _OF_PERSON),
    ("a number", _OF_COUNT),
)
_WH = re.compile(
    r"\b(?:which|what)\s+(?:(?:of the|the|our|two|three|four|five|other|new|\d+)\s+)*"
    r"((?:(?!(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would|should|of|for|in|on"
    r"|at|by)\b)[a-z-]+\s*){1,3})"
)
_ASKS_OTHERWISE = re.compile(
    r"^\W*(?:how|who|whose|when|where|why|is|are|was|were|did|do|does|has|have|had|can|could"
    r"|will|would|should|list|show|tell|any|anything|everything|all)\b"
)
_NAME_ENDS = re.compile(
    r"\s(?:of|for|from|in|on|at|by|to|with|about|against|during|since|between|made|held|offered"
    r"|given|received|put|taken|this|last|next|and|so|per|under|over|within)\b|[,;:?–-]\s|\W*$"
)

LONGEST = 5
"""Words before the first preposition of a question typed as a few words."""


def kind_of_noun(question: str) -> str | None:
    """The kind of fact asked for by a noun; None where it is not said so."""
    text = question.lower()
    if asked := _WH.search(text):
        words = asked[1].split()
        return next((kind for kind, nouns in _KINDS[:3] for word in words if word in nouns), None)
    if _ASKS_OTHERWISE.match(text):
        return None
    first = re.findall(r"[a-z'’]+", _NAME_ENDS.split(text, maxsplit=1)[0])
    if not 0 < len(first) <= LONGEST:
        return None
    return next((kind for kind, nouns in _KINDS if first[-1] in nouns), None)
