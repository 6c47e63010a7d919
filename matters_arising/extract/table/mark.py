"""What the text of a cell is by its shape alone: a ref, a figure, a date, a rating."""

import re

REF = re.compile(r"^[A-Z]{0,5}[\s.-]?\d{1,4}(?:[./-]\d+)*\.?[A-Za-z]?\)?$|^[A-Z]{1,4}$")
"""What names a row: "3D", "31/20", "2.4", "NI 59"."""

OPENING_REF = re.compile(
    r"(?P<ref>[A-Z]{0,5}[ .-]?\d{1,4}(?:[./-]\d+)*[A-Za-z]?)(?:[.:)]|\s*[–—:-])?\s+"
    r"(?P<rest>[A-Z“‘\"'].*)",
    re.S,
)
"""A text that opens with the ref that names it: "2.4 Train all staff", "A3: Train all staff"."""

FIGURE = re.compile(r"^(?!(?:19|20)\d\d$)[£$€(+–-]?\d[\d,.]*\s?[%)mk]*$")
"""A cell that is a figure and no year: headings and totals are told apart by it."""

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
DATUM = re.compile(
    rf"^(?!\d{{1,2}}[.)]$)(?:{FIGURE.pattern.strip('^$')}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    rf"|(?:19|20)\d\d(?:/\d\d)?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{_MONTH}\s?[’']?(?:\d\d){{0,2}}"
    r"|red|amber|green|blue|completed?|ongoing|on track|delayed|overdue|yes|no|n/?a|tbc|asap)$",
    re.I,
)
"""A cell that holds a figure, a date or a rating and nothing else, as tables do."""
