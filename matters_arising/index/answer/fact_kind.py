"""What makes a kind of fact: how it is asked for, and the sign by which a text gives it."""

import re
from dataclasses import dataclass

from matters_arising.index.answer.sign import Sign


@dataclass(frozen=True, slots=True)
class Fact:
    """A kind of fact: `name` as it is said in a refusal, `cue` how it is asked for.

    `given` tells whether a sentence gives one. `words` name the kind and not the subject.
    `settled` says that it is of what has happened: what is still to come does not give it,
    nor does a bare cell of a table. `measured` says that it changes with time, so that a
    figure of another time is no answer. `recorded` says that an action's record has a field of
    it, `anyhow` that whatever is about the subject may give it, `explained` that it is what
    something is put down to, `voted` that it is how a decision was voted on. `soft` says that
    papers tell it in more ways than are known: what is most about the subject is quoted even
    where it seems not to give one.
    """

    name: str
    cue: re.Pattern[str]
    given: Sign
    words: re.Pattern[str]
    settled: bool = False
    measured: bool = False
    recorded: bool = False
    anyhow: bool = False
    explained: bool = False
    voted: bool = False
    tied: bool = False
    soft: bool = False


def kind(  # the columns of the table below
    name: str,
    cue: str,
    given: Sign,
    words: str,
    *,
    settled: bool = False,
    measured: bool = False,
    recorded: bool = False,
    anyhow: bool = False,
    explained: bool = False,
    voted: bool = False,
    tied: bool = False,
    soft: bool = False,
) -> Fact:
    """A kind of fact, its patterns given as text."""
    return Fact(
        name,
        re.compile(cue, re.I),
        given,
        re.compile(words, re.I),
        settled=settled,
        measured=measured,
        recorded=recorded,
        anyhow=anyhow,
        explained=explained,
        voted=voted,
        tied=tied,
        soft=soft,
    )
