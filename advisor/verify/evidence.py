"""What a claim cites, read for checking: its sentences, and which stretch of them speaks of which role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import Protocol

from advisor.domain import Citation, Passage, PassageKind, Support
from advisor.verify.coverage import Coverage
from advisor.verify.figures import Quantity
from advisor.verify.reading import KEPT, Sentence, Text, read, together

_PARTS = re.compile(
    r"(?:[,;:()|]|\b(?:and|or|while|whereas|but|although|though|against|than|versus|vs|unlike|not)\b"
    r"|\bcompared (?:to|with)\b)\s*"
)
_JOINS = re.compile(r"\s*(?:,|and|or|/|&|, and|, or)\s*(?:the |an? )?", re.IGNORECASE)


class Names(Protocol):
    """What the library calls its roles, attributes and guides; each gives the ids that a text names."""

    def role_ids(self, text: str) -> Sequence[str]: ...

    def attribute_ids(self, text: str) -> Sequence[str]: ...

    def guide_ids(self, text: str) -> Sequence[str]: ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a check objects, in words a person can read."""

    support: Support
    reason: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation beside the passage it points to."""

    citation: Citation
    passage: Passage

    @property
    def evidence(self) -> str:
        """All words that may stand behind the claim: the quote and what is needed to understand it."""
        return " ".join((*self.passage.heading, self.passage.context, self.passage.text))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence that speaks of the same roles; None where nothing tells of which."""

    roles: frozenset[str] | None
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    named: frozenset[str] = frozenset()  # stems that name the roles


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a sentence, whether only "and", "or" or a comma joins it to the one before, and its roles."""

    text: str
    joined: bool
    roles: frozenset[str]


class Evidence:
    """The cited passages of one claim together."""

    def __init__(self, cited: Sequence[Cited], names: Names) -> None:
        self.cited = cited
        self.names: Names = remembered(names)
        self._laid: dict[Text, Coverage] = {}

    def laid(self, claim: Text) -> Coverage:
        """The claim laid over all that is cited."""
        if claim not in self._laid:
            self._laid[claim] = Coverage(claim, self.all)
        return self._laid[claim]

    def laid_sentence(self, claim: Text, sentence: Sentence) -> Coverage:
        """One of its sentences laid over all that is cited."""
        return self.laid(claim).by_sentence[claim.sentences.index(sentence)]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(dict.fromkeys(sorted((c.passage for c in self.cited), key=lambda p: p.id)))

    @cached_property
    def text(self) -> Text:
        """What may be quoted."""
        return together(tuple(_text_of(passage) for passage in self.passages))

    @cached_property
    def around(self) -> Text:
        """Headings, table headers and lead-ins."""
        return together(tuple(read(" . ".join((*p.heading, p.context))) for p in self.passages))

    @cached_property
    def all(self) -> Text:
        return together((self.text, self.around))

    @cached_property
    def whole(self) -> str:
        return " ".join(dict.fromkeys(c.evidence for c in self.cited))

    @cached_property
    def text_told(self) -> str:
        """What may be quoted, as it stands there."""
        return " ".join(passage.text for passage in self.passages)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        return tuple(stretch for passage in self.passages for stretch in _stretches_of(passage, self.names))


class Remembered:
    """The names of a library, each text looked through once."""

    def __init__(self, names: Names) -> None:
        self.role_ids = lru_cache(maxsize=KEPT)(names.role_ids)
        self.attribute_ids = lru_cache(maxsize=KEPT)(names.attribute_ids)
        self.guide_ids = lru_cache(maxsize=KEPT)(names.guide_ids)


@lru_cache(maxsize=4)
def remembered(names: Names) -> Remembered:
    """The same for the same names; of older libraries nothing stays."""
    return Remembered(names)


@lru_cache(maxsize=KEPT)
def _stretches_of(passage: Passage, names: Names) -> tuple[Stretch, ...]:
    under = frozenset(names.role_ids(" . ".join((*passage.heading, passage.context)))) or None
    if passage.kind is PassageKind.TABLE_ROW:
        return tuple(_cells(passage, names))
    return tuple(s for sentence in read(passage.text).sentences for s in stretches(sentence, names, under))


def _cells(passage: Passage, names: Names) -> list[Stretch]:
    """Each cell under the role of its column; the row's label belongs to all."""
    heads, cells = _parts_of_row(passage.context), _parts_of_row(passage.text)
    label = read(cells[0]).stems
    found = []
    for place, cell in enumerate(cells):
        head = heads[place] if place < len(heads) else ""
        roles = frozenset(names.role_ids(head)) or frozenset(names.role_ids(cell)) or None
        told = read(cell)
        found.append(Stretch(roles, told.stems | read(head).stems | label, told.quantities))
    return found


