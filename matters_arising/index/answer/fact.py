"""The kinds of fact that questions ask for, and how a text gives one.

A text may speak at length of what is asked about and still not say who, when, how much or
why. So each kind has a cue by which questions are known to ask for it, and a sign without
which no text has told it.
"""

import re
from dataclasses import dataclass

from matters_arising.extract.phrase.title import names_role
from matters_arising.index.answer.person import names_person
from matters_arising.index.answer.sign import (
    GRADE,
    MONEY,
    PAID_FOR,
    RATING,
    REASON,
    SPELL,
    TOLD,
    Sign,
    beside,
    counts,
    has_figure,
    is_dated,
    names_or_calls,
    said,
    tells_length,
    tells_pay,
)


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


_POSTS = (
    *("director", "head", "headteacher", "clerk", "chief executive", "leader", "treasurer"),
    "secretary",
)


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


def _holder(post: str) -> Fact:
    """The name of whoever holds a post."""
    cue = (
        rf"\bwho(?:['’]?s| is| was| are) (?:the |our )?(?:\w+ ){{0,2}}{post}s?\b"
        rf"|\bnames? of (?:the )?(?:\w+ ){{0,4}}{post}|\b{post}\w*\b.*\bby name\b"
    )
    return _fact("a name", cue, beside(post, names_person), r"names?|persons?|people")


