"""Whether one answer stands on what it cites: claims, quotes, figures, roles, and how much is said beside them."""

import re
from collections.abc import Iterator, Mapping, Set

from advisor.domain import Answer, Basis, CheckedClaim, Kind, Source, Support
from advisor.evals.beside import Bindings
from advisor.evals.wording import NEGATION, SMALL, Figure, contains, differences, figures, norm, plain

UNCITED_BASES = frozenset({Basis.ABSENT, Basis.LIBRARY})
WORKED_OUT = frozenset({Basis.COMPUTED, Basis.COUNTED})
MAY_BE_SHOWN = frozenset({Support.SUPPORTED, Support.PARTLY})
WIDE = frozenset({"comparison", "multi_hop"})  # categories whose answers may be longer
WORDS_AT_MOST, WORDS_AT_MOST_WIDE, CLAIMS_AT_MOST, FREE_WORDS = 180, 280, 14, 50
CLAUSES = re.compile(r"[;:|]|\.\s|\b(?:and|but|while|against|whereas|versus|vs|compared with)\b|, ")
EXCERPT = 60  # characters of a claim that a report names


def check_cited(answer: Answer, asked: str, category: str, bindings: Bindings) -> list[str]:
    """`asked` is all that the person said so far: a figure may come from there."""
    sources = {source.n: source for source in answer.citations}
    problems = [f"quote [{s.n}] is not in its passage" for s in sources.values() if not quoted(s)]
    if answer.kind == Kind.ANSWER and not answer.claims:
        problems.append("no claims")
    free = SMALL | figures(asked)
    for claim in answer.claims:
        problems += _claim_problems(claim, sources, free, bindings)
    problems += _rest_problems(answer, sources, free, bindings)
    return problems + list(_too_much(answer, category))


def quoted(source: Source) -> bool:
    """Whether the quote is in its passage, however the lines break."""
    return norm(source.quote) in norm(source.passage)


def _claim_problems(
    claim: CheckedClaim, sources: Mapping[int, Source], free: Set[Figure], bindings: Bindings
) -> Iterator[str]:
    text, cited = plain(claim.text), [n for n in claim.citations if n in sources]
    excerpt = repr(text[:EXCERPT])
    if len(cited) < len(claim.citations) or (not cited and claim.basis not in UNCITED_BASES):
        yield f"uncited: {excerpt}"
    if claim.verdict not in MAY_BE_SHOWN:
        yield f"shown though {claim.verdict.value}: {excerpt}"
    known = _printed(claim, sources)
    allowed = known | free | (differences(known) if claim.basis in WORKED_OUT else set())
    if claim.basis != Basis.LIBRARY and (missing := figures(text) - allowed):
        yield f"figure {sorted(map(str, missing))} not in what it cites: {excerpt}"
    yield from _swapped_roles(text, bindings)


def _printed(claim: CheckedClaim, sources: Mapping[int, Source]) -> set[Figure]:
    """The figures that stand in what a claim cites."""
    cited = [sources[n] for n in claim.citations if n in sources]
    parts = [(s.passage, s.context, s.heading, s.updated or "", s.guide_title) for s in cited]
    return {figure for part in parts for figure in figures(" ".join(part))}


def _rest_problems(
    answer: Answer, sources: Mapping[int, Source], free: Set[Figure], bindings: Bindings
) -> Iterator[str]:
    """What is wrong with the words outside any claim."""
    rest, known = plain(answer.answer), set[Figure]()
    for claim in answer.claims:
        rest = rest.replace(plain(claim.shown or claim.text).strip(), " ")
        known |= _printed(claim, sources)
        known |= figures(plain(claim.text)) if claim.basis == Basis.LIBRARY else set()
    if "---" not in answer.answer and len(rest.split()) > FREE_WORDS:  # a table's header is framing
        yield f"{len(rest.split())} words outside any claim"
    if extra := figures(rest) - known - differences(known) - free:
        yield f"figure {sorted(map(str, extra))} outside any claim"
    yield from _swapped_roles(rest, bindings)


def _swapped_roles(text: str, bindings: Bindings) -> Iterator[str]:
    """A figure that belongs to one role must not stand in a clause about another alone."""
    for clause in CLAUSES.split(text):
        named = [role.name for role in bindings.roles.values() if role.pattern.search(clause)]
        if len(named) != 1 or NEGATION.search(clause):
            continue
        for figure, role in bindings.figures.items():
            if role != named[0] and contains(clause, figure):
                yield f"{figure} belongs to {role}: {clause.strip()[:EXCERPT]!r}"


def _too_much(answer: Answer, category: str) -> Iterator[str]:
    words = len(plain(answer.answer).split())
    if words > (WORDS_AT_MOST_WIDE if category in WIDE else WORDS_AT_MOST):
        yield f"{words} words"
    if len(answer.claims) > CLAIMS_AT_MOST:
        yield f"{len(answer.claims)} claims"
