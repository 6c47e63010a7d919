"""The cues in a question: what is asked, and which words carry no meaning of their own."""

import re

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.word.lexical import STOP_WORDS

ASKS: tuple[tuple[str, str], ...] = (
    ("decision", r"\b(?:resol[vu]\w*|decid\w*|decisions?|recomm?endations?|endorsed?|approved?"
                 r"|voted?|asked to|what did (?:\w+ ){0,4}(?:agree|change|ask))\b"),
    ("figure", r"\bhow (?:many|much|often)\b|%|£|\bper ?cent\w*|\bpercentage|\bnumber of\b"
               r"|\b(?:rates?|totals?|figures?|averages?|costs?|spend|caseloads?|budget)\b"),
    ("owner", r"\bwho(?:se|m|['’]?s)?\b|\bresponsible\b|\bacc?ountable\b|\bowns?\b|\bowner\w*"
              r"|\bin charge\b|\bleads? on\b"),
    ("due", r"\bwhen\b|\bdeadlines?\b|\bdue\b|\btarget dates?\b|\bby what date\b|\btimescales?\b"),
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
    ("complete", r"\bcompleted?\b(?! but)"),
    ("complete_impact_unproven", r"\bimpact\b|\bcomplete but\b"),
    ("amber e", r"\bamber e\b"),
    ("amber", r"\bamber\b(?! e\b)"),
    ("red", r"\bred\b"),
    ("green", r"\bgreen\b"),
)
"""States of an action, and how a question names them."""

PHASE = re.compile(r"\bphase (\d|one|two|three|four)\b", re.I)
NUMERALS = {"one": "1", "two": "2", "three": "3", "four": "4"}

OVER_TIME = re.compile(
    r"\b(?:history|over the years|over time|since|then|again|rejoin\w*|changed?|baseline and"
    r"|moved since|slipped|trend)\b",
    re.I,
)

BODY = re.compile(
    r"\b(?:committee|cttee|cabinet|panel|board|governors|full council|scrutiny|meeting|minutes)\b",
    re.I,
)

LIST = re.compile(
    r"^(?:anything|whats?|which|list|how many)\b.{0,20}\b(?:at risk|on hold|delayed|overdue)\b|"
    r"\bactions?\b.{0,20}\blist\b|"
    r"\b(?:which|what|list|all|show)\b[\w\s,]{0,20}\b(?:actions?|tasks?|recommendations?)\b"
    r"|\b(?:what(?:['’]?s| is| are| was| were| else is)?|anything|everything) (?:\w+ ){0,2}due\b"
    r"|\bactions? (?:sit|belong|for|owned|led|assigned|due|with|of)\b",
    re.I,
)
REF = re.compile(
    r"(?<![\w/])(?:[A-Za-z]{1,5}[.-]?\d{1,3}[A-Za-z]?|\d{1,3}[A-Za-z]?(?:/\d{2,4})?)(?![\w/])"
)
TOLD_REF = re.compile(
    r"\b(?:action|ref|item|recommendation|number|no)\.?\s+(\d{1,3}(?:\.\d+)?)\b", re.I
)

GENERIC = STOP_WORDS | lexicon(
    "account accountable action actions actually ahead answer away became become came charge come"
    " compared cttee deadline decide decided decision decisions did due end ever far find finished"
    " further go goes going gone got hold holding however idea item items know last late latest"
    " look made make meant meet need needed needs new now number old ok open over owner owns paper"
    " papers part per please pls progress put question rate rating reason recently recommendation"
    " recommendations really report reports responsible result right sat saying see seen sent set"
    " setting since sit sits stand stands start status still supposed sure taken talk tell thing"
    " things think thought time today told total try up update updates used using v versus via vs"
    " want wanted way whats whos yet"
)
"""Words that ask, or stand in every paper: they tell no passage from another."""

MONTH = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|"
    r"q[1-4]|quarter|month|year|\d+|\d+(?:st|nd|rd|th)|(?:19|20)\d\d(?:[/-]\d\d)?)$"
)
"""Words that say when, which the dates of papers and records answer."""

SAID_OTHERWISE = {
    "kids": "children",
    "kid": "child",
    "cttee": "committee",
    "govs": "governors",
    "exec": "executive",
    "mtg": "meeting",
    "dept": "department",
    "info": "information",
    "docs": "documents",
    "recs": "recommendations",
    "ed": "education",
    "childrens": "children's",
}
"""What is typed in a hurry, and what papers print."""

KINDS: tuple[tuple[str, str], ...] = (
    (r"£|\b(?:cost\w*|spen[dt]\w*|budget\w*|fees?|price|pa(?:y|id)|amount|fund\w*|money)\b",
     r"£|\b(?:no|nil) (?:\w+ ){0,2}(?:costs?|spend\w*|budget|fees?|fund\w*|charge)\b"),
    (r"%|\bper ?cent\w*|\bpercentage|\brates?\b|\bshare\b|\bproportion\b", r"%|per ?cent"),
    (r"\b(?:how many|numbers?|figures?|totals?|averages?|caseloads?)\b", r"\d|\b(?:one|two|three"
     r"|four|five|six|seven|eight|nine|ten|eleven|twelve|no|none)\b"),
)  # fmt: skip
"""What a question asks for, and what a sentence must hold to give it."""

DATE = (
    r"\b(?:19|20)\d\d\b|\b\d{1,2} ?(?:st|nd|rd|th)\b|\b(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december|spring|summer|autumn|winter)\b"
)
