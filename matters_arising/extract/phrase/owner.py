"""Who owns an action: the owner cell told apart into job titles, bodies and names.

A title is known by the noun of its role. Some nouns come first and take a field after
them ("Head of Service Cared for Children"), some come last ("Principal Social Worker"),
some stand alone ("Clerk"). A new owner begins where the words of a new title begin; where
that cannot be told the text is left whole, for half a title is worse than two together.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.extract.phrase.title import (
    BODIES,
    LONGEST_MODIFIER,
    ends_in_role,
    ends_title,
    find_title_start,
    fold_word,
    is_alone,
    is_ambiguous,
    is_role,
    names_role,
    shares_role,
)

_SEPARATOR = re.compile(r"\s*(?:,(?!\d)|/|&|\band\b)\s*", re.IGNORECASE)
_HARD_BREAK = re.compile(
    r"\s*(?:;|[•·▪|]|\s\+\s"
    r"|(?:^|\s)(?:\d{1,2}[.)]|\([a-z\d]\))\s+(?=[A-Z])"
    r"|(?i:(?:^|\n)\s*(?:joint )?(?:leads?|support|owners?|responsible|accountable)\s*:)"
    r"|(?i:,?\s\(?(?:with (?:the )?support (?:from|of)|supported by|assisted by|together with"
    r"|along with|working with|in (?:consultation|partnership|liaison|conjunction) with))"
    r"(?=\s+(?:the )?[A-Z]))\s*"
)
"""What parts owners for certain: marks, numbers and labels of a list, "supported by"."""
_NAME = re.compile(
    r"(?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\.? )?"
    r"(?:(?:[A-Z]\.? ?){1,3} [A-Z]|[A-Z][\w'’-]*[a-z](?: [A-Z]\.?){0,2} [A-Z])[\w'’-]*[a-z]"
    r"|(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\.? [A-Z][\w'’-]*[a-z]"
    r"|[A-Z][\w'’-]*[a-z](?: [A-Z](?:[\w'’-]*[a-z]|\.?)){1,2}"
)
_PART = re.compile(r"\s*\((?:joint )?(?:lead|support|sponsor|deputy|cover)\)", re.IGNORECASE)
"""What somebody's part in it is, and no part of their title."""
_NOBODY = re.compile(
    r"tb[acd]|to be (?:confirmed|agreed|advised|appointed|determined|allocated|identified|decided)"
    r"|n/?a|not applicable|none|vacant|vacancy|unknown|\?+",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"(?:TB[ACD]|[Tt]o be confirmed)\s*[:–-]\s*")
"""Before an owner: who of them it is has yet to be settled."""
_LOWER_OPENING = re.compile(r"all [A-Z]|s\.?\s?151\b")
"""How an owner may begin without a capital."""
_HEAD_OF = re.compile(r"(?:\w+ )?(?:Head|Director) of ")
_BRACKET_AFTER = re.compile(r"\s*\([^()]*\)$")
_UNFINISHED = lexicon("of for to and the in with & / – -") | {""}
_SMALL_WORDS = lexicon("of for the and")
_INITIALS = re.compile(r"[A-Z]{2,5}s?")
LONGEST_OWNER = 12
"""Words in the name of an owner."""


