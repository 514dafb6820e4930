"""From a claim and the passages it cites to a verdict. Pure: reads no library and no clock.

The checks run in order; the first that refuses gives its reason. What none refuses is scored: how well the cited words
cover it, and then, where one is configured, what an entailment model makes of it.
"""

from collections.abc import Callable, Mapping, Sequence

from advisor.domain import Basis, Claim, Passage, Support, Verdict
from advisor.library.sentences import sentence_spans
from advisor.text import content_stems, figures
from advisor.verify.attribution import without_attribution
from advisor.verify.belonging import (
    figures_stay_with_their_attribute,
    guides_agree,
    roles_agree,
    words_stay_with_their_role,
)
from advisor.verify.comparison import comparison_agrees, comparison_is_made
from advisor.verify.copying import copied, copies_agree
from advisor.verify.denial import denial_agrees, no_contrary_word
from advisor.verify.entailment import Entailment, entailed
from advisor.verify.evidence import Cited, Evidence, Names, Refusal
from advisor.verify.names import names_occur
from advisor.verify.omission import nothing_added, nothing_left_out
from advisor.verify.quotes import quotes_stand
from advisor.verify.reading import Text, read
from advisor.verify.same_figures import dates_stand, figures_stand
from advisor.verify.score import Embed, score
from advisor.verify.strength import strength_agrees

_UNCITED = {Basis.ABSENT, Basis.LIBRARY}
_COVERED, _PARTLY_COVERED = 0.9, 0.6  # share of the words of a quoted cell that stand in its passage
_LEAST_FOUND = 0.4  # share of a claim's words, rare ones counting more, without which it is not even partly said
_REFUSED = 0.8  # of the score is left to a claim that a check refuses
_POINTS = "percentage points"  # in which two shares are apart
SUPPORTED_FROM, PARTLY_FROM = 0.6, 0.45  # scores; docs/check.md tells how they were chosen

Check = Callable[[Text, Evidence, str], Refusal | None]

CHECKS: tuple[Check, ...] = (
    figures_stand,
    dates_stand,
    guides_agree,
    roles_agree,
    copies_agree,
    words_stay_with_their_role,
    figures_stay_with_their_attribute,
    denial_agrees,
    comparison_agrees,
    no_contrary_word,
    names_occur,
    strength_agrees,
    nothing_left_out,
    nothing_added,
    comparison_is_made,
)

_SETTLED_BY_A_COPY: frozenset[Check] = frozenset({words_stay_with_their_role, denial_agrees})

_CHECKS_OF_A_CELL: tuple[Check, ...] = (figures_stand, dates_stand, roles_agree)


def verify(
    claim: Claim,
    passages: Mapping[str, Passage],
    names: Names,
    embed: Embed | None = None,
    entailment: Entailment | None = None,
) -> Verdict:
    """Whether the cited words say what the claim says, and why (not)."""
    if not claim.citations:
        if claim.basis in _UNCITED:
            return Verdict(Support.SUPPORTED, "It is about the library itself.", 1.0)
        return Verdict(Support.UNSUPPORTED, "It cites nothing.", 0.0)
    if any(c.passage_id not in passages for c in claim.citations):
        return Verdict(Support.UNSUPPORTED, "It cites a passage that was not found.", 0.0)
    cited = [Cited(c, passages[c.passage_id]) for c in claim.citations]
    if refusal := quotes_stand(cited):
        return Verdict(refusal.support, refusal.reason, 0.0)
    if claim.basis is Basis.COUNTED:
        return Verdict(Support.SUPPORTED, "All that is counted is cited.", 1.0)
    evidence = Evidence(cited, names)
    if claim.basis is Basis.COMPUTED:
        return _computed(claim, evidence)
    if word_for_word(claim, cited):
        return Verdict(Support.SUPPORTED, "Word for word in the passage.", 1.0)
    return _content(claim, evidence, embed, entailment)


