"""The names a question uses: refs, owners, phases and short forms, as the papers have them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from matters_arising.corpus.held import Vocabulary
from matters_arising.extract.phrase.owner import canonical_owner
from matters_arising.index.question.cue import (
    DENIED,
    FAMILY,
    NUMERALS,
    PHASE,
    REF,
    SECTION,
    STATES,
    TOLD_REF,
)
from matters_arising.index.question.glossary import SHORT_FORMS
from matters_arising.index.word.lexical import is_ref

_HEAD_OF_SERVICE, _HEAD = "head service ", "head "
"""A head of service is called head of what the service does."""


def find_refs(text: str, known: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Refs of the papers in the text, and those that look like one but are in no paper."""
    held = {_fold(ref): ref for ref in known}
    families = Counter(_family(ref) for ref in held)
    found: dict[str, None] = {}
    missing: dict[str, None] = {}
    told = TOLD_REF.findall(text)
    for token in (*REF.findall(text), *told):
        folded = _fold(token)
        bare = token not in told and not is_ref(token)
        if folded in held and not bare:
            found[held[folded]] = None
        elif not bare and families[_family(folded)] >= FAMILY:
            missing[token.upper()] = None
    return tuple(found), tuple(missing)


def _fold(ref: str) -> str:
    return re.sub(r"[\s.-]", "", ref).lower()


def _family(ref: str) -> str:
    """What the refs of one list have in common: their letters, or that they are like "3d"."""
    letters = re.match(r"[a-z]{2,}(?=\d)", ref)
    if letters:
        return letters.group()
    return "9a" if re.fullmatch(r"\d{1,2}[a-z]", ref) else ref


def find_owners(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Owners named in the text, the longest of those that overlap.

    A title may be cut short, if it is at least two words long: "head of commissioning".
    """
    plain = re.sub(r"['’]s?\b", "", text)
    asked = f" {canonical_owner(plain, _upper(vocabulary.abbreviations, plain))} "
    named = {canonical_owner(owner, vocabulary.abbreviations) for owner in vocabulary.owners}
    starts = {_start_in(owner, asked) for owner in named} - {""}
    kept: list[str] = []
    for owner in sorted(starts, key=lambda o: (-len(o), o)):
        if not any(owner in longer for longer in kept):
            kept.append(owner)
    return tuple(kept)


def _start_in(owner: str, asked: str) -> str:
    """The owner as far as the text names it: whole, or its first two words and more."""
    if owner.startswith(_HEAD_OF_SERVICE) and f" {_HEAD}{owner[len(_HEAD_OF_SERVICE) :]} " in asked:
        return owner
    words = owner.split()
    for length in range(len(words), min(1, len(words) - 1), -1):
        start = " ".join(words[:length])
        if f" {start} " in asked:
            return start
    return ""


def _upper(abbreviations: Sequence[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    """Abbreviations as they are typed in the text, in whatever case."""
    typed = set(re.findall(r"\w+", text))
    known = {short.lower(): long for short, long in abbreviations}
    return [
        (word, known[word.lower()]) for word in typed if word.lower() in known and len(word) > 1
    ]


def find_statuses(text: str) -> tuple[str, ...]:
    """The states of an action that a text names, but for those it denies: "not completed".

    Each as records have it, and as it is typed, for papers that print the same word.
    """
    found: dict[str, None] = {}
    for name, said in STATES:
        if match := re.search(said, re.sub(f"{DENIED}(?:{said})", " ", text, flags=re.I), re.I):
            found.update(dict.fromkeys((name, match.group().lower())))
    return tuple(found)


def find_phase(text: str) -> str | None:
    """The numbered phase of a plan that the text names: "phase two" is "2"."""
    found = PHASE.search(text)
    return NUMERALS.get(found[1].lower(), found[1]) if found else None


def find_glosses(
    text: str, abbreviations: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Short forms, in lower case, of which the text has the short or the long form.

    What the papers explain goes before what is common knowledge.
    """
    explained = {short.lower() for short, _ in abbreviations}
    common = [pair for pair in SHORT_FORMS if pair[0] not in explained]
    typed = {word.removesuffix("s") for word in re.findall(r"\w+", text.lower())}
    lowered = text.lower()
    found = (
        (short.lower(), long)
        for short, long in (*abbreviations, *common)
        if len(short) > 1 and (short.lower() in typed or is_spelt(long, lowered))
    )
    sections = ((match[0], f"section {match[1]}") for match in SECTION.finditer(lowered))
    return tuple(dict.fromkeys((*found, *sections)))


def is_spelt(long: str, lowered: str) -> bool:
    """Whether a lower-case text spells a long form out."""
    return len(long) > 8 and long.lower() in lowered
