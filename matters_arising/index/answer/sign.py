"""The signs by which a text gives a kind of fact: a sum, a number, a date, a reason, a name."""

import re
from collections.abc import Callable

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.extract.phrase.title import names_role
from matters_arising.index.answer.person import names_person
from matters_arising.index.question.cue import VOTE

Sign = Callable[[str], bool]

_TO_COME = re.compile(
    r"\b(?:will|(?:is|are|was|were|has|have) to(?= )|to be|planned|await\w*|to book|forthcoming"
    r"|scheduled|due to|in the process of|not (?:yet )?(?:been|be)|not yet|yet to"
    r"|being (?:produced|developed|drafted|designed|prepared|planned|arranged|organised|finalised"
    r"|commissioned|written|created|set up|carried out|undertaken)|becomes? available"
    r"|(?:questioned|queried|asked|timeline|timetable|date) (?:for|about|when|whether|if|the"
    r" (?:timeline|timetable|date)))\b",
)
"""Words of what had not happened when they were written, or was only asked about."""

_WAITS = re.compile(
    r"\b(?:once|after|when|upon|until|before|as soon as|at the (?:end|start)|each|every)\b", re.I
)
_MEANT = re.compile(r"\b(?:plan|hope|intend|expect|aim|propose|want)(?:s|ned|d|ed|ing)? to\b")
"""Words of what was meant to happen when they were written."""

_PAST = re.compile(r"\b(?:was|were|had|since|previous(?:ly)?|ago)\b", re.I)
_AIM = re.compile(
    r"\b(?:will|shall|should|would|at least|aims?|aiming|ambitions?|targets?|goals?|to reach"
    r"|wants?|hopes?|hoping|intends?|we['’]ll|success measures?|measures? of success"
    r"|what (?:good|success) (?:will )?looks? like)\b",
)
_REACHED = re.compile(
    r"\b(?:was|were|had|has|have(?! (?:at least|no more))|did|as (?:of|at)|currently|now"
    r"|to date|so far|rose|fell|increased|decreased|reduced|improved|remains?|stood|stands|achieved"
    r"|met|actual|against)\b",
)

