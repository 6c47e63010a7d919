"""Papers spoilt at random end in a reading or in one clear line, within their limits.

`MATTERS_FUZZ=5000 pytest tests/extract/test_fuzz.py` tries five thousand instead of a few;
those that broke or outlasted the reader stay in the folder that is named.
"""

import os
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mutation import spoilt_papers

from matters_arising.corpus.reading import Reading
from matters_arising.errors import PaperTooHard
from matters_arising.extract.pool import Limits, read_all
from matters_arising.index.whole_paper import read_whole_paper

pytestmark = pytest.mark.hostile

CASES = int(os.environ.get("MATTERS_FUZZ", "60"))
AT_ONCE = 30
"""Papers that share their readers: starting those takes longer than reading."""

LIMITS = Limits(seconds=60, memory=2 * 2**30, output=2**25)

numbers = count()


@settings(
    max_examples=max(1, CASES // AT_ONCE),
    database=None,
    derandomize="MATTERS_FUZZ" not in os.environ,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(batch=st.lists(spoilt_papers(), min_size=AT_ONCE, max_size=AT_ONCE))
def test_a_spoilt_paper_is_read_or_refused_in_one_line(
    batch: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    paths = [folder / f"{next(numbers)}.pdf" for _ in batch]
    for path, content in zip(paths, batch, strict=True):
        path.write_bytes(content)
    ended: Counter[str] = Counter()
    for path, outcome in zip(paths, read_whole(paths), strict=True):
        ended[ending(path, outcome)] += 1
    assert set(ended) <= {"read", "refused"}, f"{ended}, see {folder}"


def read_whole(paths: list[Path]) -> list[object]:
    return list(read_all(paths, read_whole_paper, jobs=2, limits=LIMITS))


def ending(path: Path, outcome: object) -> str:
    """What became of a paper; what did not break its reader is removed."""
    if isinstance(outcome, PaperTooHard):
        return f"{outcome}"
    path.unlink()
    if isinstance(outcome, Reading):
        assert all(place.page <= outcome.paper.pages for a in outcome.actions for place in a.places)
        return "read"
    message = str(outcome)
    assert message.startswith(path.name)
    assert message.isprintable()
    assert len(message) < 300
    return "refused" if "cannot be read (" not in message else message
