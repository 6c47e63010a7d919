"""A paper's text as a web page, with its actions, owners, dates and figures in colour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from matters_arising.extract.tag import COLOURS, draw_tags, tag_texts
from matters_arising.picture.file import PAGE_MAKER

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
{PAGE_MAKER}
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
