"""An embedded Chroma, made aside and read only once it has been verified.

The only module that imports chromadb, and only when there are more candidates than exact
search should bear. A Chroma that was killed while writing can break for good, and take the
process that opens it with it. So nothing here ever writes to a folder that is in use:

* `build` fills a new folder, from an exact index and, where there is one, a copy of the
  Chroma before it; it runs in a child process
* `verify` opens the new folder in another child process, as a reader would, and asks every
  part of it for something known
* `ChromaIndex` reads a folder that passed, under a lock: Chroma writes to its files when it is
  only asked, so two processes on one folder are not safe, and the second searches exactly

Chroma holds passages and vectors and nothing else: text, records and filters are the
catalogue's.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from matters_arising.index.encoder.maxsim import Vectors
from matters_arising.index.store.exact import ExactIndex, Passages

_COLLECTION = "passages"
_EF = 400
"""Breadth of the search: recall@10 was .96 against .875 at 100 with 500,000 passages."""

_BATCH = 5000
"""Chroma refuses more than 5,461 at once."""

_PROBES = 64
_FOUND = 0.9
"""So many of the probes a Chroma must find: its search is not exact (see _EF), so a whole one may
miss a few; one that misses more than these is of no use, whole or not."""

_SAME = 1e-3
"""The most that a vector's distance to itself comes to, in half precision."""

_MOST_BYTES = 64 * 2**20
_MOST_BYTES_EACH = 16
"""A whole folder is about 6 times its vectors; a broken one was seen to grow to terabytes."""

_DAMAGED, _BUSY = 3, 4
_LOCK = "reader.lock"
_LOOK_EVERY = 0.5


class ChromaDamaged(Exception):
    """A Chroma folder does not hold what it should; never shown, exact search steps in."""


class ChromaBusy(ChromaDamaged):
    """Another process has the folder open."""


def _hold(folder: Path) -> Any:
    """A lock on a Chroma folder, ours as long as we keep it; raises ChromaBusy."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ChromaBusy("another process has it open") from error
    except OSError as error:
        raise ChromaDamaged(f"it cannot be locked ({error.strerror or error})") from error
    return lock


@contextmanager
def _damage() -> Iterator[None]:
    """Say whatever goes wrong inside as ChromaDamaged, a panic of Chroma's core included."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise ChromaDamaged(f"{type(error).__name__}: {error}") from error


class ChromaIndex:
    """A verified Chroma, opened to be read."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; raises ChromaDamaged, and ChromaBusy where another process has it."""
        self._lock = _hold(folder)
        with _damage():
            client = _client(folder)
            self.collection = client.get_collection(_COLLECTION, embedding_function=None)
            self.passages: Passages = np.fromfile(folder / "passages.i64", "<i8")

    def nearest(self, query: Vectors, *, k: int) -> Passages:
        """About the `k` likest passages, in no promised order; raises ChromaDamaged."""
        count = min(k, len(self.passages))
        with _damage():
            found = self.collection.query(query_embeddings=[query], n_results=count, include=[])
        return np.array([int(passage) for passage in found["ids"][0]], np.int64)


def make_chroma(exact: Path, folder: Path, *, dimension: int, base: Path | None) -> None:
    """Build and verify a Chroma of an exact index in `folder`, each in a child process.

    Starts from a copy of `base` where there is one. Raises ChromaDamaged where it failed.
    """
    _run_child("build", exact, folder, dimension, *([base] if base else []))
    _run_child("verify", exact, folder, dimension)


def check_chroma(exact: Path, folder: Path, *, dimension: int) -> None:
    """Verify a Chroma in a child process; raises ChromaDamaged."""
    _run_child("verify", exact, folder, dimension)


