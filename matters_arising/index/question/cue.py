"""The cues in a question: what is asked, and which words carry no meaning of their own."""

import re

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.word.lexical import STOP_WORDS

WHO = r"(?<!people )(?<!those )(?<!anyone )(?<!children )\bwho(?:se|m|['’]?s)?\b"
"""How a person is asked for; "people who" only tells which people are meant."""

ASKS: tuple[tuple[str, str], ...] = (
    ("why", r"^(?:and |but |so )?why\b"),
    ("owner", r"^who (?:called|made|took|brought|submitted|proposed|seconded|moved|presented|wrote"
              r"|signed|prepared|introduced|put|raised|lodged|requested|spoke|told|said|suggested)\b"),
    ("attendance", r"\bapologi\w+|\battend(?:ed|ees)\b|\babsent\b|\bwho (?:came|chaired)\b"
                   r"|\bwho (?:stood in|sat in|deputised|substituted|missed)\b"
                   r"|\bwho (?:was|were) (?:away|missing)\b"
                   r"|\b(?:was|were)(?:n['’]?t| not) (?:at|there|present)\b"
                   r"|\bwho (?:was|were) (?:in|the|acting) (?:the )?chair\w*\b"
                   r"|\bwho (?:was|were) (?:at|there|present)"
                   r"|\b(?:was|were) (?:\w+ ){1,3}present\b"),
    ("due", r"\bwhat time\b|\bdates? (?:\w+ ){0,2}(?:slip\w*|mov\w+|chang\w+)"
            r"|\bdates? (?:for|of|by)\b"
            r"|\b(?:new|revised|target|closing|due) dates?\b"),
    ("decision", r"^(?!how (?:long|quick|fast|soon|late)).*\b(?:resol[vu]\w*|decid\w*|decisions?"
                 r"|recomm?endations?|endorsed?|approved?|voted?|asked to"
                 r"|what (?:was|were|got|has been) settled"
                 r"|what (?:\w+ )?(?:changes?|conditions?) (?:did|were)"
                 r"|what did (?:\w+ ){0,4}(?:agree|change|ask|do (?:with|about))"
                 r"|what (?:was|were|has been|have been) (?:\w+ )?agreed)\b"
                 r"|^did (?:\w+ ){0,5}(?:committee|board|panel|council|cabinet|governors|members"
                 r"|councillors|trustees)\b.*\b(?:note|agree|approve|accept|endorse|adopt|reject"
                 r"|support|refuse|pass|carry|defer)\b"),
    ("why", r"\bwhy\b|\breasons? (?:for|why|given)\b|\bhow come\b|\bwhat caused\b"),
    ("figure", r"\bhow (?:many|much|often)\b|%|£|\bper ?cent\w*|\bpercentage|\bnumber of\b"
               r"|\bproportion\b|\bwhat share\b"
               r"|\btargets?\b(?! dates?\b)(?!.*\b(?:still|course|track|met|missed|achieved)\b)"
               r"|\bfrom what to what\b"
               r"|\b(?:rates?|totals?|figures?|averages?|costs?|spend|caseloads?|budget)\b"),
    ("owner", rf"{WHO}(?! (?:counts?|qualif\w+|can)\b)|\bresponsible\b"
              r"|\bacc?ountable\b|(?<!\bits )(?<!\btheir )(?<!\bour )\bowns?\b|\bowner\w*"
              r"|\bin charge\b|\bleads? on\b|\b(?:carries|bears|holds) the risk\b"),
    ("due", r"\bwhen\b|\bdeadlines?\b|\bdue\b|\btarget dates?\b|\bby what date\b"
            r"|(?<!in )(?<!within )\btimescales?\b"),
    ("status", r"^(?:is|are|was|were)\b|\bhappen\w*|\bstatus\b|\bprogress\b|\bdone\b"
               r"|\bcomplet\w*|\bfinished\b|\byet\b"
               r"|\bgo ahead\b|\bcame of\b|\bbecame of\b|\bwhere are we\b|\bupdate\b|\bdid\b"
               r"|\bhas\b|\bhave\b|\bever\b|\bstill\b"),
)  # fmt: skip
"""What is asked, and the words that ask it; the first that matches leads the answer."""

FAMILY = 3
"""A ref that is in no paper is missed where at least so many of its list are held."""

