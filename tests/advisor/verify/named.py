"""A library's names, written down in a test: each is found where its words stand in a text."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    roles: Sequence[str] = ()
    attributes: Sequence[str] = ()
    guides: Sequence[str] = ()

    def role_ids(self, text: str) -> list[str]:
        return _in_order(self.roles, text)

    def attribute_ids(self, text: str) -> list[str]:
        return _in_order(self.attributes, text)

    def guide_ids(self, text: str) -> list[str]:
        return _in_order(self.guides, text)


def _in_order(names: Sequence[str], text: str) -> list[str]:
    text = text.lower()
    return sorted((name for name in names if name in text), key=text.index)
