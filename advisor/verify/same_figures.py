"""Whether the figures and dates of a claim stand in what it cites, in the same sense."""

from advisor.domain import Support
from advisor.verify.evidence import Evidence, Refusal
from advisor.verify.figures import Quantity
from advisor.verify.reading import Text

_UPPER, _LOWER = {"at most", "less than"}, {"at least", "more than"}


def dates_stand(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """Every date of the claim is told in what it cites, at least as exactly."""
    known = evidence.all.dates if claim.dates else ()
    for date in claim.dates:
        if not any(date.stands_in(there) for there in known):
            return Refusal(Support.UNSUPPORTED, f"The date {date.text} is not in what it cites.")
    return None


def figures_stand(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """Every figure of the claim is in what it cites, in the same unit and sense."""
    known = evidence.all.quantities if claim.quantities else ()
    for quantity in claim.quantities:
        if refusal := _missing(quantity, known) or _other_sense(quantity, known):
            return refusal
    return None


def figures_missing(claim: Text, known: Text) -> int:
    """How many figures and dates of the claim are nowhere in the known text."""
    if not claim.quantities and not claim.dates:
        return 0
    values = {value for there in known.quantities for value in (there.low, there.high)}
    values |= {float(there.year) for there in known.dates if there.year}
    lost = sum(q.low not in values or q.high not in values for q in claim.quantities)
    return lost + sum(not any(date.stands_in(there) for there in known.dates) for date in claim.dates)


def _missing(told: Quantity, known: tuple[Quantity, ...]) -> Refusal | None:
    ends = [(value, q.unit) for q in known for value in (q.low, q.high)]
    for value in (told.low, told.high):
        units = {unit for end, unit in ends if end == value}
        if not units:
            return Refusal(Support.UNSUPPORTED, f"The figure {told.text} is not in what it cites.")
        if told.unit and units and told.unit not in units and units != {""}:
            return Refusal(Support.UNSUPPORTED, f"{told.text} stands in another unit in what it cites.")
        if told.unit in {"%", "x"} and told.unit not in units:
            return Refusal(Support.UNSUPPORTED, f"{told.text} stands in another unit in what it cites.")
    return None


def _other_sense(told: Quantity, known: tuple[Quantity, ...]) -> Refusal | None:
    near = [q for q in known if {told.low, told.high} & {q.low, q.high}]
    if told.per and not any(_same_rate(told.per, q.per) for q in near):
        kinds = {q.per for q in near}
        word = "in total" if "total" in kinds else f"per {next(iter(sorted(kinds - {''})), 'nothing')}"
        said = "in total" if told.per == "total" else f"per {told.per}"
        if kinds != {""}:
            return Refusal(Support.CONTRADICTED, f"{told.text} is told {word}, not {said}.")
        if said != "in total":
            return Refusal(Support.UNSUPPORTED, f"What it cites does not say that {told.text} is {said}.")
    if not any(_same_bound(told, q, known) for q in near):
        return Refusal(Support.UNSUPPORTED, f"{told.text} is meant in another sense in what it cites.")
    return None


def _same_rate(told: str, known: str) -> bool:
    return told == known


def _same_bound(told: Quantity, there: Quantity, known: tuple[Quantity, ...]) -> bool:
    if told.is_range:
        lone = {q.low for q in known if not q.is_range}
        return (told.low, told.high) == (there.low, there.high) or {told.low, told.high} <= lone
    if there.is_range:
        top, bottom = told.low == there.high, told.low == there.low
        return (top and told.sense in {"at most"}) or (bottom and told.sense == "at least")
    if not told.sense or told.sense == "about":
        return there.sense in {"", "about"}
    if told.sense in _UPPER | _LOWER:
        return told.sense == there.sense
    return True
