"""What became of it? Answers from committee papers, in quotes with their pages.

`Library` is the door for notebooks: `Library.open(path).actions()`. It is imported when
first asked for, so that `matters --help` stays instant.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matters_arising.library import Library

__all__ = ["Library"]


def __getattr__(name: str) -> Any:
    """Import what is asked for by name."""
    if name == "Library":
        from matters_arising.library import Library

        return Library
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
