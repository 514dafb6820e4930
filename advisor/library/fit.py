"""The fit quiz held against the passages of a library: an item without its words is left out. Pure; knows no files."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisor.domain import Fit, Passage, ScoringRule, Statement

_ROLES_AT_LEAST = 2  # a quiz that speaks for one role only has nothing to find out


def standing(fit: Fit, passages: Iterable[Passage]) -> tuple[Fit, tuple[str, ...]]:
    """What its guides still say, as many statements for each role, and a warning for each item left out."""
    texts: dict[str, list[str]] = {}
    for passage in passages:
        texts.setdefault(passage.guide_id, []).append(passage.text)

    def stands(item: Statement | ScoringRule) -> bool:
        return any(item.quote in text for text in texts.get(item.guide, ()))

    kept = [statement for statement in fit.statements if stands(statement)]
    even = _evened(kept)
    left_out = [
        f"the statement “{s.id}” is left out of the quiz: its words do not stand in {s.guide}"
        for s in fit.statements
        if s not in kept
    ]
    left_out += [
        f"the statement “{s.id}” is left out of the quiz: other roles have fewer" for s in kept if s not in even
    ]
    left_out += [f"a scoring rule is left out: its words do not stand in {r.guide}" for r in fit.rules if not stands(r)]
    rules = tuple(rule for rule in fit.rules if even and stands(rule))
    return replace(fit, statements=even, rules=rules), tuple(left_out)


def _evened(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The first of each role, as many as the role with the fewest has; none where one role alone is spoken for."""
    counts = Counter(statement.role for statement in statements)
    if len(counts) < _ROLES_AT_LEAST:
        return ()
    most, taken, kept = min(counts.values()), Counter[str](), []
    for statement in statements:
        taken[statement.role] += 1
        if taken[statement.role] <= most:
            kept.append(statement)
    return tuple(kept)
