"""All that was read from one paper."""

from dataclasses import dataclass

from matters_arising.corpus.layout import Paragraph, Report, Section, Table
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.record import Action, Decision, Measure


@dataclass(frozen=True, slots=True)
class Audit:
    """Where the characters of a paper went; `lost` belong to nothing we read.

    `lost_pages` are the pages that some are missing from.
    """

    characters: int
    in_tables: int
    in_text: int
    in_furniture: int
    lost_pages: tuple[int, ...] = ()

    @property
    def lost(self) -> int:
        """Characters that stand in no cell, paragraph, heading or furniture."""
        return self.characters - self.in_tables - self.in_text - self.in_furniture


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper and everything found in it, in reading order.

    Positions (`Section.parent`, `Paragraph.section`, `Passage.record`, `*.report`) index
    these tuples. `abbreviations` maps short forms to long ones, as the paper explains them.
    """

    paper: Paper
    reports: tuple[Report, ...]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    actions: tuple[Action, ...]
    measures: tuple[Measure, ...]
    decisions: tuple[Decision, ...]
    abbreviations: tuple[tuple[str, str], ...]
    audit: Audit
    passages: tuple[Passage, ...] = ()
