"""Whether a question asks for what no guide speaks of at all: another subject, or of a job visas, hours, employers."""

import re

from advisor.answer.readers import Readers
from advisor.question.concerns import Concern
from advisor.question.intent import Intent, is_asking, speaks_of_self
from advisor.question.understood import Understood
from advisor.text import normalise

_CLAUSE = re.compile(r"(?:[,;:]|\s-)\s+|\s+(?=but\b|so\b)")
_TELLS = re.compile(r"^(?:(?:and|but|so|well|hi|hello|ok),? )*(?:i|i'm|i've|i'd|my|as an?|since i|being an?)\b")
_TOLD_BY_FORM = frozenset({Intent.COMPARE, Intent.WHY, Intent.SOURCE, Intent.LIBRARY})
_MAKE = re.compile(
    r"^(?:(?:please|now|then|and|ok(?:ay)?|so|just|(?:can|could|will|would) you|i (?:want|need) you to)[, ]+)*"
    r"(?:write|compose|draft|generate|code|program|draw|paint|sing|hack|book|order|buy|translate|calculate|solve)"
    r" (?:me |us |down )?(?:an?|my|the|some|this|that|to)\b"
    r"(?!.*\b(?:plan|roadmap|comparison|table|lists?|summary|overview)\b)"
)
_NEAR = 0.5  # cosine of the nearest example
_LEADS_BY = 0.1  # cosine, before the nearest question that guides do answer
_ALIKE = 0.35  # cosine: an example of another subject so near may count
_BEFORE_GUIDES = 0.05  # cosine, before the nearest sentence of a guide


def left_open(asked: Understood, readers: Readers) -> Concern | None:
    """The concern that the question turns on, if the library leaves it open."""
    if asked.intent is Intent.RECOMMEND and speaks_of_self(asked.asked):
        return None  # who asks what fits them may tell of anything
    lexicon = readers.reader.lexicon
    asking = _asking_part(lexicon.without_guides(asked.asked))
    found = readers.concerns.named_in(lexicon.without_roles(asking), asked.attributes)
    if asked.language != "en":
        found = found or readers.concerns.named_in(asked.question, asked.attributes)
    if found or asked.intent in _TOLD_BY_FORM:
        return found
    return _by_example(lexicon.generic(asking), readers)


def _asking_part(text: str) -> str:
    """The text without clauses that only tell of the person."""
    clauses = [clause for clause in _CLAUSE.split(normalise(text)) if clause]
    kept = [clause for clause in clauses if is_asking(clause) or not _TELLS.search(clause)]
    return ", ".join(kept or clauses)


def is_on_another_subject(asked: Understood, readers: Readers) -> bool:
    """Whether something is to be made, or the words alone are clearly nearest to what is no matter of careers."""
    lexicon = readers.reader.lexicon
    if _MAKE.search(normalise(asked.asked)):
        return True
    told = asked.intent in _TOLD_BY_FORM and lexicon.attribute_ids(asked.asked)
    if told or lexicon.role_ids(asked.asked) or asked.guides:
        return False
    _, near = readers.other_subjects.nearest(asked.asked)
    return near >= _ALIKE and _leads(near, asked.asked, readers, _LEADS_BY, _LEADS_BY)


def _by_example(text: str, readers: Readers) -> Concern | None:
    """The concern whose example is clearly nearer than any answerable question and any sentence of a guide."""
    concern, near = readers.concerns.nearest_to(text)
    return concern if near >= _NEAR and _leads(near, text, readers, _LEADS_BY, _BEFORE_GUIDES) else None


def _leads(near: float, text: str, readers: Readers, by: float, before_guides: float) -> bool:
    """Whether a nearness leads that of any question guides do answer, and that of any sentence of theirs."""
    examples = readers.listener.examples
    if examples and near < examples.nearest(text) + by:
        return False
    reader = readers.reader
    dense = reader.library.scores(text).dense
    return near >= max((float(dense[row]) for row in reader.spoken_units), default=0.0) + before_guides
