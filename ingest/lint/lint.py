"""Guides looked at by all rules, in the order of files and lines. Knows the rules by name, not by what they do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from advisor.domain import Attribute, Role, Vocabulary
from advisor.errors import IngestError
from advisor.interfaces import Vectors
from advisor.library.sentences import units
from advisor.library.vocabulary import parse_vocabulary
from ingest.characters import load
from ingest.collect import guide_files, vocabulary_files
from ingest.lint.described import described
from ingest.lint.finding import Finding, Severity, Source
from ingest.lint.sentences import figures_of_nobody, leaning_sentences, repeated_sentences
from ingest.lint.tables import table_findings, unknown
from ingest.readers import read
from ingest.split import split

Embed = Callable[[Sequence[str]], Vectors]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found, and drafts of what the tables name and the vocabulary does not know."""

    findings: tuple[Finding, ...]
    roles: tuple[Role, ...] = ()
    attributes: tuple[Attribute, ...] = ()

    @property
    def errors(self) -> int:
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def lint(paths: Sequence[Path], today: date, progress: Progress, embed: Embed | None = None) -> Linted:
    """Without `embed`, sentences that are nearly the same are not looked for.

    Raises IngestError where a path is not there, there is no guide, or the vocabulary is broken.
    """
    files = guide_files(paths)
    vocabulary = parse_vocabulary(vocabulary_files(paths))
    sources: list[Source] = []
    findings: list[Finding] = []
    for done, file in enumerate(files):
        progress("reading", done, len(files))
        try:
            sources.append(_source(file, vocabulary))
        except IngestError as problem:
            told = f"{problem} {problem.hint}"
            findings.append(Finding(file, 1, "unreadable", told, Severity.ERROR))
    findings += _twice(sources)
    for source in sources:
        findings += [*described(source, today), *table_findings(source, vocabulary)]
        findings += [*leaning_sentences(source), *figures_of_nobody(source)]
    if embed:
        progress("comparing sentences", 0, 1)
        findings += repeated_sentences(sources, embed)
    places = {file: place for place, file in enumerate(files)}
    findings.sort(key=lambda finding: (places[finding.file], finding.line, finding.rule))
    return Linted(tuple(findings), *unknown(sources, vocabulary))


def _source(file: Path, vocabulary: Vocabulary) -> Source:
    guide = read(file, vocabulary).guide
    passages = tuple(split(guide))
    return Source(file, load(file), guide, passages, tuple(unit for one in passages for unit in units(one)))


def _twice(sources: Sequence[Source]) -> list[Finding]:
    owners: dict[str, Source] = {}
    findings = []
    for source in sources:
        first = owners.setdefault(source.guide.id, source)
        if first is not source:
            told = f"it has the id of {first.file.name}, {source.guide.id}"
            findings.append(Finding(source.file, 1, "front-matter", told, Severity.ERROR))
    return findings
