"""One thing in a true sentence changed so that it is no longer what its passage says. Seeded; knows no check.

Each change gives the sentences that it can make of one, in an order of its own choosing.
"""

import re
from collections.abc import Iterator
from random import Random

from advisor.evals.changed_words import also_meaning, directions, in_case_of, listed, replacements
from advisor.evals.truths import Truth

_YEAR = r"(?:19|20)\d\d"
_NUMBER = re.compile(rf"(?<![\w.])[$€£₹+]?(?!{_YEAR}\b)(\d+(?:\.\d+)?)(?![\d.]*(?:st|nd|rd|th)\b)(?!/\d)")
_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNT = re.compile(rf"\b({'|'.join(_COUNTS)})\b(?=\s[a-z]+)", re.IGNORECASE)
_DATES = re.compile(
    rf"\b(?P<year>{_YEAR})\b|\b(?P<month>January|February|March|April|June|July|August|September|October|November|December"
    rf"|May(?=\s\d))\b|(?<=[a-z]\s)(?P<day>\d\d?)(?=,\s{_YEAR})"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WORD = re.compile(r"[A-Za-z][\w'-]*")


def figures(truth: Truth, random: Random) -> Iterator[str]:
    """Another figure, once a new one and once another one of the same passage."""
    there = {match[1] for match in _NUMBER.finditer(truth.passage.text)}
    months = "|".join(_MONTHS)
    for match in _NUMBER.finditer(_value(truth)):
        if re.search(rf"(?:{months})\s$", _value(truth)[: match.start()]):
            continue
        others = sorted(n for n in there if n != match[1] and _alike(n, match[1], truth.passage.text))
        new = [_other(match[1], there, random), *random.sample(others, min(1, len(others)))]
        yield from (_put(truth, match.span(1), number) for number in new)
    for match in _COUNT.finditer(_value(truth)):
        known = {m[1].lower() for m in _COUNT.finditer(truth.passage.text)}
        yield _put(truth, match.span(1), random.choice([word for word in _COUNTS if word not in known]))


def _alike(number: str, other: str, text: str) -> bool:
    """Whether two numbers stand in the same unit in the text."""
    return _dress(number, text) == _dress(other, text)


def _dress(number: str, text: str) -> tuple[str, str]:
    found = re.search(rf"([$€£₹]?)(?<![\w.]){re.escape(number)}(?![\d.])\s?(%|percent|k\b|B\b|-year|years?|)", text)
    return (found[1], found[2]) if found else ("", "")


def _other(number: str, there: set[str], random: Random) -> str:
    """A number of as many digits, or one with a digit more, that the passage does not hold."""
    while True:
        value = float(number)
        made = random.choice(
            [
                value + random.randint(1, 9),
                max(value - random.randint(1, 9), 1),
                value * 10,
                value * random.uniform(1.1, 2),
            ]
        )
        new = f"{made:.{len(number.partition('.')[2])}f}"
        if new not in there:
            return new


def units(truth: Truth, random: Random) -> Iterator[str]:
    """A figure in another currency, scale, span of time, or a total as a rate."""
    value = _value(truth)
    for unit, others in replacements("units").items():
        if unit == "$":
            pattern = r"\$(?=\d)"
        elif len(unit) == 1:
            pattern = rf"(?<=\d){unit}(?!\w)"
        elif unit.startswith(("year", "month")):
            pattern = rf"(?<=[\d.])-?\s?\b{unit}\b|(?<=\b(?:two|six|ten)\s){unit}\b"
        else:
            pattern = rf"\b{unit}\b"
        for match in re.finditer(pattern, value):
            lead = re.match(r"[-\s]*", match[0])
            start = match.start() + (lead.end() if lead else 0)
            yield _put(truth, (start, match.end()), random.choice(others))


def dates(truth: Truth, random: Random) -> Iterator[str]:
    """Another year, month or day."""
    for match in _DATES.finditer(_value(truth)):
        there = truth.passage.text
        if match["year"]:
            near = [str(int(match["year"]) + step) for step in (-10, -4, -3, -2, -1, 1, 2, 3, 5, 10)]
            new = random.choice([year for year in near if year not in there])
        elif match["month"]:
            new = random.choice([month for month in _MONTHS if month not in there])
        else:
            new = str(random.choice([day for day in range(1, 29) if str(day) != match["day"]]))
        yield _put(truth, match.span(), new)
    years = list(re.finditer(rf"\b{_YEAR}\b", _value(truth)))
    if len(years) == 2 and years[0][0] != years[1][0]:
        first, second = years
        swapped = _put(truth, second.span(), first[0])
        yield swapped.replace(first[0], second[0], 1)


def turned(truth: Truth, random: Random) -> Iterator[str]:
    """A word of a direction turned: more to less, easier to harder."""
    value, other = _value(truth), also_meaning("not_directions")
    taken = [match.span() for match in other.finditer(value)]
    known = directions()
    for match in _WORD.finditer(value):
        new = known.get(match[0].lower())
        inside = any(start <= match.start() < end for start, end in taken)
        if new and not inside and not match[0].isupper():
            yield _put(truth, match.span(), in_case_of(match[0], new))


def hedges(truth: Truth, random: Random) -> Iterator[str]:
    """What holds back strengthened, or left out."""
    value, stronger = _value(truth), replacements("one_way")
    taken = [match.span() for match in also_meaning("hedges_not").finditer(value)]
    for match in re.finditer(rf"\b(?:{'|'.join(stronger)})\b(?![-,:])", value, re.IGNORECASE):
        whole = " " in match[0]  # a phrase is no part of itself
        if match[0] == "May" or (not whole and any(start <= match.start() < end for start, end in taken)):
            continue
        yield _put(truth, match.span(), in_case_of(match[0], stronger[match[0].lower()]))
        if match[0] in listed("left_out"):
            yield re.sub(r"\s{2,}", " ", _put(truth, match.span(), ""))


def _value(truth: Truth) -> str:
    """What may be changed: a sentence, or a cell without the label that stands before it."""
    return truth.text.partition(": ")[2] if truth.label else truth.text


def _put(truth: Truth, span: tuple[int, int], new: str) -> str:
    shift = len(truth.text) - len(_value(truth))
    start, end = span[0] + shift, span[1] + shift
    return truth.text[:start] + new + truth.text[end:]
