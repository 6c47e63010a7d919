"""What two cores of this machine are worth beside one: the same product of matrices at once.

Cores that share caches, power or another tenant's time are worth less than twice one, and
nothing that is mostly products of matrices, as `add` is, can scale better on them.
`python -m benchmarks.ingest.ceiling` does the products themselves.
"""

import os
import subprocess
import sys
from functools import partial

from benchmarks.machine import measure

TOKENS, DIMENSION, INNER = 512, 384, 1536
"""The largest product of the encoder, for as many tokens as go through it together."""

PRODUCTS = 800


def measure_two_cores() -> float:
    """How many times the products of one process two get done in the same time."""
    alone, together = measure(partial(_run, 1)), measure(partial(_run, 2))
    return 2 * alone.wall / together.wall


def _run(count: int) -> None:
    command = [sys.executable, "-m", "benchmarks.ingest.ceiling"]
    alone_each = {**os.environ, "OMP_NUM_THREADS": "1"}
    running = [subprocess.Popen(command, env=alone_each) for _ in range(count)]
    for process in running:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, command)


def multiply(products: int = PRODUCTS) -> None:
    """As many products as told, of the same two matrices."""
    import numpy as np

    tokens = np.ones((TOKENS, DIMENSION), np.float32)
    weights = np.ones((DIMENSION, INNER), np.float32)
    product = np.empty((TOKENS, INNER), np.float32)
    for _ in range(products):
        np.matmul(tokens, weights, out=product)


if __name__ == "__main__":
    multiply()