def build(exact: Path, folder: Path, dimension: int, base: Path | None = None) -> None:
    """Bring a new folder, or a copy of `base`, to hold exactly what `exact` holds."""
    wanted = ExactIndex.open(exact, dimension=dimension)
    held = np.zeros(0, np.int64)
    if base is not None:
        with _hold(base):
            shutil.copytree(base, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(_LOCK))
        held = np.fromfile(base / "passages.i64", "<i8")
    collection = _collection(_client(folder))
    for gone in _batches(np.setdiff1d(held, wanted.passages)):
        collection.delete(ids=_ids(gone))
    for new in _batches(np.setdiff1d(wanted.passages, held)):
        collection.upsert(ids=_ids(new), embeddings=wanted.vectors[wanted.rows_of(new)])
    wanted.passages.astype("<i8").tofile(folder / "passages.i64")


def verify(exact: Path, folder: Path, dimension: int) -> None:
    """Raise ChromaDamaged unless the folder holds what its list says, and finds it again."""
    known = ExactIndex.open(exact, dimension=dimension)
    _check_sizes(folder, dimension)
    index = ChromaIndex(folder)
    counted = index.collection.count()
    if counted != len(index.passages):
        raise ChromaDamaged(f"it counts {counted} passages of {len(index.passages)}")
    shared = known.rows_of(index.passages)
    probes = shared[:: max(1, len(shared) // _PROBES)]
    found = sum(_finds(index, known.vectors[row]) for row in probes)
    if found < _FOUND * len(probes):
        raise ChromaDamaged(f"it finds {found} of {len(probes)} passages by their own vectors")


def _check_sizes(folder: Path, dimension: int) -> None:
    count = (folder / "passages.i64").stat().st_size // 8
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if size > _MOST_BYTES + count * dimension * 4 * _MOST_BYTES_EACH:
        raise ChromaDamaged(f"its files say {size} bytes for {count} passages")


def _finds(index: ChromaIndex, vector: Vectors) -> bool:
    """Whether a passage, or one with the same text, is found by its own vector."""
    found = index.collection.query(query_embeddings=[vector], n_results=1, include=["distances"])
    distances = found["distances"][0]
    return bool(distances) and bool(distances[0] <= _SAME)


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def _collection(client: Any) -> Any:
    return client.get_or_create_collection(
        _COLLECTION,
        embedding_function=None,
        configuration={"hnsw": {"space": "cosine", "ef_search": _EF}},
    )


def _ids(passages: Passages) -> list[str]:
    return [str(passage) for passage in passages]


def _batches(passages: Passages) -> list[Passages]:
    return [passages[i : i + _BATCH] for i in range(0, len(passages), _BATCH)]


def _run_child(step: str, exact: Path, folder: Path, *rest: object) -> None:
    """Run a step apart from us: a broken Chroma can end its process without an exception."""
    count = (exact / "passages.i64").stat().st_size // 8
    command = [sys.executable, "-m", __name__, step, exact, folder, *rest]
    try:
        child = subprocess.run(
            [str(part) for part in command],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60 + count / 50,
        )
    except subprocess.TimeoutExpired as error:
        raise ChromaDamaged(f"it did not {step} in {error.timeout:.0f} seconds") from error
    if child.returncode == _BUSY:
        raise ChromaBusy("another process has it open")
    if child.returncode:
        said = child.stderr.strip().splitlines()
        raise ChromaDamaged(said[-1] if said else f"its process ended ({child.returncode})")


def main(step: str, exact: str, folder: str, dimension: str, base: str | None = None) -> int:
    """Run one step as a child process; the last line on standard error says what failed."""
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    try:
        if step == "build":
            build(Path(exact), Path(folder), int(dimension), Path(base) if base else None)
        else:
            verify(Path(exact), Path(folder), int(dimension))
    except ChromaBusy:
        return _BUSY
    except Exception as error:  # whatever Chroma raises, the parent falls back
        print(f"{type(error).__name__}: {error}".replace("\n", " "), file=sys.stderr)  # noqa: T201
        return _DAMAGED
    return 0


def _end_with_parent(parent: int) -> None:
    """A parent that was killed cannot stop this process, and nobody would take what it makes.

    On Windows the parent's number never changes, and the step runs to its end.
    """
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    os._exit(_DAMAGED)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
