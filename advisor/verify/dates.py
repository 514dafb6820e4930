"""Dates of a text, as far as they are told: day, month, year, or the decade. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may", "may"), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d|20)\d\d"
_AFTER = r"(?:\s*,?\s*(?:of\s+)?(?P<{}>" + _YEAR + r"))?\b"
_NO_YEAR = r"(?!\s?(?:%|k\b|\.\d|percent|thousand|million|billion|people|jobs|dollars))"
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR})-(?P<im>\d\d)(?:-(?P<id>\d\d))?\b"
    rf"|\b(?P<m1>{_MONTH})\s(?P<d1>{_DAY})\b(?![\s-]?(?:%|k\b|percent)){_AFTER.format('y1')}"
    rf"|\b(?P<d2>{_DAY})\s(?:of\s)?(?P<m2>{_MONTH}){_AFTER.format('y2')}"
    rf"|\b(?P<m3>{_MONTH})\s(?:of\s)?(?P<y3>{_YEAR})\b"
    rf"|(?<![$€£₹\w.])(?P<year>{_YEAR})(?P<decade>\s?'?s)?\b{_NO_YEAR}"
)


@dataclass(frozen=True, slots=True)
class Date:
    """What is told of a date; `decade` where it is "the 1980s"."""

    year: int | None
    month: int | None
    day: int | None
    decade: bool
    text: str
    start: int
    end: int

    def stands_in(self, known: "Date") -> bool:
        """Whether the known date is the same, or more exactly told."""
        if self.decade and not known.decade:
            return self.year is not None and known.year is not None and known.year // 10 == self.year // 10
        pairs = ((self.year, known.year), (self.month, known.month), (self.day, known.day))
        return self.decade == known.decade and all(told is None or told == there for told, there in pairs)


def dates(text: str) -> Iterator[Date]:
    """The dates of a text in lower case, in order."""
    for match in _DATE.finditer(text) if _DIGIT.search(text) else ():
        year = match["iso"] or match["y1"] or match["y2"] or match["y3"] or match["year"]
        name = match["m1"] or match["m2"] or match["m3"]
        month = _MONTHS[name.rstrip(".")] if name else _number(match["im"])
        day = _number(match["id"] or match["d1"] or match["d2"])
        yield Date(_number(year), month, day, bool(match["decade"]), match[0], match.start(), match.end())


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text or "")
    return int(digits[0]) if digits else None
