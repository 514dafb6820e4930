"""A vocabulary for guides that come without one: roles and attributes from front matter and headers of tables."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from itertools import chain

from advisor.domain import Attribute, Guide, Passage, PassageKind, Role, Vocabulary
from advisor.library.vocabulary import ATTRIBUTES_FILE, parse_vocabulary
from ingest.facts import cell_texts
from ingest.frontmatter import slug
from ingest.names import PROS_AND_CONS, key, names
from ingest.rolenames import compared, is_occupation

SHORTENED = {"machine learning": "ml", "artificial intelligence": "ai", "site reliability": "sr"}
BARE = "engineer"  # what is left out where "MLOps" stands for "MLOps engineer"


def derive(guides: Sequence[Guide], passages: Sequence[Passage]) -> Vocabulary:
    """Roles and attributes that the guides' own tables and front matter name; different names of one role are one."""
    headers = [
        [_bare(cell) for cell in cell_texts(header)]
        for header in dict.fromkeys(p.context for p in passages if p.kind is PassageKind.TABLE_ROW and p.context)
    ]
    rows = [p for p in passages if p.kind is PassageKind.TABLE_ROW]
    firsts = [_bare(cells[0]) for row in rows if (cells := cell_texts(row.text))]
    pairs = {key(name) for name in compared(chain((g.title for g in guides), (p.text for p in passages)))}
    named = [cell for header in headers for cell in header[1:]] + firsts
    found = [name for name in dict.fromkeys(named) if is_occupation(name) or key(name) in pairs]
    given = [name.replace("-", " ") for guide in guides for name in guide.roles]
    roles = _roles([*given, *found])
    taken = {key(name) for role in roles for name in (role.name, *role.aliases)}
    labels = [label for label in _labels(rows, headers, taken) if key(label) and key(label) not in taken]
    return Vocabulary(roles=roles, attributes=_attributes(labels))


def _roles(names: Iterable[str]) -> tuple[Role, ...]:
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(_id(name), []).append(name)
    whole = [group for group in groups if f"{group}-{BARE}" in groups]  # "mlops" beside "mlops-engineer"
    for group in whole:
        groups[f"{group}-{BARE}"] += groups.pop(group)
    return tuple(_role(role_id, list(dict.fromkeys(forms))) for role_id, forms in groups.items())


def _role(role_id: str, forms: list[str]) -> Role:
    name = min((form for form in forms if is_occupation(form)), key=len, default=forms[0])
    sides = [side for form in forms if " / " in form for side in form.split(" / ")]
    aliases = dict.fromkeys([*forms, *sides, role_id.replace("-", " ")])
    return Role(role_id, name, aliases=tuple(alias for alias in aliases if key(alias) != key(name)))


def _id(name: str) -> str:
    """One id for "Machine Learning Engineer / AI Specialist" and "ML engineer"."""
    words = key(name.split(" / ")[0]).removesuffix("s") if is_occupation(name) else key(name)
    for long, short in SHORTENED.items():
        words = words.replace(long, short)
    return slug(words)


def _labels(rows: Sequence[Passage], headers: Sequence[Sequence[str]], roles: set[str]) -> Iterable[str]:
    """The labels of rows below a header that names roles, and the headers of tables whose rows are roles."""
    for row in rows:
        cells, header = cell_texts(row.text), cell_texts(row.context)
        if len(cells) == len(header) and any(key(cell) in roles for cell in header[1:]):
            yield _bare(cells[0])
        elif cells and key(cells[0]) in roles:
            yield from (_bare(cell) for cell in header[1:])


def _attributes(labels: Iterable[str]) -> tuple[Attribute, ...]:
    """An attribute for each label; labels of one everyday matter ("Salary range", "Pay") are one, by its names."""
    everyday = parse_vocabulary({ATTRIBUTES_FILE: files("ingest").joinpath("everyday.yaml").read_bytes()})
    matters = {matter.id: matter for matter in everyday.attributes}
    known = names(everyday)
    groups: dict[str, list[str]] = {}
    for label in labels:
        found = known.attribute(label)
        groups.setdefault(found if found in matters or found == PROS_AND_CONS else slug(label), []).append(label)
    return tuple(_attribute(group, group_labels, matters.get(group)) for group, group_labels in groups.items())


def _attribute(attribute_id: str, labels: list[str], matter: Attribute | None) -> Attribute:
    others = [*labels[1:], *((matter.name, *matter.aliases) if matter else ())]
    aliases = {key(alias): alias for alias in others if key(alias) != key(labels[0])}
    return Attribute(attribute_id, labels[0], aliases=tuple(aliases.values()))


def _bare(cell: str) -> str:
    return cell.strip("*_` ")
