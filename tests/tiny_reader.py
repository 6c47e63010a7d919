"""A real reader for one-page papers of a few lines, quick enough to be killed many times.

A line `ACTION REF TEXT` is an action. A file that is no PDF does what its first word says:
that is how a paper is made that hangs, hoards memory or takes its reader down.
"""

import hashlib
import os
import time
from pathlib import Path

import pypdfium2
from bare import bare_action

from matters_arising.corpus.layout import Report
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.corpus.record import Action
from matters_arising.errors import PaperDamaged

PLACE = Place(1, (72.0, 60.0, 523.0, 300.0))


def read_lines(path: Path) -> Reading:
    content = path.read_bytes()
    if content.startswith(b"SPEW"):
        return reading_of(path.stem, "0" * 64, ["word " * 2**20])
    if not content.startswith(b"%PDF"):
        misbehave(path, content.split()[0].decode())
    with pypdfium2.PdfDocument(content) as document:
        text = document[0].get_textpage().get_text_range()
    if "SLOW" in text:
        time.sleep(0.5)
    if "IDLE" in text:
        time.sleep(3)
    return reading_of(path.stem, hashlib.sha256(content).hexdigest(), text.splitlines())


def compute(seconds: float) -> None:
    start = time.process_time()
    while time.process_time() < start + seconds:
        pass


def misbehave(path: Path, how: str) -> None:
    if how == "HANG":
        time.sleep(600)
    if how == "LOOP":
        compute(600)
    if how == "EXIT":
        os._exit(9)
    if how == "HOARD":
        bytearray(8 * 2**30)
    raise PaperDamaged(f"{path.name} is damaged. Download it again.")


def reading_of(name: str, id_: str, lines: list[str]) -> Reading:
    actions = tuple(action(line) for line in lines if line.startswith("ACTION"))
    text = "\n".join(lines)
    return Reading(
        paper=Paper(id_, name, name.title(), "2024-03-14", "Harbour Committee", "report", 1),
        reports=(Report(None, name.title(), "report", None, None, None, (1, 1)),),
        sections=(),
        paragraphs=(),
        tables=(),
        actions=actions,
        measures=(),
        decisions=(),
        abbreviations=(),
        audit=Audit(len(text), 0, len(text), 0),
        passages=(Passage("text", name, text, text, (PLACE,)),),
    )


def action(line: str) -> Action:
    _, ref, words = line.split(maxsplit=2)
    return bare_action(words, ref=ref, owners=("Harbour Master",), places=(PLACE,), source="text")
