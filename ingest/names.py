"""Whether words in a table name a role or an attribute of the vocabulary. Compares words, not meaning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from advisor.domain import Attribute, Role, Vocabulary

PROS_AND_CONS = "pros-cons"
_PROS_AND_CONS = re.compile(r"(?:pros?|cons?|advantages?|disadvantages?|upsides?|downsides?|drawbacks?)\b")
_ASIDE = re.compile(r"\([^()]*\)")
_NOT_WORD = re.compile(r"[^\w+#]+")


def key(words: str) -> str:
    """Lower case, without punctuation and emphasis: equal keys are the same name."""
    return _NOT_WORD.sub(" ", words.lower().replace("_", " ")).strip()


@dataclass(frozen=True, slots=True)
class Names:
    """Keys of names and aliases; a key that belongs to two roles names none."""

    roles: dict[str, str]
    attributes: dict[str, str]

    def role(self, cell: str) -> str | None:
        """The role that a cell names: all of it, apart from an aside in brackets, or each side of a slash."""
        for words in (cell, _ASIDE.sub(" ", cell)):
            if found := self.roles.get(key(words)):
                return found
        sides = {self.roles.get(key(side), "") for side in _ASIDE.sub(" ", cell).split(" / ")}
        return next(iter(sides)) or None if len(sides) == 1 else None

    def attribute(self, label: str) -> str:
        """The attribute by the longest alias in the label; else pros and cons; else the label in lower case."""
        words = f" {key(label)} "
        found = [alias for alias in self.attributes if f" {alias} " in words]
        if found and key(max(found, key=len)) == words.strip():
            return self.attributes[words.strip()]
        if _PROS_AND_CONS.match(words.strip()):
            return self.attributes.get(PROS_AND_CONS, PROS_AND_CONS)
        return self.attributes[max(found, key=len)] if found else " ".join(label.lower().split())


def names(vocabulary: Vocabulary) -> Names:
    return Names(_keys(vocabulary.roles), _keys(vocabulary.attributes))


def _keys(entries: Iterable[Role | Attribute]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for name in (entry.id, entry.name, *entry.aliases):
            if key(name):
                owners.setdefault(key(name), set()).add(entry.id)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}
