"""An answer of what a short form stands for or a word means, as the papers explain it."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import Citation, cite_passage
from matters_arising.index.answer.draft import CELLS, CITED, SPOKEN, Draft
from matters_arising.index.question.reading import Question

LOOKED_AT = 20
"""Passages with both forms, or with the words of a definition, that are looked at."""

_VERBS = ("is", "are", "means", "mean", "refers to", "describes")
"""How a sentence goes on that says what a thing is."""


def about_meaning(
    catalogue: Catalogue,
    question: Question,
    explained: Sequence[tuple[str, str]],
    scope: Filter,
) -> Draft | None:
    """What the short form asked for stands for, or what the word is, in the words that say so.

    `explained` are the short forms that the papers explain. None where none of them is asked
    for and no passage within the scope says what the word is.
    """
    asked = (question.meant or "").lower()
    if not asked:
        return None
    for short, long in explained:
        if asked in (short.lower(), f"{short.lower()}s"):
            told = [(one, text) for one in _having(catalogue, short, long, scope)
                    if (text := _explains(one, short, long))]  # fmt: skip
            if told:
                return _draft(f"{short} stands for {long}: ", told)
    defined = list(_defining(catalogue, asked.removesuffix("s"), scope))
    return _draft("", defined) if defined else None


def _defining(
    catalogue: Catalogue, meant: str, scope: Filter
) -> Iterator[tuple[Held[Passage], str]]:
    """The passages that say what a thing is, each with its sentence: "A care leaver is …"."""
    bare = meant.replace('"', "")
    forms = " OR ".join(f'"{bare} {verb}"' for verb in _VERBS)
    matches = catalogue.match(forms, limit=LOOKED_AT, scope=scope)
    said = re.compile(
        rf"(?:^|\b(?:an?|the|all|term)\s+)[“\"'‘]?{re.escape(bare)}s?[”\"'’]*,? "
        rf"(?:{'|'.join(_VERBS)}) (?:an?|the|any|some\w*|those|children|people|where|when|that)\b",
        re.I,
    )
    for held in catalogue.passages([match.passage for match in matches]):
        for text in _pieces(held.record):
            if said.search(text) and len(text.split()) <= SPOKEN:
                yield held, text
                break


def _having(
    catalogue: Catalogue, short: str, long: str, scope: Filter
) -> tuple[Held[Passage], ...]:
    forms = " AND ".join('"' + form.replace('"', '""') + '"' for form in (short, long))
    matches = catalogue.match(forms, limit=LOOKED_AT, scope=scope)
    return catalogue.passages([match.passage for match in matches])


def _explains(held: Held[Passage], short: str, long: str) -> str | None:
    """The row or sentence that has both forms; None where no one piece of it has."""
    return next((text for text in _pieces(held.record) if _has(text, short, long)), None)


def _pieces(passage: Passage) -> Iterator[str]:
    if passage.kind == "row":
        yield CELLS.join(" ".join(cell.split()) for cell in passage.text.split("\n"))
    else:
        yield from split_sentences(passage.text)


def _has(text: str, short: str, long: str) -> bool:
    forms = (rf"(?<!\w){re.escape(form)}" for form in (short, long))
    return len(text.split()) <= SPOKEN and all(re.search(form, text, re.I) for form in forms)


def _draft(lead: str, told: Sequence[tuple[Held[Passage], str]]) -> Draft:
    """What is led with, then the shortest of the words that explain it."""
    ranked = sorted(told, key=lambda one: len(one[1]))
    cited: list[Citation] = [cite_passage(held, 1.0) for held, _ in ranked[:CITED]]
    quote = f"{say.quoted(ranked[0][1])} ({say.say_source(cited[0])})"
    return Draft(f"{lead}{quote}.", tuple(dict.fromkeys(cited)))
