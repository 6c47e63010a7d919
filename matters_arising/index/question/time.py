"""The times a question names, and how well a text of some date speaks of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.span import Span, date_span
from matters_arising.extract.phrase.date import MONTH, MONTHS, find_dates, month_number

_SHORT_YEARS = re.compile(r"(?<![\d/.,-])(\d\d)\s?[/-]\s?(\d\d)(?![\d/])(?!\s*-?(?:yr|year)s?)")
_QUARTER = re.compile(r"\bq(?:uarter|tr)?\.?\s?([1-4])\b", re.I)
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}", re.I)
_BARE_MONTH = re.compile(rf"(?<!\w){MONTH}(?!\w)", re.I)
_BETWEEN = re.compile(
    r"\b(?:between|from|since)?\s*(?P<first>(?:19|20)\d\d)\s*(?:and|to|until|-|–)\s*"
    r"(?P<last>(?:19|20)\d\d)\b",
    re.I,
)
_SAID_AS_VERB = re.compile(
    r"(?<!\bin )(?<!\bby )(?<!\bof )(?<!\bsince )(?<!\bfrom )(?<!\blast )(?<!\buntil )"
    rf"\bmay\b(?!\s*(?:\d|vs?\b|be\b.*\bmay\b|(?:and|to|or|compared (?:to|with)) {MONTH}\b))"
    r"|\bmarch(?:ed|ing)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class AskedTime:
    """A time named in a question, as precise as it is typed.

    `value` is a date or period of the contract where a year is known, else None. `quarter`
    and `month` are numbers, `day` that of the month; each is None where it is not named.
    """

    text: str
    value: str | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def said(self) -> str:
        """The time in the contract's form, or as typed where no year is known."""
        return self.value or self.text

    @property
    def years(self) -> tuple[str, ...]:
        """The first and last year it touches."""
        span = date_span(self.value)
        return tuple(dict.fromkeys((span.first[:4], span.last[:4]))) if span else ()

    def fit(self, text: str, date: str | None) -> float:
        """How well a text of a report of that date speaks of this time, from 0 to 1.

        Each piece of it (year, quarter, month) is met by the words or by the date; half of
        them is a quarter as good as all, for another month is not much nearer than another year.
        """
        met = [self._year_met(text, date)] if self.value else []
        if self.quarter is not None:
            met.append(bool(re.search(rf"\bq(?:uarter|tr)?\.?\s?{self.quarter}\b", text, re.I)))
        if self.month is not None:
            met.append(self._month_met(text, date))
        return (sum(met) / len(met)) ** 2 if met else 0.0

    def _year_met(self, text: str, date: str | None) -> bool:
        return _overlap(self._whole_year(), date_span(date)) or any(
            year in text for year in self._printed_years()
        )

    def _whole_year(self) -> Span | None:
        """The year, or span of years, that the time is of."""
        whole = re.match(r"\d{4}\.\.\d{4}|\d{4}/\d\d|\d{4}", self.value or "")
        return date_span(whole.group()) if whole else None

    def _printed_years(self) -> tuple[str, ...]:
        """Years as a text prints them: "2016/17", "2016-17" for a financial year."""
        if self.value is None or "/" not in self.value:
            return self.years
        first, last = self.years[0], self.years[-1]
        return tuple(f"{year}{join}{last[2:]}" for year in (first, first[2:]) for join in "/-–")

    def _month_met(self, text: str, date: str | None) -> bool:
        assert self.month is not None
        of_date = (date or "")[5:7] == f"{self.month:02}"
        day = self.day is None or (date or "")[8:10] == f"{self.day:02}"
        name = MONTHS[self.month - 1]
        printed = re.search(rf"\b{name[:3]}(?:{name[3:]})?\b|\bsept\b", text, re.I)
        return (of_date and day) or bool(printed and printed.group().lower()[:3] == name[:3])


def _overlap(one: Span | None, other: Span | None) -> bool:
    return bool(one and other and one.first <= other.last and other.first <= one.last)


def find_times(text: str) -> tuple[AskedTime, ...]:
    """The times that a question names, in order.

    A quarter without a year is of the year named after it, else before it: "Q2 v Q3
    2016/17" is two quarters of one year, as "May v June 2022" is two months of one.
    """
    words = _SHORT_YEARS.sub(_whole_years, text)
    spans = [(m.start(), m.end(), AskedTime(m.group().strip(), f"{m['first']}..{m['last']}"))
             for m in _BETWEEN.finditer(words)]  # fmt: skip
    dated = [(d.start, d.end, _dated(words[d.start : d.end], d.value)) for d in find_dates(words)]
    years = [time.value for _, _, time in (*dated,) if time.value and "/" in time.value]
    months = [time.years[0] for _, _, time in dated if time.month is not None]
    bare = [*_bare_quarters(words, years), *_bare_months(words, months)]
    return tuple(time for _, _, time in _apart((*spans, *dated, *bare)))


def _whole_years(match: re.Match[str]) -> str:
    """Two short years that follow each other, as a paper prints them: 24/25 as 2024/25."""
    follows = int(match[2]) == (int(match[1]) + 1) % 100
    return f"20{match[1]}/{match[2]}" if follows else match.group()


def _dated(text: str, value: str) -> AskedTime:
    quarter = re.search(r"-Q([1-4])$", value)
    day = re.fullmatch(r"\d{4}-(\d\d)(?:-(\d\d))?", value)
    return AskedTime(
        text,
        value,
        quarter=int(quarter[1]) if quarter else None,
        month=int(day[1]) if day else None,
        day=int(day[2]) if day and day[2] else None,
    )


def _bare_quarters(text: str, years: list[str]) -> Iterator[tuple[int, int, AskedTime]]:
    for match in _QUARTER.finditer(text):
        number = int(match[1])
        year = years[0].partition("-")[0] if years else None
        value = f"{year}-Q{number}" if year else None
        yield match.start(), match.end(), AskedTime(f"Q{number}", value, quarter=number)


def _bare_months(text: str, years: list[str]) -> Iterator[tuple[int, int, AskedTime]]:
    for match in (*_DAY_MONTH.finditer(text), *_BARE_MONTH.finditer(text)):
        if _SAID_AS_VERB.match(text, match.start()) and "day" not in match.groupdict():
            continue
        month = month_number(match["month"])
        day = int(match["day"]) if "day" in match.groupdict() else None
        said = f"{day} {MONTHS[month - 1].capitalize()}" if day else MONTHS[month - 1].capitalize()
        value = f"{years[0]}-{month:02}" if years and day is None else None
        yield match.start(), match.end(), AskedTime(said, value, month=month, day=day)


def _apart(
    found: Iterable[tuple[int, int, AskedTime]],
) -> Iterator[tuple[int, int, AskedTime]]:
    """Those that overlap nothing that begins before them or is longer."""
    end = 0
    for one in sorted(found, key=lambda f: (f[0], -f[1])):
        if one[0] >= end:
            end = one[1]
            yield one


def fit_of(times: Sequence[AskedTime], text: str, date: str | None) -> float:
    """How well a text of a report of that date speaks of some times, from 0 to 1.

    Half of it is for the time it speaks of best, half for all of them together.
    """
    fits = [time.fit(text, date) for time in times]
    return (max(fits) + sum(fits) / len(fits)) / 2 if fits else 0.0
