"""The encoder in use: passages and questions into vectors without torch, the same within 1e-4.

Importing sentence-transformers costs some seven seconds of processor time, for which this has
encoded 400 passages, and a question asked at the command line would wait for it. Nor does
torch catch up: `bert` is as quick once both are loaded. So torch is left to models that are
no plain BERT.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Protocol

import numpy as np
from tokenizers import Encoding, Tokenizer

from matters_arising.index.encoder.bert import Bert, read_json, read_tensors
from matters_arising.index.encoder.lane import (
    go_on,
    one_thread_for_sums,
    run_side_by_side,
    usable_cpus,
)
from matters_arising.index.encoder.maxsim import Vectors, WordSpace, unit
from matters_arising.index.encoder.model import DEFAULT_MODEL, ModelFiles, find_model
from matters_arising.index.encoder.part import Encoded, Part, Standing, Whole, find_standing
from matters_arising.index.encoder.span import SpanReader

# The plain BERT these equations describe; anything else is left to torch.
_PLAIN = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "position_embedding_type": "absolute",
    "is_decoder": False,
}
_PLAIN_MODULES = (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"])

TOKENS_TOGETHER = 512
"""Tokens of the texts that go through the model together: 1,024 are no quicker, 128 slower.

Nothing is padded, so what goes with a text changes its vector by 1e-7 at most, and by nothing
where BLAS adds up each row alike.
"""


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
        """The same, and each text's word vectors for `maxsim.compare`."""

    def encode_wholes(
        self, wholes: Sequence[Whole], *, between: Callable[[], None] = go_on
    ) -> list[Encoded]:
        """What becomes of each whole and, behind it, of each of its parts.

        `between` is called after each batch of several, and may raise to give the others up.
        """

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
    config, pooling = read_json(folder / "config.json"), read_json(folder / "1_Pooling/config.json")
    modules = [module["type"].rpartition(".")[2] for module in read_json(folder / "modules.json")]
    modes = [mode for mode, on in pooling.items() if mode.startswith("pooling_mode") and on]
    weights = dict(read_tensors(folder / "model.safetensors"))
    return (
        all(config.get(key, value) == value for key, value in _PLAIN.items())
        and modules in _PLAIN_MODULES
        and modes == ["pooling_mode_mean_tokens"]
        and "embeddings.word_embeddings.weight" in weights
    )


@dataclass(frozen=True, slots=True)
class _Task:
    """A text to go through the model, a whole or its `part`, and the parts read off it."""

    whole: Whole
    part: Part | None
    read: Encoding
    taken: tuple[tuple[Part, Standing], ...] = ()


_Key = tuple[Whole, Part | None]
"""A whole, or one of its parts."""


@dataclass(frozen=True, slots=True)
class LightEncoder:
    """A plain BERT in NumPy, its batches side by side on every core."""

    name: str
    bert: Bert
    tokenizer: Tokenizer
    reader: SpanReader
    space: WordSpace

    @classmethod
    def open(cls, files: ModelFiles) -> "LightEncoder":
        """Map the weights and read the vocabulary; `is_plain_bert` must hold."""
        bert = Bert.open(files.folder)
        tokenizer = Tokenizer.from_file(str(files.folder / "tokenizer.json"))
        tokenizer.no_padding()
        longest = _longest(files.folder)
        tokenizer.enable_truncation(longest)
        with one_thread_for_sums():
            space = WordSpace.of(bert.word_table)
        return cls(files.name, bert, tokenizer, SpanReader(tokenizer, longest=longest), space)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self.bert.word_table.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, (texts, dimension)."""
        return self.encode_with_words(texts)[0]

    def encode_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Vectors]]:
        """Unit vectors, and each text's word vectors; a text that comes twice is encoded once."""
        encoded = self.encode_wholes([Whole(text) for text in texts])
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for position, one in enumerate(encoded):
            vectors[position] = one.vector
        return vectors, [one.words for one in encoded]

    def encode_wholes(
        self, wholes: Sequence[Whole], *, between: Callable[[], None] = go_on
    ) -> list[Encoded]:
        """Each whole, and behind it each of its parts; what comes twice is encoded once."""
        tasks = [task for whole in dict.fromkeys(wholes) for task in self._plan(whole)]
        batches = list(_batch(tasks))
        with one_thread_for_sums():
            side_by_side = run_side_by_side(
                self._encode_batch, batches, threads=usable_cpus(), between=between
            )
            found = dict(chain.from_iterable(side_by_side))
        return [found[whole, part] for whole in wholes for part in (None, *whole.parts)]

    def _plan(self, whole: Whole) -> Iterator[_Task]:
        """The whole with what can be read off it, and each part that cannot."""
        parts = self.tokenizer.encode_batch([part.text for part in whole.parts])
        read = self.tokenizer.encode(whole.text)
        ids, taken = read.ids, []
        for part, encoding in zip(whole.parts, parts, strict=True):
            if standing := find_standing(part, encoding, ids):
                taken.append((part, standing))
            else:
                yield _Task(whole, part, encoding)
        yield _Task(whole, None, read, tuple(taken))

    def _encode_batch(self, batch: Sequence[_Task]) -> list[tuple[_Key, Encoded]]:
        """What each task is to make, with what it is of."""
        hidden = self.bert.forward([task.read.ids for task in batch])
        return list(chain.from_iterable(map(self._read_off, batch, hidden)))

    def _read_off(self, task: _Task, hidden: Vectors) -> Iterator[tuple[_Key, Encoded]]:
        """What the last layer says of a text, and of the parts that stand in it."""
        yield (task.whole, task.part), self._pool(hidden, task.read.tokens)
        for part, standing in task.taken:
            there = hidden[list(standing.positions)]
            yield (task.whole, part), self._pool(there, standing.tokens)

    def _pool(self, hidden: Vectors, tokens: Sequence[str]) -> Encoded:
        return Encoded(unit(hidden.mean(axis=0)), self.space.reduce(hidden, tokens))

    def word_spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each word that has a vector, in the order of the vectors."""
        return self.reader.word_spans(text)


def _batch(tasks: Iterable[_Task]) -> Iterator[list[_Task]]:
    """Tasks in their order, of some TOKENS_TOGETHER in all."""
    batch: list[_Task] = []
    tokens = 0
    for task in tasks:
        if batch and tokens + len(task.read) > TOKENS_TOGETHER:
            yield batch
            batch, tokens = [], 0
        batch.append(task)
        tokens += len(task.read)
    if batch:
        yield batch


def _longest(folder: Path) -> int:
    """The most tokens of a text that the model reads; the rest is cut off."""
    settings = folder / "sentence_bert_config.json"
    longest = read_json(settings).get("max_seq_length") if settings.is_file() else None
    return int(longest or read_json(folder / "config.json")["max_position_embeddings"])
