"""Figures in a sentence: which numbers report something, with value, unit and qualifier.

Numbers that only name or place things are left out: dates, refs, ages, deadlines, sizes
of a plan's phases. A missed figure is a lesser fault than a false one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matters_arising.extract.phrase.date import MONTH, find_dates
from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.extract.phrase.trend import DOWN, UP


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported number, from `start` to `end` of its sentence, sign and unit taken in.

    `unit` is None for a bare number whose unit stands elsewhere ("from 20 to 16 weeks").
    """

    value: float
    unit: str | None
    qualifier: str | None
    start: int
    end: int


_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DIGITS = ("one", *_WORDS[:8])
_WORD_VALUES = {
    **{word: float(value) for value, word in enumerate(_WORDS, 2)},
    **{ten: 10.0 * number for number, ten in enumerate(_TENS, 2)},
    **{
        f"{ten}-{digit}": 10.0 * number + value
        for number, ten in enumerate(_TENS, 2)
        for value, digit in enumerate(_DIGITS, 1)
    },
}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_DIGITS)})\b)?|{'|'.join(_WORDS)})"
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
CURRENCIES = {"£": "gbp", "$": "dollars", "€": "euros"}
SIGNS = {unit: sign for sign, unit in CURRENCIES.items()}
"""The unit of a sum by the sign before it."""

