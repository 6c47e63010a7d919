"""What a question asks for, told by its words and the names that the library's papers use."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.held import Vocabulary
from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.owner import canonical_owner
from matters_arising.index.question.cue import (
    ASKS,
    BODY,
    DATE,
    FAMILY,
    GENERIC,
    KINDS,
    LIST,
    MONTH,
    NUMERALS,
    OVER_TIME,
    PHASE,
    REF,
    SAID_OTHERWISE,
    STATES,
    TOLD_REF,
)
from matters_arising.index.word.lexical import STOP_WORDS, is_ref


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `asks` is what leads the answer: `status`, `owner`, `due`, `figure`, `decision` or
    `what`. `listing` asks for every action that fits. `refs` are refs the papers use;
    `missing_refs` look like theirs, but no paper has them. `owners` are canonical owners
    it names, `statuses` the states of an action, as records have them or as a paper prints
    them. `phase` is a numbered phase of a plan. `dates` are ISO dates or periods it names,
    `years` the years in them. `terms` are the words that carry its meaning, with
    `expansions` of abbreviations; `respelt` are words as typed and as the papers print them.
    """

    text: str
    asks: str
    listing: bool
    refs: tuple[str, ...]
    missing_refs: tuple[str, ...]
    owners: tuple[str, ...]
    statuses: tuple[str, ...]
    phase: str | None
    dates: tuple[str, ...]
    years: tuple[str, ...]
    terms: tuple[str, ...]
    expansions: tuple[str, ...]
    respelt: tuple[tuple[str, str], ...] = ()

    @property
    def window(self) -> tuple[str, str] | None:
        """The first and last day of the first date it names; None where it names none."""
        return next(((date, date) for date in self.dates if "/" not in date), None)

    @property
    def times(self) -> tuple[str, ...]:
        """The words of it that say when, as typed: "q2", "march"."""
        return tuple(word for word in re.findall(r"\w+", self.text.lower()) if MONTH.match(word))

    @property
    def wanted(self) -> str | None:
        """A pattern of what must be said to answer: a sum, a share, a number, a date."""
        if self.asks == "figure":
            return next((sign for cue, sign in KINDS if re.search(cue, self.text, re.I)), r"\d")
        return DATE if self.asks == "due" else None

    @property
    def names_body(self) -> bool:
        """Whether it speaks of a meeting or the body that met."""
        return bool(BODY.search(self.text))

    def respelled(self, pairs: Sequence[tuple[str, str]]) -> "Question":
        """The same question with words as the papers print them."""
        printed = dict(pairs)
        terms = tuple(dict.fromkeys(printed.get(term, term) for term in self.terms))
        return replace(self, terms=terms, respelt=tuple(pairs))

    def about(self, action: str) -> "Question":
        """The same question asked of an action in the action's own words."""
        return replace(self, text=f"{self.text} {action}", terms=_terms(action))

    @property
    def topic(self) -> str:
        """The words that carry the meaning, abbreviations written out."""
        return " ".join((*self.terms, *self.expansions)) or self.text

    @property
    def over_time(self) -> bool:
        """Whether it asks for what was said at several times."""
        return len(self.years) > 1 or bool(OVER_TIME.search(self.text))

    @property
    def search_text(self) -> str:
        """The question with its abbreviations written out, for both arms of the search."""
        return " ".join((self.text, *self.expansions))


def read_question(text: str, vocabulary: Vocabulary) -> Question:
    """Understand a question in the words that the library's papers use."""
    words = " ".join(text.split())
    refs, missing = _find_refs(words, vocabulary.refs)
    dates = tuple(found.value for found in find_dates(words))
    owners = _find_owners(words, vocabulary)
    statuses = tuple(name for name, said in STATES if re.search(said, words, re.I))
    return Question(
        text=words,
        asks=next((name for name, cue in ASKS if re.search(cue, words, re.I)), "what"),
        listing=bool(LIST.search(words)) and bool(owners or dates or statuses),
        refs=refs,
        missing_refs=missing,
        owners=owners,
        statuses=statuses,
        phase=_find_phase(words),
        dates=dates,
        years=tuple(dict.fromkeys(re.findall(r"\b(?:19|20)\d\d\b", " ".join((words, *dates))))),
        terms=_terms(words),
        expansions=(
            *_expansions(words, vocabulary.abbreviations),
            *_respellings(_terms(words)),
        ),
    )


def _find_refs(text: str, known: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
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


def _find_owners(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Owners named in the text, the longest of those that overlap.

    A title may be cut short, if it is at least two words long: "head of commissioning".
    """
    asked = f" {canonical_owner(text, _upper(vocabulary.abbreviations, text))} "
    named = {canonical_owner(owner, vocabulary.abbreviations) for owner in vocabulary.owners}
    starts = {_start_in(owner, asked) for owner in named} - {""}
    kept: list[str] = []
    for owner in sorted(starts, key=lambda o: (-len(o), o)):
        if not any(owner in longer for longer in kept):
            kept.append(owner)
    return tuple(kept)


def _start_in(owner: str, asked: str) -> str:
    """The owner as far as the text names it: whole, or its first two words and more."""
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


def _find_phase(text: str) -> str | None:
    found = PHASE.search(text)
    return NUMERALS.get(found[1].lower(), found[1]) if found else None


def _expansions(text: str, abbreviations: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Long forms of the abbreviations in the text, and short forms of the long ones."""
    longs = [long for _, long in _upper(abbreviations, text)]
    lowered = text.lower()
    shorts = [short for short, long in abbreviations if len(long) > 8 and long.lower() in lowered]
    return tuple(dict.fromkeys((*longs, *shorts)))


def _terms(text: str) -> tuple[str, ...]:
    """The words that carry the meaning, as papers would print them."""
    words = re.findall(r"[\w£%]+(?:['’.-]\w+)*", text.lower())
    kept = [w for w in words if re.sub("['’].*", "", w) not in GENERIC and not MONTH.match(w)]
    kept = kept or [word for word in words if word not in STOP_WORDS]
    said = (SAID_OTHERWISE.get(word, word) for word in kept if any(map(str.isalnum, word)))
    return tuple(dict.fromkeys(said))


def _respellings(terms: Iterable[str]) -> Iterator[str]:
    """Other spellings that a paper may print: "foster 4" for foster4, coordinator for co-."""
    for term in terms:
        if "-" in term:
            yield term.replace("-", "")
        elif re.fullmatch(r"[a-z]{3,}\d+", term):
            yield re.sub(r"(?<=[a-z])(?=\d)", " ", term)
