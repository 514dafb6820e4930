"""Reads a bare "191" as the amount the guides print in thousands, as people say it. Knows figures, no words."""

import re
from collections.abc import Set

_BARE = re.compile(r"(?<![\w.,$€£₹-])[1-9]\d\d(?![\w%]|[.,]\d|-\w| ?%)")
_THOUSAND = 1000


def in_thousands(text: str, known: Set[float | str]) -> str:
    """The text with "k" behind each bare number of three digits of which only the thousandfold is known."""

    def mended(match: re.Match[str]) -> str:
        value = float(match[0])
        return f"{match[0]}k" if value not in known and value * _THOUSAND in known else match[0]

    return _BARE.sub(mended, text)
