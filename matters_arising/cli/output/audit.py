"""How much of a paper belongs to nothing that was read, in words."""

from collections.abc import Sequence

from matters_arising.cli.output.listing import join_numbers
from matters_arising.corpus.reading import Audit

_MOST_PAGES = 8
"""So many pages are named; of the others only how many there are."""


def say_audit(audit: Audit) -> str:
    """The loss audit of a paper in one phrase."""
    if not audit.lost:
        return "every character accounted for"
    share = 100 * audit.lost / audit.characters
    return (
        f"{audit.lost:,} of {audit.characters:,} characters ({share:.2f} %) in no section, "
        f"table or furniture, {_say_pages(audit.lost_pages)}"
    )


def _say_pages(pages: Sequence[int]) -> str:
    named = join_numbers(pages[:_MOST_PAGES])
    more = f" and {len(pages) - _MOST_PAGES} more" if len(pages) > _MOST_PAGES else ""
    return f"page{'' if len(pages) == 1 else 's'} {named}{more}"
