"""A stretch of days that is reported on, in UTC. Knows nothing else."""

import calendar
from dataclasses import dataclass
from datetime import date

from advisor.errors import InputError


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it."""

    first: date
    last: date

    def holds(self, at: str) -> bool:
        """Whether a time in ISO 8601, UTC, lies in it."""
        return self.first.isoformat() <= at[:10] <= self.last.isoformat()

    @property
    def month(self) -> bool:
        """Whether it is one whole month of the calendar."""
        days = calendar.monthrange(self.first.year, self.first.month)[1]
        return self.first.day == 1 and self.last == self.first.replace(day=days)


def month(text: str) -> Period:
    """The month of a text such as 2026-11; raises InputError."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError as problem:
        raise InputError(f"“{text}” is no month.", hint="Write it like 2026-11.") from problem
    return Period(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def period(first: str, last: str) -> Period:
    """From one day to another; raises InputError."""
    try:
        found = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError as problem:
        raise InputError(f"“{first}” or “{last}” is no day.", hint="Write days like 2026-11-20.") from problem
    if found.last < found.first:
        raise InputError(f"The period ends on {last}, before it begins on {first}.", hint="Exchange the two days.")
    return found
