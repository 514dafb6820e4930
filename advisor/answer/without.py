"""How to get in without something: what guides say is not needed, and what makes it hard all the same."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import Draft
from advisor.answer.evidence import Evidence, Reader
from advisor.answer.parts import Parts, spoken_of, tells
from advisor.answer.rank import rank
from advisor.answer.stance import is_barrier, needs_less
from advisor.question.understood import Understood
from advisor.text import normalise

_WITHOUT = re.compile(
    r"\b(?:without|w/o|lacking|skip(?:ping)?|(?:with |have |has |got )?(?:no|neither|zero))\b(?P<what>[^.;,?!]{2,60})"
)
_LACKS = ("education", "entry-barrier", "math", "skills", "transition", "learning-effort", "certification")
_YET_HARD = -0.1
_NEAR = 0.35  # cosine


def without(asked: Understood, reader: Reader) -> Draft | None:
    """First what opens the door for each role asked about, then what keeps it narrow; None where no guide says."""
    match = _WITHOUT.search(normalise(asked.question))
    what = match["what"] if match else asked.asked
    lacked = [a for a in reader.lexicon.attribute_ids(what) if a not in {"fit", "definition"}]
    attributes = tuple(lacked or asked.attributes or _LACKS)
    wanted = replace(asked, attributes=attributes, previous=None)
    near = rank(wanted, reader, query=f"{asked.asked} {what}")
    ranked = [e for e in near if _speaks(e, attributes, asked)]
    roles = [role for role in asked.roles or reader.lexicon.covered if role in reader.lexicon.covered]
    parts = Parts(reader)
    for role in roles:
        parts.add(
            "", _opening(ranked, role, reader), most=3 if len(roles) == 1 else 2, words=70 if len(roles) == 1 else 50
        )
    if not parts.claims:
        return None
    hard = [e for e in near if tells(e.piece, (*attributes, "entry-barrier")) and set(e.piece.roles) & set(roles)]
    parts.add("**But:**", [e for e in hard if is_barrier(e.piece.plain) and not needs_less(e.piece.plain)], words=40)
    return parts.draft()


def _speaks(evidence: Evidence, attributes: Sequence[str], asked: Understood) -> bool:
    whole = not asked.roles or set(asked.roles) & set(evidence.piece.roles)
    return bool(whole) and evidence.similarity >= _NEAR and tells(evidence.piece, attributes)


def _opening(ranked: Sequence[Evidence], role: str, reader: Reader) -> list[Evidence]:
    leaned = [
        replace(e, score=e.score + _YET_HARD * is_barrier(e.piece.plain))
        for e in ranked
        if spoken_of(e.piece, reader) == [role] and needs_less(e.piece.plain)
    ]
    return sorted(leaned, key=lambda e: -e.score)
