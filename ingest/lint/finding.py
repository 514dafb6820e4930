"""One thing to look at, and where it stands in a file. Knows no rule."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from advisor.domain import Guide, Passage, Unit

SHOWN = 90  # characters of a sentence in a finding


class Severity(StrEnum):
    ERROR = "error"  # the guide is not read as its author meant
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    file: Path
    line: int  # 1 where it is of the whole file
    rule: str
    message: str
    severity: Severity = Severity.WARNING


@dataclass(frozen=True)
class Source:
    """A guide as it was read, beside its file as it was written."""

    file: Path
    raw: str
    guide: Guide
    passages: tuple[Passage, ...]
    units: tuple[Unit, ...]

    def words(self, unit: Unit) -> str:
        return self.guide.text[unit.start : unit.end]

    def line(self, words: str, after: int = 0) -> int:
        """Where the words begin in the file, as far as reading left them as they were; else 1."""
        for wanted in (f"{words}\n", words, words.split("\n")[0], words[:40]):
            at = self.raw.find(wanted, after)
            at = at if at >= 0 else self.raw.find(wanted)
            if at >= 0:
                return self.raw.count("\n", 0, at) + 1
        return 1


def shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1].rstrip() + "…"
