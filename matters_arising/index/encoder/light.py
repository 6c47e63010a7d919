"""The query encoder: a small BERT in plain NumPy, the same vectors without torch.

Importing sentence-transformers costs some seven seconds of processor time, and a question
asked at the command line would wait for it. MiniLM's forward pass is a page of NumPy and a
question some fifteen tokens, 25 ms. A test holds these vectors to torch's within 1e-4.
For many texts torch is three times as fast: index with `embed.Encoder`.
"""

import json
import mmap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from tokenizers import Tokenizer

from matters_arising.index.encoder.maxsim import Vectors, WordSpace, telling_spans, unit
from matters_arising.index.encoder.model import DEFAULT_MODEL, ModelFiles, find_model

# The plain BERT these equations describe; anything else is left to torch.
_PLAIN = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "position_embedding_type": "absolute",
    "is_decoder": False,
}
_PLAIN_MODULES = (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"])

TOGETHER = 4
"""Texts that go through the model together: a question is two, and each pass over the
weights takes longer than the sums."""


class QueryEncoder(Protocol):
    """Turns questions into vectors; `name` is the identity of the model behind it."""

    @property
    def name(self) -> str:
        """The model's identity, as the index records it."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, (texts, dimension)."""

    def encode_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Vectors]]:
        """The same, and each text's word vectors for `maxsim.score`."""

    def word_spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each word that has a vector, in the order of the vectors."""


def query_encoder(model: str = DEFAULT_MODEL) -> QueryEncoder:
    """The lightest encoder that gives this model's vectors."""
    files = find_model(model)
    if is_plain_bert(files.folder):
        return LightEncoder.open(files)
    from matters_arising.index.encoder.embed import Encoder

    return Encoder.open(files)


def is_plain_bert(folder: Path) -> bool:
    """Whether the model is a BERT with mean pooling, in a form that is read here."""
    needed = ("config.json", "modules.json", "1_Pooling/config.json", "tokenizer.json")
    if not all((folder / name).is_file() for name in (*needed, "model.safetensors")):
        return False
    config, pooling = _json(folder / "config.json"), _json(folder / "1_Pooling/config.json")
    modules = [module["type"].rpartition(".")[2] for module in _json(folder / "modules.json")]
    modes = [mode for mode, on in pooling.items() if mode.startswith("pooling_mode") and on]
    weights = dict(_tensors(folder / "model.safetensors"))
    return (
        all(config.get(key, value) == value for key, value in _PLAIN.items())
        and modules in _PLAIN_MODULES
        and modes == ["pooling_mode_mean_tokens"]
        and "embeddings.word_embeddings.weight" in weights
    )


