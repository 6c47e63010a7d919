"""Whether the papers answer at all, and what is said where they do not.

A question is refused where nothing found speaks of its subject; where what speaks of it does
not give the kind of fact asked for, or not for the time asked about; and where a paper says
that it has no figure. How much support is enough was fitted on the questions described in
`docs/refusal.md`, which has the curve: `python -m benchmarks.refusal` draws it again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from matters_arising.index.answer.citation import cite_hit
from matters_arising.index.answer.decided import DECISION
from matters_arising.index.answer.fact import FIGURE, fact_asked
from matters_arising.index.answer.fact_kind import Fact
from matters_arising.index.answer.inquest import Inquest
from matters_arising.index.answer.named import Names
from matters_arising.index.answer.say import and_list, quoted, say_source, shorten
from matters_arising.index.answer.sign import LIST_NUMBER
from matters_arising.index.answer.subject import CARRIERS
from matters_arising.index.answer.support import ABOUT, Unit, read_units
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Found
from matters_arising.index.word.term import Terms

LEAST_SUPPORT = 0.55
"""Evidence that supports an answer less than this is refused (docs/refusal.md)."""

SOFT = 0.55
"""A sentence with this share of the subject is quoted for a fact that papers tell in many ways."""

DISTRUST = 0.25
"""How much a fact is distrusted where something else is more about the subject: by this power
of how much less the fact's own passage is about it."""

NEAREST_WORDS = 30
"""Words of the nearest thing found that a refusal quotes."""


@dataclass(frozen=True, slots=True)
class Support:
    """How far the evidence supports an answer, from 0 to 1; None where it rests on a record.

    `gap` is what is missing: `subject`, `fact`, `time`, the `name` of whom or what it is asked,
    `list`, where no action fits, or `figure`, as a paper itself says.
    `nearest` is the evidence most about the subject. `given` are the texts that give the kind
    of fact asked for, by their passage's id, each with how much of the subject is near it.
    """

    score: float | None
    gap: str | None = None
    fact: Fact | None = None
    nearest: Unit | None = None
    given: Mapping[tuple[int, str], float] = field(default_factory=dict)

    @property
    def answers(self) -> bool:
        """Whether there is enough to answer."""
        return self.gap is None


def find_support(
    question: Question,
    terms: Terms,
    found: Found,
    encoder: QueryEncoder,
    *,
    topic: str,
    names: Names,
    by_ref: bool,
    decided: bool = False,
) -> Support:
    """How far what was found supports an answer, and what is missing where it does not.

    `decided` says that decisions of the papers fit the question.

    `by_ref` says that the question names an action's ref, so that its subject is certain;
    `topic` are the words that were searched for.
    """
    fact = _fact_of(question, decided=decided)
    went = fact is None and question.measured and question.over_time and not question.refs
    if by_ref and (fact is None or fact.recorded or question.over_time):
        return Support(None)
    inquest = Inquest.of(question, terms, FIGURE if went else fact, names)
    units = read_units(inquest, found, encoder, topic=topic)
    if went:
        support = _judge(units, FIGURE)
        return replace(support, fact=None, given={}) if support.answers else support
    if not question.refs:
        return _judge(units, fact)
    of_ref = [unit for unit in units if _names(unit, question.refs)]
    if by_ref and any(unit.gives for unit in of_ref):
        return Support(None)
    if by_ref or not of_ref:
        return Support(0.0, "fact" if by_ref else "subject", fact, _nearest(of_ref or units, fact))
    return _judge(of_ref, fact)


def _fact_of(question: Question, *, decided: bool) -> Fact | None:
    """The kind of fact asked for; of what was decided only a vote, reason or sum is another."""
    fact = fact_asked(question.text)
    counted = fact is not None and fact.measured and _HOW_MANY.search(question.text)
    told = fact is not None and (fact.voted or fact.explained or counted)
    if told or question.asks != "decision":
        return fact
    return None if decided or question.of_meeting_alone else DECISION