STATES = (
    ("delayed", r"\bdelayed\b|\blate\b|\bbehind\b"),
    ("at_risk", r"\bat risk\b"),
    ("on_hold", r"\bon hold\b"),
    ("on_track", r"\bon track\b"),
    ("not_started", r"\bnot (?:yet )?started\b"),
    ("under_review", r"\bunder review\b|\breviewing\b"),
    ("carried_over", r"\bcarried (?:over|forward)\b"),
    ("closed", r"\bclosed\b"),
    ("complete", r"\bcompleted?\b(?! but)|\b(?:are|is|were|was|marked|rated) done\b"),
    ("complete_impact_unproven", r"\bimpact\b|\bcomplete but\b"),
    ("amber e", r"\bamber e\b"),
    ("amber", r"\bamber\b(?! e\b)"),
    ("red", r"\bred\b"),
    ("green", r"\bgreen\b"),
)
"""States of an action, and how a question names them."""

SECTION = re.compile(r"\bs\.?(\d{1,3})s?\b")
"""A section of an act in short: "s47s" are section 47 enquiries."""

PHASE = re.compile(r"\bphase (\d|one|two|three|four)\b", re.I)
NUMERALS = {"one": "1", "two": "2", "three": "3", "four": "4"}

OVER_TIME = re.compile(
    r"\b(?:history|story of|from (?:the )?(?:start|beginning) to (?:the )?(?:end|finish)"
    r"|over the years|over time|since|then|again|rejoin\w*|changed?|baseline and"
    r"|moved since|slipped|trend)\b",
    re.I,
)

MEASURED = re.compile(
    r"\b(?:timel\w+|attendance|performance|moved|trend|levels?|risen|fallen|numbers?|rates?"
    r"|caseloads?|figures?|spend\w*|costs?|percent\w*|(?:in|on) time)\b",
    re.I,
)
"""What is told in figures."""

COUNTED = re.compile(
    r"\b(?:how many|number of|numbers of)\s+((?:(?!(?:did|do|does|have|has|had|are|were|was|is|in"
    r"|from|at|for|took|of|on|to|who|that|we|by|with|came|went)\b)[\w'’-]+\s*){1,4})",
    re.I,
)
"""What a question has counted."""

LATEST = re.compile(
    r"\b(?:latest|now|current(?:ly)?|to date|where (?:are|is|have|has|did)\b.{0,30}|so far|yet"
    r"|most recent(?:ly)?|at the moment|still|up to now|in the end|eventually|finally"
    r"|^(?:is|are) .{3,60} (?:coming|going|getting|falling|rising|growing|improving))\b",
    re.I,
)
"""Words that ask for the last word held."""

BODY = re.compile(
    r"\b(?:committee|cttee|cabinet|panel|board|governors|fgb|full council|scrutiny|meeting"
    r"|minutes)\b",
    re.I,
)

AT_A_MEETING = re.compile(rf"{BODY.pattern}|members|councillors|asked|said|paper", re.I)
"""Words of a question about a meeting as a whole."""

ACTIONS = re.compile(r"\b(?:actions|tasks|jobs|to[- ]do)\b", re.I)
"""Words for what somebody has to do."""

UNDONE = re.compile(
    r"\b(?:outstanding|unfinished|incomplete|uncompleted|still open|not (?:yet )?(?:done|finished)"
    r"|to be done|left to do)\b|\b(?:not|n['’]t) (?:yet |been |yet been )?complet\w+",
    re.I,
)
"""Words for all that is not done, whatever its state."""

DENIED = r"(?:\bnot|n['’]t|\bnever|\brather than|\binstead of) (?:yet |been |yet been )?"
"""What stands before a state that is not asked for."""

