"""Links from records to pages of the PDFs they were read from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from matters_arising.corpus.register import PaperLine
from matters_arising.extract.intake import find_candidates


@dataclass(frozen=True, slots=True)
class Links:
    """Where the PDFs are, by the papers' names; empty where nobody said."""

    addresses: Mapping[str, str] = field(default_factory=dict)

    def to_page(self, paper: str, page: int) -> str | None:
        """The address of a page, or None where the PDF is not known."""
        address = self.addresses.get(paper)
        return f"{address}#page={page}" if address else None


def find_links(papers: Sequence[PaperLine], folder: Path | None) -> Links:
    """Links to those PDFs in a folder that are, byte for byte, the papers held.

    A name that two papers share leads to neither.
    """
    if folder is None:
        return Links()
    found = {
        candidate.id: candidate.path.resolve().as_uri()
        for candidate in find_candidates([folder])
        if candidate.id
    }
    named = Counter(line.paper for line in papers)
    return Links(
        {
            line.paper: found[line.id]
            for line in papers
            if line.id in found and named[line.paper] == 1
        }
    )
