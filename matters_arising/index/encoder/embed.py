"""Texts into vectors, by the whole of sentence-transformers; for models that are no plain BERT.

The only module that imports sentence-transformers and torch, and only when a model is
opened. `light.query_encoder` avoids both where it can.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from matters_arising.errors import ModelUnavailable
from matters_arising.index.encoder.lane import go_on, run_side_by_side, usable_cpus
from matters_arising.index.encoder.maxsim import Vectors, WordSpace, telling_spans, unit
from matters_arising.index.encoder.model import DEFAULT_MODEL, ModelFiles, find_model, go_offline
from matters_arising.index.encoder.part import Encoded, Whole

_BATCH = 16
"""Texts in one pass; measured with texts sorted by length: 8 to 16 are quickest on a CPU."""


class Encoder:
    """A sentence-transformers model on the CPU, so that every machine gives the same vectors.

    `name` is the model's identity, to be recorded with the vectors; `dimension` their length.
    """

    def __init__(self, name: str, model: Any, *, threads: int) -> None:
        """Wrap an opened model; see `load`."""
        self.name = name
        self._model = model
        self._threads = threads
        self.dimension: int = model.get_embedding_dimension()
        table = model[0].auto_model.get_input_embeddings().weight
        self._space = WordSpace.of(table.detach().numpy())

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL, *, threads: int | None = None) -> "Encoder":
        """Open a model by name or folder, offline; `threads` defaults to every usable CPU."""
        return cls.open(find_model(model), threads=threads)

    @classmethod
    def open(cls, files: ModelFiles, *, threads: int | None = None) -> "Encoder":
        """Open a model already found."""
        return cls(files.name, _open_model(files), threads=threads or usable_cpus())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, (texts, dimension); a text that comes twice is encoded once."""
        return self.encode_with_words(texts)[0]

    def encode_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Vectors]]:
        """Unit vectors, and each text's word vectors for `maxsim.pack`, from one pass."""
        encoded = self._encode_all(texts)
        vectors = [one.vector for one in encoded]
        stacked = np.stack(vectors) if vectors else np.zeros((0, self.dimension), np.float32)
        return stacked, [one.words for one in encoded]

    def encode_wholes(
        self, wholes: Sequence[Whole], *, between: Callable[[], None] = go_on
    ) -> list[Encoded]:
        """Each whole and each of its parts by itself: how a model pools words is its own affair."""
        texts = [text for whole in wholes for text in whole.texts]
        return self._encode_all(texts, between=between)

    def _encode_all(
        self, texts: Sequence[str], *, between: Callable[[], None] = go_on
    ) -> list[Encoded]:
        # Sorted by length, a batch carries little padding; by text, its make-up and so its
        # last bits do not depend on the order in which papers came.
        distinct = sorted(set(texts), key=lambda text: (len(text), text), reverse=True)
        found: dict[str, Encoded] = {}
        for batch, encoded in self._encode_batches(distinct, between=between):
            found.update(zip(batch, encoded, strict=True))
        return [found[text] for text in texts]

    def _encode_batches(
        self, texts: list[str], *, between: Callable[[], None]
    ) -> Iterator[tuple[list[str], list[Encoded]]]:
        batches = [texts[i : i + _BATCH] for i in range(0, len(texts), _BATCH)]
        encoded = run_side_by_side(self._forward, batches, threads=self._threads, between=between)
        yield from zip(batches, encoded, strict=True)

    def _forward(self, batch: list[str]) -> list[Encoded]:
        import torch

        torch.set_num_threads(1)  # for this thread alone
        with torch.inference_mode():
            output = self._model(self._model.preprocess(batch))
        return [
            Encoded(vector, self._words(hidden.numpy(), ids, int(mask.sum())))
            for vector, hidden, ids, mask in zip(
                unit(output["sentence_embedding"].numpy()),
                output["token_embeddings"],
                output["input_ids"],
                output["attention_mask"],
                strict=True,
            )
        ]

    def word_spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each word that has a vector, in the order of the vectors."""
        encoding = self._model.tokenizer(text, truncation=True, return_offsets_mapping=True)
        tokens = self._model.tokenizer.convert_ids_to_tokens(encoding["input_ids"])
        return telling_spans(tokens, encoding["offset_mapping"])

    def _words(self, hidden: Vectors, ids: Any, length: int) -> Vectors:
        tokens = self._model.tokenizer.convert_ids_to_tokens(ids[:length])
        return self._space.reduce(hidden[:length], tokens)


def _open_model(files: ModelFiles) -> Any:
    go_offline()
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = SentenceTransformer(str(files.folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).strip().split("\n")[0]
        raise ModelUnavailable(
            f"{files.folder} does not open as a sentence-transformers model: {reason}. "
            f"Leave the option out to use the installed {DEFAULT_MODEL}."
        ) from error
    return model.eval()
