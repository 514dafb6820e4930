"""Whether a claim's words and figures belong to the role, the attribute and the guide that it gives them to."""

from functools import lru_cache

from advisor.domain import Support
from advisor.verify.comparison import comparisons
from advisor.verify.coverage import Coverage
from advisor.verify.evidence import Evidence, Refusal, Stretch, stretches
from advisor.verify.figures import Quantity
from advisor.verify.negation import denied
from advisor.verify.rarity import rarity
from advisor.verify.reading import KEPT, Sentence, Text, read

_MOSTLY = 0.6  # share of a role's words that stand with another role only
_NEARLY_ALL = 0.8  # share of words that another role's stretch must hold
_AROUND_A_FIGURE = 0.5  # share of the words beside a figure that must stand beside it in the evidence
_ENOUGH = 1.0  # weight of words that it takes to say so: one rare word or two common ones


def guides_agree(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """A guide that the claim names is one that it cites."""
    told = set(evidence.names.guide_ids(text))
    if told and not told & {passage.guide_id for passage in evidence.passages}:
        return Refusal(Support.CONTRADICTED, "It names another guide than the one it cites.")
    return None


def roles_agree(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """The roles that the claim names are ones that the cited words, or what they stand under, speak of."""
    told = set(evidence.names.role_ids(text))
    known = set(evidence.names.role_ids(evidence.whole))
    if told and known and not told <= known:
        return Refusal(Support.CONTRADICTED, "The cited words speak of another role.")
    return None


def words_stay_with_their_role(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """What the claim says of one role is not what the cited words say of another one only."""
    parted = [part for s in claim.sentences if not comparisons(s) for part in stretches(s, evidence.names)]
    if not any(part.roles for part in parted):  # the sides of a comparison are a check of their own
        return None
    known = evidence.stretches
    if len({role for stretch in known if stretch.roles for role in stretch.roles}) < 2:
        return None
    return next((refusal for told in parted if told.roles and (refusal := _strays(told, known))), None)


def _strays(told: Stretch, known: tuple[Stretch, ...]) -> Refusal | None:
    assert told.roles is not None
    for quantity in told.quantities:
        holders = [s for s in known if any({quantity.low, quantity.high} & {q.low, q.high} for q in s.quantities)]
        if holders and not _held(told.roles, holders):
            return Refusal(Support.CONTRADICTED, f"The cited words give {quantity.text} to another role.")
    if _better_elsewhere(told, known):
        return Refusal(Support.CONTRADICTED, "The cited words say this of another role.")
    elsewhere = matched = 0.0
    common = _common(known)
    for stem in told.stems - common:
        holders = [s for s in known if stem in s.stems]
        if holders:
            matched += rarity(stem)
            elsewhere += 0.0 if _held(told.roles, holders) else rarity(stem)
    if elsewhere >= _ENOUGH and elsewhere >= _MOSTLY * matched:
        return Refusal(Support.CONTRADICTED, "The cited words say this of another role.")
    return None


def _better_elsewhere(told: Stretch, known: tuple[Stretch, ...]) -> bool:
    """Whether a stretch on other roles says nearly all of it, and none on these roles says as much."""
    assert told.roles is not None
    words = told.stems - told.named
    if not words or any(s.roles is None and words <= s.stems for s in known):
        return False
    own = [len(words & s.stems) for s in known if s.roles and s.roles & told.roles]
    other = [len(words & s.stems) for s in known if s.roles and not s.roles & told.roles]
    most = max(other, default=0)
    return most >= _NEARLY_ALL * len(words) and most > max(own, default=0)


def _held(roles: frozenset[str], holders: list[Stretch]) -> bool:
    return any(s.roles is None for s in holders) or roles <= {role for s in holders for role in s.roles or ()}


def _common(known: tuple[Stretch, ...]) -> frozenset[str]:
    """Stems that stand with every role told of."""
    by_role: dict[str, set[str]] = {}
    for stretch in known:
        for role in stretch.roles or ():
            by_role.setdefault(role, set()).update(stretch.stems)
    return frozenset(set.intersection(*by_role.values())) if by_role else frozenset()


def figures_stay_with_their_attribute(claim: Text, evidence: Evidence, text: str) -> Refusal | None:
    """A figure that the claim gives to an attribute stands in words that speak of that attribute."""
    if not claim.quantities:
        return None
    affirmed = _affirmed(evidence.all)
    known_stems = read(affirmed).stems
    added = [word for word in read(_affirmed(claim)).words if word.stem not in known_stems]
    if not added:
        return _each_out_of_place(claim, evidence)
    told = set(evidence.names.attribute_ids(" ".join(word.text for word in added)))
    known = set(evidence.names.attribute_ids(affirmed))
    unsaid = evidence.names.attribute_ids(" ".join(word.text for word in added if word.stem in evidence.all.stems))
    if unsaid or (known and not told <= known):
        return Refusal(Support.CONTRADICTED, "The cited words give this figure for something else.")
    return _each_out_of_place(claim, evidence)


def _each_out_of_place(claim: Text, evidence: Evidence) -> Refusal | None:
    for sentence in claim.sentences:
        for quantity in sentence.quantities:
            if refusal := _out_of_place(quantity, sentence, evidence):
                return refusal
    return None


def _out_of_place(quantity: Quantity, sentence: Sentence, evidence: Evidence) -> Refusal | None:
    """The words around a figure are those around it in the evidence, or those that stand above it."""
    holders = [
        s for s in evidence.text.sentences if any({quantity.low, quantity.high} & {q.low, q.high} for q in s.quantities)
    ]
    beside = Sentence(sentence.text, tuple(word for word in sentence.words if not word.text[0].isdigit()))
    laid = Coverage(Text((beside,)), Text((*holders, *evidence.around.sentences)))
    if holders and laid.found < _AROUND_A_FIGURE:
        return Refusal(Support.UNSUPPORTED, f"The cited words give {quantity.text} for something else.")
    return None


@lru_cache(maxsize=KEPT)
def _affirmed(text: Text) -> str:
    """The words of a text without what it denies: "market money, not pay" is not about pay."""
    kept: list[str] = []
    for sentence in text.sentences:
        kept += [word.text for word in sentence.words if word.stem not in denied(sentence)] + ["."]
    return " ".join(kept)
