"""What becomes of work that was given to children who died."""

from concurrent.futures import BrokenExecutor, Future

import pytest
from pebble import ProcessPool

from matters_arising.extract.pool import _result_of


def test_a_task_that_a_dead_pool_forgot_is_not_waited_for():
    with ProcessPool(max_workers=1) as pool:
        pool.stop()
        with pytest.raises(BrokenExecutor):
            _result_of(pool, Future())


def test_a_task_that_took_too_long_says_so():
    late = Future()
    late.set_exception(TimeoutError("Task timeout"))
    with ProcessPool(max_workers=1) as pool, pytest.raises(TimeoutError):
        _result_of(pool, late)
