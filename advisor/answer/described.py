"""Finds the role that a question describes instead of naming: "the role that grows faster", "the better paid one"."""

import re
from dataclasses import replace

from advisor.answer.evidence import Evidence, Reader, Section
from advisor.answer.rank import rank
from advisor.answer.stance import is_exception
from advisor.compare.levels import level
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.text import content_stems, normalise

_KIND = r"(?:roles?|one|jobs?|path|career)"
_DESCRIBED = re.compile(
    rf"(?:\b(?:(?:(?:if|when|say|suppose|once) (?:i|we|you|one)(?:'d| would| were to)? )?"
    r"(?:take|go for|go into|choose|pick|chose|picked|went for|want|prefer|land) |for |in |of |about )?the |^)"
    rf"(?P<before>(?!which)(?:[\w-]+ ){{1,3}}?)?{_KIND}\b"
    r"(?P<after> (?:that(?:'s)?|which|with|w/|who|where|whose) [^,:;?]+|(?: [\w'/-]+){2,9}(?=:))?"
    r"|\b(?:considering )?which(?:ever)? (?:(?:one )?of the (?:two )?)?(?:\w+ )?(?P<asked>[^,:;?]{5,60}), "
    r"(?=.*\b(?:its?|there|that)\b)"
)
_IS_ASKED = re.compile(r"\b(?:is|be|are|who's|that's)\s*$")
_WHICH_OF = re.compile(r"^(?:(?:and|so|ok|but),? )*which (?:one |role |job )?of (?:those|them|these|the two|both)\b")
_COMPARES = re.compile(
    r"\b(?:more|less|most|least|better|best|worse|faster|slower|higher|lower|easier|harder|steeper|bigger|smaller|greater"
    r"|longer|shorter|larger|nearer|closer|stronger|\w+est)\b"
)
_WAYS = {
    "up": re.compile(
        r"\b(?:more|the most|faster|fastest|quicker|higher|highest|bigger|greater|larger|longer|steeper|harder)\b"
    ),
    "down": re.compile(r"\b(?:less|least|fewer|slower|lower|lowest|smaller|shorter|easier|easiest|quicker)\b"),
}
_READ = 3


def with_described_role(asked: Understood, reader: Reader) -> Understood:
    """The question about the role it describes; unchanged where it names one or describes none."""
    match = _DESCRIBED.search(normalise(asked.asked))
    if match is None or set(asked.roles) & set(reader.lexicon.covered):
        return asked
    if _IS_ASKED.search(normalise(asked.asked)[: match.start()]):
        return asked  # "which would be the easier one?"
    description = f"{match['before'] or ''}{match['after'] or match['asked'] or ''}".strip()
    rest = normalise(asked.asked).replace(match[0], " ").strip(" ,:;?")
    if (
        not content_stems(description)
        or not (match["after"] or match["asked"] or _COMPARES.search(description))
        or not rest
    ):
        return asked
    role = _role_of(description, asked, reader)
    if role is None:
        return asked
    name = reader.lexicon.role_names[role]
    attributes = tuple(a for a in asked.attributes if a in reader.lexicon.attribute_ids(rest))
    described = match[0].strip(" ,") if match["asked"] else ""
    standalone = f"{rest} ({name})?"
    return replace(asked, roles=(role,), attributes=attributes, asked=rest, standalone=standalone, described=described)


def asking_which(asked: Understood, reader: Reader) -> Understood:
    """The question "which of those deals with alerts?" of any role: what was said before is only the choice."""
    text = normalise(asked.asked)
    which = _WHICH_OF.search(text)
    if not which or not asked.previous or asked.intent is not Intent.LOOKUP:
        return asked
    if len(asked.previous.topic.roles) == 1 and asked.previous.topic.attributes:
        return asked  # of what was listed of one role
    standalone = f"Which role {text[which.end() :].strip(' ?.')}?"
    return replace(asked, roles=(), attributes=reader.lexicon.attribute_ids(text), standalone=standalone)


def asks_which(asked: Understood) -> bool:
    return bool(_WHICH_OF.search(normalise(asked.asked)))


def _role_of(description: str, asked: Understood, reader: Reader) -> str | None:
    """The role that tables, or else the nearest sentences, give the description to; in "X ... than Y" that is X."""
    if told := _by_levels(description, reader):
        return told
    question = f"Which role is the one {description}?"
    plain = replace(asked, asked=question, standalone=question, roles=(), attributes=(), previous=None)
    settling = [e for e in rank(plain, reader) if _settles(e, reader)]
    one_way = [e for e in settling if _directions(description) & _directions(e.piece.plain)]
    votes: dict[str, float] = {}
    for place, evidence in enumerate((one_way or settling)[:_READ], start=1):
        role = next(r for r in reader.lexicon.role_ids(evidence.piece.text) if r in reader.lexicon.covered)
        votes[role] = votes.get(role, 0.0) + evidence.similarity / place
    return max(votes, key=lambda role: votes[role], default=None)


def _by_levels(description: str, reader: Reader) -> str | None:
    """The role whose cell names the highest level, or the lowest, where a description asks for more or less of it."""
    way, attributes = _directions(description), reader.lexicon.attribute_ids(description)
    if len(way) != 1 or not attributes:
        return None
    cells = reader.fact_pieces(reader.lexicon.covered, attributes)
    levels = {piece.roles[0]: found for piece in cells if (found := level(piece.text))}
    if len(levels) < 2 or len({found.scale for found in levels.values()}) > 1:
        return None
    ends = {role: (found.highest, found.lowest) for role, found in levels.items()}
    best = (max if way == {"up"} else min)(ends, key=lambda role: ends[role])
    return best if list(ends.values()).count(ends[best]) == 1 else None


def _directions(text: str) -> set[str]:
    """Which ways a text compares: up, down, or neither."""
    return {way for way, form in _WAYS.items() if form.search(text)}


def _settles(evidence: Evidence, reader: Reader) -> bool:
    """Whether the words themselves compare, and name a role that the library is about."""
    piece = evidence.piece
    named = set(reader.lexicon.role_ids(piece.text)) & set(reader.lexicon.covered)
    told_apart = len(named) == 1 or _COMPARES.search(piece.plain)
    spoken = piece.section is not Section.SILENT and not is_exception(piece.plain)
    return bool(named and spoken and told_apart)