def word_for_word(claim: Claim, cited: Sequence[Cited]) -> bool:
    """Whether the claim is the quote itself, or whole sentences of a cited passage."""
    if any(claim.text == c.citation.quote for c in cited):
        return claim.basis is Basis.QUOTE or any(_whole_sentences(claim.text, c.passage.text) for c in cited)
    return any(_whole_sentences(claim.text, c.passage.text) for c in cited)


def _whole_sentences(text: str, passage: str) -> bool:
    start = passage.find(text.strip())
    if start < 0 or not text.strip():
        return False
    spans = sentence_spans(passage)
    return start in {s for s, _ in spans} and start + len(text.strip()) in {e for _, e in spans}


def _computed(claim: Claim, evidence: Evidence) -> Verdict:
    """What was worked out: its operands are cited, and its roles are theirs."""
    known = figures(evidence.whole)
    values = [value for value in known if isinstance(value, float)]
    apart = {round(abs(a - b), 6) for a in values for b in values}
    if _POINTS in claim.text:
        shares = [float(value.rstrip("%")) for value in known if isinstance(value, str)]
        apart |= {round(abs(a - b), 6) for a in shares for b in shares}
    extra = figures(claim.text) - known - apart
    if extra:
        listed = ", ".join(sorted(f if isinstance(f, str) else f"{f:g}" for f in extra))
        return Verdict(Support.UNSUPPORTED, f"The figure {listed} is not in what it cites.", 0.0)
    if refusal := roles_agree(read(claim.text), evidence, claim.text):
        return Verdict(refusal.support, refusal.reason, 0.0)
    return Verdict(Support.SUPPORTED, "Worked out from the cited figures.", 1.0)


def _content(claim: Claim, evidence: Evidence, embed: Embed | None, entailment: Entailment | None) -> Verdict:
    told = read(without_attribution(claim.text, evidence))
    refusal = _refusal(claim, told, evidence)
    if refusal is not None and refusal.support is not Support.PARTLY:
        return Verdict(refusal.support, refusal.reason, _REFUSED * score(evidence.laid(told)))
    verdict = _by_score(claim, told, evidence, embed)
    if entailment is not None:
        verdict = entailed(verdict, entailment.judge(claim.text, evidence.whole))
    if refusal is not None and verdict.support is Support.SUPPORTED:
        return Verdict(refusal.support, refusal.reason, verdict.score)
    return verdict


def _refusal(claim: Claim, told: Text, evidence: Evidence) -> Refusal | None:
    """The first objection that refuses, or else the first one that leaves it partly said."""
    settled = _SETTLED_BY_A_COPY if copied(told, evidence) else frozenset()
    partly = None
    for check in _checks_of(claim, evidence):
        found = None if check in settled else check(told, evidence, claim.text)
        if found and found.support is not Support.PARTLY:
            return found
        partly = partly or found
    return partly


def _checks_of(claim: Claim, evidence: Evidence) -> tuple[Check, ...]:
    """A quoted cell under its label says what its table says; anything else is checked in full."""
    quoted = claim.basis is Basis.QUOTE and any(c.citation.quote in claim.text for c in evidence.cited)
    return _CHECKS_OF_A_CELL if quoted else CHECKS


def _by_score(claim: Claim, told: Text, evidence: Evidence, embed: Embed | None) -> Verdict:
    if claim.basis is Basis.QUOTE:
        share, enough, partly = _share(claim.text, evidence.whole), _COVERED, _PARTLY_COVERED
    else:
        share, enough, partly = score(evidence.laid(told), embed), SUPPORTED_FROM, PARTLY_FROM
    if share >= enough:
        return Verdict(Support.SUPPORTED, "Its words stand in what it cites.", share)
    if share >= partly and evidence.laid(told).found >= _LEAST_FOUND:
        return Verdict(Support.PARTLY, "Some of its words do not stand in what it cites.", share)
    return Verdict(Support.UNSUPPORTED, "Most of its words do not stand in what it cites.", share)


def _share(text: str, evidence: str) -> float:
    """Share of a text's words that stand in the evidence."""
    known = set(content_stems(evidence))
    told = content_stems(text)
    return sum(stem in known for stem in told) / max(len(told), 1)
