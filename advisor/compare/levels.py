"""Words that stand in an order, such as degrees. Knows the scales, not what is measured on them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

_CLAUSE = re.compile(r"[,;:(·|]|\.\s|\s[-–—]\s")
_WORDS_AT_MOST = 5  # of a clause that is a level and little else
_MANNER = re.compile(r"^(?:usually|typically|often|mostly|generally|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Level:
    """The lowest and the highest step of one scale that a text names, and its words."""

    scale: str
    lowest: int
    highest: int
    words: str

    @property
    def steps(self) -> tuple[str, int, int]:
        return self.scale, self.lowest, self.highest


def level(text: str) -> Level | None:
    """The level with which a text opens; None where its first clause says more than a level, or none."""
    clause = _MANNER.sub("", _CLAUSE.split(text.strip(), maxsplit=1)[0].strip(" .*_"))
    if len(clause.split()) > _WORDS_AT_MOST:
        return None
    for scale, (forms, places) in _scales().items():
        if found := {places[match[0].lower()] for match in forms.finditer(clause)}:
            return Level(scale, min(found), max(found), clause)
    return None


def degrees(text: str) -> dict[int, str]:
    """The degrees that a text names anywhere, from low to high."""
    forms, places = _scales()["degree"]
    return dict(sorted({places[match[0].lower()]: match[0] for match in forms.finditer(text)}.items()))


@lru_cache(maxsize=1)
def _scales() -> Mapping[str, tuple[re.Pattern[str], Mapping[str, int]]]:
    """Each scale as one pattern, longest words first, and the step that each word stands for."""
    given = yaml.safe_load(files("advisor.compare").joinpath("scales.yaml").read_text("utf-8"))
    scales = {}
    for name, rungs in given.items():
        places = {word: step for step, rung in enumerate(rungs) for word in rung}
        words = "|".join(re.escape(word) for word in sorted(places, key=len, reverse=True))
        scales[name] = (re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), places)
    return scales
