"""Figures in a guide's words as numbers: pay and growth, each with what it measures. Reads one text; knows no guide.

Two figures may stand on one axis only where unit and `what` are equal. Money of a market is neither pay nor growth of
jobs; a total by a year is not a yearly rate.
"""

import re
from dataclasses import dataclass

from advisor.text import normalise

TIMELESS = "growth, over no named time"
_SIGNS = {"usd": "$", "us$": "$", "eur": "€", "gbp": "£", "inr": "₹", "rs": "₹", "rs.": "₹", "lpa": "₹"}
_NAMES = {"dollars": "$", "euros": "€", "pounds": "£", "rupees": "₹", **_SIGNS}
_LAKH = {"lpa", "lakh", "lakhs"}
_AMOUNT = (
    r"(?P<{0}sign>us\$|[$€£₹¥]|\b(?:usd|eur|gbp|inr|rs\.?))?\s?(?P<{0}number>\d+(?:\.\d+)?)"
    r"\s?(?P<{0}scale>k|lakhs?|lpa)?(?![\w%.]\w|%)"
)
_MONEY = re.compile(
    _AMOUNT.format("low_")
    + r"(?:\s?(?:-|to|and|up to)\s?"
    + _AMOUNT.format("high_")
    + r")?(?:\s?(?P<after>usd|eur|gbp|inr|dollars|euros|pounds|rupees|lpa)\b)?"
)
_NOT_OF_A_JOB = re.compile(
    r"\b(?:market|spending|revenue|funding|valuation|investments?|turnover|fees?)\b|\d ?(?:m|b|million|billion)\b"
)
_KINDS = (
    ("entry pay", re.compile(r"\b(?:entry|start(?:s|ing)?|junior|beginners?|fresher)\b")),
    ("median pay", re.compile(r"\bmedian\b")),
    ("average pay", re.compile(r"\b(?:average|mean)\b")),
    ("bonus", re.compile(r"\bbonus(?:es)?\b")),
    ("total compensation", re.compile(r"\btotal comp(?:ensation)?\b")),
    ("base pay", re.compile(r"\bbase\b")),
    ("senior pay", re.compile(r"\b(?:senior|experienced)\b")),
    ("top pay", re.compile(r"\b(?:tops? out|ceiling|max(?:imum)?|up to)\b")),
)
_PERIODS = (
    ("an hour", re.compile(r"\b(?:an|per|each) hour\b|\bhourly\b|/ ?h(?:r|our)?\b")),
    ("a day", re.compile(r"\b(?:a|per|each) day\b|\bdaily (?:rate|wage)\b|/ ?day\b")),
    ("a week", re.compile(r"\b(?:a|per|each) week\b|\bweekly\b|/ ?week\b")),
    ("a month", re.compile(r"\b(?:a|per|each) month\b|\bmonthly\b|/ ?mo(?:nth)?\b")),
    ("a year", re.compile(r"\b(?:a|per|each) year\b|\b(?:annual|yearly|annually|lpa|p\.a)\b|/ ?y(?:r|ear)\b")),
)
_SHARE = re.compile(r"(?P<sign>[+-])?\s?(?P<number>\d+(?:\.\d+)?)\s?%(?P<of> of\b)?")
_FALLS = re.compile(r"\b(?:declin\w+|shrink\w*|fall\w*|decreas\w+|drop\w*)\b")
_NOT_JOBS = re.compile(r"[$€£₹]|\b(?:market|spending|salar\w+|pay|wages?|revenue)\b")
_NOT_YEARLY = re.compile(r"\bnot (?:an? |per )?(?:year|yearly|annual)\w*|\bin total\b|\btotals?\b")
_SPAN = re.compile(r"\b(?P<from>(?:19|20)\d\d)\s?(?:-|to|and)\s?(?P<to>(?:19|20)\d\d)\b")
_BY = re.compile(r"\b(?:by|until|through|up to)(?: the year)? (?P<to>20\d\d)\b")
_OVER = re.compile(r"\b(?:over|within|in) (?:the next )?(?P<years>\w+) years\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """`low` and `high` are equal where one figure is given; `what` says what the figure is."""

    low: float
    high: float
    unit: str  # a currency's sign, with "lakh" where counted so, or "%"
    what: str

    @property
    def shown(self) -> str:
        ends = [amount(value, self.unit) for value in dict.fromkeys((self.low, self.high))]
        return " to ".join(ends)


def amount(value: float, unit: str) -> str:
    """The value with its unit, as short as its kind of money is usually put."""
    if unit == "%":
        return f"{value:+g}%" if value else "0%"
    sign, _, scale = unit.partition(" ")
    if scale:
        return f"{sign}{value:g} {scale}"
    return f"{sign}{value / 1000:g}k" if value >= 10_000 or (value and value % 1000 == 0) else f"{sign}{value:g}"


def pay(text: str, label: str = "") -> Reading | None:
    """The pay that a text gives, if it gives just one figure or range in a currency."""
    text, label = normalise(text), normalise(label)
    found = [reading for match in _MONEY.finditer(text) if (reading := _money(match, f"{label} {text}"))]
    if len(found) != 1 or _NOT_OF_A_JOB.search(text):
        return None
    return found[0]


def growth(text: str) -> Reading | None:
    """The growth in jobs that a text gives, if it gives just one percentage."""
    text = normalise(text)
    found = [match for match in _SHARE.finditer(text)]
    if len(found) != 1 or found[0]["of"] or _NOT_JOBS.search(text):
        return None
    value = float(found[0]["number"])
    value = -value if found[0]["sign"] == "-" or (not found[0]["sign"] and _FALLS.search(text)) else value
    return Reading(value, value, "%", _time(text))


def _money(match: re.Match[str], told: str) -> Reading | None:
    scale = match["high_scale"] or match["low_scale"] or ""
    after = match["after"] or ""
    sign = match["low_sign"] or match["high_sign"] or _NAMES.get(after, "") or ("₹" if scale == "lpa" else "")
    if not sign:
        return None
    sign = _SIGNS.get(sign, sign)
    low = _value(match["low_number"], match["low_scale"] or scale)
    high = _value(match["high_number"], match["high_scale"] or scale) if match["high_number"] else low
    unit = f"{sign} lakh" if _LAKH & {scale, after} else sign
    return Reading(low, high, unit, _what(told, is_range=high > low)) if low <= high else None


def _value(number: str, scale: str) -> float:
    return float(number) * (1000 if scale == "k" else 1)


def _what(told: str, *, is_range: bool) -> str:
    kind = next((name for name, form in _KINDS if form.search(told)), "pay range" if is_range else "pay")
    period = next((name for name, form in _PERIODS if form.search(told)), "")
    return f"{kind} {period}".strip()


def _time(text: str) -> str:
    if span := _SPAN.search(text):
        years = f"from {span['from']} to {span['to']}"
    elif by := _BY.search(text):
        years = f"by {by['to']}"
    elif over := _OVER.search(text):
        years = f"over {over['years']} years"
    else:
        years = ""
    if _PERIODS[-1][1].search(text) and not _NOT_YEARLY.search(text):
        return f"growth a year {years}".strip()
    return f"growth in total {years}" if years else TIMELESS
