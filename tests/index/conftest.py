import numpy as np
import pytest
from vectors import DIMENSION, Library

from matters_arising.index.encoder.maxsim import unit


@pytest.fixture
def library():
    """The vectors of an invented library."""
    return Library(300)


@pytest.fixture
def query():
    """The vector of an invented question."""
    return unit(np.random.default_rng(99).normal(size=DIMENSION).astype(np.float32))
