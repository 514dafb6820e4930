"""Puts a comparison together: from what was chosen to rows of cited cells, differences and charts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from advisor.answer.compose import SHOWN
from advisor.answer.evidence import Reader
from advisor.compare.backgrounds import Background
from advisor.compare.charts import PICTURED, charts
from advisor.compare.sayings import Sayings
from advisor.compare.table import Choice, Choices, Comparison, Difference, Wanted
from advisor.compare.told import differences_in, row_of, tell
from advisor.domain import Attribute, Basis, Citation, Claim, Role
from advisor.verify.check import verify

ROLES_AT_MOST = 4
ROWS_BY_DEFAULT = 8


class Comparer:
    """Compares roles of one library; what can be chosen is worked out once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.sayings = Sayings(reader)
        self._guides: dict[str, set[str]] = defaultdict(set)  # that speak of a role, of an attribute, of both
        for role, attribute in self.sayings.pairs:
            guides = self.sayings.guides_on(role, attribute)
            for key in (f"role {role}", f"attribute {attribute}", f"{role} {attribute}"):
                self._guides[key] |= guides
        vocabulary = reader.library.vocabulary
        self._roles = {role.id: self._choice("role", role) for role in vocabulary.roles}
        self._attributes = {a.id: self._choice("attribute", a) for a in vocabulary.attributes}
        for label in sorted({attribute for _, attribute in self.sayings.pairs} - self._attributes.keys()):
            self._attributes[label] = Choice(label, label.capitalize(), len(self._guides[f"attribute {label}"]))
        self.choices = self._choices()

    def compare(self, wanted: Wanted) -> Comparison:
        """Fewer than two known roles give no rows; attributes that nobody chose are those that most guides speak of."""
        roles = [self._roles[role] for role in dict.fromkeys(wanted.roles) if role in self._roles]
        chosen = [a for a in self._attributes.values() if a.id in wanted.attributes]
        background = next((b for b in self.sayings.backgrounds if b.id == wanted.background), None)
        shown = tuple(roles[:ROLES_AT_MOST])
        comparison = Comparison(
            release=self._reader.library.release,
            choices=self.choices,
            roles=shown,
            attributes=tuple(chosen or self._usual(shown)),
            background=Choice(background.id, background.name) if background else None,
            unknown=self._unknown(wanted, background),
            left_out=tuple(roles[ROLES_AT_MOST:]),
            by_default=not chosen,
        )
        return self._filled(comparison, background) if len(shown) > 1 else comparison

    def _filled(self, comparison: Comparison, background: Background | None) -> Comparison:
        names = {role.id: role.name for role in comparison.roles}
        rows = [tell(attribute, tuple(names), background, self.sayings) for attribute in comparison.attributes]
        drawn, alone = charts([figure for told in rows for said in told.figures.values() for figure in said])
        worked_out = (difference for told in rows for difference in differences_in(told, names))
        return replace(
            comparison,
            rows=tuple(row_of(told) for told in rows),
            differences=tuple(difference for difference in worked_out if self._stands(difference)),
            charts=drawn,
            alone=alone,
        )

    def _stands(self, difference: Difference) -> bool:
        cited = tuple(Citation(s.passage_id, s.quote, s.start, s.end) for s in difference.sources)
        claim = Claim(difference.text, Basis.COMPUTED, cited)
        return verify(claim, self._reader.library.passages, self._reader.lexicon).support in SHOWN

    def _choices(self) -> Choices:
        """Roles and attributes of which something is said, roles by how much."""
        described = {fact.role for fact in self._reader.library.facts} | set(self._reader.lexicon.covered)
        said = [role for role in self._roles.values() if role.guides and role.id in described]
        weight = {role.id: sum(pair[0] == role.id for pair in self.sayings.pairs) for role in said}
        return Choices(
            roles=tuple(sorted(said, key=lambda role: -weight[role.id])),
            attributes=tuple(attribute for attribute in self._attributes.values() if attribute.guides),
            backgrounds=tuple(Choice(b.id, b.name) for b in self.sayings.backgrounds),
        )

    def _choice(self, kind: str, entry: Role | Attribute) -> Choice:
        return Choice(entry.id, entry.name, len(self._guides[f"{kind} {entry.id}"]), entry.meaning)

    def _usual(self, roles: Iterable[Choice]) -> list[Choice]:
        """Those that can be drawn and those that most guides speak of for these roles, in the vocabulary's order."""
        ids = [role.id for role in roles]
        told = {a.id: sum(len(self._guides[f"{role} {a.id}"]) for role in ids) for a in self.choices.attributes}
        most = sorted((a for a in told if told[a]), key=lambda a: (a not in PICTURED, -told[a]))[:ROWS_BY_DEFAULT]
        return [attribute for attribute in self.choices.attributes if attribute.id in most]

    def _unknown(self, wanted: Wanted, background: Background | None) -> tuple[str, ...]:
        unknown = [role for role in wanted.roles if role not in self._roles]
        unknown += [attribute for attribute in wanted.attributes if attribute not in self._attributes]
        return tuple(dict.fromkeys([*unknown, *([wanted.background] if wanted.background and not background else [])]))
