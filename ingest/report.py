"""What became of each file of an ingest, as a value and as text for people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.reading import Dropped

LONGEST_LINE = 80  # characters of a left-out block that the report shows


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, and what to do about it."""

    file: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Report:
    release: str
    guides: int
    passages: int
    facts: int
    embedded: int
    reused: int
    dropped: Mapping[str, tuple[Dropped, ...]] = field(default_factory=dict)  # by file
    problems: tuple[Problem, ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()  # file and what to know about it
    staged: bool = False  # built, and waits to be published


def render(report: Report) -> str:
    """Counts, then what was left out and why, then warnings, then problems with what to do about them."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"{'Staged' if report.staged else 'Published'} release {report.release}:"
    yield f"  {_many(report.guides, 'guide')}, {_many(report.passages, 'passage')}, {_many(report.facts, 'fact')}"
    yield f"  {_many(report.embedded, 'sentence or row', 'sentences and rows')} embedded, {report.reused} known before"
    for file, blocks in report.dropped.items():
        yield f"\nLeft out of {file} ({_many(len(blocks), 'block')}):"
        yield from (f"  {block.why}: {_short(block.text)}" for block in blocks)
    if report.warnings:
        yield "\nPlease note:"
        yield from (f"  {file}: {what}" for file, what in report.warnings)
    if report.problems:
        yield f"\n{_many(len(report.problems), 'file')} could not be read:"
        for problem in report.problems:
            yield f"  {problem.message if problem.file in problem.message else f'{problem.file}: {problem.message}'}"
            yield f"    {problem.hint}"


def _many(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_LINE else words[: LONGEST_LINE - 1].rstrip() + "…"
