"""From a claim and the passages it cites to a verdict, without a model. Pure: reads no library and no clock.

The checks run in order; the first that refuses gives its reason. Each is a function from claim and cited
evidence to a reason, or None where it has nothing to object.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from advisor.domain import Basis, Citation, Claim, Passage, Support, Verdict
from advisor.text import content_stems, figures, normalise

_UNCITED = {Basis.ABSENT, Basis.LIBRARY}
_NEGATION = re.compile(r"\b(?:no|not|none|never|neither|nor|nothing|without|cannot)\b|n't\b")
_COVERED = 0.9  # share of the claim's words that must stand in what it cites
_PARTLY_COVERED = 0.6

RoleFinder = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation beside the passage it points to."""

    citation: Citation
    passage: Passage

    @property
    def evidence(self) -> str:
        """All words that may stand behind the claim: the quote and what is needed to understand it."""
        return " ".join((*self.passage.heading, self.passage.context, self.passage.text))


@dataclass(frozen=True, slots=True)
class Refusal:
    support: Support
    reason: str


def verify(claim: Claim, passages: Mapping[str, Passage], roles_in: RoleFinder) -> Verdict:
    """Whether the cited words say what the claim says, and why (not)."""
    if not claim.citations:
        if claim.basis in _UNCITED:
            return Verdict(Support.SUPPORTED, "It is about the library itself.", 1.0)
        return Verdict(Support.UNSUPPORTED, "It cites nothing.", 0.0)
    missing = [c for c in claim.citations if c.passage_id not in passages]
    if missing:
        return Verdict(Support.UNSUPPORTED, "It cites a passage that was not found.", 0.0)
    cited = [Cited(c, passages[c.passage_id]) for c in claim.citations]
    if claim.basis is Basis.COUNTED:
        refusal = _quotes_stand(claim, cited, roles_in)
        support = refusal.support if refusal else Support.SUPPORTED
        return Verdict(support, refusal.reason if refusal else "All that is counted is cited.", float(refusal is None))
    for check in (_quotes_stand, _figures_stand, _roles_agree, _negation_agrees):
        refusal = check(claim, cited, roles_in)
        if refusal is not None:
            return Verdict(refusal.support, refusal.reason, 0.0)
    return _by_coverage(claim, cited)


def _quotes_stand(claim: Claim, cited: Sequence[Cited], roles_in: RoleFinder) -> Refusal | None:
    """Every quote has words and stands at its offsets in its passage."""
    for c in cited:
        start = c.citation.start - c.passage.start
        if not c.citation.quote.strip():
            return Refusal(Support.UNSUPPORTED, "Its quote is empty.")
        if start < 0 or c.passage.text[start : start + len(c.citation.quote)] != c.citation.quote:
            return Refusal(Support.UNSUPPORTED, "Its quote is not in the passage.")
    return None


def _figures_stand(claim: Claim, cited: Sequence[Cited], roles_in: RoleFinder) -> Refusal | None:
    """Every figure of the claim stands in what it cites."""
    known = frozenset().union(*(figures(c.evidence) for c in cited))
    if claim.basis is Basis.COMPUTED:
        values = [value for value in known if isinstance(value, float)]
        known |= {round(abs(a - b), 6) for a in values for b in values}
    extra = figures(claim.text) - known
    if extra:
        listed = ", ".join(sorted(f if isinstance(f, str) else f"{f:g}" for f in extra))
        return Refusal(Support.UNSUPPORTED, f"The figure {listed} is not in what it cites.")
    return None


def _roles_agree(claim: Claim, cited: Sequence[Cited], roles_in: RoleFinder) -> Refusal | None:
    """The role the claim names is one that the cited words, or what they stand under, speak of."""
    told = set(roles_in(claim.text))
    known = {role for c in cited for role in roles_in(c.evidence)}
    if told and known and not told <= known:
        return Refusal(Support.CONTRADICTED, "The cited words speak of another role.")
    return None


def _negation_agrees(claim: Claim, cited: Sequence[Cited], roles_in: RoleFinder) -> Refusal | None:
    """A denial is not cited for an assertion, nor the other way about."""
    said = bool(_NEGATION.search(normalise(claim.text)))
    quoted = [bool(_NEGATION.search(normalise(c.citation.quote))) for c in cited]
    if said and not any(quoted):
        return Refusal(Support.CONTRADICTED, "It denies what the cited words assert.")
    if not said and all(quoted):
        return Refusal(Support.CONTRADICTED, "It asserts what the cited words deny.")
    return None


def _by_coverage(claim: Claim, cited: Sequence[Cited]) -> Verdict:
    if claim.basis is Basis.COMPUTED:
        return Verdict(Support.SUPPORTED, "Worked out from the cited figures.", 1.0)
    known = {stem for c in cited for stem in content_stems(c.evidence)}
    told = content_stems(claim.text)
    share = sum(stem in known for stem in told) / max(len(told), 1)
    if share >= _COVERED:
        same = any(claim.text == c.citation.quote for c in cited)
        return Verdict(
            Support.SUPPORTED, "Word for word in the passage." if same else "Its words stand in what it cites.", share
        )
    if share >= _PARTLY_COVERED:
        return Verdict(Support.PARTLY, "Some of its words do not stand in what it cites.", share)
    return Verdict(Support.UNSUPPORTED, "Most of its words do not stand in what it cites.", share)
