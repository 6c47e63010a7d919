"""Words that papers print as one or as two: "potholes" and "pot holes"."""

import re
from collections.abc import Iterator

from matters_arising.extract.phrase.lexicon import lexicon

_COMPOUNDS = sorted(
    lexicon(
        "after-school back-log book-keeping by-law by-pass care-giver case-load case-work",
        "check-list child-care child-minder class-room council-wide coast-line cross-roads",
        "day-care down-time drop-out fly-tipping foot-ball foot-bridge foot-path fund-raising",
        "grass-roots green-space hand-over head-count head-teacher health-care house-holder",
        "key-worker land-fill land-lord life-guard life-long light-house lock-down multi-agency",
        "news-letter note-book notice-board off-line on-line on-going out-reach out-turn",
        "over-crowding over-spend over-time pay-roll play-ground play-group pot-hole rain-water",
        "re-use road-works safe-guarding sea-front sub-committee sub-group super-market take-over",
        "time-scale time-table turn-over under-spend up-date up-grade volunteer-led walk-way",
        "water-course web-page web-site well-being whistle-blowing work-force work-load work-plan",
        "work-shop work-space work-stream youth-led",
    )
)


def printed_otherwise(text: str) -> Iterator[tuple[str, str]]:
    """What a text in small letters prints as one word or as two, with the other way."""
    for said, other in _FORMS:
        found = re.search(rf"\b{said}(s?)\b", text) if said in text else None
        if found:
            yield found.group(), other + found[1]


_ONE_AND_TWO = [(pair.replace("-", ""), pair.replace("-", " ")) for pair in _COMPOUNDS]
_FORMS = (*_ONE_AND_TWO, *(forms[::-1] for forms in _ONE_AND_TWO))
