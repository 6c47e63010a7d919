"""The kinds of fact that questions ask for, and how a text gives one.

A text may speak at length of what is asked about and still not say who, when, how much or
why. So each kind has a cue by which questions are known to ask for it, and a sign without
which no text has told it.
"""

import re

from matters_arising.extract.phrase.title import names_role
from matters_arising.index.answer.fact_kind import Fact, kind
from matters_arising.index.answer.person import names_person
from matters_arising.index.answer.sign import (
    BODY,
    GRADE,
    LESSON,
    MADE_UP,
    MEASURE,
    MONEY,
    NO_MEASURE,
    PAID_FOR,
    RATING,
    REASON,
    SPELL,
    TERMS,
    TOLD,
    VOTED,
    beside,
    counts,
    has_figure,
    is_dated,
    names_body,
    names_or_calls,
    names_someone,
    names_successor,
    said,
    tells_length,
    tells_pay,
)
from matters_arising.index.question.cue import WHO

_BY_NOUN = r"^(?!(?:how (?:many|much|long|often)|when|who)\b).*"
"""What a question is said to ask for by a noun, unless its first words say what it asks."""

_POSTS = (
    *("director", "head", "headteacher", "clerk", "chief executive", "leader", "treasurer"),
    "secretary",
)


def _holder(post: str) -> Fact:
    """The name of whoever holds a post."""
    cue = (
        rf"\bwho(?:['’]?s| is| was| are) (?:the |our )?(?:\w+ ){{0,2}}{post}s?\b"
        rf"|\bnames? of (?:the )?(?:\w+ ){{0,4}}{post}|\b{post}\w*\b.*\bby name\b"
        rf"|^(?:the |our )?(?:new |next )?{post} (?:of|at) (?!.*\b(?:actions?|tasks?|updates?"
        r"|reports?|progress)\b).{2,40} (?:from|since|until|before)\b"
    )
    return kind("a name", cue, beside(post, names_person), r"names?|persons?|people")