@lru_cache(maxsize=1024)
def split_owners(text: str | None, *, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The owners that a cell names, in order and as printed, each once; "TBC" names nobody.

    A line feed is taken for a sign that a new owner may begin, not for proof.
    `known` are owners seen whole elsewhere in the paper: a cell made up of them alone is
    told apart by them.
    """
    if text is None:
        return ()
    owners: list[str] = []
    for part in _HARD_BREAK.split(_PART.sub("", text)):
        owners.extend(_in_terms_of(part, known) or _split_part(part))
    tidy = map(_tidy, owners)
    return tuple(dict.fromkeys(o for o in tidy if o and not _NOBODY.fullmatch(o)))


def _tidy(owner: str) -> str:
    return _NOT_YET.sub("", " ".join(owner.split())).strip(" .,;/&–-:")


def names_owners(text: str) -> bool:
    """Whether a text names owners and nothing else, as the cells of an owner column do."""
    owners = split_owners(text)
    return bool(owners) and all(map(_looks_like_owner, owners))


def _looks_like_owner(owner: str) -> bool:
    words = owner.split()
    if len(words) > LONGEST_OWNER or not words[0][0].isupper():
        return False
    return _is_whole(owner) or names_role(owner) or fold_word(words[-1]) in BODIES


def _in_terms_of(part: str, known: frozenset[str]) -> tuple[str, ...]:
    """The part as a sequence of known owners, the last perhaps new; empty where it is neither."""
    if not known:
        return ()
    pieces = tuple(" ".join(piece.split()) for piece in _SEPARATOR.split(part))
    if len(pieces) > 1 and {piece.casefold() for piece in pieces} <= {o.casefold() for o in known}:
        return pieces
    words = part.split()
    folded = part.casefold().split()
    titles, longest = _titles(known)
    found: list[str] = []
    start = 0
    while start < len(words):
        ends = range(min(len(words), start + longest), start, -1)
        end = next((end for end in ends if tuple(folded[start:end]) in titles), None)
        if end is None:
            last = words[start:]
            return (*found, " ".join(last)) if found and _is_title(last) else ()
        found.append(" ".join(words[start:end]))
        start = end
    return tuple(found)


def _is_title(words: list[str]) -> bool:
    """Several words in capitals up to a role that cannot do without them."""
    capitals = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if not capitals or not 1 < len(words) <= LONGEST_MODIFIER or not words[0][0].isupper():
        return False
    return is_role(words, len(words) - 1) and not is_alone(words[-1])


@lru_cache(maxsize=8)
def _titles(known: frozenset[str]) -> tuple[frozenset[tuple[str, ...]], int]:
    """Owners as folded words, and how many words the longest has."""
    titles = frozenset(tuple(owner.casefold().split()) for owner in known)
    return titles, max(map(len, titles))


def _split_part(part: str) -> Iterator[str]:
    for piece in _split_at_separators(part.strip(" .\n")):
        lines = [" ".join(line.split()) for line in piece.splitlines() if line.strip()]
        if all(_is_whole(line) and not is_ambiguous(line) for line in lines):
            yield from lines
        else:
            yield from _split_at_titles(piece)


def _split_at_separators(text: str) -> Iterator[str]:
    """Cut at commas, slashes and "and" where both sides are owners."""
    start = 0
    breaks = list(_SEPARATOR.finditer(text))
    ends = [*(found.start() for found in breaks), len(text)][1:]
    for found, end in zip(breaks, ends, strict=True):
        left = " ".join(text[start : found.start()].split())
        right = text[found.end() : end].strip()
        if _are_two_owners(left, found.group().strip().lower(), right):
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _are_two_owners(left: str, separator: str, right: str) -> bool:
    if not left or not right or (right[0].islower() and not _LOWER_OPENING.match(right)):
        return False
    second = " ".join(right.split())
    if _is_whole(left) and (_is_whole(second) or _is_beside(left, separator, second)):
        return True
    shared = left.startswith("All ")
    if separator != "," and not shared and ends_in_role(left) and _is_short(second):
        return True
    if separator in {"and", "&"}:
        if shared or shares_role(left, right):
            return False
        if _HEAD_OF.match(left) and fold_word(right.split()[-1]) in BODIES:
            return not names_role(right)
    elif is_alone(left):
        return names_role(right)
    return names_role(left) and _begins_with_title(right.removeprefix("all "))


def _is_beside(left: str, separator: str, right: str) -> bool:
    """A name or an office in one word, and a title that a slash or "and" sets beside it."""
    return separator != "," and not is_ambiguous(left) and names_role(right)


def _begins_with_title(text: str) -> bool:
    """The text's first role belongs to its first words, not to a title begun further on."""
    words = text.split()
    role = next((i for i in range(len(words)) if is_role(words, i)), None)
    if role is None:
        return False
    start = find_title_start(words, role, 0)
    return names_role(text.splitlines()[0]) if start is None else start == 0


def _is_whole(text: str) -> bool:
    """An owner that takes no field after it: "Clerk", initials, a person's name."""
    bare = _BRACKET_AFTER.sub("", text)
    return _is_short(bare) or bool(_NAME.fullmatch(bare) and not names_role(bare))


def _is_short(text: str) -> bool:
    return is_alone(text) or bool(_INITIALS.fullmatch(text))


def _split_at_titles(piece: str) -> Iterator[str]:
    """Cut before each title that begins after another has been named."""
    lines = [line.split() for line in piece.splitlines() if line.strip()]
    words = [word for line in lines for word in line]
    begun = frozenset(accumulate(len(line) for line in lines[:-1]))
    roles = [i for i in range(len(words)) if is_role(words, i) or _ends_body(words, i, begun)]
    start = 0
    for previous, role in pairwise(roles):
        cut = _find_cut(words, previous, role, begun)
        if cut is not None:
            yield " ".join(words[start:cut])
            start = cut
    yield " ".join(words[start:])


def _ends_body(words: list[str], index: int, begun: frozenset[int]) -> bool:
    """A body named on a line of its own: "Head of Housing", then "Participation Team"."""
    if fold_word(words[index]) not in BODIES or index + 1 not in begun | {len(words)}:
        return False
    start = max((i for i in begun if i <= index), default=index)
    above = " ".join(words[:start])
    return start < index and bool(_HEAD_OF.match(above)) and "Head of Service" not in above


def _find_cut(words: list[str], previous: int, role: int, begun: frozenset[int]) -> int | None:
    """Where between two roles the second one's title begins; None where it cannot be told.

    `begun` are the words that begin a line.
    """
    lines = [i for i in begun if previous < i <= role and _may_begin(words, i)]
    if (is_alone(words[previous]) and previous + 1 in lines) or ends_title(words, previous):
        return previous + 1
    opened = find_title_start(words, role, previous + 1)
    near = [i for i in lines if 0 < role - i <= LONGEST_MODIFIER]
    if opened is None and len(near) == 1:
        return near[0]
    return opened


def _may_begin(words: list[str], index: int) -> bool:
    return words[index][0].isupper() and fold_word(words[index - 1]) not in _UNFINISHED


def canonical_owner(owner: str, abbreviations: Iterable[tuple[str, str]] = ()) -> str:
    """One spelling for all spellings of an owner, in lower case: for comparing, not showing.

    Short forms are written out as the paper explains them (`abbreviations` are pairs of
    short and long form); marks and the words "of", "for", "the" and "and" fall away.
    """
    long_forms = dict(abbreviations)
    without_brackets = re.sub(
        r"\(([^)]*)\)", lambda m: "" if m[1] in long_forms else f" {m[1]} ", owner
    )
    words = re.findall(r"[\w'’]+", without_brackets)
    written_out = " ".join(long_forms.get(word, word) for word in words)
    folded = re.findall(r"\w+", re.sub(r"['’]", "", written_out).lower())
    return " ".join(word for word in folded if word not in _SMALL_WORDS)
