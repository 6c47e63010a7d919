"""Scores: one figure each, with how many judgements it rests on, and what was missed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """A figure from 0 to 1, or a number of words; None where nothing was to be judged."""

    part: str
    name: str
    value: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that came out wrong: in which part, of which record or question, and what."""

    part: str
    where: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of one part, and every miss behind them."""

    scores: tuple[Score, ...]
    misses: tuple[Miss, ...]
