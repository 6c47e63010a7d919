"""What a question asks for, told by its words and the names that the library's papers use."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.held import Vocabulary
from matters_arising.extract.phrase.date import find_dates
from matters_arising.index.question.cue import (
    ASIDES,
    ASKS,
    AT_A_MEETING,
    BODY,
    CLOCK,
    CLOCK_ASKED,
    COUNTED,
    DATE,
    FIGURE,
    GENERIC,
    KINDS,
    LATEST,
    LIST,
    MEASURED,
    MONTH,
    NUMBER_WORD,
    NUMBERED,
    OVER_TIME,
    SAID_OTHERWISE,
    STATES,
)
from matters_arising.index.question.name import (
    find_glosses,
    find_owners,
    find_phase,
    find_refs,
    is_spelt,
)
from matters_arising.index.question.time import AskedTime, find_times, fit_of
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import stem


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `asks` is what leads the answer: `status`, `owner`, `due`, `figure`, `decision`,
    `attendance`, `why` or `what`. `listing` asks for every action that fits. `refs` are
    refs the papers use; `missing_refs` look like theirs, but no paper has them. `owners` are
    canonical owners it names, `statuses` the states of an action, as records have them or
    as a paper prints them. `phase` is a numbered phase of a plan. `dates` are ISO dates or
    periods it names, `years` the years in them and `times` every time it names, a bare "Q3"
    among them. `terms` are the words that carry its meaning, with `expansions` of abbreviations;
    `glosses` are short forms and the words they stand for, where it has one or the other;
    `respelt` are words as typed and as the papers print them.
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
    times: tuple[AskedTime, ...]
    terms: tuple[str, ...]
    expansions: tuple[str, ...]
    glosses: tuple[tuple[str, str], ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()

    @property
    def window(self) -> tuple[str, str] | None:
        """The first and last day of the first date it names; None where it names none."""
        return next(((date, date) for date in self.dates if "/" not in date), None)

    def timeliness(self, text: str, date: str | None) -> float:
        """How well a text of a report of that date speaks of a time asked about, 0 to 1."""
        return fit_of(self.times, text, date)

    @property
    def wanted(self) -> str | None:
        """A pattern of what must be said to answer: a sum, a share, a number, a date."""
        if self.asks == "figure":
            return next((sign for cue, sign in KINDS if re.search(cue, self.text, re.I)), FIGURE)
        if self.asks != "due":
            return None
        return CLOCK if self.by_the_clock else DATE

    @property
    def by_the_clock(self) -> bool:
        """Whether it asks for a time of day."""
        return bool(CLOCK_ASKED.search(self.text))

    @property
    def counted(self) -> str | None:
        """A pattern of a number with what it counts: "1403 cared for reviews"; None for none."""
        asked = COUNTED.search(self.text)
        noun = next((w for w in reversed(asked[1].split()) if w in self.terms), "") if asked else ""
        said = re.escape(stem(SAID_OTHERWISE.get(noun, noun)))
        return rf"(?:\d[\d,.]*|\b{NUMBER_WORD})\s+(?:[\w-]+\s+){{0,4}}{said}" if noun else None

    @property
    def of_meeting_alone(self) -> bool:
        """Whether it names a meeting and no subject: all that was decided there is asked."""
        return self.names_body and all(AT_A_MEETING.fullmatch(term) for term in self.terms)

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
        return replace(self, text=f"{self.text} {action}", terms=(*self.refs, *_terms(action)))

    @property
    def topic(self) -> str:
        """The words that carry the meaning, abbreviations written out."""
        return " ".join((*self.terms, *self.expansions)) or self.text

    @property
    def over_time(self) -> bool:
        """Whether it asks for what was said at several times."""
        return len(self.times) > 1 or len(self.years) > 1 or bool(OVER_TIME.search(self.text))

    @property
    def measured(self) -> bool:
        """Whether it asks about something that is told in figures."""
        return self.asks == "figure" or bool(MEASURED.search(self.text))

    @property
    def latest(self) -> bool:
        """Whether it asks how things stand now."""
        return bool(LATEST.search(self.text))

    @property
    def search_text(self) -> str:
        """The question with its abbreviations written out, for both arms of the search."""
        return " ".join((self.text, *self.expansions))


def read_question(text: str, vocabulary: Vocabulary) -> Question:
    """Understand a question in the words that the library's papers use."""
    words = " ".join(text.split())
    refs, missing = find_refs(words, vocabulary.refs)
    dates = tuple(found.value for found in find_dates(words))
    owners = find_owners(words, vocabulary)
    statuses = tuple(name for name, said in STATES if re.search(said, words, re.I))
    asks = next((name for name, cue in ASKS if re.search(cue, words, re.I)), "what")
    terms = _terms(words)
    typed = find_glosses(words, vocabulary.abbreviations)
    glosses = tuple(gloss for gloss in typed if gloss[0] not in map(str.lower, refs))
    if asks == "attendance":
        terms = _without_bodies(terms, vocabulary.committees)
    return Question(
        text=words,
        asks=asks,
        listing=bool(LIST.search(words)) and bool(owners or dates or statuses),
        refs=refs,
        missing_refs=missing,
        owners=owners,
        statuses=statuses,
        phase=find_phase(words),
        dates=dates,
        years=tuple(dict.fromkeys(re.findall(r"\b(?:19|20)\d\d\b", " ".join((words, *dates))))),
        times=find_times(words),
        terms=terms,
        expansions=tuple(
            dict.fromkeys((*_unsaid(words, glosses), *_respellings(terms))),
        ),
        glosses=glosses,
    )


def _unsaid(text: str, glosses: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Of each pair, the form that the text does not have."""
    for short, long in glosses:
        yield short if is_spelt(long, text.lower()) else long


def _terms(text: str) -> tuple[str, ...]:
    """The words that carry the meaning, as papers would print them."""
    words = re.findall(r"[\w£%]+(?:['’.-]\w+)*", ASIDES.sub(" ", text.lower()))
    named = set(NUMBERED.findall(text.lower()))
    kept = [
        w
        for w in words
        if re.sub("['’].*", "", w) not in GENERIC and (w in named or not MONTH.match(w))
    ]
    kept = kept or [word for word in words if word not in STOP_WORDS]
    said = (SAID_OTHERWISE.get(word, word) for word in kept if any(map(str.isalnum, word)))
    return tuple(dict.fromkeys(said))


def _without_bodies(terms: tuple[str, ...], committees: Iterable[str]) -> tuple[str, ...]:
    """The terms but for the names of bodies, which the lists of those present do not print."""
    bodies = {stem(word) for name in committees for word in name.lower().split()}
    kept = tuple(t for t in terms if stem(t) not in bodies and not BODY.fullmatch(t))
    return kept or terms


def _respellings(terms: Iterable[str]) -> Iterator[str]:
    """Other spellings that a paper may print: "foster 4" for foster4, coordinator for co-."""
    for term in terms:
        if "-" in term:
            yield term.replace("-", "")
        elif re.fullmatch(r"[a-z]{3,}\d+", term):
            yield re.sub(r"(?<=[a-z])(?=\d)", " ", term)
