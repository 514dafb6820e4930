"""From files to a published release: read, split, take facts, publish, report. Knows the order, not the work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from advisor.domain import Fact, Guide, Passage, Unit, Vocabulary
from advisor.errors import IngestError
from advisor.library.fit import standing
from advisor.library.sentences import units
from advisor.library.vocabulary import FIT_FILE, POINTS_FILE, parse_vocabulary
from advisor.question.mentions import Lexicon
from ingest.collect import guide_files, vocabulary_files
from ingest.derive import derive
from ingest.facts import facts
from ingest.freshness import inputs_digest
from ingest.points import parse_points, stand
from ingest.publish import Published, publish
from ingest.questions import asked_units
from ingest.readers import read
from ingest.reading import Reading
from ingest.report import Problem, Report
from ingest.split import split

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Shelved:
    """All that was read, ready to be published."""

    guides: list[Guide]
    passages: list[Passage]
    units: list[Unit]
    facts: list[Fact]
    vocabulary: Vocabulary
    warnings: tuple[tuple[str, str], ...] = ()  # guide or file, and what to know about it


def ingest(
    paths: Sequence[Path],
    home: Path,
    *,
    embedder_name: str,
    progress: Progress,
    publish: Callable[..., Published] = publish,
    stage: bool = False,
) -> Report:
    """Publish a release of just these guides; a file that cannot be read is reported and does not stop the rest.

    `stage`: build it and do not publish it. Raises IngestError, and publishes nothing, where no guide could be read, a
    path is not there, the vocabulary is broken or two files have one id.
    """
    inputs = [str(path) for path in paths]
    digest = inputs_digest(inputs)  # before reading: a file that is changed meanwhile is read again next time
    files = guide_files(paths)
    words = vocabulary_files(paths)
    entries = parse_points(words)
    readings, problems = read_all(files, parse_vocabulary(words), progress)
    shelved = shelve(list(readings.values()), parse_vocabulary(words))
    points = stand(entries, shelved.guides, shelved.passages)
    published = publish(
        home,
        guides=shelved.guides,
        passages=shelved.passages,
        units=shelved.units,
        facts=shelved.facts,
        vocabulary=shelved.vocabulary,
        vocabulary_files=words,
        embedder_name=embedder_name,
        inputs=inputs,
        progress=progress,
        read_digest=digest,
        points=points.points,
        stage=stage,
    )
    return _report(published, shelved, readings, problems, points.warnings)


def _report(
    published: Published,
    shelved: Shelved,
    readings: Mapping[Path, Reading],
    problems: Sequence[Problem],
    about_points: Sequence[str],
) -> Report:
    return Report(
        release=published.release,
        staged=published.staged,
        guides=len(shelved.guides),
        passages=len(shelved.passages),
        facts=len(shelved.facts),
        embedded=published.embedded,
        reused=published.reused,
        dropped={path.name: reading.dropped for path, reading in readings.items() if reading.dropped},
        problems=tuple(problems),
        warnings=(
            *((path.name, warning) for path, reading in readings.items() for warning in reading.warnings),
            *shelved.warnings,
            *((POINTS_FILE, warning) for warning in about_points),
        ),
    )


def read_all(
    files: Sequence[Path], vocabulary: Vocabulary, progress: Progress
) -> tuple[dict[Path, Reading], list[Problem]]:
    """What could be read, by file, and what could not; raises IngestError where that is all, or for one id twice."""
    readings: dict[Path, Reading] = {}
    problems: list[Problem] = []
    for done, file in enumerate(files):
        progress("reading", done, len(files))
        try:
            readings[file] = _quotable(read(file, vocabulary), file)
        except IngestError as problem:
            problems.append(Problem(file.name, str(problem), problem.hint))
    progress("reading", len(files), len(files))
    if not readings:
        first = problems[0]
        raise IngestError(f"Nothing could be read, nothing was published. {first.message}", hint=first.hint)
    _refuse_one_id_twice(readings)
    return readings, problems


def shelve(readings: Sequence[Reading], vocabulary: Vocabulary) -> Shelved:
    """Passages, units and facts of the guides; without roles or attributes these come from the guides themselves."""
    guides = [reading.guide for reading in readings]
    passages = {guide.id: split(guide) for guide in guides}
    every = [passage for guide in guides for passage in passages[guide.id]]
    if not vocabulary.roles and not vocabulary.attributes:
        vocabulary = replace(derive(guides, every), fit=vocabulary.fit)
    fit, left_out = standing(vocabulary.fit, every)
    vocabulary = replace(vocabulary, fit=fit)
    matched, warnings = _matched(readings, passages, Lexicon(vocabulary, {guide.id: guide for guide in guides}))
    return Shelved(
        guides=guides,
        passages=every,
        units=matched,
        facts=[fact for guide in guides for fact in facts(guide, passages[guide.id], vocabulary)],
        vocabulary=vocabulary,
        warnings=(*warnings, *((FIT_FILE, warning) for warning in left_out)),
    )


def _matched(
    readings: Sequence[Reading], passages: Mapping[str, Sequence[Passage]], lexicon: Lexicon
) -> tuple[list[Unit], list[tuple[str, str]]]:
    """All units: sentences and rows, then the questions they answer; and what to know about these questions."""
    matched: list[Unit] = []
    warnings: list[tuple[str, str]] = []
    for reading in readings:
        guide = reading.guide
        own = [unit for passage in passages[guide.id] for unit in units(passage)]
        asked, stale = asked_units(guide, own, reading.answered, lexicon.generic)
        matched += [*own, *asked]
        warnings += [(guide.id, warning) for warning in stale]
    return matched, warnings


def _quotable(reading: Reading, file: Path) -> Reading:
    if not split(reading.guide):
        raise IngestError(f"{file.name} holds nothing that can be quoted.", hint="It has headings but no text below.")
    return reading


def _refuse_one_id_twice(readings: dict[Path, Reading]) -> None:
    owners: dict[str, Path] = {}
    for file, reading in readings.items():
        other = owners.setdefault(reading.guide.id, file)
        if other != file:
            raise IngestError(
                f"{other} and {file} have the same id, {reading.guide.id}.",
                hint="Give one of them another id in its front matter (or in <stem>.meta.yaml), or leave one out.",
            )
