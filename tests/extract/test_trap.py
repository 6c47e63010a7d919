"""Papers made to bring a reader down cost no more than their limits, and no other paper."""

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import pytest
from trap import HARMLESS, TRAPS, read_and_weigh, write_pdf

from matters_arising.corpus.reading import Reading
from matters_arising.errors import PaperUnreadable
from matters_arising.extract.pool import Limits

pytestmark = pytest.mark.hostile

LIMITS = Limits(seconds=20, memory=3 * 2**29, output=2**25)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """What became of each trap, all in one batch with a good paper at its end; and the most memory.

    They are read from a process of their own, whose children are readers and nothing else.
    """
    folder = tmp_path_factory.mktemp("traps")
    paths = [write_pdf(folder / f"{trap.__name__}.pdf", trap()) for trap in TRAPS]
    paths.append(write_pdf(folder / "good.pdf", {}))
    begun = time.monotonic()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
        outcomes, most = alone.submit(read_and_weigh, paths, LIMITS).result(timeout=600)
    assert time.monotonic() - begun < 2 * LIMITS.seconds * len(TRAPS)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in paths)
    return dict(zip((path.stem for path in paths), outcomes, strict=True)), most


@pytest.fixture
def outcomes(read):
    return read[0]


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
def test_no_reader_took_more_memory_than_it_may(read):
    assert 0 < read[1] * 1024 < LIMITS.memory
