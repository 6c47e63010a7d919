"""JSON for people is what the standard library would write, to the letter."""

import json

from hypothesis import given
from hypothesis import strategies as st

from matters_arising.cli.output.indent import indented, indented_list

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    PLAIN,
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=20,
)


@given(VALUES)
def test_any_value_is_indented_as_the_standard_library_does(value):
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


@given(st.lists(VALUES, max_size=4))
def test_a_list_in_pieces_is_the_same_text_with_a_line_end(values):
    whole = json.dumps(values, ensure_ascii=False, indent=2)
    assert "".join(indented_list(iter(values))) == f"{whole}\n"


def test_the_first_item_of_a_list_is_written_before_the_second_is_made():
    def items():
        yield 1
        raise AssertionError

    assert next(indented_list(items())) == "[\n  1"
