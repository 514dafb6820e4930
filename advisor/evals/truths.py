"""What a library says: its sentences, and the cells of its tables under their labels. Knows no check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.domain import Passage, PassageKind
from advisor.interfaces import Library
from advisor.library.sentences import sentence_spans

_SHORTEST = 5  # words of a sentence that says something by itself


@dataclass(frozen=True, slots=True)
class Truth:
    """A sentence of a library and the passage that holds it; `label` where it is a cell: its role and its row."""

    text: str
    passage: Passage
    label: tuple[str, str] | None = None

    @property
    def is_cell(self) -> bool:
        return self.label is not None


def truths_of(library: Library) -> list[Truth]:
    """Every sentence and every cell of a role, each once."""
    roles = {role.id: role.name for role in library.vocabulary.roles}
    found = [*_sentences(library.passages), *_cells(library, roles)]
    return list({(truth.passage.id, truth.text): truth for truth in found}.values())


def _sentences(passages: Mapping[str, Passage]) -> Iterator[Truth]:
    for passage in passages.values():
        if passage.kind is PassageKind.TABLE_ROW:
            continue
        for start, end in sentence_spans(passage.text):
            text = passage.text[start:end]
            if len(text.split()) >= _SHORTEST and not text.endswith("?"):
                yield Truth(text, passage)


def _cells(library: Library, roles: Mapping[str, str]) -> Iterator[Truth]:
    for fact in library.facts:
        passage = library.passages[fact.passage_id]
        if passage.kind is PassageKind.TABLE_ROW and fact.role in roles:
            role = roles[fact.role]
            yield Truth(f"{role} – {fact.label}: {fact.value}", passage, (role, fact.label))