_UNITS = (
    ("percent", re.compile(r"%|per\s?cent|percentage", re.IGNORECASE)),
    ("posts", re.compile(r"fte|posts|wte", re.IGNORECASE)),
)

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT = (
    r"%|per\s?cent\b|percent\b|percentage points?\b|fte\b|wte\b|posts\b"
    r"|(?:(?:working|calendar)\s+)?(?:days|weeks|months|years|hours)\b(?!['’-])"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/:£$€-])(?:(?P<low>{_NUMBER})\s?%?\s?[-–]\s?(?P<high>{_NUMBER})(?![\d/-])\s?(?P<span>{_UNIT})?"
    rf"|(?:US)?(?P<currency>[£$€])\s?(?P<money>{_NUMBER})\s?(?P<scale>million|billion|thousand|bn|m|k)?\b"
    rf"|(?P<number>{_NUMBER}|\b{_WORD}\b)(?:\s?(?P<unit>{_UNIT})|(?![\w/:½-]|\.\d))"
    r"|\b(?P<twice>twice)\b(?!\s+(?:a|an|as|per|the|daily|weekly|monthly|yearly|\w+ly)\b))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = frozenset((*_WORDS, *_TENS, "twice"))
_QUALIFIERS = (
    ("at_least", r"at least|a minimum of|no (?:fewer|less) than|minimum"),
    ("up_to", r"up to|(?:no|not) more than|a maximum of|at most"),
    ("over", r"(?:just |well )?(?:over|above)|(?:more|higher|greater) than|in excess of|exceeding"),
    ("under", r"(?:just |well )?(?:under|below)|(?:less|fewer|lower) than"),
    ("about", r"about|around|approximately|approx\.?|circa|roughly|nearly|almost|some"),
)
_QUALIFIER = tuple(
    (name, re.compile(rf"\b(?:{words})$", re.IGNORECASE)) for name, words in _QUALIFIERS
)
_LONGEST_QUALIFIER = len("just no fewer than ")
"""Characters before a figure among which its qualifier stands, and what parts it from others."""

_NEAR = 50
"""Characters before a figure among which the words stand that say what kind of number it is."""

_MOVED_UP_TO = re.compile(rf"\b(?:{UP}|{DOWN})\s+up to\s*$", re.IGNORECASE)

_NAMED = any_of(
    r"age aged ages annex appendix article band category chapter class covid day figure grade",
    r"group item level minute no\.? number objective option page pages para paragraph part",
    r"phase pledge priority q quarter ref reg regulation room s schedule section sections stage",
    r"step table tier type version week workstream year",
    r"approached post reached turned turning turns",
)
_AGED = any_of("adults? anyone children everyone leavers people those")
_NAMES = re.compile(
    rf"\b{_NAMED}(?: of)?\s*[:.]?\s*(?:\d+\s*(?:and|or|,|&)\s*)?$|\b{_AGED} (?:over|under)\s*$",
    re.IGNORECASE,
)
"""Words before a number that make it a name and not a count."""
_CAPITALISED = re.compile(r"(?<=[\w,;)’'] )[A-Z][\w'’]*\s$")
_DEFINITE = re.compile(
    rf"\b{any_of('the these those other first last next past every all between of another')}\s+$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\s*(?:-|\s)?(?:[ap]m\b|and over|onwards|(?:year|yr|month)s?(?:-|\s)olds?\b)", re.IGNORECASE
)
_TIMES = any_of("days? weeks? months? years? hours? minutes? terms? times")
_NO_NOUN = any_of(
    r"or to and on at for with by per from is as than in(?!\s[A-Z]) monthly weekly yearly", _TIMES
)
_NO_PLURAL = any_of("is was has its this as thus less across always thirds quarters", _TIMES)
_PLURAL = re.compile(
    rf"(?:\s\d+[\s-]year[\s-]old)?(?:\s+(?!{_NO_NOUN}\b)[\w'’/&-]+){{0,5}}?"
    rf"\s+(?!{_NO_PLURAL}\b)(?:[A-Za-z][\w'’-]*s|children|people|women|men|staff)\b"
)
"""After a number, the things it counts."""
_ACTED = re.compile(
    r"\s+(?:of (?:these|those|them|our|the)|who(?:se|m)?|ha(?:ve|d)|were|are|did|felt|went|came"
    r"|left|took|became|chose|put|met|said|joined|attended|lived?|moved|returned|remained|resigned"
    r"|retired|asked|wanted|agreed|replied|responded|received|achieved|completed|started|stayed"
    r"|gained|passed|reported|used|needed|declined|applied)\b"
)
_SAID_OF = re.compile(
    r"\b(?:is|was|stands at|stood at|had been)\s+(?:now\s+|only\s+|just\s+)?$", re.IGNORECASE
)
_CLAUSE_ENDS = re.compile(
    r"\s*(?:$|[.;,)](?!\d)|\s(?:at|in|on|for|by|compared|against|down|up)\b)", re.IGNORECASE
)
"""After a number that a verb has given to its subject: "The average caseload was 18 in May"."""
_NO_COUNT = re.compile(
    r"\bhundred and\s+$|\bbetween\s+\d+\s+and\s+$|\b[A-Z]\w+s\s+\d+\s*(?:,|and|to|or|&)\s*$"
)
"""Before a number that is a part of another, of a span, or of the names of things."""
_SCALED = re.compile(r"\s*(?:hundred|thousand|million|billion)\b", re.IGNORECASE)
_FEW = "(?:one|two|three|four|five|six|seven|eight|nine|[1-9])"
_ROUND = "(?:ten|twenty|hundred|10|20|100)"
_SHARE_OF = re.compile(rf"\b{_FEW}\s+(?P<of>in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE)
_ROUND_VALUES = (10, 20, 100)
_SHARE_IN = re.compile(
    rf"\s+in\s+(?:every\s+)?(?:{_FEW}|{_ROUND})\b|\s+out\s+of\s+(?:every\s+)?{_ROUND}\b"
    r"|[\s-](?:third|quarter|fifth|tenth)s?\b",
    re.IGNORECASE,
)
"""Round a number that only says what share: "one in five", "two thirds"."""
_ADDRESS = re.compile(
    r"\s+(?:[A-Z][\w'’]+\s+){1,3}(?:Avenue|Close|Court|Drive|Lane|Place|Road|Square|Street|Terrace)\b"
)
"""After the number of a house."""
_SHARE_FOLLOWS = re.compile(r"\s*\(+\d[\d.]*\s?%")
_CLOCK = re.compile(r"[0-2]\d[0-5]\d")
_TOTALLED = re.compile(
    r"\b(?:total|figure|average|maximum|minimum) of\s+(?:\w+\s+)?$", re.IGNORECASE
)
_CHANGED_TO = re.compile(
    r"\b(?:from|to|by|of|at)\s+(?:(?:a|an)\s+(?:low|high|peak|average)\s+of\s+|just\s+|over\s+|around\s+)?$",
    re.IGNORECASE,
)
_TRENDING = re.compile(
    rf"\b(?:{UP}|{DOWN}|average\w*|target|ranged|taking|took|takes)\b", re.IGNORECASE
)
_REPORTED_TIME = re.compile(
    r"\b(?:to|from|by|of|took|takes|taking|further|average|averaged|averaging|is|was)\s+"
    r"(?:(?:just|only|over|under|about|around|approximately|nearly|a low of|an average of)\s+)*$",
    re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(rf"\b\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|been|be|can|must|should)\b", re.IGNORECASE
)
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2099


def has_number(text: str) -> bool:
    """Whether the text holds a digit or a number in words; without either, it has no figure."""
    return bool(_DIGIT.search(text)) or not _NUMBER_WORDS.isdisjoint(
        re.findall(r"\w+", text.lower())
    )


def find_figures(sentence: str) -> tuple[Figure, ...]:
    """The figures that a sentence reports, in order; a range gives its two ends."""
    matches = list(_FIGURE.finditer(sentence)) if has_number(sentence) else ()
    if not matches:
        return ()
    dates = [(d.start, d.end) for d in find_dates(sentence)]
    dates.extend(m.span() for m in _DAY_AND_MONTH.finditer(sentence))
    found: list[Figure] = []
    for match in matches:
        if not any(start < match.end() and match.start() < end for start, end in dates):
            found.extend(_read(sentence, match))
    return tuple(found)


def _read(sentence: str, match: re.Match[str]) -> Iterator[Figure]:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _AGE.match(sentence, match.end("number") if match["number"] else match.end()):
        return
    if match["money"]:
        value = _value(match["money"]) * _SCALES.get((match["scale"] or "").lower(), 1)
        yield Figure(value, CURRENCIES[match["currency"]], _qualifier(before), *match.span())
    elif match["low"]:
        yield from _read_range(before, match)
    elif match["twice"]:
        yield Figure(2.0, "count", None, *match.span())
    else:
        unit = _unit(match["unit"])
        value = _value(match["number"])
        if unit == "percent" or unit == "posts" or (unit and _is_reported_time(before)):
            yield Figure(value, unit, _qualifier(before), *match.span())
        elif not unit and _counts(match["number"], value, before, after):
            unit = (
                None
                if _CHANGED_TO.search(before[-_NEAR:]) and _TRENDING.search(before)
                else "count"
            )
            yield Figure(value, unit, _qualifier(before), *match.span())


def _read_range(before: str, match: re.Match[str]) -> Iterator[Figure]:
    unit = _unit(match["span"])
    if unit is None and not (_CHANGED_TO.search(before[-_NEAR:]) and _TRENDING.search(before)):
        return
    if unit not in (None, "percent") and not _is_reported_time(before):
        return
    low, high = _value(match["low"]), _value(match["high"])
    if low < high:
        yield Figure(low, unit, "at_least", match.start(), match.end())
        yield Figure(high, unit, "up_to", match.start(), match.end())


def _value(printed: str) -> float:
    return _WORD_VALUES.get("-".join(printed.lower().split())) or float(printed.replace(",", ""))


def _unit(printed: str | None) -> str | None:
    if printed is None:
        return None
    named = next((name for name, pattern in _UNITS if pattern.match(printed)), None)
    return named or printed.split()[-1].lower()


def _qualifier(before: str) -> str | None:
    last = before.rstrip()[-_LONGEST_QUALIFIER:]
    named = next((name for name, pattern in _QUALIFIER if pattern.search(last)), None)
    return None if named == "up_to" and _MOVED_UP_TO.search(before) else named


def _is_reported_time(before: str) -> bool:
    """A length of time that is itself the finding, and no deadline, age or stretch of time."""
    return bool(_REPORTED_TIME.search(before[-_NEAR:]) and _TRENDING.search(before)) or bool(
        re.search(r"\ba further\s+$", before, re.IGNORECASE)
    )


def _counts(printed: str, value: float, before: str, after: str) -> bool:
    """A bare number that says how many."""
    near = before[-_NEAR:]
    if not _is_plausible(printed, value) or _NAMES.search(near) or _CAPITALISED.search(near):
        return False
    if _CLOCK.fullmatch(printed) and re.search(r"\bat\s+$", near):
        return False
    if _is_share(value, near, after) or _NO_COUNT.search(near) or _SCALED.match(after):
        return False
    if _ADDRESS.match(after):
        return False
    if _CHANGED_TO.search(near) and _TRENDING.search(before):
        return True
    if _SAID_OF.search(near) and _CLAUSE_ENDS.match(after):
        return True
    if _TOTALLED.search(near):
        return True
    if not before.strip() and re.match(r"\s+[A-Z]", after) and not _VERB.search(after):
        return False
    if not printed[0].isdigit() and _DEFINITE.search(near):
        return False
    return any(pattern.match(after) for pattern in (_PLURAL, _ACTED, _SHARE_FOLLOWS))


def _is_share(value: float, before: str, after: str) -> bool:
    """Half of "one in five" or "nine out of ten", or the first of "two thirds"."""
    whole = _SHARE_OF.search(before)
    if whole is not None and (whole["of"].lower() == "in" or value in _ROUND_VALUES):
        return True
    return value < _ROUND_VALUES[0] and bool(_SHARE_IN.match(after))


def _is_plausible(printed: str, value: float) -> bool:
    """Not a year, a telephone number, a paragraph's number, or one of something."""
    if not printed[0].isdigit():
        return True
    if printed.startswith("0") or "." in printed or value == 1:
        return value == 0 and printed == "0"
    is_year = _EARLIEST_YEAR <= value <= _LATEST_YEAR and "," not in printed
    return not is_year and (len(printed) < len("100000") or "," in printed)
