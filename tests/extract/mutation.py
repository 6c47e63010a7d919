"""The sample's papers, spoilt at random: bytes flipped, cut, repeated, exchanged."""

import base64
import re
import zlib
from collections.abc import Callable

from hypothesis import strategies as st

from matters_arising.corpus import sample

Mutate = Callable[[bytes], bytes]

STREAM = re.compile(
    rb"<<([^<>]*(?:<<[^<>]*>>[^<>]*)*)>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL
)
NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?")
WORD = re.compile(rb"/[A-Za-z]+|\b(?:Tj|TJ|Tm|cm|re|Do|BT|ET|q|Q|obj|endobj|xref|trailer|R)\b")

WILD_NUMBERS = (b"0", b"-1", b"1e38", b"-99999", b"2147483648", b"9" * 30, b"0.0000001", b"1")
LONGEST = 400
MOST_TIMES = 300
FIRST_LINE = 10


def unpacked(paper: bytes) -> bytes:
    """The paper with its streams laid open, so that what is inside them is spoilt too.

    Its table of objects no longer fits, and is found out anew by whoever reads it.
    """

    def lay_open(match: re.Match[bytes]) -> bytes:
        head, body = match[1], match[2]
        try:
            if b"ASCII85" in head:
                body = base64.a85decode(body.strip().removesuffix(b"~>"))
            plain = zlib.decompress(body) if b"Flate" in head else body
        except (ValueError, zlib.error):
            return match[0]
        head = re.sub(rb"/Filter\s*(?:\[[^\]]*\]|/\w+)|/Length\s+\d+", b"", head)
        return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (head, len(plain), plain)

    return STREAM.sub(lay_open, paper)


def papers() -> list[bytes]:
    """What is spoilt: small papers, as they are and laid open, and a scan."""
    content = {path.name: path.read_bytes() for path in sample.papers()}
    small = [paper for paper in content.values() if len(paper) < 20_000]
    return [*small, *map(unpacked, small), *(p for n, p in content.items() if "scanned" in n)]


def _at(data: bytes, share: float) -> int:
    """So far into the data; never its first line, without which nothing else is looked at."""
    return max(FIRST_LINE, int(share * len(data)))


def flip(where: float, to: int) -> Mutate:
    def mutate(data: bytes) -> bytes:
        at = _at(data, where)
        return data[:at] + bytes([to]) + data[at + 1 :]

    return mutate


def drop(where: float, length: int) -> Mutate:
    return lambda data: data[: _at(data, where)] + data[_at(data, where) + length :]


def truncate(where: float) -> Mutate:
    return lambda data: data[: _at(data, where)]


def repeat(where: float, length: int, times: int) -> Mutate:
    def mutate(data: bytes) -> bytes:
        at = _at(data, where)
        return data[:at] + data[at : at + length] * times + data[at + length :]

    return mutate


def splice(where: float, other: int, there: float, length: int) -> Mutate:
    def mutate(data: bytes) -> bytes:
        at, source = _at(data, where), ALL[other % len(ALL)]
        piece = source[_at(source, there) :][:length]
        return data[:at] + piece + data[at + length :]

    return mutate


def replace_number(where: float, by: bytes) -> Mutate:
    return lambda data: _replace(NUMBER, data, where, by)


def exchange_words(where: float, there: float) -> Mutate:
    def mutate(data: bytes) -> bytes:
        found = WORD.search(data, _at(data, there))
        return _replace(WORD, data, where, found[0]) if found else data

    return mutate


def _replace(pattern: re.Pattern[bytes], data: bytes, where: float, by: bytes) -> bytes:
    found = pattern.search(data, _at(data, where))
    return data[: found.start()] + by + data[found.end() :] if found else data


ALL = papers()

shares = st.integers(0, 99_999).map(lambda place: place / 100_000)
lengths = st.integers(1, LONGEST)
mutations = st.one_of(
    st.builds(flip, shares, st.integers(0, 255)),
    st.builds(drop, shares, lengths),
    st.builds(repeat, shares, lengths, st.integers(2, MOST_TIMES)),
    st.builds(splice, shares, st.integers(0, 99), shares, lengths),
    st.builds(replace_number, shares, st.sampled_from(WILD_NUMBERS)),
    st.builds(exchange_words, shares, shares),
)


@st.composite
def spoilt_papers(draw: st.DrawFn) -> bytes:
    """A paper of the sample after one mutation or several."""
    paper = draw(st.sampled_from(ALL))
    for mutate in draw(st.lists(mutations, min_size=1, max_size=5)):
        paper = mutate(paper)
    return truncate(draw(shares))(paper) if draw(st.integers(0, 9)) == 9 else paper