@dataclass(frozen=True, slots=True)
class LightEncoder:
    """A plain BERT for few texts."""

    name: str
    bert: "Bert"
    tokenizer: Tokenizer
    space: WordSpace

    @classmethod
    def open(cls, files: ModelFiles) -> "LightEncoder":
        """Map the weights and read the vocabulary; `is_plain_bert` must hold."""
        bert = Bert.open(files.folder)
        tokenizer = Tokenizer.from_file(str(files.folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(_longest(files.folder))
        return cls(files.name, bert, tokenizer, WordSpace.of(bert.word_table))

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self.bert.word_table.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, (texts, dimension)."""
        return self.encode_with_words(texts)[0]

    def encode_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Vectors]]:
        """Unit vectors, and each text's word vectors for `maxsim.score`."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        words: list[Vectors] = []
        for start in range(0, len(texts), TOGETHER):
            encodings = [self.tokenizer.encode(text) for text in texts[start : start + TOGETHER]]
            for encoding, hidden in zip(
                encodings, self.bert.forward([e.ids for e in encodings]), strict=True
            ):
                vectors[len(words)] = unit(hidden.mean(axis=0))
                words.append(self.space.reduce(hidden, encoding.tokens))
        return vectors, words

    def word_spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each word that has a vector, in the order of the vectors."""
        encoding = self.tokenizer.encode(text)
        return telling_spans(encoding.tokens, encoding.offsets)


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
        config = _json(folder / "config.json")
        return cls(
            dict(_tensors(folder / "model.safetensors")),
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
        ends = list(accumulate(map(len, texts)))
        places = np.concatenate([np.arange(len(ids)) for ids in texts])
        positions = self.weights["embeddings.position_embeddings.weight"][places]
        segment = self.weights["embeddings.token_type_embeddings.weight"][0]
        table = self.word_table[np.concatenate([np.asarray(ids) for ids in texts])]
        hidden = self._normalise(table + positions + segment, "embeddings")
        for layer in range(self.layers):
            hidden = self._layer(hidden, ends[:-1], f"encoder.layer.{layer}")
        return np.split(hidden, ends[:-1])

    def _layer(self, hidden: Vectors, cuts: Sequence[int], layer: str) -> Vectors:
        attended = self._linear(
            self._attend(hidden, cuts, layer), f"{layer}.attention.output.dense"
        )
        hidden = self._normalise(hidden + attended, f"{layer}.attention.output")
        inner = gelu(self._linear(hidden, f"{layer}.intermediate.dense"))
        return self._normalise(
            hidden + self._linear(inner, f"{layer}.output.dense"), f"{layer}.output"
        )

    def _attend(self, hidden: Vectors, cuts: Sequence[int], layer: str) -> Vectors:
        """Each text attends to itself alone."""
        parts = (
            np.split(self._linear(hidden, f"{layer}.attention.self.{part}"), cuts)
            for part in ("query", "key", "value")
        )
        return np.concatenate([self._attend_within(*text) for text in zip(*parts, strict=True)])

    def _attend_within(self, *parts: Vectors) -> Vectors:
        """Query, key and value of one text as what its tokens take from each other."""
        query, key, value = map(self._split, parts)
        weight = query @ key.transpose(0, 2, 1) / np.float32(query.shape[-1] ** 0.5)
        weight = np.exp(weight - weight.max(axis=-1, keepdims=True))
        weight /= weight.sum(axis=-1, keepdims=True)
        heads: Vectors = weight @ value
        return heads.transpose(1, 0, 2).reshape(parts[0].shape)

    def _split(self, hidden: Vectors) -> Vectors:
        """(tokens, dimension) as (heads, tokens, dimension of a head)."""
        return hidden.reshape(len(hidden), self.heads, -1).transpose(1, 0, 2)

    def _linear(self, hidden: Vectors, name: str) -> Vectors:
        product: Vectors = hidden @ self.weights[f"{name}.weight"].T
        return product + self.weights[f"{name}.bias"]

    def _normalise(self, hidden: Vectors, name: str) -> Vectors:
        centred = hidden - hidden.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + self.epsilon)
        weight = self.weights[f"{name}.LayerNorm.weight"]
        scaled: Vectors = centred / spread * weight
        return scaled + self.weights[f"{name}.LayerNorm.bias"]


def gelu(x: Vectors) -> Vectors:
    """The exact GELU, x times the normal distribution function.

    NumPy has no error function: Abramowitz and Stegun 7.1.26 is right to 1.5e-7, as fine
    as single precision itself.
    """
    size: Vectors = np.abs(x) * np.float32(2**-0.5)
    t = np.reciprocal(1 + np.float32(0.3275911) * size)
    tail: Vectors = np.zeros_like(x)
    for coefficient in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail += np.float32(coefficient)
        tail *= t
    tail *= np.exp(-size * size)
    doubled: Vectors = x * np.where(x < 0, tail, 2 - tail)
    return doubled * np.float32(0.5)


def _tensors(path: Path) -> Iterator[tuple[str, Vectors]]:
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


def _longest(folder: Path) -> int:
    """The most tokens of a text that the model reads; the rest is cut off."""
    settings = folder / "sentence_bert_config.json"
    longest = _json(settings).get("max_seq_length") if settings.is_file() else None
    return int(longest or _json(folder / "config.json")["max_position_embeddings"])


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
