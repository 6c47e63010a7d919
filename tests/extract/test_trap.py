"""Papers made to bring a reader down cost no more than their limits, and no other paper."""

import resource
import sys
import time

import pytest
from trap import HARMLESS, TRAPS, write_pdf

from matters_arising.corpus.reading import Reading
from matters_arising.errors import PaperUnreadable
from matters_arising.extract.pool import Limits, read_all
from matters_arising.index.whole_paper import read_whole_paper

pytestmark = pytest.mark.hostile

LIMITS = Limits(seconds=20, memory=3 * 2**29, output=2**25)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What became of each trap, all in one batch with a good paper at its end."""
    folder = tmp_path_factory.mktemp("traps")
    paths = [write_pdf(folder / f"{trap.__name__}.pdf", trap()) for trap in TRAPS]
    paths.append(write_pdf(folder / "good.pdf", {}))
    begun = time.monotonic()
    read = list(read_all(paths, read_whole_paper, jobs=2, limits=LIMITS))
    assert time.monotonic() - begun < 2 * LIMITS.seconds * len(TRAPS)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in paths)
    return dict(zip((path.stem for path in paths), read, strict=True))


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_a_trap_ends_in_a_reading_or_one_clear_line(outcomes, trap):
    outcome = outcomes[trap.__name__]
    if isinstance(outcome, PaperUnreadable):
        assert str(outcome).startswith(f"{trap.__name__}.pdf ")
        assert str(outcome).isprintable()
    else:
        assert isinstance(outcome, Reading)


@pytest.mark.parametrize("trap", HARMLESS, ids=lambda trap: trap.__name__)
def test_what_is_only_odd_is_read(outcomes, trap):
    assert words(outcomes[trap.__name__]) == "Kept"


def test_the_paper_after_them_is_read(outcomes):
    assert words(outcomes["good"]) == "Kept"


def words(reading):
    return " ".join(passage.text for passage in reading.passages) if reading.passages else ""


@pytest.mark.skipif(sys.platform != "linux", reason="counts in kilobytes there alone")
def test_no_reader_took_more_memory_than_it_may(outcomes):
    assert outcomes
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert most * 1024 < LIMITS.memory
