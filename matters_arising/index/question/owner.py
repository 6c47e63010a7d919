"""The owner whose actions a question wants listed, whether or not the papers have one."""

import re

from matters_arising.extract.phrase.title import names_role

_ACTIONS = r"\b(?:actions?|tasks?)\b"
_END = (
    r"(?=\s+(?:in|by|due|that|which|who|from|under|at|this|last|next|still|now|currently|before"
    r"|after|since|until|on|and)\b|\s*[?.,;:]|\s*$)"
)
_OWNER = (
    r"(?:the |our |each )?(?!(?:we|they|you|i|it|there|any)\b)"
    r"(?P<owner>[\w'’&/.-]+(?: [\w'’&/.-]+){0,7}?)"
)
_CERTAIN = re.compile(
    rf"{_ACTIONS}.{{0,30}}?\b(?:does|do|did|has|have|is|are|was|were) {_OWNER} "
    r"(?:owns?|leads?|have|has|hold|got|responsible|accountable|in charge|down for)\b"
    rf"|{_ACTIONS}.{{0,20}}?\b(?:belong(?:s|ing)? to|(?:owned|led) by|assigned to"
    rf"|sit(?:s|ting)? with) {_OWNER.replace('owner', 'other')}{_END}",
    re.I,
)
"""What is named where only an owner can stand: "actions does … own", "actions owned by …"."""

_MAYBE = re.compile(rf"{_ACTIONS} (?:are |is )?(?:down )?(?:for|of|with) {_OWNER}{_END}", re.I)
"""Where a subject can stand as well: "actions for …"."""


def owner_of_list(text: str) -> str | None:
    """The owner whose actions are asked for, as typed; None where no owner is named."""
    if certain := _CERTAIN.search(text):
        return certain["owner"] or certain["other"]
    maybe = _MAYBE.search(text)
    return maybe["owner"] if maybe and names_role(maybe["owner"].title()) else None
