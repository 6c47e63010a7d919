"""What a question asks for, told by its words and the names that the library's papers use."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.held import Vocabulary
from matters_arising.extract.phrase.date import find_dates
from matters_arising.index.question.body import NamedBody, find_body
from matters_arising.index.question.clock import CLOCK, CLOCK_ASKED
from matters_arising.index.question.cue import (
    ACTIONS,
    ASKS,
    AT_A_MEETING,
    BODY,
    CAME,
    CARRIERS,
    COUNTED,
    DATE,
    FIGURE,
    KINDS,
    LATEST,
    LIST,
    MEASURED,
    NUMBER_WORD,
    OVER_TIME,
    OWNED,
    PREPOSITION,
    PRESENT,
    SAID_OTHERWISE,
    VOTE,
    VOTE_ASKED,
)
from matters_arising.index.question.event import event_asked
from matters_arising.index.question.listing import ANY_ACTION, ListAsked, lists_only, read_list
from matters_arising.index.question.meaning import find_meant
from matters_arising.index.question.name import (
    find_glosses,
    find_owners,
    find_phase,
    find_refs,
    find_statuses,
)
from matters_arising.index.question.polar import is_polar
from matters_arising.index.question.relative import find_meetings, find_relative_times
from matters_arising.index.question.telling import (
    other_spellings,
    telling_words,
    unsaid_forms,
    without_bodies,
    without_body,
)
from matters_arising.index.question.time import AskedTime, find_times, fit_of
from matters_arising.index.word.compound import printed_otherwise
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import stem, stems
from matters_arising.index.word.thesaurus import words_alike


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
    `respelt` are words as typed and as the papers print them. `resolved` are those of its times
    that are told from where one stands ("last year"), read against `as_of`, the date of the
    latest report held. `meant` is the word whose meaning it asks for; `body` is the body
    that it names.
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
    resolved: tuple[AskedTime, ...] = ()
    as_of: str | None = None
    listed: ListAsked = ANY_ACTION
    meant: str | None = None
    body: NamedBody | None = None

    @property
    def polar(self) -> bool:
        """Whether it is to be answered by yes or no."""
        return is_polar(self.text)

    @property
    def window(self) -> tuple[str, str] | None:
        """The first and last day of the first date it names; None where it names none."""
        return next(((date, date) for date in self.dates if "/" not in date), None)

    def timeliness(self, text: str, date: str | None) -> float:
        """How well a text of a report of that date speaks of a time asked about, 0 to 1."""
        return fit_of(self.times, text, date)

    @property
    def wanted(self) -> str | None:
        """A pattern of what must be said to answer: a sum, a share, a number, a date, a chair."""
        if self.asks == "figure":
            return next((sign for cue, sign in KINDS if re.search(cue, self.text, re.I)), FIGURE)
        if self.asks == "attendance":
            return next((sign for cue, sign, _ in CAME if re.search(cue, self.text, re.I)), None)
        if self.asks == "decision" and re.search(VOTE_ASKED, self.text, re.I):
            return VOTE
        if self.asks != "due":
            return None
        return CLOCK if self.by_the_clock else DATE

    @property
    def by_the_clock(self) -> bool:
        """Whether it asks for a time of day."""
        return bool(CLOCK_ASKED.search(self.text))

    @property
    def event(self) -> str | None:
        """The verb of the event whose time or doer is asked for."""
        return event_asked(self.text) if self.asks in ("due", "owner", "figure") else None

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
        own = self.body.words if self.body else frozenset()
        return self.names_body and all(
            AT_A_MEETING.fullmatch(term) or stems(term) <= own for term in self.terms
        )

    @property
    def lists_only(self) -> bool:
        """Whether it asks for a list by owner, state and time alone, which only actions answer."""
        times = (time.text for time in self.times)
        return self.listing and lists_only(self.terms, self.owners, times)

    @property
    def asks_nothing(self) -> bool:
        """Whether it has no word, name, number or time to look for."""
        told = (self.refs, self.missing_refs, self.owners, self.statuses, self.times, self.body)
        return not any((*told, self.phase, self.meant)) and not any(
            any(map(str.isalnum, word)) and word not in STOP_WORDS for word in self.terms
        )

    @property
    def of_a_sitting(self) -> bool:
        """Whether it asks who came to a meeting of some day, or at what time it was held."""
        asks = self.asks == "attendance" or self.by_the_clock
        a_day = self.window is not None and len(self.window[0]) == len("2020-07-14")
        return asks and (self.names_body or a_day)

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
        return replace(
            self, text=f"{self.text} {action}", terms=(*self.refs, *telling_words(action))
        )

    @property
    def topic(self) -> str:
        """The words that carry the meaning, abbreviations written out."""
        return " ".join((*self.terms, *self.expansions)) or self.text

    @property
    def alike(self) -> tuple[tuple[str, str], ...]:
        """Its words, but for short forms, each with the words that say the same."""
        shorts = {short for short, _ in self.glosses}
        words = (word for word in self.terms if word not in shorts)
        said = ((word, other) for word in words for other in words_alike(word))
        return (*said, *printed_otherwise(self.text.lower()))

    @property
    def over_time(self) -> bool:
        """Whether it asks for what was said at several times."""
        return len(self.times) > 1 or len(self.years) > 1 or bool(OVER_TIME.search(self.text))

    @property
    def measured(self) -> bool:
        """Whether it asks about something that is told in figures."""
        return self.asks == "figure" or bool(MEASURED.search(self.text))

    @property
    def owned(self) -> str | None:
        """The stem of the thing whose owner is asked for; None where it is not put so.

        Of "who leads on the recruitment of foster carers" it is recruitment.
        """
        phrase = OWNED.search(self.text) if self.asks == "owner" else None
        if phrase is None:
            return None
        words = re.findall(r"[a-z]+", PREPOSITION.split(phrase["thing"].lower())[0])
        telling = [word for word in words if word in self.terms and word not in CARRIERS]
        return stem(telling[-1]) if telling else None

    @property
    def latest(self) -> bool:
        """Whether it asks how things stand now."""
        return bool(LATEST.search(self.text))

    @property
    def search_text(self) -> str:
        """The question with its abbreviations written out, for both arms of the search."""
        return " ".join((self.text, *self.expansions))


def read_question(text: str, vocabulary: Vocabulary, *, until: str | None = None) -> Question:
    """Understand a question in the words that the library's papers use.

    "Last year" is told from the latest report held, or from `until` where that is earlier.
    """
    words = " ".join(text.split())
    refs, missing = find_refs(words, vocabulary.refs)
    as_of = min(filter(None, (vocabulary.latest, until)), default=None)
    times, resolved = _read_times(words, vocabulary, as_of)
    dates = _dates(words, times)
    asks = next((name for name, cue in ASKS if re.search(cue, words, re.I)), "what")
    typed = find_glosses(words, vocabulary.abbreviations)
    glosses = tuple(gloss for gloss in typed if gloss[0] not in map(str.lower, refs))
    body = find_body(words, vocabulary.committees, glosses)
    terms = without_body(telling_words(words), body)
    if asks == "attendance":
        terms = without_bodies(terms, (*vocabulary.committees, *_sittings(words)))
        terms = tuple(term for term in terms if stem(term) != "chair") or _of_lists(words)
    question = Question(
        text=words,
        asks=asks,
        listing=False,
        refs=refs,
        missing_refs=missing,
        owners=find_owners(words, vocabulary),
        statuses=find_statuses(words),
        phase=find_phase(words),
        dates=dates,
        years=tuple(dict.fromkeys(re.findall(r"\b(?:19|20)\d\d\b", " ".join((words, *dates))))),
        times=times,
        terms=terms,
        expansions=tuple(
            dict.fromkeys((*unsaid_forms(words, glosses), *other_spellings(terms))),
        ),
        glosses=glosses,
        resolved=resolved,
        as_of=as_of,
        meant=find_meant(words),
        body=body,
    )
    return _with_list(question)


def _sittings(text: str) -> list[str]:
    """What is said before "meeting", which its minutes need not print: "scrum meeting"."""
    return re.findall(r"([\w-]+) meeting\b", text.lower())


def _of_lists(text: str) -> tuple[str, ...]:
    """The words of the lists of those at a meeting, where a question names nobody."""
    return next((words for cue, _, words in CAME if re.search(cue, text, re.I)), PRESENT)


def _dates(text: str, times: Iterable[AskedTime]) -> tuple[str, ...]:
    """The dates that a text names, as printed and as its times are read."""
    printed = (found.value for found in find_dates(text))
    read = (time.value for time in times if time.value and ".." not in time.value)
    return tuple(dict.fromkeys((*printed, *read)))


def _with_list(question: Question) -> Question:
    """The same question with what it asks of a list, where it asks for one."""
    listed = read_list(question.text, question.owners, [time.text for time in question.times])
    told = question.owners or question.dates or question.statuses or listed.narrows
    listing = bool(told) and _is_listing(question.text, question.terms, question.owners)
    return replace(question, listed=listed, listing=listing)


def _is_listing(text: str, terms: Iterable[str], owners: Iterable[str]) -> bool:
    """Whether every action that fits is asked for: in so many words, or by an owner alone."""
    owned = stems(" ".join(owners))
    alone = bool(owned) and all(stems(term) <= owned for term in terms)
    return bool(LIST.search(text)) or (alone and bool(ACTIONS.search(text)))


def _read_times(
    text: str, vocabulary: Vocabulary, as_of: str | None
) -> tuple[tuple[AskedTime, ...], tuple[AskedTime, ...]]:
    """Every time that a text names, and those of them that are told from where one stands."""
    named = find_times(text)
    meetings = [one for one in vocabulary.meetings if as_of is None or one.date <= as_of]
    resolved = (*find_relative_times(text, as_of), *find_meetings(text, named, meetings))
    said = {time.text for time in resolved}
    return (*(time for time in named if time.text not in said), *resolved), resolved
