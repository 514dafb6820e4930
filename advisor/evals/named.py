"""Where a text names roles and guides, and what others are called there. Knows no check."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.evals.changed_words import listed
from advisor.interfaces import Library
from advisor.question.mentions import Lexicon, Mention
from advisor.text import normalise


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a library."""

    lexicon: Lexicon
    publishers: tuple[str, ...]  # as a text would call them

    @property
    def covered(self) -> tuple[str, ...]:
        """The roles that the library is about."""
        return self.lexicon.covered

    @property
    def elsewhere(self) -> list[str]:
        """Engineers of other kinds than the library is about; any other role where there are none."""
        others = sorted(set(self.lexicon.role_names) - set(self.covered))
        return [role for role in others if self.lexicon.role_names[role].endswith("engineer")] or others

    def roles_in(self, text: str) -> Sequence[Mention]:
        """Mentions of roles with offsets in the text; none where the text is not as long when normalised."""
        same = normalise(text)
        return self.lexicon.roles.find(same) if len(same) == len(text) else ()

    def guides_in(self, text: str) -> Sequence[Mention]:
        same = normalise(text)
        return self.lexicon.guides.find(same) if len(same) == len(text) else ()

    def role_like(self, role: str, words: str, before: str) -> str:
        """A role's name in the number of the words that it replaces."""
        name = self.lexicon.role_names[role]
        name = name if name.split()[0].isupper() or "Ops" in name else name.lower()
        if words.endswith("s") and not words.endswith("Ops"):
            name += "s"
        elif not words.lower().endswith("engineer"):
            name = re.sub(r"engineer$", "engineering", name)
        return name[:1].upper() + name[1:] if not before.strip() and words[:1].isupper() else name


def named(library: Library) -> Named:
    """The names of a library's roles and guides, and of a few publishers that are none of its own."""
    lexicon = Lexicon(library.vocabulary, library.guides, (fact.role for fact in library.facts))
    bare = (re.sub(r"\.\w{2,3}$", "", guide.publisher) for guide in library.guides.values() if guide.publisher)
    return Named(lexicon, (*dict.fromkeys(bare), *listed("elsewhere")))
