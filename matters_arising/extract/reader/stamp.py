"""What a line at a page's edge is by its words alone: a page number, a marking."""

import re

PAGE_STAMP = re.compile(r"^[-–\s]*(?:page\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[-–\s]*$", re.I)
MARK = re.compile(
    r"^(?:official|not protectively marked|restricted|confidential)\b[\s:–-]*(?:sensitive)?$", re.I
)
NAMED_STAMP = re.compile(r"^(?:\w+\s)?page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.I)
"""A page number that says that it is one."""
