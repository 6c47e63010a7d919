"""The kinds of fact that questions ask for, and how a text gives one.

A text may speak at length of what is asked about and still not say who, when, how much or
why. So each kind has a cue by which questions are known to ask for it, and a sign without
which no text has told it.
"""

import re

from matters_arising.extract.phrase.title import names_role
from matters_arising.index.answer.clock import CLOCK_KINDS
from matters_arising.index.answer.fact_kind import Fact, kind
from matters_arising.index.answer.person import names_person
from matters_arising.index.answer.sign import (
    BODY,
    CARRIED,
    GRADE,
    LESSON,
    MADE_UP,
    MEASURE,
    MONEY,
    NO_MEASURE,
    PAID_FOR,
    PAYER,
    RATING,
    REASON,
    SPELL,
    TERMS,
    TOLD,
    VOTED,
    beside,
    counts,
    happens,
    has_figure,
    is_dated,
    names_body,
    names_or_calls,
    names_someone,
    names_successor,
    said,
    tells_how_often,
    tells_length,
    tells_pay,
    tells_wait,
)
from matters_arising.index.question.cue import VOTE_ASKED, WHO
from matters_arising.index.question.noun import kind_of_noun
from matters_arising.index.question.part import first_asked

_BY_NOUN = r"^(?!(?:how (?:many|much|long|often)|when|who)\b).*"
"""What a question is said to ask for by a noun, unless its first words say what it asks."""

_TOLD_OTHERWISE = (
    r"what|how|why|who|when|which|where|is|are|was|were|has|have|had|did|do|does|will|can"
    r"|happen\w*|about|updates?|progress|plans?|actions?|decisions?|audits?"
)
"""Words of a question about a quarter that need not be for its figure."""

_POSTS = (
    *("director", "head", "headteacher", "clerk", "chief executive", "leader", "treasurer"),
    *("secretary", "cabinet member", "portfolio holder", "mayor", "monitoring officer"),
)


_CHAIRS = re.compile(r"\b(?:(?:vice|deputy)[- ])?chair\w*|\bvice\b", re.I)
"""The chair and the vice chair: the name of one office does not tell who holds the other."""


