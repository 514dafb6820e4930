"""A true sentence given to another role or another publisher. Knows what it would be honest to swap, no check."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from advisor.evals.named import Named
from advisor.evals.truths import Truth
from advisor.question.mentions import Mention
from advisor.text import content_stems

_ALIKE = re.compile(
    r"\b(?:both|either|neither|nor|each|two|same|differ\w*|overlap\w*|share[sd]?|common|confus\w*|between|beside|versus|vs"
    r"|together|independent|not the same|titles?|label|called|names?|quiz|split|tie)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\W*(?:and|or|nor)?\W*(?:for|of|to|by|with)?\W*(?:an?|the)?\W*")
_SAID_TOO = 0.75  # share of a sentence's words in another one of the passage from which that says as much of its role


def roles(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """The role told of replaced by another one, and two roles that are told apart swapped."""
    mentions = [m for m in names.roles_in(truth.text) if len(m.words) > 2 and not _part_of_a_title(truth.text, m)]
    told = list(dict.fromkeys(m.id for m in mentions))[: 1 if truth.is_cell else None]
    covered = [role for role in told if role in names.covered]
    if len(told) == 1 and covered and len(names.covered) > 1:
        near = random.choice([role for role in names.covered if role != told[0]])
        far = [role for role in names.elsewhere if role not in {mention.id for mention in mentions}]
        for other in (near, *random.sample(far, min(1, len(far)))):
            if not _said_of(other, truth, names):
                yield _renamed(truth.text, mentions, {told[0]: other}, names)
    if len(covered) == 2 and not _ALIKE.search(truth.text) and _told_apart(truth.text, mentions):
        first, second = covered
        yield _renamed(truth.text, mentions, {first: second, second: first}, names)


def sources(truth: Truth, names: Named, random: Random) -> Iterator[str]:
    """The publisher that the sentence names replaced by another one."""
    mentions = [m for m in names.guides_in(truth.text) if _is_publisher(truth.text[m.start : m.end], names)]
    if not mentions or len({m.id for m in mentions}) > 1:
        return
    said = truth.text[mentions[0].start : mentions[0].end].removesuffix("'s")
    others = [name for name in names.publishers if not said.startswith(name)]
    for other in random.sample(others, min(2, len(others))):
        text = truth.text
        for mention in reversed(mentions):
            old = text[mention.start : mention.end]
            text = text[: mention.start] + other + ("'s" if old.endswith("'s") else "") + text[mention.end :]
        yield text[0].upper() + text[1:]


def _is_publisher(words: str, names: Named) -> bool:
    return any(words.removesuffix("'s").startswith(name) for name in names.publishers)


def _part_of_a_title(text: str, mention: Mention) -> bool:
    """Whether the words are part of a longer title: "ML Platform Engineer", "MLOps Community"."""
    after, before = text[mention.end :], text[: mention.start]
    return bool(
        re.match(r"\s(?!PhD|AI\b)[A-Z]", after) or re.search(r"(?:[a-z(]\s?|\()(?:Applied|Senior|plain)\s$", before)
    )


def _told_apart(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether more than "and" or "or" stands between every two neighbouring mentions of different roles."""
    pairs = [(a, b) for a, b in pairwise(mentions) if a.id != b.id]
    return all(not _JOINED.fullmatch(text[a.end : b.start]) for a, b in pairs)


def _said_of(role: str, truth: Truth, names: Named) -> bool:
    """Whether the passage says as much of the other role."""
    told = set(content_stems(names.lexicon.without_roles(truth.text)))
    for sentence in re.split(r"(?<=[.;:])\s|\s\|\s", truth.passage.text):
        if sentence != truth.text and role in names.lexicon.role_ids(sentence):
            there = set(content_stems(sentence))
            if len(told & there) >= _SAID_TOO * len(told):
                return True
    return False


def _renamed(text: str, mentions: Sequence[Mention], others: dict[str, str], names: Named) -> str:
    for mention in reversed(mentions):
        if mention.id in others:
            old = text[mention.start : mention.end]
            ending = "'s" if old.endswith("'s") else ""
            new = names.role_like(others[mention.id], old.removesuffix("'s"), text[: mention.start])
            text = text[: mention.start] + new + ending + text[mention.end :]
    return re.sub(r"\b([Aa])n?(?=\s(\w)(\w*))", _article, text)


def _article(match: re.Match[str]) -> str:
    sounded = match[2] in "aeiouAEIO" or (match[2] in "MSLFHNRX" and match[3][:1].isupper())
    return match[1] + ("n" if sounded else "")
