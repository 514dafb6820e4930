"""Where to go on from a guide: comparisons of the roles it speaks of, and other guides on them. Knows no HTML."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from advisor.advisor import CareerAdvisor
from advisor.compare.compare import ROLES_AT_MOST
from advisor.compare.table import Choice, Comparison, Wanted
from advisor.domain import Guide
from advisor.errors import LibraryError
from advisor.interfaces import Library

OTHERS_AT_MOST = 12
_BESIDE_ONE = 3  # roles that a guide on a single role is compared with


@dataclass(frozen=True)
class Related:
    """`groups` of roles can be compared, each on the `attributes` that the guide speaks of."""

    groups: tuple[tuple[Choice, ...], ...] = ()
    attributes: tuple[Choice, ...] = ()
    others: tuple[Guide, ...] = ()


def related_to(guide: Guide, advisor: CareerAdvisor) -> Related:
    """As the published release has it; nothing where none can be opened: an older guide is readable all the same."""
    try:
        library, choices = advisor.library(), advisor.compare(Wanted()).choices
    except LibraryError:
        return Related()
    ids = roles_of(guide, library)
    roles = [choice for role in ids for choice in choices.roles if choice.id == role][:ROLES_AT_MOST]
    beside = [choice for choice in choices.roles if choice not in roles][:_BESIDE_ONE]
    groups = [tuple(roles)] if len(roles) > 1 else [(role, other) for role in roles for other in beside]
    everything = tuple(attribute.id for attribute in choices.attributes)
    compared = [advisor.compare(Wanted(tuple(role.id for role in group), everything)) for group in groups[:1]]
    same = (g for g in library.guides.values() if g.id != guide.id and not set(ids).isdisjoint(roles_of(g, library)))
    return Related(
        tuple(groups),
        tuple(choice for comparison in compared for choice in _spoken_of(guide, comparison)),
        tuple(islice(same, OTHERS_AT_MOST)),
    )


def roles_of(guide: Guide, library: Library) -> tuple[str, ...]:
    """Those it names itself, else those that its tables speak of, the most first."""
    tabled = Counter(fact.role for fact in library.facts if fact.guide_id == guide.id)
    return guide.roles or tuple(role for role, _ in tabled.most_common())


def _spoken_of(guide: Guide, comparison: Comparison) -> list[Choice]:
    """What the guide itself has a say in, of what is compared."""
    return [
        row.attribute
        for row in comparison.rows
        if any(voice.source.guide_id == guide.id for cell in row.cells for voice in cell.voices)
    ]
