"""Expected scores: what the program reached when it was last changed, with a tolerance."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from matters_arising.eval.score import Score

COMMITTED = Path(__file__).with_name("expected.json")
"""The scores expected of the bundled sample."""

NO_EXPECTATIONS: Mapping[str, "Expected"] = {}


@dataclass(frozen=True, slots=True)
class Expected:
    """A value, and how far a score may fall short of it; `lower` where less is better."""

    value: float
    tolerance: float
    lower: bool = False

    def is_met_by(self, value: float | None) -> bool:
        """Whether a score is as good as expected, or better; none at all is not."""
        if value is None:
            return False
        short = value - self.value if self.lower else self.value - value
        return short <= self.tolerance + 1e-9


def key_of(score: Score) -> str:
    """The name under which a score is expected."""
    return f"{score.part}: {score.name}"


def read_expected(path: Path = COMMITTED) -> Mapping[str, Expected]:
    """The expected scores by `key_of`."""
    return {key: Expected(**fields) for key, fields in json.loads(path.read_text("utf-8")).items()}