def _text_of(passage: Passage) -> Text:
    """The passage as it is read: of a row, each cell under its head and its label."""
    if passage.kind is not PassageKind.TABLE_ROW:
        return read(passage.text)
    heads, (label, *cells) = _parts_of_row(passage.context), _parts_of_row(passage.text)
    under = zip_longest(heads[1 : len(cells) + 1], cells, fillvalue="")
    told = [f"{head} - {label}: {cell}" if head else f"{label}: {cell}" for head, cell in under]
    return together(tuple(read(text) for text in told)) if told else read(passage.text)


def _parts_of_row(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def stretches(sentence: Sentence, names: Names, under: frozenset[str] | None = None) -> list[Stretch]:
    """A sentence parted where it turns from one role to another; parts that name none go with the part before."""
    found: list[tuple[frozenset[str], list[str]]] = []
    opening: list[str] = []  # what stands before any role is named belongs to all of them
    parts = [_Part(text, joined, frozenset(names.role_ids(text))) for text, joined in _parts(sentence.text)]
    for place, part in enumerate(parts):
        bare = bool(part.roles) and _bare(part.text, names)
        item = bare and part.joined and not parts[place - 1].roles and _goes_on(parts, place)
        if not part.roles or item:
            (found[-1][1] if found else opening).append(part.text)
        elif found and part.joined and (bare or _bare(" ".join(found[-1][1]), names)):
            found[-1] = (found[-1][0] | part.roles, [*found[-1][1], part.text])
        else:
            found.append((part.roles, [part.text]))
    if not found:
        return [Stretch(under, sentence.stems, sentence.quantities)]
    return [_stretch(roles, " , ".join((*opening, *told)), names) for roles, told in found]


def _goes_on(parts: Sequence[_Part], place: int) -> bool:
    """Whether a list goes on after a part with something that is no role."""
    return place + 1 < len(parts) and parts[place + 1].joined and not parts[place + 1].roles


def _stretch(roles: frozenset[str], text: str, names: Names) -> Stretch:
    told = read(text)
    naming = {word.stem for word in told.words if word.content and names.role_ids(word.text)}
    return Stretch(roles, told.stems, told.quantities, frozenset(naming))


def _parts(text: str) -> list[tuple[str, bool]]:
    """The parts of a sentence, each with whether only "and", "or" or a comma joins it to the one before."""
    parts, reached, joined = [], 0, False
    for mark in _PARTS.finditer(text.lower()):
        if text[reached : mark.start()].strip():
            parts.append((text[reached : mark.start()], joined))
            joined = True
        joined = joined and bool(_JOINS.fullmatch(mark[0]))
        reached = mark.end()
    return [*parts, (text[reached:], joined)] if text[reached:].strip() else parts


def _bare(part: str, names: Names) -> bool:
    """Whether a part names roles and says nothing of them."""
    words = part.split()
    roles = names.role_ids(part)
    while words and names.role_ids(" ".join(words[:-1])) == roles:
        words.pop()
    while words and names.role_ids(" ".join(words[1:])) == roles:
        words.pop(0)
    left = len(read(part).words) - len(read(" ".join(words)).words)
    return left <= 2  # an article, a preposition
