"""Periods of the monitoring report, and figures that come in pairs."""

from matters_arising.corpus.sample.block import Figure

Q2, Q3 = "2021/22-Q2", "2021/22-Q3"


def change(
    quote: str,
    measure: str,
    before: tuple[float, str, str],
    after: tuple[float, str, str],
    *,
    unit: str = "percent",
) -> tuple[Figure, Figure]:
    """A before-and-after pair; each side is value, period as printed, period normalised."""
    direction = "increase" if after[0] > before[0] else "decrease"
    old, new = before[0], after[0]
    return (
        Figure(quote, measure, old, unit, before[1], before[2], kind="baseline"),
        Figure(quote, measure, new, unit, after[1], after[2], direction=direction),
    )
