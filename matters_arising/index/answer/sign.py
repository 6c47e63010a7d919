"""The signs by which a text gives a kind of fact: a sum, a number, a date, a reason, a name."""

import re
from collections.abc import Callable

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.index.answer.person import names_person

Sign = Callable[[str], bool]

_TO_COME = re.compile(
    r"\b(?:will|(?:is|are|was|were|has|have) to(?= )|to be|planned|await\w*|to book|forthcoming"
    r"|scheduled|due to|in the process of|not (?:yet )?(?:been|be)|not yet|yet to)\b",
    re.I,
)
"""Words of what had not happened when they were written."""

TOLD = (
    r"\b(?:found|finds|findings?|show(?:s|ed|n)|concluded|identified|reveal(?:s|ed)|highlighted"
    r"|confirmed|judged|graded|reported|noted|results?|resulted|outcomes?|recommend\w+|agreed"
    r"|approved|decided|said|told|saw|felt|thought|praised|criticised|were|was|is|are|has|have"
    r"|had)\b"
)
REASON = (
    r"\b(?:because|due to|owing to|as a result|result(?:s|ed|ing)? (?:of|in|from)|in order to"
    r"|so that|so as to|reasons? (?:for|is|was|were|given|why)|caus\w+|therefore|following"
    r"|to (?:allow|enable|ensure|avoid|make|give|reduce|improve|meet|help)|in light of"
    r"|in response|given (?:the|that)"
    r"|(?:as|since) (?:he|she|they|it|there|this|these|the|we)|lack of|unable|shortage)\b"
)
RATING = (
    r"\b(?:outstanding|good|requires? improvement|inadequate|red|amber|green|rag|complete\w*"
    r"|delayed|on track|at risk|closed|on hold|grades?|rated|judged|satisfactory|likel\w+|high"
    r"|medium|low|level|score[ds]?)\b"
)
GRADE = (
    r"\b(?:outstanding|requires? improvement|inadequate|satisfactory|special measures)\b"
    r"|\b(?:is|are|was|were|as|be|remains?|rated|judged|graded) good\b|(?:^|[:–|] ?)good\b"
    r"|\bgrade [1-4a-e]\b"
)
PAID_FOR = (
    r"cost\w*|spen[dt]\w*|budget\w*|fees?|prices?|paid|amounts?|fund\w*|money"
    r"|sav(?:e|es|ing|ings)|charg\w+|worth|invest\w*|grants?"
)
MONEY = (
    r"£|\b(?:no|nil|any) (?:\w+ ){0,2}(?:costs?|spend\w*|budget|fees?|fund\w*|charge)\b"
    r"|\b\d[\d,.]* ?(?:pounds|pence|million|m|k)\b|\b(?:is|are|for|be) free\b"
    r"|cost[- ]neutral"
)
_NUMBER_WORD = any_of(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "hundreds? thousands? million none nobody no zero one twice half dozens?",
)
_NUMBER = re.compile(
    rf"(?<![\w£/.])(?<![A-Za-z]-)\d[\d,]*(?:\.\d+)?(?![\w/])(?!\.\d)|\d%|\b(?:{_NUMBER_WORD})\b"
    r"|^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|No|None)\b"
)
SPELL = r"minut\w+|hour\w*|da(?:y|ys|ily)|week\w*|fortnight\w*|month\w*|years?|year\w*"
_OFTEN = r"\b(?:hourly|daily|weekly|fortnightly|monthly|quarterly|(?:bi)?annual\w*|yearly|every)\b"
_NO_COUNT = re.compile(
    r"^\d{1,2}(?:\.\d{1,2})*[.)]? (?=(?-i:[A-Z]))|\b\d{1,2} ?(?:to|and|-|–) (?=\d{1,2} (?-i:[A-Z]))"
    r"|\b\d+ years? (?:of age|old)"
    r"|\bage[ds]?(?: of| up to| over| under| between)? \d+(?: ?(?:to|and|-|–) ?\d+)?"
    r"|\b(?:until|turn(?:ed|s)?|over|under) \d\d\b(?! [a-z])"
    r"|\b(?:q|quarter|year|phase|section|level|page|outcome|priority|stage|appendix|item|part"
    r"|table|paragraph|figure|step|objective|aim|goal|standard|grade|option|chapter|version"
    r"|tier|tranche|wave|clause|schedule|annex|volume) ?\d[\d.]*"
    rf"|\b(?:\d+|{_NUMBER_WORD})[ -](?:{SPELL})\b|\bno longer\b",
    re.I,
)
"""Numbers that number or date things, and do not count them."""
_RECURS, _HAS_SUM = re.compile(_OFTEN, re.I), re.compile(MONEY, re.I)
_PART_OF_YEAR = re.compile(
    r"\b\d{1,2}[.:]\d\d ?(?:[ap]m)?\b|\b\d{1,2} ?[ap]m\b|\bat \d{4}\b|\b\d{1,2} ?(?:st|nd|rd|th)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|asap|immediate\w*|ongoing"
    r"|monthly|weekly|quarterly|annual\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:in|by|until|since|from) may\b|\bmay 20\d\d",
    re.I,
)
_CALLED = re.compile(r"\b(?:named|called|known as|entitled)\b", re.I)
_PAY = re.compile(r"\b(?:salar\w+|wages?|pay|paid|earn\w*|remunerat\w+|per annum)\b", re.I)
NEAR_POST = 60
"""Characters between a post and the name of its holder."""


def said(pattern: str) -> Sign:
    """Whether a text says what a pattern matches, in capitals or not."""
    sign = re.compile(pattern, re.I)
    return lambda text: sign.search(text) is not None


def counts(text: str) -> bool:
    """Some number that counts: no date, no age, no number of a section."""
    bare = _NO_COUNT.sub(" ", text)
    for date in reversed(find_dates(bare)):
        bare = f"{bare[: date.start]} {bare[date.end :]}"
    return _NUMBER.search(bare) is not None


def is_dated(text: str) -> bool:
    """Whether a text has a date or some part of a year."""
    return bool(find_dates(text)) or _PART_OF_YEAR.search(text) is not None


def is_to_come(text: str) -> bool:
    """Whether the text speaks of what had not happened when it was written."""
    return _TO_COME.search(text) is not None


def beside(post: str, holds: Sign) -> Sign:
    """Whether a text has what `holds` tells of beside the post."""
    named = re.compile(rf"\b{post}", re.I)

    def given(text: str) -> bool:
        around = (
            (text[max(at.start() - NEAR_POST, 0) : at.start()], text[at.end() :][:NEAR_POST])
            for at in named.finditer(text)
        )
        return any(holds(" … ".join(sides)) for sides in around)

    return given


def names_or_calls(text: str) -> bool:
    """Whether a text names a person, or says how something is called."""
    return names_person(text) or _CALLED.search(text) is not None


def tells_pay(text: str) -> bool:
    """Whether a text tells what someone is paid."""
    return "£" in text and _PAY.search(text) is not None


def tells_length(text: str) -> bool:
    """Whether a text tells how long or how often."""
    return _NUMBER.search(text) is not None or _RECURS.search(text) is not None


def has_figure(text: str) -> bool:
    """Whether a text has some figure: a number that counts or a sum."""
    return counts(text) or _HAS_SUM.search(text) is not None
