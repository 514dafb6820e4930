"""Says of the guides themselves what their front matter holds: dates, authors, publishers, audiences."""

import re
from collections.abc import Sequence

from advisor.answer.evidence import Reader
from advisor.domain import Answer, Basis, Claim, Guide, GuideKind
from advisor.question.understood import Understood
from advisor.text import normalise

_DATE = re.compile(r"\b(?:dated?|dates|when|updated|undated|old|age|recent|newest|published|up to date|fresh)\b")
_AUTHOR = re.compile(r"\b(?:who (?:wrote|made|published|is behind)|authors?|written by|publishers?)\b")
_AUDIENCE = re.compile(
    r"\b(?:who(?:m)? (?:is|are) .*\b(?:for|meant|written|aimed)|written for|audiences?|meant for|aimed at|target)\b"
)
_WHICH = re.compile(
    r"\b(?:which|what|how many|list|your) (?:of your |of the |are your |are the )?(?:guides|sources|articles|library)\b"
)


def about_guides(asked: Understood, reader: Reader) -> tuple[Claim, ...]:
    """Claims from front matter, where the question asks for what stands there."""
    guides = [g for key, g in reader.library.guides.items() if not asked.guides or key in asked.guides]
    text = normalise(asked.asked)
    claims: list[Claim] = []
    if _DATE.search(text):
        claims.append(_library(_dates(guides)))
    elif _AUDIENCE.search(text) and any(g.audience for g in guides):
        claims += [
            _library(f"{name_of(g)} writes for {g.audience[:1].lower()}{g.audience[1:]}.") for g in guides if g.audience
        ]
    elif _WHICH.search(text) and " not " not in text and not asked.attributes and not asked.roles and not asked.guides:
        claims.append(_library(f"My guides are {_listed([name_of(g) for g in guides])}."))
    elif _AUTHOR.search(text) and len(guides) == 1 and not guides[0].author:
        claims.append(_library(f"{name_of(guides[0])} names no author."))
    return tuple(claims)


def dated_guides(asked: Understood, reader: Reader) -> tuple[str, ...]:
    """The guides with a date, where "which one is dated" is what the rest of the question goes on about."""
    dated = tuple(key for key, guide in reader.library.guides.items() if guide.updated or guide.published)
    return dated if _DATE.search(normalise(asked.asked)) and not asked.guides else asked.guides


def sources_of(previous: Answer, reader: Reader) -> tuple[Claim, ...]:
    """Which guides the earlier answer was taken from, how old they are and whether the words are ours."""
    keys = [key for key in dict.fromkeys(c.guide_id for c in previous.citations) if key in reader.library.guides]
    return tuple(_library(provenance(reader.library.guides[key])) for key in keys[:2])


def provenance(guide: Guide) -> str:
    dated = f"updated {guide.updated}" if guide.updated else "undated"
    digest = "in our digest of" if guide.kind is GuideKind.DIGEST else "in"
    return f"That is from {guide.publisher or guide.title}, {digest} “{guide.title}” ({dated})."


def name_of(guide: Guide) -> str:
    return guide.publisher or guide.title


def _dates(guides: Sequence[Guide]) -> str:
    dated = [f"{name_of(g)} ({g.updated or g.published})" for g in guides if g.updated or g.published]
    undated = [name_of(g) for g in guides if not (g.updated or g.published)]
    parts = [f"Dated: {_listed(dated)}."] if dated else []
    return " ".join([*parts, f"Undated: {_listed(undated)}."] if undated else parts)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1]


def _library(text: str) -> Claim:
    return Claim(text, Basis.LIBRARY)
