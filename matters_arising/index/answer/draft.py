"""The text of an answer while it is put together, and how much of it can be read aloud."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.paper import READ_BY_OCR
from matters_arising.corpus.passage import Passage
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer.citation import Citation, cite_evidence
from matters_arising.index.answer.evidence import Evidence

SPOKEN = 70
"""Quoted words in an answer: a councillor reads them aloud in half a minute."""

OVER = 35
"""Words that may be added to complete what is told: a part of the question, a list led in."""

FEWEST_LEFT = 12
"""With fewer quoted words left than this, nothing more is added."""

NEW_ITEM = re.compile(r"\(?\d{1,3}/\d{2,4}\)?[.:]? +[A-Z]|[A-Z]{2,4} \d{1,3}/\d{2,4}\b")
"""The number of a minute at the start of a sentence, where another matter begins."""

CITED = 5
"""Citations of an answer, lists apart."""

CELLS = " | "
"""Between the cells of a row."""

FIGURES_IN_ROW = 2
"""A row with so many figures is told with the headings of its columns."""

_FIGURE_CELL = re.compile(r"[£<>~+-]?\s?\d[\d,.]*\s?(?:%|[a-z]{1,6})?", re.I)

WORTH_CITING = 0.6
"""What was not quoted is cited where it answers at least this share as well as the best."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an answer and what it rests on."""

    text: str
    citations: tuple[Citation, ...]


def join(sentences: Iterable[str]) -> str:
    """Sentences as one paragraph, each with its full stop."""
    return " ".join(map(_ended, sentences))


def _ended(sentence: str) -> str:
    return sentence if sentence.rstrip("”\"')").endswith((".", "!", "?")) else f"{sentence}."


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def within(sentences: Iterable[str], words: int) -> Iterator[str]:
    """Sentences until the words are used up; the first in any case."""
    used = 0
    for sentence in sentences:
        length = count_words(sentence)
        if used and used + length > words:
            continue
        used += length
        yield sentence


def stretch(item: Evidence, words: int) -> str:
    """The sentence and those after it, as far as the words go.

    It stays in its cell, but of a row of short cells the whole is told; paragraphs of one
    passage belong together, as a list does with the words that open it, which may take more.
    """
    passage = item.hit.passage
    if passage.kind == "row" and "\n" in passage.text:
        row = CELLS.join(" ".join(cell.split()) for cell in _cells(passage))
        if count_words(row) <= words:
            return row
    pieces = [passage.text] if passage.kind == "text" else passage.text.split("\n")
    split = [(piece, split_sentences(piece)) for piece in pieces]
    text, sentences = next((piece, said) for piece, said in split if item.text in said)
    first = sentences.index(item.text)
    last = first
    most = words + OVER if sentences[first].endswith(":") else words
    for index in range(first + 1, len(sentences)):
        long = sum(map(count_words, sentences[first : index + 1])) > most
        if long or NEW_ITEM.match(sentences[index]):
            break
        last = index
    if sentences[last].endswith(":") and last + 1 < len(sentences):
        last += 1  # what leads in says nothing without what follows
    start = text.find(sentences[first])
    end = text.find(sentences[last], start) + len(sentences[last])
    return text[start:end]


def _cells(passage: Passage) -> Sequence[str]:
    """The cells of a row; of a row of figures each with its column's heading."""
    cells, said = passage.text.split("\n"), passage.search_text.split("\n")
    figures = sum(bool(_FIGURE_CELL.fullmatch(cell)) for cell in cells)
    return said if figures >= FIGURES_IN_ROW and len(said) == len(cells) else cells


def cite_further(citations: Sequence[Citation], ranked: Sequence[Evidence]) -> tuple[Citation, ...]:
    """The citations, and after them what else answers nearly as well, up to the limit.

    Words that OCR read are cited only where the answer quotes them.
    """
    kept = list(dict.fromkeys(citations))[:CITED]
    least = WORTH_CITING * ranked[0].score if ranked else 0.0
    shown = {_key(citation.quote) for citation in kept}
    for item in ranked:
        cited = cite_evidence(item)
        key = _key(cited.quote)
        worth = item.score >= least and not _is_of_scan(item)
        if len(kept) < CITED and worth and key not in shown:
            shown.add(key)
            kept.append(cited)
    return tuple(kept)


def _is_of_scan(item: Evidence) -> bool:
    return any(READ_BY_OCR in warning for warning in item.hit.held.paper.warnings)


def _key(quote: str) -> str:
    return re.sub(r"\W+", "", quote.lower())
