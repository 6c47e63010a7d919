"""Questions to be answered by yes or no, and the verb of what they ask to be so."""

import re

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.word.term import stem

_AUXILIARY = (
    r"(?:is|are|was|were|has|have|had|did|do|does|will|can|could|should|would|must|may)(?:n['’]t)?"
)
_POLAR = re.compile(
    r"^(?:(?:and|so|but|please|do (?:we|you) know|can you (?:tell me|say))\W+(?:if|whether)?\s*)?"
    rf"{_AUXILIARY}\b"
    rf"|[-–,:;?]\s*(?:and )?{_AUXILIARY}\s+(?:it|they|we|he|she|this|that|there|the)\b"
    r"|\bor not\b|\byet\W*$",
    re.I,
)
_OPEN = re.compile(r"\b(?:who|whom|whose|what|whats|which|when|where|why|how|or)\b(?! not\b)", re.I)
_EVER = re.compile(r"\bdid (?:we|they|it) (?:ever |actually |really )?(?P<verb>[a-z]{3,})\b", re.I)

_IRREGULAR = {
    "written": "write",
    "built": "build",
    "held": "hold",
    "sent": "send",
    "made": "make",
    "met": "meet",
    "found": "find",
    "begun": "begin",
    "taken": "take",
    "given": "give",
    "put": "put",
    "bought": "buy",
    "brought": "bring",
    "kept": "keep",
    "paid": "pay",
    "set": "set",
    "spent": "spend",
    "run": "run",
    "shown": "show",
    "drawn": "draw",
    "chosen": "choose",
    "won": "win",
    "lost": "lose",
    "wrote": "write",
    "ran": "run",
    "drew": "draw",
    "spoke": "speak",
    "spoken": "speak",
}
"""Past forms that do not end in -ed, each with its verb."""

_NO_VERBS = lexicon("need indeed speed feed seed unaccompanied bed red shed led")


def is_polar(text: str) -> bool:
    """Whether a question is to be answered by yes or no, and asks nothing besides."""
    return bool(_POLAR.search(text)) and not _OPEN.search(text)


def verb_asked(text: str) -> str | None:
    """The stem of the verb that is asked to be so, "relaunch"; None where none is told."""
    ever = _EVER.search(text)
    if ever and ever["verb"].lower() not in ("get", "have", "ever"):
        return verb_stem(ever["verb"])
    words = [word for word in re.findall(r"[a-z]+", text.lower()) if word not in _NO_VERBS]
    verbs = [w for w in words if w in _IRREGULAR or w == "open" or re.fullmatch(r"\w{2,}ed", w)]
    return verb_stem(verbs[-1]) if verbs else None


def verb_stem(word: str) -> str:
    """The stem of a verb in any of its forms: "written" is of "write"."""
    lowered = word.lower()
    return stem(_IRREGULAR.get(lowered, lowered))


def has_verb(text: str, verb: str) -> bool:
    """Whether a text has a form of a verb, told by its stem."""
    return any(verb_stem(word) == verb for word in re.findall(r"[A-Za-z]+", text))
