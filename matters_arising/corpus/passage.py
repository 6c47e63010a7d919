"""Passages: what is searched, each leading back to its places."""

from dataclasses import dataclass

from matters_arising.corpus.paper import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a paper short enough to embed.

    `text` is quoted from the paper; `heading` is the path of sections above it.
    `search_text` is what both arms of the search read (for a row, `column: value` lines).
    `kind` is `text`, `row`, `measure` or `decision`; `record` is the position of the
    action, measure or decision it was made from, in the reading's lists; for a text, of the
    action that it tells.
    """

    kind: str
    heading: str
    text: str
    search_text: str
    places: tuple[Place, ...]
    ref: str | None = None
    record: int | None = None
    report: int = 0