FACTS: tuple[Fact, ...] = (
    _fact(
        "a telephone number",
        r"\b(?:tele)?phone (?:number|no)\b|\bphone (?:for|of)\b|\bmobile (?:number|no)\b",
        said(r"\b0\d{2,4}[ )-]*\d{3}[ -]?\d{3,4}\b|\b0\d{9,10}\b"),
        r"(?:tele)?phone|mobile|numbers?|contact",
    ),
    _fact(
        "an e-mail address",
        r"\be-?mail (?:address|for|of)\b",
        said(r"\S@\S"),
        r"e-?mail|address|contact",
    ),
    *(_holder(post) for post in _POSTS),
    _fact(
        "a name or post",
        r"\bwho (?:\w+ )?chair(?:s|ed|ing)?\b|\bwho(?:['’]?s| is| was) (?:the )?chair",
        beside("chair", lambda text: names_person(text) or names_role(text)),
        r"persons?|people|chair\w*",
    ),
    _fact(
        "a name",
        r"\bnames? of (?:the )?(?:\w+ ){0,4}chair|\bname of the person (?:who|that) chairs",
        beside("chair", names_person),
        r"names?|persons?|people",
    ),
    _fact(
        "a name",
        r"\bby name\b|\bnames? of (?:the |our |each )",
        names_or_calls,
        r"names?|persons?|people|called",
    ),
    _fact(
        "a reason",
        r"\bwhy\b|\breasons? (?:for|that|given)\b|\bwhat went wrong\b|\bhow come\b",
        said(REASON),
        r"reasons?|wrong|went",
    ),
    _fact(
        "a rating",
        r"\b(?:what|which) (?:\w+ ){0,2}rat(?:ing|ed)\b|\brating\b",
        said(RATING),
        r"rat(?:e|ed|ings?)",
        recorded=True,
    ),
    _fact(
        "a judgement",
        r"\b(?:what|which|how) (?:\w+ ){0,2}judg\w+|\bgrade[ds]?\b|\bjudge?ments? (?:for|of|on)\b",
        said(GRADE),
        r"rat(?:e|ed|ings?)|grade[ds]?|judg\w+|given",
    ),
    _fact(
        "a salary",
        r"\bsalar\w+\b|\bwages?\b|\bhow much (?:is|are|was|does|do) .*\b(?:earn|paid)\b",
        tells_pay,
        r"salar\w+|wages?|paid|earns?|much",
        measured=True,
    ),
    _fact(
        "a sum of money",
        rf"£|\bhow much\b.*\b(?:{PAID_FOR})\b|\bhow much\W*$|\b(?:salar\w+|wages?|price|spend"
        r"|cost(?:s|ing)?|budget)\b(?! (?:report|risk|register|book|monitor\w+|consult\w+|meeting"
        r"|proposal))",
        said(MONEY),
        rf"{PAID_FOR}|much|total|extra|baseline|£",
        measured=True,
    ),
    _fact(
        "a share",
        r"%|\bper ?cent\w*|\bpercentage|\bshare of\b|\bproportion\b|\b(?:vacancy|turnover|absence"
        r"|attendance|sickness|success|completion|response) rate\b",
        said(r"\d ?%|\d per ?cent|\b(?:all|none|half|most) of\b|\b\d+ (?:out )?of (?:the )?\d+\b"),
        r"per ?cent\w*|percentages?|shares?|proportions?|rates?|%",
        measured=True,
    ),
    _fact(
        "a length of time",
        rf"\bhow (?:long|old|often|far)\b|\bhow many (?:{SPELL})\b",
        tells_length,
        rf"many|long|old|often|far|times?|{SPELL}",
    ),
    _fact(
        "a number",
        r"\bhow many\b|\bnumbers? of\b",
        counts,
        r"many|numbers?|total|count",
        measured=True,
    ),
    _fact(
        "a figure",
        r"\bhow much\b|\bnumbers?\b(?! \d{1,2}\b)|\bfigures?\b|\btotals?\b|\baverages?\b"
        r"|\bcaseloads? (?:target|in|at)\b|\brates? of\b|\bwhat rate\b",
        has_figure,
        r"much|numbers?|figures?|totals?|count|rates?",
        measured=True,
    ),
    _fact(
        "when it was",
        r"\bwhen (?:did|was|were)\b(?!.*\b(?:due|meant|supposed|to be|to have|expected|should"
        r"|planned)\b)|\bdate\b.*\b(?:got|was|were|did|opened|started|began)\b",
        is_dated,
        r"dates?|when|got|get",
        settled=True,
    ),
    _fact(
        "a date",
        r"\bwhen\b|\bdeadlines?\b|\bdue\b|\b(?:target|closing|start|end|new|what) dates?\b"
        r"|\bdates? (?:of|for|when|that)\b|^date\b|\btimescales?\b|\bhow soon\b",
        is_dated,
        r"dates?|deadlines?|due|when|timescales?|meant|supposed",
        recorded=True,
    ),
    _fact(
        "what came of it",
        r"\bwhat (?:did|does|do) (?:\w+ ){1,8}(?:find|found|show|conclude|reveal|identify"
        r"|highlight)\b|\bfindings? (?:of|from)\b|\b(?:outcomes?|results?) (?:of|from)\b"
        r"|\boutcome\b\W*$|\bwhat was found\b",
        said(TOLD),
        r"find(?:ings?)?|found|shows?|conclude|reveal|outcomes?|results?",
        settled=True,
        recorded=True,
    ),
    _fact(
        "an answer",
        r"^(?:the )?(?:answer|reply|response) (?:to|given|from)\b|\b(?:what|was) (?:\w+ ){0,3}"
        r"(?:answer|reply|response)\b",
        said(r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respon\w+|said|told|explained)\b"),
        r"answer\w*|repl(?:y|ied)|respon\w+",
        settled=True,
    ),
    _fact(
        "who",
        r"\bwho(?:se|m|['’]?s)?\b|\bresponsible\b|\bacc?ountable\b|\bowner\w*\b|\bin charge\b",
        said(r"\w"),
        r"(?:ir)?responsible|acc?ountable|owns?|owner\w*|charge|leads?|leading|sorting|took|takes",
        recorded=True,
        anyhow=True,
    ),
)
"""Kinds of fact, the most particular first: the first whose cue a question has is asked for."""


_JOINED = re.compile(
    r"(?:[,;&]|\band\b)\s*(?:(?:by|at|in|for|of) )?(?=(?:who|what|when|why|which|how|where)\b)",
    re.I,
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
