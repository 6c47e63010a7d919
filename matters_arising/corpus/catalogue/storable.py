"""Text that can be kept: broken fonts and odd file names yield half characters."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def storable(thing: T) -> T:
    """A copy of a record in which every unpaired surrogate has become a question mark."""
    mended: T = _mended(thing)
    return mended


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, tuple):
        return tuple(map(_mended, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _mended(getattr(value, f.name)) for f in fields(value)})
    return value
