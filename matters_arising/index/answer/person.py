"""Whether a text names a person, and not only a post or a body."""

import re
from collections.abc import Iterator

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.extract.phrase.title import BODIES, INNER, OPENERS, ROLES

_STYLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Cllr|Cllrs|Councillors?)\.? [A-Z]"
)
_OFFICER = re.compile(
    r"\b(?:Member|Director|President|Mayor|Commissioner|Trustee|Chairman|Chairwoman|Treasurer"
    r"|Secretary|Warden|Reeve|Governor|Officer) "
    r"([A-Z][a-z'’]+)(?![\w’'])"
)
"""An office before a surname: "Board Member Battle"."""

_INITIALLED = re.compile(r"\b(?:[B-HJ-Z]|A\.|I\.)(?: ?[A-Z]\b\.?)* ([A-Z][a-z'’]{2,})\b")
"""Initials before a surname: "K Marsh", "A. J. Marsh"."""

_PAIR = re.compile(r"\b([A-Z][a-z'’]+(?:-[A-Z][a-z]+)?) (?=([A-Z][a-z'’]+[\w'’-]*))")
_NO_NAMES = (
    ROLES
    | OPENERS
    | INNER
    | BODIES
    | lexicon(
        "a an and the this that these our all new no as in on at of for to by with from it if",
        "monday tuesday wednesday thursday friday saturday sunday january february march april",
        "may june july august september october november december spring summer autumn winter",
        "council borough county district city town parish north east south west northern southern",
        "eastern western central greater upper lower united kingdom england english british",
        "child children young people person persons family families adult adults parent parents",
        "carer carers care leaver leavers youth community communities public member members",
        "school schools academy college university primary secondary nursery education learning",
        "health mental medical hospital trust nhs integrated ambulance police fire housing home",
        "homes house centre hub hubs street road lane avenue square hall library gateway park",
        "plan plans policy policies strategy framework programme project act bill guidance code",
        "report reports review reviews paper papers minutes agenda item appendix section annex",
        "phase quarter year action actions update updates recommendation recommendations resolved",
        "board boards cabinet scrutiny overview full directorate department office services",
        "ofsted government national local state authority authorities regional",
        "corporate parenting safeguarding partnership partners protection early help front door",
        "improvement impact quality assurance performance resource resources capital budget risk",
        "social work workers chief assistant deputy vice working adoption fostering foster",
        "permanence placement placements special educational needs disability disabilities send",
        "transport highways environment environmental digital technology human legal democratic",
        "outstanding good requires inadequate red amber green complete delayed track closed hold",
        "annual monthly weekly daily quarterly total average number percentage date time venue",
        "well being wellbeing safer stronger better signs safety",
        "estates surveyor property transport access asset assets parks leisure payroll facilities",
        "premises procurement solicitor architect buildings maintenance customer communications",
        "registrar bursar engineer revenues benefits democratic water fire",
    )
)
"""Words that are written with capitals in papers and are no part of a person's name."""


def names_person(text: str) -> bool:
    """Whether the text has a person's name: "Cllr Ash", "Jo Marsh"."""
    if _STYLED.search(text) or any(True for _ in _names(text)):
        return True
    named = (*_OFFICER.finditer(text), *_INITIALLED.finditer(text))
    return any(match[1].lower() not in _NO_NAMES for match in named)


def _names(text: str) -> Iterator[str]:
    for match in _PAIR.finditer(text):
        words = (match[1].lower().removesuffix("’s"), match[2].lower().removesuffix("’s"))
        if not any(word.removesuffix("'s") in _NO_NAMES for word in words):
            yield " ".join(words)
