"""Dates as people write them, as ISO strings. A date of the month alone stays one: `2026-05`."""

import re
from calendar import month_abbr
from datetime import date, datetime

_MONTHS = {name.lower(): number for number, name in enumerate(month_abbr) if name}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_ISO = re.compile(rf"{_YEAR}(?:[-/](?P<month>[01]?\d)(?:[-/](?P<day>[0-3]?\d))?)?(?:[T ].*)?")
_WORDED = [
    re.compile(rf"\b{_MONTH} {_DAY},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\.? (?:of )?{_MONTH},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH},? {_YEAR}\b", re.IGNORECASE),
]


def iso(value: object) -> str | None:
    """`2026-05-12`, `2026-05` or `2026`; None for what is not a date."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    words = " ".join(str(value).split())
    plain = _ISO.fullmatch(words)
    if plain:
        return _join(plain["year"], plain["month"], plain["day"])
    for pattern in _WORDED:
        if found := pattern.search(words):
            parts = found.groupdict()
            return _join(parts["year"], str(_MONTHS[parts["month"].lower()]), parts.get("day"))
    return None


def _join(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
