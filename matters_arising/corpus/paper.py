"""Papers: what they are, and how to point at a place in one."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the page's top left."""

READ_BY_OCR = "was read by OCR"
"""What a warning says of a page whose words are those that OCR made out."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: page from 1, as a PDF reader counts, and its box."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as published.

    `id` is the SHA-256 of the file's bytes; `name` the file's name without `.pdf`.
    `date` is ISO 8601, as precise as the paper (`2020-09-28`, `2025-05`).
    `kind` is one of `agenda pack`, `minutes`, `report`, `plan`, `other`.
    `labels` holds the number printed on each page, None where there is none.
    `warnings` are sentences for the reader: pages that failed, doubtful joins.
    """

    id: str
    name: str
    title: str
    date: str | None
    committee: str | None
    kind: str
    pages: int
    labels: tuple[str | None, ...] = ()
    read_by: str = "pdfplumber"
    warnings: tuple[str, ...] = ()


def name_of(paper: Paper) -> str:
    """All that a paper is called: its title and its file's name."""
    return f"{paper.title} {paper.name}"
