"""Spellings under which names and refs are found again."""

import re
import unicodedata

_APOSTROPHES = re.compile("['’‘`]")
_SEPARATORS = re.compile(r"[\W_]+")


def canonical_words(text: str | None) -> str:
    """The words of a text in lower case, one space before each and no punctuation.

    `&` is read as "and"; an apostrophe vanishes, so that "children's" is "childrens".
    """
    if not text:
        return ""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    words = _SEPARATORS.sub(" ", plain.replace("&", " and ")).split()
    return "".join(f" {word}" for word in words)


def canonical_ref(ref: str | None) -> str | None:
    """A ref without case or spaces, so that `CLD 9` is `cld9`; None for no ref."""
    return "".join(ref.casefold().split()) or None if ref else None
