"""How a source is named in few words: its guide and its date; and how names are strung together."""

from collections.abc import Iterable
from datetime import date

from advisor.domain import Source
from ui import words
from ui.dates import OLD, months_since, readable


def guide_name(source: Source) -> str:
    """The publisher, or else the guide's title."""
    return source.publisher or source.guide_title


def dated(source: Source) -> str:
    """Its date, or that it has none."""
    return readable(source.updated) if source.updated else words.UNDATED


def listed(names: Iterable[str]) -> str:
    """One name or more as in a sentence: `a, b and c`."""
    *rest, last = names
    return f"{', '.join(rest)} {words.AND} {last}" if rest else last


def with_age(written: str | None, today: date) -> str:
    """A date and how old what bears it is, or that there is none."""
    if not written:
        return words.UNDATED
    months = months_since(written, today)
    return readable(written) if months is None else f"{readable(written)}, {_age(months)}"


def _age(months: int) -> str:
    unit = "new" if months == 0 else "month" if months == 1 else "months" if months < OLD else "years"
    return words.AGES[unit].format(count=months // 12 if unit == "years" else months)
