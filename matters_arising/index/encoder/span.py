"""Where in a text the words stand that have a vector."""

from functools import lru_cache

from tokenizers import Tokenizer
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from matters_arising.index.encoder.maxsim import is_quiet, telling_spans

Span = tuple[int, int]

KEPT = 20_000
"""Words whose pieces are kept: the words of papers come again and again."""


class SpanReader:
    """Reads texts as a tokenizer does, but each printed word only once.

    A question reads the 25 best passages, which took the tokenizer 6 ms.
    """

    def __init__(self, tokenizer: Tokenizer, *, longest: int) -> None:
        """Take a tokenizer that pads nothing, and cuts texts off after `longest` tokens."""
        self._tokenizer = tokenizer
        self._most = longest - tokenizer.num_special_tokens_to_add(is_pair=False)
        self._by_word = isinstance(tokenizer.normalizer, BertNormalizer) and isinstance(
            tokenizer.pre_tokenizer, BertPreTokenizer
        )
        self._pieces = lru_cache(KEPT)(self._read_word)

    def word_spans(self, text: str) -> list[Span]:
        """Start and end of each word that has a vector, in the order of the vectors.

        Where no word tells anything, those of all there are, markers among them.
        """
        return (self._read_words(text) if self._by_word else []) or self._read_whole(text)

    def _read_words(self, text: str) -> list[Span]:
        """The spans, read word by word; none where the text is too long for that."""
        spans: list[Span] = []
        start = tokens = 0
        for word in text.split(" "):
            pieces, told = self._pieces(word)
            spans += [(start + first, start + last) for first, last in told]
            tokens += pieces
            start += len(word) + 1
        return spans if tokens <= self._most else []

    def _read_word(self, word: str) -> tuple[int, tuple[Span, ...]]:
        """How many pieces the tokenizer makes of a word, and the spans of those that tell."""
        encoding = self._tokenizer.encode(word, add_special_tokens=False)
        told = zip(encoding.offsets, encoding.tokens, strict=True)
        return len(encoding), tuple(span for span, token in told if not is_quiet(token))

    def _read_whole(self, text: str) -> list[Span]:
        encoding = self._tokenizer.encode(text)
        return telling_spans(encoding.tokens, encoding.offsets)
