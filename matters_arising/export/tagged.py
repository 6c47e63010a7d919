"""A paper's text as a web page, with its actions, owners, dates and figures in colour."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from matters_arising.errors import ExportRefused
from matters_arising.extract.tag import COLOURS, draw_tags, tag_texts

MAKER = '<meta name="generator" content="matters-arising">'
"""Stands in every page of ours, and in no other."""

_MEANINGS = {
    "ACTION": "what is to be done",
    "OWNER": "who is to do it",
    "DATE": "when",
    "MEASURE": "a figure",
    "PERSON": "somebody named, as the statistical model sees it",
}
_HEAD = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
{MAKER}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto }}
h2 {{ margin-top: 2.5rem }}
.page {{ color: #666; font-size: .8rem; margin: 1rem 0 0 }}
.key {{ position: sticky; top: 0; background: #fff; border-bottom: 1px solid #ccc }}
.key span {{ border-radius: .35em; line-height: 2.2; padding: .2em .5em; white-space: nowrap }}
</style>
</head>
<body>
"""
_FOOT = "</body>\n</html>\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paper's text on the page it begins on; `heading` where it is one."""

    text: str
    page: int
    heading: bool = False


def draw_tagged(title: str, passages: Iterable[Passage]) -> Iterator[str]:
    """The page piece by piece: its head and legend, then each passage as it is tagged."""
    yield _HEAD % escape(title) + f"<h1>{escape(title)}</h1>\n{_legend()}\n"
    at = 0
    for (page, is_heading), run in groupby(passages, key=lambda p: (p.page, p.heading)):
        if page != at:
            at = page
            yield f'<p class="page">page {page}</p>\n'
        texts = (passage.text for passage in run)
        yield from map(_heading, texts) if is_heading else _tagged(texts)
    yield _FOOT


def _legend() -> str:
    marks = (
        f'<span style="background: {colour}"><b>{label}</b> {_MEANINGS[label]}</span>'
        for label, colour in COLOURS.items()
    )
    return f'<p class="key">{" ".join(marks)}</p>'


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>\n"


def _tagged(texts: Iterable[str]) -> Iterator[str]:
    return (f"{draw_tags(doc, page=False)}\n" for doc in tag_texts(texts))


def write_page(path: Path, pieces: Iterable[str]) -> None:
    """Write a page whole or not at all; an earlier page of ours is replaced.

    Raises:
        ExportRefused: something else stands there, or it cannot be written.
    """
    check_place(path)
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with aside.open("w", encoding="utf-8") as file:
            file.writelines(pieces)
        aside.replace(path)
    except OSError as error:
        raise ExportRefused(
            f"{path} cannot be written ({error.strerror or error}). Name another file."
        ) from error
    finally:
        aside.unlink(missing_ok=True)


def check_place(path: Path) -> None:
    """Refuse a place where a page of ours may not go, before any work is done."""
    if not path.parent.is_dir():
        raise ExportRefused(f"There is no folder {path.parent}. Make it first.")
    if path.exists() and not _is_ours(path):
        raise ExportRefused(
            f"{path} is no page of this program's. Name a file that is new, or move it away."
        )


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return MAKER.encode() in file.read(1024)
    except OSError:
        return False