def _holder(post: str) -> Fact:
    """The name of whoever holds a post."""
    cue = (
        rf"\bwho(?:['’]?s| is| was| are) (?:the |our )?(?:\w+ ){{0,2}}{post}s?\b"
        rf"|\bnames? of (?:the )?(?:\w+ ){{0,4}}{post}|\b{post}\w*\b.*\bby name\b"
        rf"|^(?:the |our )?(?:new |next )?{post} (?:of|at) (?!.*\b(?:actions?|tasks?|updates?"
        r"|reports?|progress)\b).{2,40} (?:from|since|until|before)\b"
    )
    return kind("a name", cue, beside(post, names_person), r"names?|persons?|people", tied=True)


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
        r"\bwho (?:(?:\w+ )?chair(?:s|ed|ing)?|(?:is|was) (?:the |our )?(?:(?!vice|deputy)\w+ )?"
        r"chair)\b(?!.*\bby name\b)"
        r"|\bwho['’]?s (?:the )?chair\b(?!.*\bby name\b)",
        beside("chair", lambda text: names_person(text) or names_role(_CHAIRS.sub(" ", text))),
        r"persons?|people|chair\w*",
        tied=True,
    ),
    kind(
        "a name",
        r"\bnames? of (?:the )?(?:\w+ ){0,4}chair|\bname of the person (?:who|that) chairs"
        r"|\bchair\w*\b.*\bby name\b",
        beside("chair", names_person),
        r"names?|persons?|people",
        tied=True,
    ),
    kind(
        "a name",
        r"\bby name\b|\bnames? of (?:the |our |each )"
        r"|\b(?:need|want|give) (?:me )?(?:a|the) names?\b",
        names_or_calls,
        r"names?|persons?|people|called",
        tied=True,
    ),
    kind(
        "how each voted",
        r"\bhow did (?:each|every|individual)\b.*\bvote"
        r"|\b(?:who|which (?:\w+ ){0,2}(?:members|councillors|governors)) voted\b",
        said(VOTED),
        r"vot\w+|each|every|individual",
        settled=True,
        voted=True,
    ),
    kind(
        "a vote",
        VOTE_ASKED,
        said(CARRIED),
        r"vot\w+|close|split|count|tally|result",
        settled=True,
        voted=True,
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
        tied=True,
    ),
    kind(
        "a name or post",
        r"\bwho (?:has |have |had |will |is (?:to |going to )?)?(?:replac\w*|succe\w+|takes? over"
        r"|took over|stepped in|followed)\b"
        r"|\bwho (?:was|is|has been|got) (?:appointed|elected|recruited|chosen|the new)\b"
        r"|\bwho became\b",
        names_successor,
        r"replac\w*|succe\w+|took|over|appointed|elected|recruited|chosen",
        tied=True,
    ),
    kind(
        "who paid",
        r"\bwho(?:['’]?s| is| was| will)? (?:be )?"
        r"(?:pa(?:id|ys?|ying)|fund(?:s|ed|ing)?|financ\w+)\b",
        said(PAYER),
        r"pa(?:id|ys?|ying)|fund(?:s|ed|ing)?|financ\w+",
        tied=True,
    ),
    kind(
        "a reason",
        r"\bwhy\b|\breasons? (?:for|that|given)\b|\bwhat went wrong\b|\bhow come\b"
        r"|\bwhat (?:\w+ )?(?:caused|led to)\b|\bcauses? of\b|\bwhat grounds\b|\bgrounds for\b",
        said(REASON),
        r"reasons?|grounds?|wrong|went|caus\w+|led",
        explained=True,
    ),
    *CLOCK_KINDS,
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
        rf"£|\bhow much\b.*\b(?:{PAID_FOR})\b|\bhow much\W*$"
        r"|\bwhat (?:did|does|do|has|have|was|were|is)\b.{0,60}\b(?:pay|paid|cost|spent|spend)\b"
        r"|\b(?:salar\w+|wages?|price|spend"
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
        r"\bwait(?:s|ing times?)?\b.*\bin (?:days|weeks|months)\b",
        tells_wait,
        rf"waits?|waiting|times?|{SPELL}",
        tied=True,
    ),
    kind("how often", r"\bhow often\b", tells_how_often, r"often|times?", tied=True),
    kind(
        "a length of time",
        rf"\bhow (?:long|old|far (?:is|are|was|were|away|from)|quick(?:ly)?|fast|soon after)\b"
        rf"|\bhow many (?:{SPELL})\b",
        tells_length,
        rf"many|long|old|far|quick(?:ly)?|fast|soon|after|waiting|times?|{SPELL}",
        tied=True,
        soft=True,
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
        r"\bwhat(?:['’]?s| is| was| are| were) (?:the |our )?(?:\w+ ){0,2}(?:targets?|goals?)\b"
        r"(?! dates?\b)|\bhow (?:big|large|high|low|much)\b|\bnumbers?\b(?! \d{1,2}\b)"
        r"|\bfigures?\b|\btotals?\b|\baverages?\b"
        r"|\bcaseloads?\b|\brates? of\b|\bwhat rate\b"
        rf"|\bwhat(?:['’]?s| is| was| were| are) (?:the |our )?(?:\w+ ){{0,3}}(?:{MEASURE})s?\b"
        rf"|^(?!.*\b(?:{NO_MEASURE})\b).*\b(?:{MEASURE})s?\b"
        rf"|^(?!.*\b(?:{_TOLD_OTHERWISE})\b).*\bq[1-4]\b",
        has_figure,
        r"much|numbers?|figures?|totals?|count|rates?|averages?|avg",
        measured=True,
    ),
    kind(
        "when it happens",
        r"^when (?:do|does)\b",
        happens,
        r"when|actually|really",
        recorded=True,
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
        r"|\bdates? (?:of|for|in|when|that)\b|^date\b|\bhow soon\b"
        r"|(?<!in )(?<!within )\btimescales?\b",
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
        r"\bwhat (?:did|does|do) (?:[\w'’-]+ ){1,8}(?:find|found|show|conclude|reveal|identify"
        r"|highlight)\b|\bwhat (?:did|does) (?:[\w'’-]+ ){0,4}(?:inspection|review|audit|report"
        r"|survey|letter|study)\b.*\bsay\b|\bfindings? (?:of|from)\b"
        r"|\b(?:outcomes?|results?) (?:of|from)\b"
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
        soft=True,
    ),
)
"""Kinds of fact, the most particular first: the first whose cue a question has is asked for."""


FIGURE = next(fact for fact in FACTS if fact.name == "a figure")
"""Asked for wherever it is asked how something that is told in figures went over time."""

_SPELT = {"yr": "year", "yrs": "years", "mths": "months", "wks": "weeks", "hrs": "hours"}
_IN_SHORT = re.compile(rf"\b(?:{'|'.join(_SPELT)})\b", re.I)
"""Units of time as they are typed in a hurry."""

_NEVER = r"(?!)"
_NAMED = kind("a name", _NEVER, names_person, "names?|two|three|four|five", tied=True)
"""Somebody's name, asked for by a noun alone."""


def fact_asked(question: str) -> Fact | None:
    """The kind of fact a question asks for; None where any account of its subject will do.

    Its words tell, or else the noun that it asks for.
    """
    asked = _IN_SHORT.sub(lambda m: _SPELT[m[0].lower()], first_asked(question))
    by_words = (fact for fact in FACTS if fact.cue.search(asked))
    noun = kind_of_noun(asked)
    by_noun = (fact for fact in (_NAMED, *FACTS) if fact.name == noun)
    return next(by_words, None) or next(by_noun, None)
