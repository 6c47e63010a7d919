"""A small BERT in plain NumPy: the same numbers as torch gives, without torch.

Nothing here but `apply_gelu` is less exact than single precision. Texts go through together
without padding, which is where torch loses what its sums gain: for as many texts as one likes
this is as quick as torch, and it need not be imported first.
"""

import json
import mmap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from matters_arising.index.encoder.maxsim import Vectors

_FEW = 64
"""Tokens of a question at most: for so few, BLAS takes a quarter less time for the product the
other way round, of which each number comes out the same."""

_BLOCK = 32_768
"""Numbers that `apply_gelu` takes at a time: they and what it needs besides fit in a cache."""

_LOG_ODDS = (-2.23816531e-6, 6.11620282e-5, 2.49723196e-4, -7.29375818e-2, -1.59565627)
"""An odd polynomial, its highest power (9) first: the logarithm of the odds that a normal
variable lies beyond x, fitted so that the GELU made of it is nowhere off by more than 4e-6."""

_FAR = 5.0
"""Beyond this the GELU is the number itself, or nothing, to single precision."""


@dataclass(frozen=True, slots=True)
class Bert:
    """The transformer itself; `weights` by their published names, mapped and not copied."""

    weights: Mapping[str, Vectors]
    layers: int
    heads: int
    epsilon: np.float32

    @classmethod
    def open(cls, folder: Path) -> "Bert":
        """Map the weights of a model folder."""
        config = read_json(folder / "config.json")
        return cls(
            dict(read_tensors(folder / "model.safetensors")),
            config["num_hidden_layers"],
            config["num_attention_heads"],
            np.float32(config["layer_norm_eps"]),
        )

    @property
    def word_table(self) -> Vectors:
        """The vectors words enter with, (vocabulary, dimension)."""
        return self.weights["embeddings.word_embeddings.weight"]

    def forward(self, texts: Sequence[Sequence[int]]) -> list[Vectors]:
        """The last layer for the tokens of each text, (tokens, dimension).

        Their tokens go through one after another but for attention, so that the weights
        pass over the memory bus once for all.
        """
        bounds = [0, *accumulate(map(len, texts))]
        hidden = self._enter(texts)
        for layer in range(self.layers):
            hidden = self._layer(hidden, bounds, f"encoder.layer.{layer}")
        return [hidden[start:end] for start, end in pairwise(bounds)]

    def _enter(self, texts: Sequence[Sequence[int]]) -> Vectors:
        places = np.concatenate([np.arange(len(ids)) for ids in texts])
        hidden: Vectors = self.word_table[np.concatenate([np.asarray(ids) for ids in texts])]
        hidden += self.weights["embeddings.position_embeddings.weight"][places]
        hidden += self.weights["embeddings.token_type_embeddings.weight"][0]
        return self._normalise(hidden, "embeddings")

    def _layer(self, hidden: Vectors, bounds: Sequence[int], layer: str) -> Vectors:
        attended = self._attend(hidden, bounds, layer)
        hidden += self._linear(attended, f"{layer}.attention.output.dense")
        self._normalise(hidden, f"{layer}.attention.output")
        inner = self._linear(hidden, f"{layer}.intermediate.dense")
        apply_gelu(inner)
        hidden += self._linear(inner, f"{layer}.output.dense")
        return self._normalise(hidden, f"{layer}.output")

    def _attend(self, hidden: Vectors, bounds: Sequence[int], layer: str) -> Vectors:
        """What each token takes from the tokens of its own text."""
        query, key, value = (
            self._split(self._linear(hidden, f"{layer}.attention.self.{part}"))
            for part in ("query", "key", "value")
        )
        query *= np.float32(query.shape[-1] ** -0.5)
        taken = np.empty_like(hidden)
        heads = self._split(taken)
        for start, end in pairwise(bounds):
            own = np.s_[:, start:end]
            weight = query[own] @ key[own].transpose(0, 2, 1)
            weight -= weight.max(axis=-1, keepdims=True)
            np.exp(weight, out=weight)
            heads[own] = weight @ value[own] / weight.sum(axis=-1, keepdims=True)
        return taken

    def _split(self, hidden: Vectors) -> Vectors:
        """(tokens, dimension) seen as (heads, tokens, dimension of a head)."""
        return hidden.reshape(len(hidden), self.heads, -1).transpose(1, 0, 2)

    def _linear(self, hidden: Vectors, name: str) -> Vectors:
        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        if len(hidden) <= _FEW:
            product = np.ascontiguousarray((weight @ hidden.T).T)
        else:
            product = hidden @ weight.T
        product += bias
        return product

    def _normalise(self, hidden: Vectors, name: str) -> Vectors:
        """The same array, its rows brought to the mean and spread that the layer has."""
        hidden -= hidden.mean(axis=-1, keepdims=True)
        variance = np.einsum("ij,ij->i", hidden, hidden) / np.float32(hidden.shape[1])
        hidden *= np.reciprocal(np.sqrt(variance + self.epsilon))[:, np.newaxis]
        hidden *= self.weights[f"{name}.LayerNorm.weight"]
        hidden += self.weights[f"{name}.LayerNorm.bias"]
        return hidden


def apply_gelu(numbers: Vectors) -> None:
    """Put the GELU of each number, x times the normal distribution function, in its place.

    Right to 4e-6, which moves a text's vector by less than 3e-6. NumPy has no error function,
    and the usual series for it takes half as long again. Block by block it takes half the
    time of whole arrays.
    """
    flat = numbers.reshape(-1)
    for start in range(0, flat.size, _BLOCK):
        block = flat[start : start + _BLOCK]
        odds = _odds_beyond(block)
        odds += 1
        block /= odds


def _odds_beyond(numbers: Vectors) -> Vectors:
    """The odds that a normal variable lies beyond each of some numbers."""
    near = np.clip(numbers, -_FAR, _FAR)
    square = near * near
    odds = square * _LOG_ODDS[0]
    for coefficient in _LOG_ODDS[1:-1]:
        odds += coefficient
        odds *= square
    odds += _LOG_ODDS[-1]
    odds *= near
    np.exp(odds, out=odds)
    return odds


def read_tensors(path: Path) -> Iterator[tuple[str, Vectors]]:
    """The single-precision tensors of a safetensors file, as views of the mapped file.

    The format is a length, a JSON table and the numbers. Its own reader copies all 91 MB,
    where a question touches half of them.
    """
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start = 8 + int.from_bytes(mapped[:8], "little")
    for name, tensor in json.loads(mapped[8:start]).items():
        if tensor.get("dtype") == "F32":
            begin, end = tensor["data_offsets"]
            numbers = np.frombuffer(mapped, "<f4", (end - begin) // 4, start + begin)
            yield name, numbers.reshape(tensor["shape"])


def read_json(path: Path) -> Any:
    """What a JSON file of the model says."""
    return json.loads(path.read_text(encoding="utf-8"))