TOLD = (
    r"\b(?:found|finds|findings?|show(?:s|ed|n)|concluded|identified|reveal(?:s|ed)|highlighted"
    r"|confirmed|judged|graded|reported|noted|results?|resulted|outcomes?|recommend\w+|agreed"
    r"|approved|decided|said|told|saw|felt|thought|praised|criticised|were|was|had)\b"
)
REASON = (
    r"\b(?:because|due to|owing to|as a result|result(?:s|ed|ing)? (?:of|in|from)|in order to"
    r"|for (?:these|this|the following) reasons?|on (?:the )?grounds|accounts? for|attribut\w+"
    r"|so that|so as to|reasons? (?:for|is|was|were|given|why)|caus\w+|therefore"
    r"|(?<!\bthe )following(?= \w)|led to|meant (?:that|the)|(?<=, )so(?! far\b| that\b)|pending"
    r"|to (?:allow|enable|ensure|avoid|make|give|reduce|improve|meet|help)|in light of"
    r"|in response|given (?:the|that)"
    r"|(?:as|since) (?:he|she|they|it|there|this|these|the|we)|lack of|unable|shortage"
    r"|blocked by|(?<=, )as the"
    r"|(?:withdrawn|closed|refused|deferred|stopped|cancelled|postponed|delayed|reset) after"
    r"|retire[ds]?|resigned|withdr[ae]w|sickness|illness|could not|cannot|not enough"
    r"|insufficient|too (?:few|little|many|much)|motivat\w+|brought (?:up)?on by)\b"
    r"|\bnot\b[^.:;]{1,60}:"
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
TERMS = (
    r"£|\brent\b|\bpeppercorn\b|\bper (?:year|annum|month|week)\b|\bcondition\w*\b"
    r"|\bprovided that\b|\b(?:\d+|two|three|five|seven|ten|twenty)[- ](?:year|month)"
)
"""What terms are told in."""

LESSON = (
    r"\blesson\w* (?:was|were|is|are|learn\w+|includ\w+)\b|\blearn(?:t|ed|ing)\b|\bshow(?:ed|n|s)\b"
    r"|\bfound\b|\bidentified\b|\bhighlighted\b|\brevealed\b|\bshould\b|\bneed(?:s|ed)? to\b"
)
MADE_UP = (
    r"\b(?:involv\w+|includ\w+|consist\w+|compris\w+|entail\w+|made up of|in which|whereby|where"
    r"|when|by)\b"
)
VOTED = rf"\bvoted\b|{VOTE}"
CARRIED = rf"{VOTED}|\b(?:carried|agreed|resolved|passed|adopted|rejected)\b"
BODY = (
    r"company|firm|supplier|contractor|provider|agency|consultants?|developer|builder|architect"
    r"|publisher|bank|charity|manufacturer|operator"
)
"""Bodies outside the council, who are asked for by name."""

MEASURE = (
    r"scores?|attendance|spending|turnover|backlog|deficit|surplus|balance|overspend|underspend"
    r"|headcount|absence|vacanc(?:y|ies)|sickness|caseloads?"
)
"""What is told in figures, whether or not a question says that it wants one."""

NO_MEASURE = (
    r"what|how|why|who|when|which|where|is|are|was|were|has|have|had|did|do|does|been|will|can"
    r"|happen\w*|about|updates?|progress|plans?|actions?|polic(?:y|ies)|reports?|latest|improv\w+"
    r"|reduc\w+|case|outcome|decisions?|decided|agreed"
)
"""Words of a question for more than a figure."""

PAID_FOR = (
    r"cost\w*|spen[dt]\w*|budget\w*|fees?|prices?|paid|amounts?|fund\w*|money"
    r"|sav(?:e|es|ing|ings)|charg\w+|worth|invest\w*|grants?"
)
PAYER = (
    r"\b(?:funded|paid(?: for)?|financed|met|covered|resourced|sponsored|supported) (?:\w+ ){0,2}"
    r"(?:by|from|through|out of|via|within)\b|\bfund(?:s|ing|ed)? (?:by|from|through)\b"
    r"|\b(?:fund|pay|finance|sponsor)s\b|\b(?:will|to|agreed to|would|has|have|had) "
    r"(?:fund|pay|paid|funded|finance)\b|\bgrant from\b"
)
"""How it is told who bears a cost."""

MONEY = (
    r"[£$€] ?(?!000\b)\d"
    r"|\b(?:no|nil|any) (?:\w+ ){0,2}(?:costs?|spend\w*|budget|fees?|fund\w*|charge)\b"
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
    rf"|^(?!One\b)(?i:no|{_NUMBER_WORD})\b"
)
SPELL = r"seconds?|minut\w+|hour\w*|da(?:y|ys|ily)|week\w*|fortnight\w*|month\w*|years?|year\w*"
_OFTEN = r"\b(?:hourly|daily|weekly|fortnightly|monthly|quarterly|(?:bi)?annual\w*|yearly|every)\b"
_DIGIT = re.compile(r"\d")
_NO_COUNT = re.compile(
    r"^\d{1,2}(?:\.\d{1,2})*[.)]? (?=(?-i:[A-Z]))|\b\d{1,2} ?(?:to|and|-|–) (?=\d{1,2} (?-i:[A-Z]))"
    r"|\b\d+ years? (?:of age|old)"
    r"|\bage[ds]?(?: of| up to| over| under| between)? \d+(?: ?(?:to|and|-|–) ?\d+)?"
    r"|\b(?:until|turn(?:ed|s)?|becom(?:es?|ing)|reach(?:es|ed)?|over|under) \d\d\b(?! [a-z])"
    r"|\b(?:q|quarter|year|phase|section|level|page|outcome|priority|stage|appendix|item|part"
    r"|table|paragraph|figure|step|objective|aim|goal|standard|grade|option|chapter|version"
    r"|tier|tranche|wave|clause|schedule|annex|volume) ?\d[\d.]*"
    rf"|\b(?:\d+|{_NUMBER_WORD})[ -](?:(?:working|school|calendar) )?(?:{SPELL})\b|\bno longer\b",
    re.I,
)
"""Numbers that number or date things, and do not count them."""
_LASTS = re.compile(
    rf"(?:\d|\b(?:an?|half|one|several|{_NUMBER_WORD})\b)[ -](?:\w+[ -])?(?:{SPELL}|terms?|times"
    r"|miles?|km|kilomet\w+|met(?:re|er)s?)(?![a-z])|\b(?:once|twice)\b|\baged? \d"
    r"|\d (?:to|-|–) ?\d",
    re.I,
)
"""A length of time, an age, a distance, or how many times."""
_COUNTED_SPELL = re.compile(
    rf"\b(?:\d[\d.]*|an?|one|{_NUMBER_WORD}) (?:\w+ )?(?:days?|weeks?|months?|years?)\b", re.I
)
_SINCE = re.compile(r"\b(?:since|until|till)\b|\bfrom\b.+\bto\b", re.I)
_RECURS, _HAS_SUM = re.compile(_OFTEN, re.I), re.compile(MONEY, re.I)
_PART_OF_YEAR = re.compile(
    r"\b\d{1,2}[.:]\d\d ?(?:[ap]m)?\b|\b\d{1,2} ?[ap]m\b|\bat \d{4}\b|\b\d{1,2} ?(?:st|nd|rd|th)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|asap|immediate\w*|ongoing"
    r"|monthly|weekly|quarterly|annual\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:in|by|until|since|from) may\b|\bmay 20\d\d",
)
_CALLED = re.compile(
    r"\b(?:named?|called|known as|entitled)(?: it| them)? (?:the )?[“‘'\"]?[A-Z][a-z]"
)
_PAY = re.compile(r"\b(?:salar\w+|wages?|pay|paid|earn\w*|remunerat\w+|per annum)\b", re.I)
_SUCCEEDS = re.compile(
    r"\b(?:replac|succe|t(?:ake|ook|aking)s? over|t(?:ake|ook) on|appoint|elect|recruit"
    r"|chose|join|new\b|now\b|start|welcom|step|acting|cover|interim|became|nominat|follow|co-?opt|be\b|as\b"
    r"|pass(?:ed|es)|hand(?:ed|s)|transfer|mov(?:ed|es)|responsib)",
    re.I,
)
_SOMEONE = re.compile(
    r"\b(?:committee|council|team|board|panel|cabinet|group|partners?|service|department|governors?"
    r"|members?|councillors?|director|head|manager|officers?|worker|staff|chair|clerk|lead|leader"
    r"|teacher|trust|authority|agency|ACTION|[A-Z]{2,4})\b"
)
_FIRM = re.compile(
    r"\b(?:Ltd|Limited|plc|PLC|LLP|CIC)\b|\b[A-Z]\w+ (?:and|&) (?:Sons?|Co|Partners)\b"
)
_NAMED_BODY = re.compile(
    r"\b(?:by|from|with|at|called|named|appoint(?:ed|ing)|is|was|are|chose|selected|including"
    r"|such as|(?:award(?:ed)?|contract|given|let|paid|went|sold|transferred|was) to) (?:the )?"
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December|Easter"
    r"|Christmas|Monday|Tuesday|Wednesday|Thursday|Friday|Cabinet|Council|Committee|Members?"
    r"|Governors?|Head|Director|Chair|Clerk|Year|Phase|Quarter)[A-Z][a-z][\w&’'-]*"
)
LIST_NUMBER = re.compile(r"^£?\d[\d.,]*[a-z]*\)?\s+(?=[A-Z])")
"""The number of an item of a list, or the end of a heading, which counts nothing."""

NEAR_POST = 60
"""Characters between a post and the name of its holder."""


def said(pattern: str) -> Sign:
    """Whether a text says what a pattern in small letters matches, in capitals or not.

    A text made small is looked through in a third of the time that re.I takes.
    """
    sign = re.compile(pattern)
    return lambda text: sign.search(text.lower()) is not None


def counts(text: str) -> bool:
    """Some number that counts: no date, no age, no number of a section."""
    if not _DIGIT.search(text) and not _NUMBER.search(text):
        return False
    bare = _NO_COUNT.sub(" ", text)
    for date in reversed(find_dates(bare)):
        bare = f"{bare[: date.start]} {bare[date.end :]}"
    return _NUMBER.search(bare) is not None


def is_dated(text: str) -> bool:
    """Whether a text has a date or some part of a year."""
    return bool(find_dates(text)) or _PART_OF_YEAR.search(text.lower()) is not None


def happens(text: str) -> bool:
    """Whether a text tells when a thing is done: by a date, or by what it waits for."""
    return is_dated(text) or _WAITS.search(text) is not None


def is_to_come(text: str) -> bool:
    """Whether the text speaks of what had not happened when it was written."""
    return _TO_COME.search(text.lower()) is not None


def is_past(text: str) -> bool:
    """Whether the text speaks of what had happened, and of nothing to come."""
    meant = _TO_COME.search(text) or _MEANT.search(text)
    return _PAST.search(text) is not None and meant is None


def is_aim(text: str) -> bool:
    """Whether the text speaks of what is aimed at, and of nothing reached."""
    small = text.lower()
    return _AIM.search(small) is not None and _REACHED.search(small) is None


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


def names_someone(text: str) -> bool:
    """Whether a text names or means a person, a post or a body."""
    return names_person(text) or names_role(text) or _SOMEONE.search(text) is not None


def names_successor(text: str) -> bool:
    """Whether a text names someone, or a post, that comes to something."""
    return _SUCCEEDS.search(text) is not None and (names_person(text) or names_role(text))


def names_body(text: str) -> bool:
    """Whether a text names a firm or some other body."""
    return _FIRM.search(text) is not None or _NAMED_BODY.search(text) is not None


def tells_pay(text: str) -> bool:
    """Whether a text tells what someone is paid."""
    return re.search("[£$€]", text) is not None and _PAY.search(text) is not None


def tells_length(text: str) -> bool:
    """Whether a text tells how long, how old or how far."""
    return _LASTS.search(text) is not None or _SINCE.search(text) is not None


def tells_wait(text: str) -> bool:
    """Whether a text tells a length of time by a number of days, weeks or months."""
    return _COUNTED_SPELL.search(text) is not None


def tells_how_often(text: str) -> bool:
    """Whether a text tells how often."""
    return _LASTS.search(text) is not None or _RECURS.search(text) is not None


def has_figure(text: str) -> bool:
    """Whether a text has some figure: a number that counts or a sum."""
    return counts(text) or _HAS_SUM.search(text) is not None
