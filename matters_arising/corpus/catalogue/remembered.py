"""What was worked out of the catalogue, kept until the catalogue changes."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """The values of the `most` latest keys, all of one generation of the catalogue."""

    def __init__(self, most: int) -> None:
        """Nothing yet."""
        self._most = most
        self._generation = -1
        self._values: dict[Key, Value] = {}

    def get(self, generation: int, key: Key, work_out: Callable[[], Value]) -> Value:
        """The value of a key, worked out where it is not known of this generation."""
        if generation != self._generation:
            self._generation = generation
            self._values.clear()
        if key not in self._values:
            if len(self._values) == self._most:
                del self._values[next(iter(self._values))]
            self._values[key] = work_out()
        return self._values[key]

    def known(self, generation: int, key: Key) -> Value | None:
        """The value of a key where it is known of this generation."""
        return self._values.get(key) if generation == self._generation else None
