"""The kinds of fact that questions ask for, and how a text gives one.

A text may speak at length of what is asked about and still not say who, when, how much or
why. So each kind has a cue by which questions are known to ask for it, and a sign without
which no text has told it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.extract.phrase.title import names_role
from matters_arising.index.answer.person import names_person

Sign = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Fact:
    """A kind of fact: `name` as it is said in a refusal, `cue` how it is asked for.

    `given` tells whether a sentence gives one. `words` name the kind and not the subject.
    `settled` says that it is of what has happened: what is still to come does not give it,
    nor does a bare cell of a table. `measured` says that it changes with time, so that a
    figure of another time is no answer. `recorded` says that an action's record has a field of
    it, `anyhow` that whatever is about the subject may give it.
    """

    name: str
    cue: re.Pattern[str]
    given: Sign
    words: re.Pattern[str]
    settled: bool = False
    measured: bool = False
    recorded: bool = False
    anyhow: bool = False


_TO_COME = re.compile(
    r"\b(?:will|(?:is|are|was|were|has|have) to(?= )|to be|planned|await\w*|to book|forthcoming"
    r"|scheduled|due to|in the process of|not (?:yet )?(?:been|be)|not yet|yet to)\b",
    re.I,
)
"""Words of what had not happened when they were written."""

_TOLD = re.compile(
    r"\b(?:found|finds|findings?|show(?:s|ed|n)|concluded|identified|reveal(?:s|ed)|highlighted"
    r"|confirmed|judged|graded|reported|noted|results?|resulted|outcomes?|recommend\w+|agreed"
    r"|approved|decided|said|told|saw|felt|thought|praised|criticised|were|was|is|are|has|have"
    r"|had)\b",
    re.I,
)
_REASON = (
    r"\b(?:because|due to|owing to|as a result|result(?:s|ed|ing)? (?:of|in|from)|in order to"
    r"|so that|so as to|reasons? (?:for|is|was|were|given|why)|caus\w+|therefore|following"
    r"|to (?:allow|enable|ensure|avoid|make|give|reduce|improve|meet|help)|in light of"
    r"|in response|given (?:the|that)"
    r"|(?:as|since) (?:he|she|they|it|there|this|these|the|we)|lack of|unable|shortage)\b"
)
_RATING = (
    r"\b(?:outstanding|good|requires? improvement|inadequate|red|amber|green|rag|complete\w*"
    r"|delayed|on track|at risk|closed|on hold|grades?|rated|judged|satisfactory|likel\w+|high"
    r"|medium|low|level|score[ds]?)\b"
)
_GRADE = (
    r"\b(?:outstanding|requires? improvement|inadequate|satisfactory|special measures)\b"
    r"|\b(?:is|are|was|were|as|be|remains?|rated|judged|graded) good\b|(?:^|[:–|] ?)good\b"
    r"|\bgrade [1-4a-e]\b"
)
_PAID_FOR = (
    r"cost\w*|spen[dt]\w*|budget\w*|fees?|prices?|paid|amounts?|fund\w*|money"
    r"|sav(?:e|es|ing|ings)|charg\w+|worth|invest\w*|grants?"
)
_MONEY = (
    r"£|\b(?:no|nil|any) (?:\w+ ){0,2}(?:costs?|spend\w*|budget|fees?|fund\w*|charge)\b"
    r"|\b\d[\d,.]* ?(?:pounds|pence|million|m|k)\b|\b(?:is|are|for|be) free\b"
    r"|\bfree of charge\b|cost[- ]neutral"
)
_NUMBER_WORD = any_of(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "hundreds? thousands? million none nobody no zero one twice half dozens?",
)
_NUMBER = re.compile(
    rf"(?<![\w£/.])\d[\d,]*(?:\.\d+)?(?![\w/])(?!\.\d)|\d%|\b(?:{_NUMBER_WORD})\b"
    r"|^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|No|None)\b"
)
_NO_COUNT = re.compile(
    r"^\d{1,2}(?:\.\d{1,2})*[.)]? (?=(?-i:[A-Z]))|\b\d{1,2} ?(?:to|and|-|–) (?=\d{1,2} (?-i:[A-Z]))"
    r"|\b\d+ years? (?:of age|old)"
    r"|\bage[ds]?(?: of| up to| over| under| between)? \d+(?: ?(?:to|and|-|–) ?\d+)?"
    r"|\b(?:until|turn(?:ed|s)?|over|under) \d\d\b(?! [a-z])"
    r"|\b(?:q|quarter|year|phase|section|level|page|outcome|priority|stage|appendix|item|part"
    r"|table|paragraph|figure|step|objective|aim|goal|standard|grade|option) ?\d[\d.]*",
    re.I,
)
"""Numbers that number or date things, and do not count them."""
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

_POSTS = (
    *("director", "head", "headteacher", "clerk", "chief executive", "leader", "treasurer"),
    "secretary",
)


def _said(pattern: str) -> Sign:
    sign = re.compile(pattern, re.I)
    return lambda text: sign.search(text) is not None


def _counts(text: str) -> bool:
    """Some number that counts: no date, no age, no number of a section."""
    bare = _NO_COUNT.sub(" ", text)
    for date in reversed(find_dates(bare)):
        bare = f"{bare[: date.start]} {bare[date.end :]}"
    return _NUMBER.search(bare) is not None


def _is_dated(text: str) -> bool:
    return bool(find_dates(text)) or _PART_OF_YEAR.search(text) is not None


def is_to_come(text: str) -> bool:
    """Whether the text speaks of what had not happened when it was written."""
    return _TO_COME.search(text) is not None


def _fact(  # the columns of the table below
    name: str,
    cue: str,
    given: Sign,
    words: str,
    *,
    settled: bool = False,
    measured: bool = False,
    recorded: bool = False,
    anyhow: bool = False,
) -> Fact:
    return Fact(
        name,
        re.compile(cue, re.I),
        given,
        re.compile(words, re.I),
        settled=settled,
        measured=measured,
        recorded=recorded,
        anyhow=anyhow,
    )


def _beside(post: str, holds: Sign) -> Sign:
    """Whether a text has what `holds` tells of beside the post."""
    named = re.compile(rf"\b{post}", re.I)

    def given(text: str) -> bool:
        around = (
            (text[max(at.start() - NEAR_POST, 0) : at.start()], text[at.end() :][:NEAR_POST])
            for at in named.finditer(text)
        )
        return any(holds(" … ".join(sides)) for sides in around)

    return given


def _holder(post: str) -> Fact:
    """The name of whoever holds a post."""
    cue = (
        rf"\bwho(?:['’]?s| is| was| are) (?:the |our )?(?:\w+ ){{0,2}}{post}s?\b"
        rf"|\bnames? of (?:the )?(?:\w+ ){{0,4}}{post}|\b{post}\w*\b.*\bby name\b"
    )
    return _fact("a name", cue, _beside(post, names_person), r"names?|persons?|people")


FACTS: tuple[Fact, ...] = (
    _fact(
        "a telephone number",
        r"\b(?:tele)?phone (?:number|no)\b|\bphone (?:for|of)\b|\bmobile (?:number|no)\b",
        _said(r"\b0\d{2,4}[ )-]*\d{3}[ -]?\d{3,4}\b|\b0\d{9,10}\b"),
        r"(?:tele)?phone|mobile|numbers?|contact",
    ),
    _fact(
        "an e-mail address",
        r"\be-?mail (?:address|for|of)\b",
        _said(r"\S@\S"),
        r"e-?mail|address|contact",
    ),
    *(_holder(post) for post in _POSTS),
    _fact(
        "a name or post",
        r"\bwho (?:\w+ )?chair(?:s|ed|ing)?\b|\bwho(?:['’]?s| is| was) (?:the )?chair",
        _beside("chair", lambda text: names_person(text) or names_role(text)),
        r"persons?|people|chair\w*",
    ),
    _fact(
        "a name",
        r"\bnames? of (?:the )?(?:\w+ ){0,4}chair|\bname of the person (?:who|that) chairs",
        _beside("chair", names_person),
        r"names?|persons?|people",
    ),
    _fact(
        "a name",
        r"\bby name\b|\bnames? of (?:the |our |each )",
        lambda text: names_person(text) or _CALLED.search(text) is not None,
        r"names?|persons?|people|called",
    ),
    _fact(
        "a reason",
        r"\bwhy\b|\breasons? (?:for|that|given)\b|\bwhat went wrong\b|\bhow come\b",
        _said(_REASON),
        r"reasons?|wrong|went",
    ),
    _fact(
        "a rating",
        r"\b(?:what|which) (?:\w+ ){0,2}rat(?:ing|ed)\b|\brating\b",
        _said(_RATING),
        r"rat(?:e|ed|ings?)",
        recorded=True,
    ),
    _fact(
        "a judgement",
        r"\b(?:what|which|how) (?:\w+ ){0,2}judg\w+|\bgrade[ds]?\b|\bjudge?ments? (?:for|of|on)\b",
        _said(_GRADE),
        r"rat(?:e|ed|ings?)|grade[ds]?|judg\w+|given",
    ),
    _fact(
        "a salary",
        r"\bsalar\w+\b|\bwages?\b|\bhow much (?:is|are|was|does|do) .*\b(?:earn|paid)\b",
        lambda text: "£" in text and _PAY.search(text) is not None,
        r"salar\w+|wages?|paid|earns?|much",
        measured=True,
    ),
    _fact(
        "a sum of money",
        rf"£|\bhow much\b.*\b(?:{_PAID_FOR})\b|\bhow much\W*$|\b(?:salar\w+|wages?|price|spend"
        r"|cost(?:s|ing)?|budget)\b(?! (?:report|risk|register|book|monitor\w+|consult\w+|meeting"
        r"|proposal))",
        _said(_MONEY),
        rf"{_PAID_FOR}|much|total|extra|baseline|£",
        measured=True,
    ),
    _fact(
        "a share",
        r"%|\bper ?cent\w*|\bpercentage|\bshare of\b|\bproportion\b|\b(?:vacancy|turnover|absence"
        r"|attendance|sickness|success|completion|response) rate\b",
        _said(r"\d ?%|\d per ?cent|\b(?:all|none|half|most) of\b|\b\d+ (?:out )?of (?:the )?\d+\b"),
        r"per ?cent\w*|percentages?|shares?|proportions?|rates?|%",
        measured=True,
    ),
    _fact(
        "a number",
        r"\bhow many\b|\bnumbers?\b(?! \d{1,2}\b)|\bfigures?\b|\btotals?\b|\baverages?\b"
        r"|\bcaseloads? (?:target|in|at)\b|\bhow (?:long|old|often|far)\b|\brates? of\b"
        r"|\bwhat rate\b",
        _counts,
        r"many|numbers?|figures?|totals?|count|long|old|often|rates?",
        measured=True,
    ),
    _fact(
        "when it was",
        r"\bwhen (?:did|was|were)\b(?!.*\b(?:due|meant|supposed|to be|to have|expected|should"
        r"|planned)\b)|\bdate\b.*\b(?:got|was|were|did|opened|started|began)\b",
        _is_dated,
        r"dates?|when|got|get",
        settled=True,
    ),
    _fact(
        "a date",
        r"\bwhen\b|\bdeadlines?\b|\bdue\b|\b(?:target|closing|start|end|new|what) dates?\b"
        r"|\bdates? (?:of|for|when|that)\b|^date\b|\btimescales?\b|\bhow soon\b",
        _is_dated,
        r"dates?|deadlines?|due|when|timescales?|meant|supposed",
        recorded=True,
    ),
    _fact(
        "what came of it",
        r"\bwhat (?:did|does|do) (?:\w+ ){1,8}(?:find|found|show|conclude|reveal|identify"
        r"|highlight)\b|\bfindings? (?:of|from)\b|\b(?:outcomes?|results?) (?:of|from)\b"
        r"|\boutcome\b\W*$|\bwhat was found\b",
        _said(_TOLD.pattern),
        r"find(?:ings?)?|found|shows?|conclude|reveal|outcomes?|results?",
        settled=True,
        recorded=True,
    ),
    _fact(
        "an answer",
        r"^(?:the )?(?:answer|reply|response) (?:to|given|from)\b|\b(?:what|was) (?:\w+ ){0,3}"
        r"(?:answer|reply|response)\b",
        _said(r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respon\w+|said|told|explained)\b"),
        r"answer\w*|repl(?:y|ied)|respon\w+",
        settled=True,
    ),
    _fact(
        "who",
        r"\bwho(?:se|m|['’]?s)?\b|\bresponsible\b|\bacc?ountable\b|\bowner\w*\b|\bin charge\b",
        _said(r"\w"),
        r"(?:ir)?responsible|acc?ountable|owns?|owner\w*|charge|leads?|leading|sorting|took|takes",
        recorded=True,
        anyhow=True,
    ),
)
"""Kinds of fact, the most particular first: the first whose cue a question has is asked for."""


_JOINED = re.compile(
    r"(?:[,;&]|\band\b)\s*(?:(?:by|at|in|for|of) )?(?=(?:who|what|when|why|which|how|where)\b)", re.I
)
_ASKS = re.compile(
    r"\b(?:is|are|was|were|did|do|does|has|have|had|who|what|when|why|which|how|where)\b", re.I
)


def fact_asked(question: str) -> Fact | None:
    """The kind of fact a question asks for; None where any account of its subject will do."""
    asked = first_asked(question)
    return next((fact for fact in FACTS if fact.cue.search(asked)), None)


def first_asked(question: str) -> str:
    """The first of two questions in one, or the whole.

    Who can say whether a motion was carried should, though the papers give no votes.
    """
    joined = _JOINED.search(question)
    first = question[: joined.start()] if joined else question
    return first if _ASKS.search(first) else question
