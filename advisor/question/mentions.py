"""Finds roles, attributes, terms and guides in a text, by the library's own vocabulary.

Knows words only; what a question wants is decided elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.domain import Guide, Vocabulary
from advisor.text import content_stems, normalise

# Short names that also stand inside other names: a role only beside "or", "vs" or the end of a clause.
_WEAK_LENGTH = 2
_ANY_ROLE = " the role "
_WORD_START = re.compile(r"(?<![\w-])\w+")
_NAME_END = re.compile(r"(?:'?s|es)?(?!\w|-\w)")
_WEAK_NEXT = re.compile(
    r"\s*(?:$|[?.,;:!)/]|(?:or|vs\.?|versus|and|jobs?|roles?|path|side|people|folks|work|postings?|openings?|ads|positions?"
    r"|careers?)\b)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    id: str
    start: int  # in the normalised text
    end: int
    words: str


class Names:
    """Aliases of one kind of entry, found longest first and never overlapping."""

    def __init__(self, aliases: Mapping[str, Iterable[str]]) -> None:
        self._ids: dict[str, str] = {}
        for key, names in aliases.items():
            for name in names:
                for form in _forms(normalise(name)):
                    self._ids.setdefault(form, key)
        self._by_first_word: dict[str, list[str]] = {}  # one large alternation would try every name at every letter
        for name in sorted(self._ids, key=len, reverse=True):
            if name.isascii():
                self._by_first_word.setdefault(_first_word(name), []).append(name)
        foreign = sorted((name for name in self._ids if not name.isascii()), key=len, reverse=True)
        self._foreign = re.compile("|".join(map(re.escape, foreign)) or r"(?!)")

    def find(self, normalised: str) -> list[Mention]:
        found: list[Mention] = []
        if not normalised.isascii():
            found = [Mention(self._ids[m[0]], m.start(), m.end(), m[0]) for m in self._foreign.finditer(normalised)]
        reached = 0
        for word in _WORD_START.finditer(normalised):
            mention = self._at(normalised, word) if word.start() >= reached else None
            if mention is not None:
                found.append(mention)
                reached = mention.end
        return found

    def _at(self, text: str, word: re.Match[str]) -> Mention | None:
        """The longest name that begins with this word."""
        whole = word[0]
        for first in (whole, whole[:-1], whole.removesuffix("es")) if whole[-1] == "s" else (whole,):
            for name in self._by_first_word.get(first, ()):
                end = text.startswith(name, word.start()) and _NAME_END.match(text, word.start() + len(name))
                if end and (len(name) > _WEAK_LENGTH or _WEAK_NEXT.match(text, end.end())):
                    return Mention(self._ids[name], word.start(), end.end(), text[word.start() : end.end()])
        return None

    @property
    def all(self) -> Iterable[str]:
        return self._ids


def _forms(name: str) -> tuple[str, ...]:
    """The name and its plural in -ies; a plural in -s or -es is seen to where names are found."""
    if not name:
        return ()
    return (name, f"{name[:-1]}ies") if re.search(r"[^aeiou\W]y$", name) else (name,)


def _first_word(name: str) -> str:
    word = _WORD_START.search(name)
    return word[0] if word else name


class Lexicon:
    """All names a question can use for what the library holds."""

    def __init__(self, vocabulary: Vocabulary, guides: Mapping[str, Guide], tabled: Iterable[str] = ()) -> None:
        """`tabled`: ids of the roles that tables speak of; they count where no front matter names roles."""
        self.vocabulary = vocabulary
        self.roles = Names({r.id: (r.name, *r.aliases, *r.translations) for r in vocabulary.roles})
        self.attributes = Names({a.id: (a.name, *a.aliases, *a.translations) for a in vocabulary.attributes})
        self.terms = Names({t.term: (t.term, *t.aliases) for t in vocabulary.glossary})
        self.guides = Names({g.id: _guide_names(g) for g in guides.values()})
        self._audiences = {g.id: frozenset(content_stems(f"{g.audience} {g.title}")) for g in guides.values()}
        named = {role for g in guides.values() for role in g.roles}
        self.covered = tuple(sorted(named or set(tabled)))  # what the library is about
        self.role_names = {r.id: r.name for r in vocabulary.roles}
        self.attribute_names = {a.id: a.name for a in vocabulary.attributes}

    def role_ids(self, text: str) -> tuple[str, ...]:
        return _unique(m.id for m in self.roles.find(normalise(text)))

    def attribute_ids(self, text: str) -> tuple[str, ...]:
        return _unique(m.id for m in self.attributes.find(self.without_roles(text)))

    def split_at_roles(self, text: str) -> list[str]:
        """The text, normalised, parted where a role is named that the library is about."""
        text, parts, reached = normalise(text), [], 0
        about = (m for m in self.roles.find(text) if m.id in self.covered or not self.covered)
        for mention in about:
            parts.append(text[reached : mention.start])
            reached = mention.end
        return [*parts, text[reached:]]

    def generic(self, text: str) -> str:
        """The text, normalised, about any role of the library: compared where that role's name would drown the rest."""
        return _ANY_ROLE.join(self.split_at_roles(text)).strip()

    def without_roles(self, text: str) -> str:
        """The text with the names of roles blanked, so that "ML platform engineer" is no attribute."""
        text = normalise(text)
        for mention in self.roles.find(text):
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
        return text

    def without_guides(self, text: str) -> str:
        """The text, normalised, with the names of guides blanked."""
        text = normalise(text)
        for mention in self.guides.find(text):
            text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
        return text

    def guide_ids(self, text: str) -> tuple[str, ...]:
        """Guides named by publisher or title, or as "the guide for <its audience>"."""
        named = _unique(m.id for m in self.guides.find(normalise(text)))
        wanted = re.search(
            r"\b(?:guide|article|page|comparison)s? (?:for|aimed at|about|on|from) (.+)", normalise(text)
        )
        if named or not wanted:
            return named
        stems = set(content_stems(wanted[1]))
        scores = {key: len(stems & audience) for key, audience in self._audiences.items()}
        best = max(scores.values(), default=0)
        return tuple(key for key, score in scores.items() if score == best > 0) if best else ()

    def mentioned(self, text: str) -> list[str]:
        """The words of a text that name a role, an attribute, a term or a guide."""
        text = normalise(text)
        kinds = (self.roles, self.attributes, self.terms, self.guides)
        return [mention.words for names in kinds for mention in names.find(text)]

    def names_of_roles(self) -> list[str]:
        """The English names of roles, normalised."""
        return [normalise(name) for role in self.vocabulary.roles for name in (role.name, *role.aliases)]

    def words(self) -> frozenset[str]:
        """Every single word of every English name."""
        attributes = (name for attribute in self.vocabulary.attributes for name in (attribute.name, *attribute.aliases))
        names = (*self.names_of_roles(), *map(normalise, attributes), *self.terms.all, *self.guides.all)
        return frozenset(word for name in names for word in re.split(r"[\s/]+", name) if word.isascii())


def _guide_names(guide: Guide) -> tuple[str, ...]:
    publisher = guide.publisher.split("(")[0].strip()
    bare = re.sub(r"\.(?:com|dev|org|io|net|ai)$", "", publisher, flags=re.IGNORECASE)
    return tuple(dict.fromkeys(name for name in (guide.title, publisher, bare) if len(name) > 2))


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
