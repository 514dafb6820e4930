"""Dates as a person reads them, and how old what they stand on is."""

import re
from datetime import date

from ui import words

_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
OLD = 24  # months: what is older is said to be old


def readable(written: str) -> str:
    """`2026-05-12` as "12 May 2026", `2026-05` as "May 2026"; anything else as it stands."""
    year, _, rest = written.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return written
    name = words.MONTHS[int(month) - 1]
    shown = words.DAY.format(day=int(day), month=name, year=year) if day.isdecimal() else ""
    return shown or words.MONTH.format(month=name, year=year)


def months_since(written: str, today: date) -> int | None:
    """Whole months, as far as the date tells; None where it is no date, or one that is still to come."""
    if not _ISO.fullmatch(written):
        return None
    parts = [int(part) for part in written.split("-")]
    year, month, day = (*parts, *(today.month, today.day)[len(parts) - 1 :])
    months = (today.year - year) * 12 + today.month - month - (today.day < day)
    return months if months >= 0 else None


def is_past(written: str, today: date) -> bool:
    """Whether the day, the month or the year is over; never for what is no date."""
    return bool(_ISO.fullmatch(written)) and written < today.isoformat()[: len(written)]
