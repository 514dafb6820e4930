"""Sentences that do not stand alone, figures of which nobody knows whence or when, and sentences said twice."""

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from advisor.domain import Guide, PassageKind, Unit
from advisor.interfaces import Vectors
from advisor.text import figures, telling_figures
from ingest.lint.finding import Finding, Source, shortened

ALIKE = 0.95  # cosine from which two sentences say nearly the same
FEWEST_WORDS = 6  # shorter sentences are alike by chance
BLOCK = 1_000  # sentences compared at once
_LEANS = re.compile(
    r"[\W_]*(?P<word>It|Its|They|Their|Them|He|She|This|These|That|Those|Such|The (?:former|latter|same))\b"
    r"(?!\s+(?:guide|article|page|digest)\b)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORIGIN = re.compile(
    r"\b(?:according to|survey|study|report(?:s|ed)?|source|census|statistics|data (?:from|of)|bureau|glassdoor|levels"
    r"|linkedin|indeed|payscale)\b",
    re.IGNORECASE,
)
_NO_BASIS = re.compile(r"(?:none|no |not )", re.IGNORECASE)


def leaning_sentences(source: Source) -> Iterator[Finding]:
    """Those that open with a word for something said before: quoted alone, nobody knows what."""
    kinds = {passage.id: passage.kind for passage in source.passages}
    for unit in source.units:
        opens = _LEANS.match(source.words(unit))
        if opens and kinds[unit.passage_id] is not PassageKind.TABLE_ROW:
            told = f"it cannot be quoted alone, it opens with “{opens['word']}”: {shortened(source.words(unit))}"
            yield Finding(source.file, source.line(source.words(unit)), "stands-alone", told)


def figures_of_nobody(source: Source) -> Iterator[Finding]:
    """Figures without a date or an origin: neither the guide nor the sentence gives one."""
    passages = {passage.id: passage for passage in source.passages}
    for unit in source.units:
        words, passage = source.words(unit), passages[unit.passage_id]
        if telling_figures(words):
            around = " ".join((*passage.heading, passage.context, words))
            if lacks := _lacking(source.guide, around):
                told = f"a figure without {lacks}: {shortened(words)}"
                yield Finding(source.file, source.line(words), "figure-origin", told)


def repeated_sentences(sources: Sequence[Source], embed: Callable[[Sequence[str]], Vectors]) -> Iterator[Finding]:
    """Sentences that say nearly what an earlier one says, in the same guide or another; each once, with its likest."""
    told = [(source, unit) for source in sources for unit in source.units if _long_enough(source, unit)]
    if not told:
        return
    vectors = embed([source.words(unit) for source, unit in told])
    for start in range(0, len(told), BLOCK):
        cosines = vectors[start : start + BLOCK] @ vectors.T
        for offset, row in enumerate(cosines):
            here = start + offset
            likest = int(np.argmax(row[:here])) if here else 0
            if here and row[likest] >= ALIKE and _same_figures(told[here], told[likest]):
                yield _repeats(told[here], told[likest], float(row[likest]))


def _same_figures(later: tuple[Source, Unit], earlier: tuple[Source, Unit]) -> bool:
    """Sentences of one form that give other figures say something else."""
    one, other = (figures(source.words(unit)) for source, unit in (later, earlier))
    return one == other


def _repeats(later: tuple[Source, Unit], earlier: tuple[Source, Unit], cosine: float) -> Finding:
    (source, unit), (other, first) = later, earlier
    words, known = source.words(unit), other.words(first)
    before = other.line(known)
    after = source.raw.find(known) + len(known) if source is other else 0
    said = f"{other.file.name}:{before} says nearly the same ({cosine:.2f}): {shortened(words)}"
    return Finding(source.file, source.line(words, max(after, 0)), "near-duplicate", said)


def _long_enough(source: Source, unit: Unit) -> bool:
    words = source.words(unit)
    return not words.startswith("|") and len(words.split()) >= FEWEST_WORDS


def _lacking(guide: Guide, around: str) -> str:
    date = guide.updated or guide.published or _YEAR.search(around)
    origin = (guide.basis and not _NO_BASIS.match(guide.basis)) or _ORIGIN.search(around)
    return " and ".join(name for name, there in (("date", date), ("origin", origin)) if not there)
