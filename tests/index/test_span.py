import pytest
from hypothesis import given
from hypothesis import strategies as st

from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.encoder.maxsim import telling_spans

ENCODER = query_encoder()


def spans_at_once(text):
    """What the tokenizer says of the text as a whole."""
    encoding = ENCODER.tokenizer.encode(text)
    return telling_spans(encoding.tokens, encoding.offsets)


@given(st.text() | st.text("aé\u0308 \u00a0\u2003\t\n\r\x1c\x00.,-\u2019£%#[SEP]İΣς中😀the of1"))
def test_words_read_one_by_one_stand_where_the_whole_text_has_them(text):
    assert ENCODER.word_spans(text) == spans_at_once(text)


@pytest.mark.parametrize("text", ["x " * 300, "unaffordability, " * 90, "the " * 300, "", "…"])
def test_what_the_model_cuts_off_or_finds_quiet_is_told_the_same(text):
    assert ENCODER.word_spans(text) == spans_at_once(text)


def test_each_piece_of_a_rare_word_has_its_place():
    text = "The allotment, at £4"
    words = [text[start:end] for start, end in ENCODER.word_spans(text)]
    assert words == ["all", "ot", "ment", "£", "4"]
