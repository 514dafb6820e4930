"""Whether what nearly copies a cited sentence says the same: its figures, roles, denials, directions and hedges."""

from collections.abc import Sequence
from itertools import combinations, product

from advisor.domain import Support
from advisor.verify.edit import Change
from advisor.verify.evidence import Evidence, Names, Refusal
from advisor.verify.near_copy import NearCopy, copies
from advisor.verify.reading import Text, Word

_FEW = 0.2  # share of its words of meaning that stand in the place of others
_BETWEEN = frozenset(
    ["and", "or", "nor", "for", "of", "to", "by", "with", "a", "an", "the", "both", "either", "neither"]
)  # of two that are told alike


def copies_agree(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """A sentence that is nearly a copy of a cited one changes nothing of what it says."""
    refusals = [refusal for copy in copies(evidence.laid(claim)) if copy for refusal in _refusals(copy, evidence.names)]
    return next((r for r in refusals if r.support is not Support.PARTLY), refusals[0] if refusals else None)


def copied(claim: Text, evidence: Evidence) -> bool:
    """Whether every sentence is nearly a copy of a cited one and says the same: finer checks of words are settled."""
    found = copies(evidence.laid(claim))
    return bool(found) and all(copy and _says_the_same(copy, evidence.names) for copy in found)


def _refusals(copy: NearCopy, names: Names) -> list[Refusal]:
    turned = any(change.turned for change in copy.changes)
    swapped = _roles_swapped(copy, names)
    changes = list(copy.changes)
    if turned and (swapped or copy.crossed):  # "A earns more than B", "B earns less than A"
        changes, swapped = [change for change in copy.changes if not change.turned], False
    other = Refusal(Support.CONTRADICTED, "The cited words say this of another role.")
    return [other] * (swapped or _role_replaced(copy, names)) + [_of_change(change) for change in changes]


def _of_change(change: Change) -> Refusal:
    if change.figure:
        return Refusal(Support.CONTRADICTED, _instead(*change.figure))
    if change.turned:
        return Refusal(Support.CONTRADICTED, _instead(*change.turned))
    if change.compared:
        return Refusal(Support.UNSUPPORTED, _instead(*change.compared))
    if change.strengthened:
        return Refusal(Support.UNSUPPORTED, _instead(*change.strengthened))
    return Refusal(Support.PARTLY, f"It leaves out “{change.unhedged}”, which the cited words say.")


def _instead(told: str, known: str) -> str:
    if not told:
        return f"It leaves out “{known}”, which the cited words say."
    if not known:
        return f"It says “{told}”, and the cited words do not."
    return f"It says “{told}” where the cited words say “{known}”."


def _role_replaced(copy: NearCopy, names: Names) -> bool:
    told, known = set(names.role_ids(copy.sentence.text)), set(names.role_ids(copy.original.text))
    if told - known and known - told:
        return True
    pairs = {(mine, theirs) for a, b in copy.places for mine, theirs in product(names.role_ids(a), names.role_ids(b))}
    apart = {(a, b) for a, b in pairs if (a, a) not in pairs and (b, b) not in pairs}
    return any((b, a) not in apart for a, b in apart)  # two that changed places are looked at as swapped


def _roles_swapped(copy: NearCopy, names: Names) -> bool:
    """Whether two roles stand the other way round, and more than a list of them lies between."""
    told, known = names.role_ids(copy.sentence.text), names.role_ids(copy.original.text)
    pairs = combinations([role for role in known if role in told], 2)
    turned = [(a, b) for a, b in pairs if told.index(a) > told.index(b)]
    return any(not _listed_together(copy.original.words, a, b, names) for a, b in turned)


def _says_the_same(copy: NearCopy, names: Names) -> bool:
    if not copy.faithful or copy.replaced > _FEW:
        return False
    told, known = set(names.role_ids(copy.sentence.text)), set(names.role_ids(copy.original.text))
    return told == known or (told < known and not copy.replaced)


def _listed_together(words: Sequence[Word], first: str, second: str, names: Names) -> bool:
    """Whether only "and", "or", commas and other things of the list stand between the mentions of two roles."""
    texts = [word.text for word in words]
    start, end = _end(texts, first, names), _start(texts, second, _end(texts, second, names), names)
    between = words[start:end]
    if all(word.text in _BETWEEN and not word.mark for word in between):
        return True
    listed = bool(between) and (between[0].mark == "," or between[0].text in {"and", "or"})
    return listed and all(word.mark in {"", ","} and (word.content or word.text in _BETWEEN) for word in between)


def _end(words: Sequence[str], role: str, names: Names) -> int:
    return next((n for n in range(1, len(words) + 1) if role in names.role_ids(" ".join(words[:n]))), len(words))


def _start(words: Sequence[str], role: str, end: int, names: Names) -> int:
    return next((n for n in range(end - 1, -1, -1) if role in names.role_ids(" ".join(words[n:end]))), 0)