LIST = re.compile(
    r"^(?:anything|what['’]?s?|which|list|how many)\b.{0,20}"
    r"\b(?:at risk|on hold|delayed|overdue)\b|"
    r"^(?:anything|what['’]?s?|what is|which are) (?:still |now )?(?:red|amber|green|behind)\b|"
    r"\bactions?\b.{0,20}\blist\b|"
    r"\b(?:which|what|list|all|show)\b[\w\s,]{0,20}\b(?:actions?|tasks?|recommendations?)\b"
    r"|\b(?:what(?:['’]?s| is| are| was| were| else is)?|anything|everything) (?:\w+ ){0,3}due\b"
    r"|\bactions? (?:\w+ ){0,2}(?:sit|belong|for|from|owned|led|assigned|due|with|of)\b"
    r"|['’]s? actions\b|^(?:list|show) \w+"
    r"|\b(?:everything|anything|all) (?:\w+ ){1,6}(?:(?:has|have|had)"
    r"|(?:is|are|was|were|been) (?:asked|told|meant|supposed|due|down)) to\b"
    r"|\b(?:everything|anything|all|actions?|tasks?|what) (?:\w+ ){1,6}(?:is|are|was|were) down"
    r" for\b"
    r"|\bto[- ]do list\b|\b(?:actions?|tasks?) (?:are |were )?(?:about|on|regarding|around)\b"
    r"|\bwhat (?:else )?(?:is|are|was|were) .{4,80} (?:accountable|responsible|in charge)"
    r" (?:for|of)\W*$"
    r"|\bwhat (?:else )?(?:does|did|do|must|should|has|have) .{4,80} (?:own|lead on|deliver"
    r"|(?:have|has|need|needs|got|asked|meant|supposed|agreed?) to (?:do|deliver|complete|finish))"
    r"(?: (?:by|in|at|from|under|this|last)\b.*)?\W*$",
    re.I,
)
OWNED = re.compile(
    r"\b(?:lead(?:s|ing)?(?: on| for)?|responsib\w+ for|acc?ountable for|in charge of|owns?"
    r"|owner of|looks? after|deals? with|whose job (?:is|was) it to \w+)\s+(?P<thing>[^?,;]+)",
    re.I,
)
CARRIERS = lexicon("risk risks action actions issue work project programme task matter plan thing")
"""What stands for a thing and is not its name: of "the flooding risk" it is flooding."""

HOLDER = re.compile(r"\bwho(?:['’]?s| is| was| are|se) (?:the|our|your)\b", re.I)
"""How it is asked who holds a post, which no action's owner tells."""

PREPOSITION = re.compile(r"\s(?:of|for|in|on|by|with|from|to|at|about|under|across|and|when)\s")
"""How the thing is named whose owner is asked for, and where its name ends at its noun."""

REF = re.compile(
    r"(?<![\w/])(?:[A-Za-z]{1,5}[.-]?\d{1,3}[A-Za-z]?|\d{1,3}[A-Za-z]?(?:/\d{2,4})?)(?![\w/])"
)
TOLD_REF = re.compile(
    r"\b(?:action|ref|item|recommendation|number|no)\.?\s+(\d{1,3}(?:\.\d+)?)\b", re.I
)

GENERIC = STOP_WORDS | lexicon(
    "according account accountable action actions actually agree agreed ahead answer answered"
    " away became become came changed charge come compare compared compares comparison count"
    " counts cttee date dates deadline decide decided decision decisions did doing due each end"
    " ever eventually fallen far find finish finished five four further go goes going gone got hold"
    " holding however idea item items know last late latest look made make meant meet moved"
    " must need needed needs new now number often ok old one ones open over owner owns paper papers"
    " part per please pls progress put question rate rating really reason recently"
    " recommendation recommendations report reports responsible result right sat saying see"
    " seen sent set setting settled since sit sits slipped stand stands start status still story"
    " supposed"
    " sure taken talk tell thing things think thought three time today told total try two up"
    " update updates used using v versus via vs want wanted way whats whos yet"
)
"""Words that ask, or stand in every paper: they tell no passage from another."""

ASIDES = re.compile(
    r"\bover (?:the years|time)\b|\bhow many times\b|\bhistory of\b"
    r"|\bchange[ds]?(?= (?:between|since|from|over)\b)|\bbetween\b"
    r"|\bwho(?:['’]?s| is| was)? lead(?:s|ing)?(?: on)?\b|\bwho (?:stood|sat) in\b|\bin the end\b"
    r"|\bfrom (?:the )?(?:start|beginning) to (?:the )?(?:end|finish)\b",
    re.I,
)
"""Phrases that ask for a history or an owner, whose words mean other things elsewhere."""

MONTH = re.compile(
    r"^(?:(?:spring|summer|autumn|winter)s|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|"
    r"q[1-4]|quarter|month|year|\d+|\d+(?:st|nd|rd|th)|(?:19|20)\d\d(?:[/-]\d\d)?)$"
)
"""Words that say when, which the dates of papers and records answer."""

