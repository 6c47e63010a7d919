"""The lexical arm: passages by the words they hold, exact refs before all else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Match
from matters_arising.corpus.wording import canonical_words

COMMON_SHARE = 0.1
"""A word in more passages than this share tells little and costs much.

Measured on 500,000 passages: an OR without such words took 14 ms instead of 49.
"""

COMMON_AT_LEAST = 500
"""No word is common in fewer passages: a small library has the time."""

MOST_MATCHES = 5_000
"""Passages that hold any of a question's words, the rarest words first: each that is scored
takes 2 µs, and what holds common words alone is seldom among the best."""

MOST_TERMS = 32
"""Words of a question beyond this many are not sought."""

_EVERYWHERE = Filter()

_PIECE = re.compile(r'"([^"]+)"|([^\s"]+)')
_REF = re.compile(
    r"(?=.*\d)(?=.*[a-z/.])"  # digits alone are a number or a year
    r"(?!\d+(?:st|nd|rd|th|s|%|k|m)$)"  # 1st, 2020s, 45%
    r"(?!(?:19|20)\d\d/\d\d$)(?!\d+/\d+/\d+$)(?!q[1-4]$)"  # 2016/17, 1/9/2020, Q3
    r"[a-z]{0,6}\.?\d+(?:[./]\d+)*[a-z]{0,2}(?:[/.-]\d+)?",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_QUESTION_WORDS = """
    a about after all an and any are as at be been before being but by can could did do does
    doing done for from get give given had has have having he her him his how i if in into
    is it its like list many me much my no not of on or our out over papers say says said
    shall she should show so some such tell than that the their them then there these they
    this those to under until up upon us was we were what whats when where whether which
    while who whom whose why will with would you your happen happened happening
"""
STOP_WORDS = frozenset(_QUESTION_WORDS.split())
"""Words that make a question, not its subject."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase asked for, in each of its spellings; `exact` where it is a ref."""

    spellings: tuple[str, ...]
    exact: bool = False


def question_terms(
    question: str, abbreviations: Iterable[tuple[str, str]] = ()
) -> tuple[Term, ...]:
    """What a question asks about: phrases in quotes, refs, and words that are no stop words.

    A short form of `abbreviations` is also sought as the long form, and the reverse.
    """
    pairs = tuple(abbreviations)
    pieces = list(dict.fromkeys(_pieces(question)))
    said = [piece for piece in pieces if piece.lower().strip("’'") not in STOP_WORDS] or pieces
    words = (Term(_spellings(piece, pairs), is_ref(piece)) for piece in said)
    return (*words, *_short_forms(question, pairs))[:MOST_TERMS]


def is_ref(word: str) -> bool:
    """Whether a word looks like the number of an action or paragraph: CLD9, 3D, 14h/2021."""
    return _REF.fullmatch(word) is not None


def _pieces(question: str) -> Iterator[str]:
    for phrase, word in _PIECE.findall(_printable(question)):
        if bare := _EDGES.sub("", phrase or word):
            yield bare


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _spellings(piece: str, pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    longer = [long for short, long in pairs if short.lower() == piece.lower()]
    return tuple(dict.fromkeys([piece, *longer]))


def _short_forms(question: str, pairs: Sequence[tuple[str, str]]) -> Iterator[Term]:
    """Terms for short forms whose long form the question spells out."""
    asked = canonical_words(question) + " "
    for short, long in pairs:
        spelt = canonical_words(long)
        if spelt and f"{spelt} " in asked:
            yield Term((short, long))


def find(
    catalogue: Catalogue,
    question: str,
    *,
    limit: int,
    scope: Filter = _EVERYWHERE,
    abbreviations: Iterable[tuple[str, str]] = (),
) -> tuple[Match, ...]:
    """The best passages for the words of a question, each once, best first.

    First those with every word, then those with a ref that is asked for, then those with
    any word that is not common. Scores compare within one of these three, not between them.
    """
    found: dict[int, Match] = {}
    for query in _queries(catalogue, question_terms(question, abbreviations)):
        if len(found) < limit:
            for match in catalogue.match(query, limit=limit, scope=scope):
                found.setdefault(match.passage, match)
    return tuple(found.values())[:limit]


def _queries(catalogue: Catalogue, terms: Sequence[Term]) -> Iterator[str]:
    """FTS5 queries from the strictest to the most generous."""
    if not terms:
        return
    yield " AND ".join(_group(term) for term in terms)
    if len(terms) == 1:
        return
    telling = _telling(catalogue, terms)
    refs = " OR ".join(_group(term) for term in terms if term.exact)
    if refs and telling:
        # The second half is always met; its words only raise the score.
        yield f"({refs}) AND ({' OR '.join(_group(term) for term in telling)})"
    if telling:
        yield " OR ".join(_group(term) for term in telling)


def _group(term: Term) -> str:
    quoted = " OR ".join(_quoted(spelling) for spelling in term.spellings)
    return f"({quoted})" if len(term.spellings) > 1 else quoted


def _quoted(spelling: str) -> str:
    """A phrase to FTS5, whatever a question or a paper's glossary has in it."""
    return '"' + _printable(spelling).replace('"', '""') + '"'


def _telling(catalogue: Catalogue, terms: Sequence[Term]) -> list[Term]:
    """The terms that stand in some passage but are not common, or the rarest where all are.

    Of many, the rarest, as long as few enough passages have any of them; refs in any case.
    """
    common = max(int(catalogue.count_passages() * COMMON_SHARE), COMMON_AT_LEAST)
    counts = {term: catalogue.count_matches(_group(term), at_most=MOST_MATCHES) for term in terms}
    rarest_first = sorted((term for term in terms if counts[term]), key=counts.__getitem__)
    matches = accumulate(counts[term] for term in rarest_first)
    chosen = {
        term
        for term, so_far in zip(rarest_first, matches, strict=True)
        if term.exact or (counts[term] <= common and so_far < MOST_MATCHES)
    }
    return [term for term in terms if term in chosen] or rarest_first[:1]
