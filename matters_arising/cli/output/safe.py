"""Text of papers made safe to print, as `export.safe` decides, and on one line."""

from matters_arising.export.safe import disarm_cell, escape_json, printable

__all__ = ["disarm_cell", "escape_json", "on_one_line", "printable"]


def on_one_line(text: str) -> str:
    """The text, printable, with every run of white space as one space."""
    return printable(" ".join(text.split()))
