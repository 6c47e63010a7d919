"""What names an appendix at the top of its first page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matters_arising.extract.reader.word import Line

NAME = re.compile(
    r"^(?P<word>appendix|annexe?|schedule)\s+(?P<mark>[A-Z]|\d{1,2}|[IVX]{1,4})"
    r"(?:\s*[:.–-]\s*|\s+|$)(?P<title>[A-Z‘“].*)?$",
    re.I,
)

LONGEST_RUNNING_HEAD = 50
"""A running head over an appendix's name holds fewer characters than this."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix by its name ("Appendix A"), the title on the same line if there is one.

    `rest` are the other lines that open its page.
    """

    name: str
    title: str | None
    rest: tuple[Line, ...]


def read_appendix(lines: Sequence[Line]) -> Appendix | None:
    """The appendix that begins where these lines open a page; None where none does.

    Its name is the first line, or the second under a running head. Where one name follows
    another they are a list of what is attached.
    """
    found = (NAME.match(line.text) for line in lines)
    first, second, third = (next(found, None) for _ in range(3))
    if first:
        return None if second else _appendix(first, lines[1:])
    if second and not third and len(lines[0].text) <= LONGEST_RUNNING_HEAD:
        return _appendix(second, lines[2:])
    return None


def _appendix(name: re.Match[str], rest: Sequence[Line]) -> Appendix:
    return Appendix(f"{name['word'].capitalize()} {name['mark'].upper()}", name["title"], (*rest,))
