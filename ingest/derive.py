"""A vocabulary for guides that come without one: roles and attributes from front matter and headers of tables."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from advisor.domain import Attribute, Guide, Passage, PassageKind, Role, Vocabulary
from ingest.facts import cell_texts
from ingest.frontmatter import slug
from ingest.names import key
from ingest.rolenames import compared, is_occupation

SHORTENED = {"machine learning": "ml", "artificial intelligence": "ai", "site reliability": "sr"}
_SAYS_LITTLE = re.compile(
    r"an?|and|the|of|to|for|in|on|at|your|their|they|you|who|what|where|when|how|level|range|style|base|key|top|main|core"
    r"|typical|best|common|usual|average|preferred|required|projected|next|day|work|time|type|emphasis|reality"
)
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
    """Labels with one telling word are that word's: "Key tools" and "Tool emphasis" are `tool`."""
    groups: dict[str, list[str]] = {}
    for label in labels:
        telling = [word for word in key(label).split() if not _SAYS_LITTLE.fullmatch(word)]
        groups.setdefault(_singular(telling[0]) if len(telling) == 1 else slug(label), []).append(label)
    return tuple(_attribute(name, list(dict.fromkeys(group))) for name, group in groups.items())


def _attribute(name: str, labels: list[str]) -> Attribute:
    words = {word for label in labels for word in key(label).split() if _singular(word) == name}
    aliases = dict.fromkeys([*labels[1:], *sorted(words)])
    return Attribute(name, labels[0], aliases=tuple(alias for alias in aliases if key(alias) != key(labels[0])))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _bare(cell: str) -> str:
    return cell.strip("*_` ")