NUMBERED = re.compile(
    r"\b(?:outcome|option|question|recommendation|standard|enabler|priority|theme|goal|objective"
    r"|appendix|annex|note|section|paragraph|item|line|lot|phase|stage|step) "
    r"(\d{1,3})\b"
)
"""A number that is part of a name: "outcome 22"."""

SAID_OTHERWISE = {
    "kids": "children",
    "kid": "child",
    "cttee": "committee",
    "govs": "governors",
    "exec": "executive",
    "cllr": "councillor",
    "cllrs": "councillors",
    "mtg": "meeting",
    "dept": "department",
    "info": "information",
    "docs": "documents",
    "recs": "recommendations",
    "ed": "education",
    "childrens": "children's",
    "yr": "year",
    "yrs": "years",
}
"""What is typed in a hurry, and what papers print."""

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)

FIGURE = (
    r"(?<![\w/])(?<!\w-)(?!(?:19|20)\d\d\b)£?\d[\d,.]*(?:[km]n?|%|bn)?(?![\w/])"
    rf"(?!(?:st|nd|rd|th)?\s+{_MONTHS}\b)"
)
"""A number that is no year, no day and no part of a ref."""

NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

KINDS: tuple[tuple[str, str], ...] = (
    (r"\bhow often\b",
     r"\b(?:(?:every|each) (?:\w+ )?(?:day|week|month|term|quarter|year)s?|once|twice"
     r"|daily|weekly|fortnightly|monthly|termly|quarterly|annual(?:ly)?"
     r"|yearly|times a|per (?:week|month|term|year))\b"),
    (r"£|\b(?:cost\w*|spen[dt]\w*|budget\w*|fees?|price|pa(?:y|id)|amount|fund\w*|money)\b"
     r"|\bhow much (?:\w+ ){0,8}saves?\b",
     r"£|\b(?:no|nil) (?:\w+ ){0,2}(?:costs?|spend\w*|budget|fees?|fund\w*|charge)\b"),
    (r"%|\bper ?cent\w*|\bpercentage|\brates?\b|\bshare\b|\bproportion\b",
     r"\d\s?(?:%|per ?cent)"),
    (r"\b(?:how many|numbers?|figures?|totals?|averages?|caseloads?)\b",
     rf"{FIGURE}|\b(?:{NUMBER_WORD}|no|none)\b"),
)  # fmt: skip
"""What a question asks for, and what a sentence must hold to give it."""

CAME: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"\b(?:stood|sat) in\b|\bdeputis|\bsubstitut",
     r"\bsubstitut\w*|\bdeputi\w+|\bon behalf of\b|\bin (?:the )?(?:place|absence) of\b",
     ("substitute",)),
    (r"\bchair", r"(?<!vice[ -])(?<!\bis )(?<!\bare )(?<!\bbe )\bchair(?!['’]s)\w*",
     ("chair",)),
    (r"\bapolog|\babsen|\bmiss(?:ed|ing)\b|\baway\b|(?:n['’]?t|\bnot) (?:at|there|present)\b",
     r"\bapolog\w+|\babsen\w+", ("apologies", "absent")),
)  # fmt: skip
"""Who is asked for of those at a meeting, how they are told from the others, and the words of the
lists that name them."""

PRESENT = ("present",)
"""The word of the list of those who came."""

VOTE_ASKED = (
    r"\b(?:what|how (?:close|many|split)) (?:\w+ ){0,3}votes?\b|\bhow did .* vote\b"
    r"|\bvote (?:count|tally|result|split)\b|\bwas it unanimous\b"
)
VOTE = (
    r"\bvotes? (?:for|against|in favour)\b|\babst(?:ain|ention)\w*|\bunanim\w+"
    r"|\b(?:for|against):? \(?\d|\b\d{1,3} ?(?:-|–|to|v) ?\d{1,3}\b"
    r"|\bmotion (?:was )?(?:carried|passed|failed|lost)|\bmajority\b"
    r"|\b(?:put to the|without a|by a) vote\b"
)
"""How it is asked how many were for a thing, and how that is told."""

DATE = (
    rf"\b(?:19|20)\d\d\b|\b(?!(?-i:may|march)\b){_MONTHS}\b|\b(?:spring|summer|autumn|winter)\b"
    rf"|\bwithin (?:\w+ ){{0,2}}(?:\d+|{NUMBER_WORD}) (?:\w+ )?(?:day|week|month|year)s?\b"
    r"|\b\d\d?/\d\d?/\d\d"
)
