"""Shares, intervals and counts as people read them. Pure.

An interval is rounded outwards, and what is not all or none is never shown as 100 or 0 %.
"""

import math
from datetime import date

from advisor.audit.figures import Count
from advisor.audit.interval import Rate
from advisor.audit.period import Period
from ui.dates import readable

NOTHING = "–"


def share(rate: Rate) -> str:
    return NOTHING if rate.share is None else percent(rate.share)


def percent(value: float) -> str:
    if 0 < value < 0.005:
        return "<1 %"
    if 0.995 <= value < 1:
        return ">99 %"
    return f"{value:.0%}".replace("%", " %")


def interval(rate: Rate) -> str:
    if rate.share is None:
        return NOTHING
    return f"{math.floor(rate.low * 100 + 1e-9)} to {math.ceil(rate.high * 100 - 1e-9)} %"


def count(counted: Count) -> str:
    """Halves are of answers on which reviewers differ."""
    return f"{counted.yes:g} of {counted.of}" if counted.of else NOTHING


def coefficient(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.2f}".replace("-", "−")


def named(period: Period) -> str:
    """“November 2026”, or the two days."""
    if period.month:
        return readable(f"{period.first:%Y-%m}")
    return f"{day(period.first)} to {day(period.last)}"


def day(value: date) -> str:
    return readable(value.isoformat())


def noun(number: int, one: str, more: str = "") -> str:
    """“1 answer”, “2 answers”."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
