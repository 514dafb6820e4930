"""Terms of the glossary in an answer's words, each with its plain meaning. Pure; knows no page and no guide."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from advisor.domain import Term, Vocabulary

MOST_TERMS = 8  # explained in one answer: more would be a page of underlines
_TERM = Markup('<button type="button" class="term">{}</button>')


class Glossary:
    """Finds terms; inside the name of a role no word is a term."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._terms: dict[str, Term | None] = {
            name.lower(): term for term in vocabulary.glossary for name in (term.term, *term.aliases)
        }
        self._terms |= {name.lower(): None for role in vocabulary.roles for name in (role.name, *role.aliases) if name}
        names = sorted(self._terms, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<![\w/-])(?P<name>{'|'.join(map(re.escape, names)) or '(?!)'})(?:s|es)?(?![\w/]|-\w)", re.IGNORECASE
        )

    def find(self, text: str) -> list[tuple[int, int, Term]]:
        """Where terms stand in the text, in order."""
        found = ((match, self._terms[match["name"].lower()]) for match in self._pattern.finditer(text))
        return [(match.start(), match.end(), term) for match, term in found if term is not None]


class Reading:
    """One answer as it is read: each term is marked where it first comes, and its meaning collected."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self.terms: dict[str, str] = {}  # term: meaning, in the order of the marked places

    def marked(self, text: str) -> Markup:
        """The text, escaped, with its terms as buttons."""
        html, done = Markup(), 0
        for start, end, term in self._glossary.find(text):
            if term.term not in self.terms and len(self.terms) < MOST_TERMS:
                self.terms[term.term] = term.meaning
                html += escape(text[done:start]) + _TERM.format(text[start:end])
                done = end
        return html + escape(text[done:])


@lru_cache(maxsize=4)
def glossary_of(vocabulary: Vocabulary) -> Glossary:
    """The glossary of a release, made once."""
    return Glossary(vocabulary)


NO_TERMS = Glossary(Vocabulary())
