"""What a figure measures, in the words of its own sentence."""

import re
from collections.abc import Sequence

from matters_arising.extract.phrase.clause import (
    ENOUGH_WORDS,
    LINK,
    MOVE,
    find_bracket,
    find_mover,
    tidy_words,
    with_link,
    without_links,
    words_after,
    words_before,
)
from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.extract.phrase.number import Figure
from matters_arising.extract.phrase.period import Period
from matters_arising.extract.phrase.trend import DOWN, UP

_PRONOUN = re.compile(
    r"^\W*(?:this|it|these|they|those)\b(?:\s+(?:figure|percentage)s?\b)?", re.IGNORECASE
)
_OF_THESE = re.compile(r"^\s*(?:of|%)? ?of (?:these|those|them)\b", re.IGNORECASE)
_OF_THOSE = re.compile(
    r"\bof (?:these|those|them|which|whom)(?:\W+(?:about|around|over|under|only|just))?\W*$",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\s*\(+[\d.]+\s?%\)+")
"""A share in brackets after its count."""
_ONLY_MOVE = re.compile(rf"\s*({UP}|{DOWN})\W*", re.IGNORECASE)
_BY_MOVE = re.compile(rf"\b({UP}|{DOWN})\s+of\s*$", re.IGNORECASE)
_AMOUNT = (
    rf"(?:\s+{any_of('just only over under above around about approximately nearly almost some')})*"
)
_STATED = re.compile(
    r"^(?P<subject>.*\S)\s+(?:(?:is|are|was|were|has been|have been|had been|now|currently|still"
    r"|already)\s+)*(?:is|are|was|were|been|reach(?:ed|es)|st(?:ands|ood)|remain(?:s|ed)|averaged"
    rf"|totalled|averages|totals)(?:\s+at)?{_AMOUNT}\s*$",
    re.IGNORECASE,
)
"""A subject, and the verb that gives it its figure: "attendance was 94%"."""
_HAS_OF = re.compile(
    r"(?:.*\b(?:an?|the|its|their|our|with|at|to|by|and|in|is|was|has|had|show(?:s|ed|ing)?"
    r"|report(?:s|ed|ing)|record(?:s|ed|ing)|against)\s+|^)"
    rf"(?P<noun>[a-z][\w'’-]*(?:\s[a-z][\w'’-]*){{0,3}})\s+of{_AMOUNT}\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""A thing and its size: "an underspend of £2m", "attendance of 91%"."""
_REACH = 160
"""Characters before a figure within which a thing is looked for."""
_COSTS = re.compile(
    rf"(?P<subject>.*?)\s+(?:(?:has|have|had|will|would|could|may|to)\s+)?costs?{_AMOUNT}\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""What a sum of money is the cost of: "Phase 1 has cost £640,000"."""
_NO_THING = re.compile(
    r"average|mean|median|rate|figure|low|high|peak|out|excess|one|some|all|most|half|each|any"
    r"|(?:.* )?(?:total|maximum|minimum|number|majority|proportion|percentage|share"
    rf"|out|one|half|{UP}|{DOWN})",
    re.IGNORECASE,
)
"""Words before "of" that name no thing of their own."""
_YARDSTICK = re.compile(
    r"\b(?:target|goal|benchmark|comparator|average|figure|baseline|standard)$", re.IGNORECASE
)
"""What a figure is held against: it measures what the figure before it does."""
_RATHER_THAN = re.compile(
    r"(?:\b(?:up|down)|,)\s+from\s*$|\bcompared (?:to|with)\s*$", re.IGNORECASE
)
"""Before the earlier figure of a comparison, which measures what the later one does."""
_DID = re.compile(r"\s*(?:are|were|is|was|have|had|became)\b", re.IGNORECASE)
"""After a figure that says how many of those before did so: "31 are complete"."""
_COMPARES = re.compile(
    r"\s*(?:higher|lower|more|fewer|less|better|worse)\s+(?:than|when|compared|on)\b", re.IGNORECASE
)
"""After a figure that says by how much another one differs: "10.8% higher than last year"."""
_BEYOND = re.compile(
    r"\s*(?:over|above|below|under|short of)\s+(?:the |its |our )?[a-z]", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s*(?:for|at|by|to|from|with|which|and|as|over|against|during|since|per|a|an|the)\b",
    re.IGNORECASE,
)
"""What opens words after a figure that say no more of what it measures."""


def word_measure(
    sentence: str,
    index: int,
    figures: Sequence[Figure],
    periods: Sequence[Period],
    earlier: str | None,
) -> str:
    """The words that say what `figures[index]` measures.

    A figure in brackets is worded by what stands before it, one that a movement starts
    from or ends at by the thing that moved, any other by what follows it. A pronoun stands
    for `earlier`, what the figure before measured.
    """
    figure = figures[index]
    spans = [(f.start, f.end) for f in figures] + [with_link(sentence, p) for p in periods]
    bracket = find_bracket(sentence, figure.start)
    before = words_before(sentence, figure.start if bracket is None else bracket, spans)
    share = _SHARE.match(sentence, figure.end)
    after = words_after(sentence, share.end() if share else figure.end, figures, spans)
    if bracket is not None:
        closing = sentence.find(")", figure.end)
        beyond = words_after(
            sentence, len(sentence) if closing < 0 else closing + 1, figures, spans
        )
        chosen = _word_bracketed(before, after, beyond, earlier)
    elif sentence[figure.start : figure.end].lower() == "twice":
        chosen = before
    else:
        chosen = _word_open(before, after, earlier if index else None)
    if earlier and _PRONOUN.match(chosen):
        chosen = _PRONOUN.sub(lambda _: earlier, chosen, count=1)
    return tidy_words(chosen) or earlier or tidy_words(sentence)


def _word_bracketed(before: str, after: str, beyond: str, earlier: str | None) -> str:
    if _OF_THESE.match(after):
        return f"{earlier or before} {_OF_THESE.sub('', after)}"
    if not tidy_words(before):
        return beyond
    if after.startswith(" of "):
        return f"{before} {after}"
    return after if len(tidy_words(after).split()) >= ENOUGH_WORDS else before


def _word_open(before: str, after: str, earlier: str | None) -> str:
    """By what is told of the figure before, by the thing that moved, or by what follows."""
    if told := _word_with_earlier(before, after, earlier):
        return told
    if by_move := _BY_MOVE.search(before):
        return f"{by_move[1]} {after}"
    if (cost := _COSTS.match(before)) and tidy_words(cost["subject"]):
        return f"cost of {tidy_words(cost['subject'])}"
    if told := _word_sized(before, after, earlier) or _word_stated(before, after):
        return told
    if LINK.search(before) and MOVE.search(before) and (moved := find_mover(before) or earlier):
        return moved
    if len(tidy_words(after).split()) >= ENOUGH_WORDS:
        return after
    return f"{without_links(before)} {after}"


def _word_with_earlier(before: str, after: str, earlier: str | None) -> str | None:
    """The wording of a figure that only makes sense with the one before it ("of these")."""
    if _OF_THESE.match(after):
        told_here = len(before.split()) > ENOUGH_WORDS and not _PRONOUN.match(before)
        return f"{earlier or (find_mover(before) if told_here else '')} {_OF_THESE.sub('', after)}"
    if earlier is None:
        return None
    if _OF_THOSE.search(before) or (_DID.match(after) and not tidy_words(before)):
        return f"{earlier} {after}"
    if only_move := _ONLY_MOVE.fullmatch(after):
        return f"{only_move[1]} in {earlier}"
    if _COMPARES.match(after):
        return earlier
    return earlier if _RATHER_THAN.search(before) else None


def _word_sized(before: str, after: str, earlier: str | None) -> str | None:
    """The thing whose size the figure is: "an underspend of £2m"; a yardstick is of `earlier`."""
    thing = _thing_of_size(before)
    if thing is None or (earlier is None and _PRONOUN.match(before)):
        return None
    if earlier and _YARDSTICK.search(thing):
        return f"{earlier} {thing}"
    return thing if _ASIDE.match(after) else f"{thing} {after}"


def _thing_of_size(before: str) -> str | None:
    """The thing whose size the figure is, where the words before it end so."""
    found = _HAS_OF.match(before[-_REACH:])
    return None if found is None or _NO_THING.fullmatch(found["noun"]) else found["noun"]


def _word_stated(before: str, after: str) -> str | None:
    """What the figure is said of, where a verb right before it gives it one."""
    found = _STATED.match(before)
    subject = without_links(found["subject"]) if found else ""
    told = tidy_words(subject).split()
    if _BEYOND.match(after) and told:
        return f"{subject} {after}"
    return subject if len(told) >= ENOUGH_WORDS and told[-1].lower() != "there" else None
