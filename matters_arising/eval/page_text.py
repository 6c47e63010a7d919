"""The words that stand on each page of a paper, by a reader other than the library's own."""

from collections.abc import Iterable
from pathlib import Path

from matters_arising.eval.likeness import words_of
from matters_arising.extract.reading import page_reader

PAGE_READER = "pdfplumber"
"""The reference: what the default reader got wrong is not confirmed by itself."""

ENOUGH = 0.97
"""The share of a quote's words to be on the page; forgives a word broken over two lines."""


class PageText:
    """Looks quotes up on their pages; a paper is read when it is first asked about."""

    def __init__(self, papers: Iterable[Path]) -> None:
        """Take the papers' files; they are known by their names without `.pdf`."""
        self._files = {path.stem: path for path in papers}
        self._words: dict[str, tuple[frozenset[str], ...]] = {}

    def shows(self, quote: str, paper: str, pages: Iterable[int]) -> bool | None:
        """Whether a quote's words stand on these pages; None where the pages hold no text."""
        by_page = self._words_by_page(paper)
        there = [by_page[page - 1] for page in pages if 0 < page <= len(by_page)]
        if there and not any(there):
            return None
        words, printed = words_of(quote), frozenset().union(*there)
        return bool(words) and sum(word in printed for word in words) >= ENOUGH * len(words)

    def _words_by_page(self, paper: str) -> tuple[frozenset[str], ...]:
        if paper not in self._files:
            return ()
        if paper not in self._words:
            self._words[paper] = _read_words(self._files[paper])
        return self._words[paper]


def _read_words(path: Path) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(words_of(" ".join(word.text for word in page.words)))
        for page in page_reader(PAGE_READER)(path)
    )
