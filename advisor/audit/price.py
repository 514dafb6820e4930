"""How many judgements buy what width of interval. Pure; knows no review."""

from dataclasses import dataclass

from advisor.audit.interval import student, wilson

SIZES = (10, 20, 50, 100, 200, 400)
_MOST = 1_000_000  # judgements


@dataclass(frozen=True, slots=True)
class Price:
    judgements: int
    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low


def price(judgements: int, share: float) -> Price:
    """The interval to expect of so many answers judged, two at least, where this share of them is as hoped."""
    return Price(judgements, *wilson(share, judgements - 1, student(judgements - 1)))


def prices(share: float) -> tuple[Price, ...]:
    return tuple(price(size, share) for size in SIZES)


def needed(width: float, share: float) -> int:
    """The fewest answers judged that give an interval no wider than this, from end to end."""
    low, high = 2, _MOST
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if price(middle, share).width <= width else (middle + 1, high)
    return low
