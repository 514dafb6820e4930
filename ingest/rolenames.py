"""Names of roles that a text gives away: "X vs Y", "comparison of X and Y". Knows what names look like, not roles."""

import re
from collections import Counter
from collections.abc import Iterable

from advisor.domain import Vocabulary

LONGEST_NAME = 7  # words
OCCUPATION = (
    r"(?:engineer|developer|scientist|analyst|architect|administrator|manager|specialist|researcher|consultant|designer"
    r"|technician|programmer|nurse|teacher|officer|operator|strategist|writer|editor|planner|director|lead|practitioner"
    r"|therapist|assistant|technologist|physician|accountant|auditor|pharmacist|electrician|mechanic|lawyer|marketer|tester"
    r"|advisor|coach|professor|economist|statistician|mathematician|chemist|biologist|physicist|pilot|chef|welder|plumber"
    r"|carpenter|agent|clerk|coordinator|supervisor)s?"
)
_WORD = r"\b[A-Z][\w+#&-]{0,30}+"
_NAME = rf"(?:{_WORD})(?:(?: / | |/){_WORD}){{0,6}}"
_PAIRS = [
    re.compile(rf"({_NAME}) (?:vs\.?|versus) ({_NAME})"),
    re.compile(rf"(?:[Cc]omparison of|[Bb]etween|[Cc]omparing) ({_NAME}) and ({_NAME})"),
]
_OCCUPATION_END = re.compile(rf"^.*?\b{OCCUPATION}\b(?: / (?:[\w+#&-]+ )*?{OCCUPATION}\b)*", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"\b(?:for|of|to|as|in|with|vs|than|by|if|an?|your|you|or|and)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|A|An) ")


def compared(texts: Iterable[str]) -> set[str]:
    """Names that the texts set against each other, as they are written."""
    found: set[str] = set()
    for text in texts:
        for pattern in _PAIRS:
            for pair in pattern.finditer(text):
                found |= {name for side in pair.groups() for name in _named(side)}
    return found


def most_compared(texts: Iterable[str]) -> str:
    """The "X vs Y" that the texts say most often, at least twice; "" for none."""
    said = Counter(pair[0] for text in texts for pair in _PAIRS[0].finditer(text))
    words, times = said.most_common(1)[0] if said else ("", 0)
    return words if times > 1 else ""


def known(vocabulary: Vocabulary) -> set[str]:
    """Names and aliases of the vocabulary's roles that are long enough to tell where a header's cells part."""
    names = {name for role in vocabulary.roles for name in (role.name, *role.aliases)}
    return {name for name in names if len(name) > 3}


def is_occupation(words: str) -> bool:
    """Whether words are short and end as the name of an occupation does: "… engineer", not "pros for an engineer"."""
    named = len(words.split()) <= LONGEST_NAME and not _NOT_IN_NAMES.search(words)
    return named and bool(re.search(rf"\b{OCCUPATION}$", words.strip(), re.IGNORECASE))


def first_named(text: str, names: Iterable[str]) -> str | None:
    """The name that stands first in a text, the longest where several begin at one place."""
    places = []
    for name in names:
        if found := re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text, re.IGNORECASE):
            places.append((found.start(), -len(name), name))
    return min(places)[2] if places else None


def _named(side: str) -> set[str]:
    """Without an article; also without what follows an occupation: "ML Engineer Career Guide" may be "ML Engineer"."""
    words = _ARTICLE.sub("", side)
    end = _OCCUPATION_END.match(words)
    return {words, end[0]} if end else {words}