def _names(unit: Unit, refs: Sequence[str]) -> bool:
    """Whether a unit is of the row of a ref, or speaks of one."""
    said = re.findall(r"[\w./-]*\w", unit.text)
    return unit.hit.passage.ref in refs or any(ref in said for ref in refs)


def _nearest(units: Sequence[Unit], fact: Fact | None) -> Unit | None:
    """The evidence most about the subject, in its own words where any has one."""
    told = [unit for unit in units if unit.own > 0]
    return max(told or units, key=lambda unit: (unit.support(fact), unit.own), default=None)


def _judge(units: Sequence[Unit], fact: Fact | None) -> Support:
    nearest = _nearest(units, fact)
    timely = [unit for unit in units if unit.timely and unit.placed]
    best = _most(timely, fact)
    given = _most([unit for unit in timely if unit.gives], fact)
    score = given * (given / best) ** DISTRUST if best else 0.0
    denial = next((unit for unit in timely if unit.denies), None)
    told = fact is not None and any(
        unit.gives and unit.near >= ABOUT and (denial is None or unit.hit is not denial.hit)
        for unit in timely
    )
    if denial is not None and not told:
        return Support(0.0, "figure", fact, denial)
    if score >= LEAST_SUPPORT:
        return Support(score, None, fact, nearest, _given(timely, fact))
    if fact is not None and fact.soft and max((u.own for u in timely), default=0.0) >= SOFT:
        return Support(best, None, fact, nearest)
    if _most(units, fact) < LEAST_SUPPORT:
        return Support(score, "subject", fact, nearest)
    placed = _most([unit for unit in units if unit.placed], fact) >= LEAST_SUPPORT
    gap = "fact" if best >= LEAST_SUPPORT else "time" if placed else "name"
    return Support(score, gap, fact, nearest)


def _given(units: Iterable[Unit], fact: Fact | None) -> Mapping[tuple[int, str], float]:
    """The texts that give a fact of a kind in their own words."""
    if fact is None:
        return {}
    told = (unit for unit in units if unit.gives and fact.given(LIST_NUMBER.sub("", unit.text)))
    return {(unit.hit.held.id, unit.text): unit.near for unit in told}


def _most(units: Iterable[Unit], fact: Fact | None) -> float:
    return max((unit.support(fact) for unit in units), default=0.0)


def refusal(support: Support, question: Question, unknown: Sequence[str]) -> str:
    """That the papers do not say, what was looked for, and the nearest thing found."""
    nearest = support.nearest
    unheld = [word for word in unknown if word not in CARRIERS]
    parts = [
        "The papers do not say.",
        f"Looked for: {_sought(support.fact, question)}.",
        f"No paper mentions {and_list(unheld)}." if unheld else "",
        _MISSING[support.gap or "subject"],
        _say_nearest(nearest) if nearest is not None else "",
    ]
    return " ".join(part for part in parts if part)


_HOW_MANY = re.compile(r"^how (?:many|much)\b", re.I)
_MISSING = {
    "subject": "",
    "fact": "What they say of it does not give that.",
    "time": "What they say of it is of another time.",
    "name": "What they say of it is not of the one named.",
    "figure": "A paper says so itself.",
    "list": "No action that they hold fits.",
}


def _sought(fact: Fact | None, question: Question) -> str:
    """The kind of fact, the words and the time that were looked for."""
    words = ", ".join(question.terms)
    times = and_list([time.said for time in question.times])
    named = fact is not None and (fact is DECISION or not fact.anyhow)
    about = f"{fact.name} about {words}" if fact and named else words
    return f"{about} ({times})" if times else about


def _say_nearest(nearest: Unit) -> str:
    source = say_source(cite_hit(nearest.hit))
    return f"The nearest: {quoted(shorten(nearest.text, NEAREST_WORDS))} ({source})."
