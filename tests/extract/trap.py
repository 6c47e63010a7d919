"""PDFs written by hand to bring a reader down: each is small, and means no good."""

import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from matters_arising.corpus.reading import Reading
from matters_arising.errors import PaperUnreadable
from matters_arising.extract.pool import Limits, read_all
from matters_arising.index.whole_paper import read_whole_paper

PLAIN = b"BT /F1 12 Tf 50 800 Td (Kept) Tj ET"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F1 5 0 R >> >> >>"
)


def write_pdf(path: Path, changed: Mapping[int, bytes]) -> Path:
    """A PDF of one page that says "Kept", with some of its objects exchanged for others."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: PAGE,
        4: stream(PLAIN),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **changed,
    }
    body, places = b"%PDF-1.7\n", {}
    for number, content in sorted(objects.items()):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n"
        for n in range(max(objects) + 1)
    )
    end = b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    size = max(objects) + 1
    path.write_bytes(body + end % (size, table, size, len(body)))
    return path


def read_and_weigh(
    paths: Sequence[Path], limits: Limits
) -> tuple[list[Reading | PaperUnreadable], int]:
    """What becomes of papers, and the most memory that a child took, as the system counts it.

    For a process that has no other children; 0 where the system does not count.
    """
    outcomes = list(read_all(paths, read_whole_paper, jobs=2, limits=limits))
    with suppress(ImportError):
        import resource

        return outcomes, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return outcomes, 0


def stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def packed(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [" + b"/FlateDecode " * times + b"]")


def chunks_of(pattern: bytes, size: int) -> bytes:
    return pattern * (size // len(pattern))


def bomb() -> dict[int, bytes]:
    """A content stream of half a gigabyte of nothing, packed twice to a few kilobytes."""
    return {4: packed(chunks_of(b" \n", 2**29), times=2)}


def bomb_of_words() -> dict[int, bytes]:
    """Four million pieces of text on one page."""
    return {4: packed(b"BT /F1 9 Tf 50 700 Td " + b"(word word) Tj " * 4_000_000 + b"ET")}


def bomb_of_a_picture() -> dict[int, bytes]:
    """A page that is one picture of forty thousand by forty thousand."""
    head = (
        b"/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode]"
    )
    data = zlib.compress(zlib.compress(bytes(2**28), 9), 9)
    page = PAGE.replace(b"/Resources <<", b"/Resources << /XObject << /Im 6 0 R >>")
    return {3: page, 4: stream(b"595 0 0 842 0 0 cm /Im Do"), 6: stream(data, head)}


def deep_arrays() -> dict[int, bytes]:
    """Two hundred thousand brackets within each other, in an object and on the page."""
    deep = b"[" * 200_000 + b"]" * 200_000
    return {4: stream(PLAIN + b" " + deep + b" TJ"), 6: deep}


def deep_graphics() -> dict[int, bytes]:
    """A million states pushed and never popped."""
    return {4: packed(b"q " * 1_000_000 + PLAIN)}


def page_tree_in_a_circle() -> dict[int, bytes]:
    return {2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2000000 /Parent 2 0 R >>"}


def deep_page_tree() -> dict[int, bytes]:
    """A page below five thousand others that hold one each."""
    node = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>"
    chain = {n: node % (n + 1, n - 1) for n in range(10, 5010)}
    return {2: node % (10, 1), **chain, 5010: PAGE}


def form_in_a_circle() -> dict[int, bytes]:
    """A form that draws itself."""
    page = PAGE.replace(b"/Resources <<", b"/Resources << /XObject << /Fx 6 0 R >>")
    head = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        b"/Resources << /XObject << /Fx 6 0 R >> >>"
    )
    return {3: page, 4: stream(PLAIN + b" /Fx Do"), 6: stream(b"/Fx Do " * 100, head)}


def length_in_a_circle() -> dict[int, bytes]:
    """A stream whose length is the stream itself."""
    return {4: b"<< /Length 4 0 R >>\nstream\n" + PLAIN + b"\nendstream"}


def script_and_files() -> dict[int, bytes]:
    """A script to run on opening, a program to launch, a page to fetch, a file to drop."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R "
        b"/Names << /EmbeddedFiles << /Names [(../../../dropped) 8 0 R] >> >> >>",
        6: b"<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\);) /Next 7 0 R >>",
        7: b"<< /S /Launch /F (touch) /Next << /S /URI /URI (http://127.0.0.1:9/) >> >>",
        8: b"<< /Type /Filespec /F (../../../dropped) /EF << /F 9 0 R >> >>",
        9: stream(b"owned"),
    }


HARMLESS = (length_in_a_circle, script_and_files, page_tree_in_a_circle)
"""Those whose page can be read all the same."""

TRAPS = (
    *HARMLESS,
    *(form_in_a_circle, bomb, bomb_of_words, bomb_of_a_picture),
    *(deep_arrays, deep_graphics, deep_page_tree),
)
