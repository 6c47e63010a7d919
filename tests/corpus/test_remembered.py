from matters_arising.corpus.catalogue.remembered import Remembered


def ask(remembered, generation, key, answers):
    return remembered.get(generation, key, lambda: answers.append(key) or f"{key}{generation}")


def test_a_value_is_worked_out_once_until_the_catalogue_changes():
    remembered, asked = Remembered(most=2), []
    given = [ask(remembered, generation, "a", asked) for generation in (1, 1, 2)]
    assert (given, asked) == (["a1", "a1", "a2"], ["a", "a"])


def test_only_the_latest_values_are_kept():
    remembered, asked = Remembered(most=2), []
    for key in ("a", "b", "c", "c", "b", "a"):
        ask(remembered, 1, key, asked)
    assert asked == ["a", "b", "c", "a"]


def test_what_is_known_is_told_without_working_it_out():
    remembered, asked = Remembered(most=2), []
    ask(remembered, 1, "a", asked)
    assert (remembered.known(1, "a"), remembered.known(1, "b")) == ("a1", None)
    assert remembered.known(2, "a") is None
    assert asked == ["a"]
