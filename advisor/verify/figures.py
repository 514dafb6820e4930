"""Figures of a text in their sense: of what unit, between which ends, exactly or about, per year or in all. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.verify.dates import dates

_SCALE = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
    "trillion": 1e12, "hundred": 1e2, "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_UNITS = {
    "%": "%", "percent": "%", "percentage point": "point", "dollar": "$", "usd": "$", "euro": "€", "eur": "€",
    "pound": "£", "gbp": "£", "rupee": "₹", "inr": "₹", "second": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year", "yr": "year", "decade": "decade",
}  # fmt: skip
_IN_MONTHS = {"month": 1.0, "year": 12.0, "decade": 120.0}
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: n for n, word in enumerate(f"{_SMALL} seventeen eighteen nineteen".split())} | {"dozen": 12}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_VAGUE = {"zero", "one", "two"}  # said without counting, unless a unit follows: "one of them", "the two roles"


def _any_of(words: Sequence[str] | dict[str, float] | dict[str, str] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_FIGURE = re.compile(
    rf"(?P<sign>[$€£₹]|\b(?:us\$|usd|rs\.?)\s?)?(?<![\w.])(?:(?P<digits>\d+(?:\.\d+)?)(?P<nth>st\b|nd\b|rd\b|th\b)?"
    rf"|(?:(?P<tens>{_any_of(_TENS.split())})[\s-])?(?<!\w)(?P<word>{_any_of(_WORDS)})\b)"
    rf"(?:[\s-]?(?P<scale>{_any_of(_SCALE)})\b)?(?P<plus>\+)?(?P<times>(?:x|[\s-]?times|-?fold)\b)?"
    rf"(?:[\s-]?(?P<unit>{_any_of(_UNITS)})(?:e?s)?(?!\w))?"
)
_ANY_NUMBER = re.compile(rf"\d|{_any_of(_WORDS)}")
_JOIN = re.compile(r"\s?(?:to|-|and|or)\s?[+-]?")
_SENSES = {
    "at least": r"at least|(?:a )?minimum(?: (?:of|is))?"
    r"|no (?:less|fewer) than|starts? (?:at|from)|starting (?:at|from)"
    r"|upwards of|bottom|floor|low end|lower end",
    "at most": r"at most|up to"
    r"|(?:a )?maximum(?: (?:of|is))?|no more than|as (?:much|many|high) as|tops? out at|tops? at"
    r"|ceilings?|capped at|top|peak|upper end|high end",
    "more than": r"more than|over|above|exceed(?:s|ing)?|greater than|beyond",
    "less than": r"less than|fewer than|under|below|nearly|almost",
    "about": r"about|around|approximately|roughly|circa|estimated|close to|near",
}
_SENSE = re.compile(
    "|".join(rf"(?P<{name.replace(' ', '_')}>\b(?:{pattern}))" for name, pattern in _SENSES.items())
    + r"(?P<tilde>~)?(?:\s(?:the|a|an|is|of|for|at|salary|pay|range|to))*\W{0,2}$".replace("(?P<tilde>~)?", "")
)
_PER = re.compile(
    r"\W{0,2}(?:(?:per|a|an|each|every)\s(?P<per>hour|day|week|month|year)\b|per (?P<annum>annum)"
    r"|(?P<ly>hourly|daily|weekly|monthly|yearly|annually)\b|/\s?(?P<slash>hour|month|year|yr)\b)"
)
_RATE_BEFORE = re.compile(
    r"\b(?P<ly>hourly|daily|weekly|monthly|yearly|annual(?:ly)?|each year|every year|per year)\b[^.;:]{0,30}$"
)
_IN_ALL = re.compile(r"\b(?:in total|altogether|in all|total of|as a total|totals?|by _{4}|over the whole)\b")
_LOOK = 40  # characters before and after a figure that may tell its sense


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or a range of figures; `low == high` where it is a single one."""

    low: float
    high: float
    unit: str  # %, a currency, a unit of time in months, or nothing
    sense: str  # how it bounds what it speaks of: exactly ("") or at least, at most, more than, less than, about
    per: str  # hour to year, "total", or nothing told
    text: str
    start: int
    end: int

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text in lower case, ranges joined, in order; dates are left out."""
    if not _ANY_NUMBER.search(text):
        return ()
    for date in dates(text):
        text = text[: date.start] + "_" * (date.end - date.start) + text[date.end :]
    singles = list(_singles(text))
    joined: list[Quantity] = []
    for quantity in singles:
        before = joined[-1] if joined else None
        if before and not before.is_range and (whole := _range(before, quantity, text)):
            joined[-1] = whole
        else:
            joined.append(quantity)
    return tuple(_in_sense(quantity, text) for quantity in joined)


def _singles(text: str) -> Iterator[Quantity]:
    for match in _FIGURE.finditer(text):
        unit = _UNITS.get(match["unit"] or "", "") or _currency(match["sign"])
        worded = match["word"]
        if worded in _VAGUE and not (match["unit"] or match["scale"]):
            continue
        value = (
            float(match["digits"])
            if match["digits"]
            else float(_WORDS[match["tens"]] if match["tens"] else 0) + _WORDS[worded]
        )
        value *= _SCALE.get(match["scale"] or "", 1.0)
        if unit in _IN_MONTHS:
            value, unit = value * _IN_MONTHS[unit], "month"
        sense = "at least" if match["plus"] and match["unit"] != "%" else ""
        yield Quantity(
            value, value, "x" if match["times"] else unit, sense, "", match[0].strip(), match.start(), match.end()
        )


def _currency(sign: str | None) -> str:
    sign = (sign or "").strip()
    return {"us$": "$", "usd": "$", "rs": "₹", "rs.": "₹"}.get(sign, sign)


def _range(a: Quantity, b: Quantity, text: str) -> Quantity | None:
    """The two as ends of one range, where only "to", a dash or "between … and" stands between them."""
    link = text[a.end : b.start]
    if not _JOIN.fullmatch(link) or (a.unit and b.unit and a.unit != b.unit):
        return None
    if "and" in link and not re.search(r"between\W{0,2}$", text[: a.start]):
        return None
    if "or" in link:
        return None
    low, high = a.low, b.high
    if low < high and not a.unit and b.text[-1:].isalpha() and a.text.isdigit():
        low = _scaled_like(a, b)
    if low >= high:
        return None
    return replace(b, low=low, high=high, unit=b.unit or a.unit, text=text[a.start : b.end].strip(), start=a.start)


def _scaled_like(a: Quantity, b: Quantity) -> float:
    """2 of "2 to 3 million" is two million, of "3 to 6 months" three months, of "2-3 years" two years."""
    plain = re.match(r"\D*(\d+(?:\.\d+)?)", b.text)
    factor = b.high / float(plain[1]) if plain and float(plain[1]) else 1.0
    return a.low * factor


def _in_sense(quantity: Quantity, text: str) -> Quantity:
    before, after = text[max(0, quantity.start - _LOOK) : quantity.start], text[quantity.end : quantity.end + _LOOK]
    told = _SENSE.search(before)
    sense = quantity.sense or (told.lastgroup or "").replace("_", " ") if told else quantity.sense
    if not sense and re.match(r"\s(?:or|and) (?:more|above|over|up)\b", after):
        sense = "at least"
    if not sense and before.rstrip().endswith("~"):
        sense = "about"
    per = _PER.match(after) or _RATE_BEFORE.search(before)
    rate = ""
    if per:
        groups = per.groupdict()
        rate = next(value for value in groups.values() if value)
        rate = {
            "annum": "year",
            "yearly": "year",
            "annually": "year",
            "annual": "year",
            "each year": "year",
            "every year": "year",
            "per year": "year",
            "yr": "year",
            "hourly": "hour",
            "daily": "day",
            "weekly": "week",
            "monthly": "month",
        }.get(rate, rate)
    elif _IN_ALL.search(before) or _IN_ALL.search(after):
        rate = "total"
    return replace(quantity, sense=sense, per=rate)
