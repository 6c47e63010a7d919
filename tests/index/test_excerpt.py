"""Passages cut into the parts that can each speak of an action."""

from matters_arising.index.thread.excerpt import find_excerpts, heading_of


def test_each_item_of_a_list_is_a_part_word_for_word():
    text = "Matters considered: a. The pier. It is lit. b. Ropes – all were seen. • Buoys: painted."
    parts = list(find_excerpts(text))
    assert parts[0] == "Matters considered:"
    assert parts[-2:] == ["b. Ropes – all were seen.", "• Buoys: painted."]
    assert all(part in text for part in parts)


def test_a_sentence_of_a_few_capitalised_words_begins_a_part():
    text = "The meeting began at 1832. Parent Governors. Mrs Gale was the only one to stand."
    parts = list(find_excerpts(text))
    assert parts[-1] == "Parent Governors. Mrs Gale was the only one to stand."


def test_a_long_text_is_cut_into_runs_of_sentences_that_lose_none():
    sentences = [f"Sentence number {n} tells of the lamps on the north pier." for n in range(20)]
    parts = list(find_excerpts(" ".join(sentences)))
    assert all(any(sentence in part for part in parts) for sentence in sentences)
    assert max(len(part.split()) for part in parts) < 40


def test_a_heading_is_what_stands_before_the_report():
    assert heading_of("b. Pay Committee – it had met.") == "Pay Committee"
    assert heading_of("Registers of Interests. All were seen.") == "Registers of Interests"
    assert heading_of("The lamps were lit") is None
