"""Answers a comparison: the verdict in a guide's words, then a table whose every cell is cited."""

import re
from collections.abc import Mapping, Sequence

from advisor.answer.draft import Draft, Row, cell_claim, claim_of
from advisor.answer.evidence import Evidence, Piece, Reader, Section
from advisor.answer.select import choose
from advisor.answer.stance import sets_apart, sets_side_by_side
from advisor.domain import Basis, Claim
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.text import content_stems, normalise

_WORDS_OF_TABLE = 150
_ROWS_WITHOUT_ATTRIBUTE = 4
_CONTRASTS = 0.12  # for a sentence that sets the roles apart
_EACH = 0.15  # for one that says of each what it is
_GUIDES_PER_CELL = 2
_WHICH_OF_THEM = re.compile(r"\bwhich (?:role|one|job|path|career|of (?:the|these|those) two)\b")
_SETS_SIDE_BY_SIDE = re.compile(r"\b(?:or|vs\.?|versus|than|both|between)\b")


def roles_to_compare(asked: Understood, reader: Reader) -> tuple[str, ...]:
    """The roles named, or else those that the library's tables set side by side."""
    if len(asked.roles) >= 2:
        return asked.roles[:4]
    counts: dict[str, int] = {}
    for fact in reader.library.facts:
        counts[fact.role] = counts.get(fact.role, 0) + 1
    known = sorted(counts, key=lambda role: -counts[role])[:2]
    return asked.roles if asked.roles and asked.roles[0] not in known else tuple(sorted(known))


def is_comparison(asked: Understood) -> bool:
    if asked.intent == Intent.COMPARE:
        return True
    if asked.intent == Intent.LOOKUP and not asked.roles and asked.attributes and not asked.guessed:
        return bool(_WHICH_OF_THEM.search(normalise(asked.asked)))
    side_by_side = _SETS_SIDE_BY_SIDE.search(normalise(asked.asked))
    return bool(len(asked.roles) >= 2 and asked.attributes and side_by_side and asked.intent == Intent.LOOKUP)


def compare(asked: Understood, found: Sequence[Evidence], reader: Reader) -> Draft | None:
    """None where no table of the library sets these roles side by side in what is asked."""
    roles = roles_to_compare(asked, reader)
    attributes = tuple(a for a in asked.attributes if a not in {"definition", "fit"} or len(asked.attributes) == 1)
    attributes = attributes or _common_attributes(roles, reader, normalise(asked.asked))
    told = {attribute: [_cells(role, attribute, reader) for role in roles] for attribute in attributes}
    told = {attribute: cells for attribute, cells in told.items() if any(cells)}
    if not told or len(roles) < 2:
        return None
    leads = [e for e in found if e.piece.fact is None and _leads(e, roles, attributes) and _contrast(e.piece.plain)]
    leads.sort(key=lambda e: -(e.score + _contrast(e.piece.plain)))
    lead = choose(leads, most=1 if len(told) > 1 else 2, words=50)
    claims = [claim_of(e.piece, reader.lexicon) for e in lead]
    rows = _rows(told, roles, claims, reader)
    columns = tuple(reader.lexicon.role_names.get(role, role) for role in roles)
    return Draft(claims=tuple(claims), columns=columns, rows=tuple(rows))


def _contrast(text: str) -> float:
    return _CONTRASTS * sets_apart(text) + _EACH * sets_side_by_side(text)


def _rows(
    told: Mapping[str, list[list[Piece]]], roles: Sequence[str], claims: list[Claim], reader: Reader
) -> list[Row]:
    """The rows that fit into the words of a table; their claims are added to `claims`."""
    rows: list[Row] = []
    left = _WORDS_OF_TABLE
    for attribute, cells in told.items():
        before = len(claims)
        row = tuple(_add(claims, role, attribute, pieces, reader) for role, pieces in zip(roles, cells, strict=True))
        rows.append(Row(reader.lexicon.attribute_names.get(attribute, attribute), row))
        left -= sum(len(claim.text.split()) for claim in claims[before:])
        if left < 0:
            break
    return rows


def _common_attributes(roles: Sequence[str], reader: Reader, text: str) -> tuple[str, ...]:
    """The attributes most tables share, where a table is asked for but not of what."""
    if "table" not in text and "compar" not in text and "side by side" not in text:
        return ()
    counts: dict[str, set[str]] = {}
    for fact in reader.library.facts:
        if fact.role in roles and fact.attribute in reader.lexicon.attribute_names:
            counts.setdefault(fact.attribute, set()).add(fact.guide_id)
    return tuple(sorted(counts, key=lambda a: -len(counts[a]))[:_ROWS_WITHOUT_ATTRIBUTE])


def _cells(role: str, attribute: str, reader: Reader) -> list[Piece]:
    """What the tables say of a role, each guide once, nothing twice."""
    chosen: list[Piece] = []
    for piece in reader.fact_pieces((role,), (attribute,)):
        if any(piece.passage.guide_id == p.passage.guide_id or _alike(piece, p) for p in chosen):
            continue
        chosen.append(piece)
    return chosen[:_GUIDES_PER_CELL]


def _alike(a: Piece, b: Piece) -> bool:
    x, y = set(content_stems(a.text)), set(content_stems(b.text))
    return len(x & y) >= 0.7 * max(min(len(x), len(y)), 1)


def _leads(evidence: Evidence, roles: Sequence[str], attributes: Sequence[str]) -> bool:
    """Whether a sentence sets the roles side by side in what is asked."""
    piece = evidence.piece
    about = {*piece.attributes, *piece.heading_attributes}
    spoken = piece.section is not Section.SILENT
    return spoken and set(roles) <= set(piece.roles) and bool(about & set(attributes))


def _add(claims: list[Claim], role: str, attribute: str, pieces: Sequence[Piece], reader: Reader) -> tuple[int, ...]:
    if not pieces:
        name = reader.lexicon.role_names.get(role, role)
        label = reader.lexicon.attribute_names.get(attribute, attribute).lower()
        claims.append(Claim(f"No table of the guides gives {label} for {name}.", Basis.ABSENT, shown="no guide says"))
        return (len(claims) - 1,)
    claims += [cell_claim(piece, reader.lexicon) for piece in pieces]
    return tuple(range(len(claims) - len(pieces), len(claims)))