FACTS: tuple[Fact, ...] = (
    kind(
        "a telephone number",
        r"\b(?:tele)?phone (?:number|no)\b|\bphone (?:for|of)\b|\bmobile (?:number|no)\b",
        said(r"\b0\d{2,4}[ )-]*\d{3}[ -]?\d{3,4}\b|\b0\d{9,10}\b"),
        r"(?:tele)?phone|mobile|numbers?|contact",
    ),
    kind(
        "an e-mail address",
        r"\be-?mail (?:address|for|of)\b",
        said(r"\S@\S"),
        r"e-?mail|address|contact",
    ),
    *(_holder(post) for post in _POSTS),
    kind(
        "a name or post",
        r"\bwho (?:(?:\w+ )?chair(?:s|ed|ing)?|(?:is|was) (?:the )?chair)\b(?!.*\bby name\b)"
        r"|\bwho['’]?s (?:the )?chair\b(?!.*\bby name\b)",
        beside("chair", lambda text: names_person(text) or names_role(text)),
        r"persons?|people|chair\w*",
    ),
    kind(
        "a name",
        r"\bnames? of (?:the )?(?:\w+ ){0,4}chair|\bname of the person (?:who|that) chairs"
        r"|\bchair\w*\b.*\bby name\b",
        beside("chair", names_person),
        r"names?|persons?|people",
    ),
    kind(
        "a name",
        r"\bby name\b|\bnames? of (?:the |our |each )",
        names_or_calls,
        r"names?|persons?|people|called",
    ),
    kind(
        "how each voted",
        r"\bhow did (?:each|every|individual)\b.*\bvote|\bwho voted\b",
        said(VOTED),
        r"vot\w+|each|every|individual",
        settled=True,
        of_each=True,
    ),
    kind(
        "the name of a body",
        rf"\b(?:which|what|name of the) (?:\w+ ){{0,2}}(?:(?:{BODY})s?|organi[sz]ations?|school"
        r"|college|university|hospital)\b(?= (?:did|does|is|was|has|had|are|were|have|won|got"
        r"|provid\w+|suppl\w+|built|work\w*|runs?|made|with)\b|\W*$)"
        rf"|\bwho(?:['’]?s| is| was| are| were) (?:the |our )?(?:\w+ ){{0,4}}(?:{BODY})s?\b"
        r"|\bwho (?:suppl\w+|built|designed|won the|published|manufactur\w+)\b",
        names_body,
        rf"{BODY}|names?|works?|worked|before",
        settled=True,
    ),
    kind(
        "a name",
        r"\bwho(?:['’]?s| is| was) (?:the |our )?(?:outgoing|departing|retiring|former|previous)\b",
        names_person,
        r"names?|outgoing|departing|retiring|former|previous",
    ),
    kind(
        "a name or post",
        r"\bwho (?:has |have |had |will |is (?:to |going to )?)?(?:replac\w*|succe\w+|takes? over"
        r"|took over|stepped in|followed)\b"
        r"|\bwho (?:was|is|has been|got) (?:appointed|elected|recruited|chosen|the new)\b",
        names_successor,
        r"replac\w*|succe\w+|took|over|appointed|elected|recruited|chosen",
    ),
    kind(
        "a reason",
        r"\bwhy\b|\breasons? (?:for|that|given)\b|\bwhat went wrong\b|\bhow come\b"
        r"|\bwhat (?:\w+ )?(?:caused|led to)\b|\bcauses? of\b",
        said(REASON),
        r"reasons?|wrong|went|caus\w+|led",
        explained=True,
    ),
    kind(
        "a rating",
        rf"\b(?:what|which) (?:\w+ ){{0,2}}rat(?:ing|ed)\b|{_BY_NOUN}\brating\b",
        said(RATING),
        r"rat(?:e|ed|ings?)",
        recorded=True,
    ),
    kind(
        "a judgement",
        r"\b(?:what|which|how) (?:\w+ ){0,2}judg\w+"
        rf"|{_BY_NOUN}(?:\bgrade[ds]?\b|\bjudge?ments? (?:for|of|on)\b)"
        r"|\bwhat did .{2,60} get (?:in|at|from|for) .*\b(?:inspection|visit|audit|review)\b"
        r"|\binspection (?:results?|outcome|rating)\b",
        said(GRADE),
        r"rat(?:e|ed|ings?)|grade[ds]?|judg\w+|given|get|results?|outcome",
    ),
    kind(
        "a salary",
        r"\bsalar\w+\b|\bwages?\b|\bhow much (?:is|are|was|does|do) .*\b(?:earn|paid)\b",
        tells_pay,
        r"salar\w+|wages?|paid|earns?|much",
        measured=True,
    ),
    kind(
        "a sum of money",
        rf"£|\bhow much\b.*\b(?:{PAID_FOR})\b|\bhow much\W*$|\b(?:salar\w+|wages?|price|spend"
        r"|(?:spending|expenditure)\b(?!.*\b(?:what|who|why|how|which)\b)|cost(?:s|ing)?|budget)\b"
        r"(?! (?:report|risk|register|book|monitor\w+|consult\w+|meeting|proposal))",
        said(MONEY),
        rf"{PAID_FOR}|much|total|extra|baseline|£",
        measured=True,
    ),
    kind(
        "a share",
        r"%|\bper ?cent\w*|\bpercentage|\bshare of\b|\bproportion\b|\b(?:vacancy|turnover|absence"
        r"|attendance|sickness|success|completion|response) rate\b",
        said(
            r"\d ?%|\(%\)|\d per ?cent|\b(?:all|none|half|most) of\b"
            r"|\b\d+ (?:out )?of (?:the )?\d+\b"
        ),
        r"per ?cent\w*|percentages?|shares?|proportions?|rates?|%",
        measured=True,
    ),
    kind(
        "a length of time",
        rf"\bhow (?:long|old|often|far)\b|\bhow many (?:{SPELL})\b",
        tells_length,
        rf"many|long|old|often|far|times?|{SPELL}",
    ),
    kind(
        "a number",
        r"\bhow many\b|\bnumbers? of\b",
        counts,
        r"many|numbers?|total|count",
        measured=True,
    ),
    kind(
        "a figure",
        r"\bhow much\b|\bnumbers?\b(?! \d{1,2}\b)|\bfigures?\b|\btotals?\b|\baverages?\b"
        r"|\bcaseloads?\b|\brates? of\b|\bwhat rate\b"
        rf"|\bwhat(?:['’]?s| is| was| were| are) (?:the |our )?(?:\w+ ){{0,3}}(?:{MEASURE})s?\b"
        rf"|^(?!.*\b(?:{NO_MEASURE})\b).*\b(?:{MEASURE})s?\b",
        has_figure,
        r"much|numbers?|figures?|totals?|count|rates?|averages?|avg",
        measured=True,
    ),
    kind(
        "when it was",
        r"\bwhen (?:did|was|were)\b(?!.*\b(?:due|meant|supposed|to be|to have|expected|should"
        r"|planned)\b)"
        r"|(?<!target )(?<!due )\bdate\b.*\b(?:got|was|were|did|opened|started|began)\b",
        is_dated,
        r"dates?|when|got|get",
        settled=True,
    ),
    kind(
        "a date",
        r"^(?:(?!\b(?:who|whose|what|which|why|how)\b).)*\bwhen\b|\bdeadlines?\b|\bdue\b"
        r"|\b(?:target|closing|start|end|new|what) dates?\b"
        r"|\bdates? (?:of|for|in|when|that)\b|^date\b|\btimescales?\b|\bhow soon\b",
        is_dated,
        r"dates?|deadlines?|due|when|timescales?|meant|supposed",
        recorded=True,
    ),
    kind(
        "the terms",
        r"(?<!\bin )(?<!school )\bterms (?:of|for)\b(?! reference)|\b(?:what|which) terms\b",
        said(TERMS),
        r"terms?",
    ),
    kind(
        "the lessons",
        r"\bwhat (?:\w+ ){0,2}lessons?\b|\blessons (?:of|from|learn\w+)\b",
        said(LESSON),
        r"lessons?|learn\w*|came",
        settled=True,
    ),
    kind(
        "what it was",
        r"\bwhat did .{2,60} (?:involve|consist of|entail)\b",
        said(MADE_UP),
        r"involve|consist|entail",
    ),
    kind(
        "what came of it",
        r"\bwhat (?:did|does|do) (?:\w+ ){1,8}(?:find|found|show|conclude|reveal|identify"
        r"|highlight)\b|\bfindings? (?:of|from)\b|\b(?:outcomes?|results?) (?:of|from)\b"
        r"|\boutcome\b\W*$|\bwhat was found\b",
        said(TOLD),
        r"find(?:ings?)?|found|shows?|conclude|reveal|outcomes?|results?",
        settled=True,
        recorded=True,
    ),
    kind(
        "an answer",
        r"^(?:the )?(?:answer|reply|response) (?:to|given|from)\b|\b(?:what|was) (?:\w+ ){0,3}"
        r"(?:answer|reply|response)\b",
        said(r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respon\w+|said|told|explained)\b"),
        r"answer\w*|repl(?:y|ied)|respon\w+",
        settled=True,
    ),
    kind(
        "who",
        rf"{WHO}|\bresponsible\b|\bacc?ountable\b|\bowner\w*\b|\bin charge\b",
        names_someone,
        r"(?:ir)?responsible|acc?ountable|owns?|owner\w*|charge|leads?|leading|sorting|took|takes",
        recorded=True,
        anyhow=True,
    ),
)
"""Kinds of fact, the most particular first: the first whose cue a question has is asked for."""


_JOINED = re.compile(
    r"(?:[,;&]|\band\b)\s*(?:(?:by|at|in|for|of) )?(?=(?:who|what|when|why|which|how|where)\b"
    r"|(?:did|do|does|is|are|was|were|has|have|had) (?:it|they|he|she|we|that|this|the)\b)",
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
