"""Answers as auditors look for them: newest first, by what they are found by, page by page. Reads only.

The rarest trait leads, the others are looked up for each candidate: a page costs an index look-up for each case that
it passes, however many records there are. Only a search for words reads them all.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from advisor.audit.case import PAGE, Case, CasePage, View
from advisor.ledger.appender import Appender
from advisor.ledger.case_index import CaseIndex
from advisor.ledger.database import named_errors
from advisor.ledger.schema import cases, entries, sought, trait_counts, traits, words

CHOICES = ("guide", "release", "reviewer", "role", "attribute")  # whose values are looked up for a person to choose
Query = Select[Any]


class SqlCases:
    def __init__(self, appender: Appender, index: CaseIndex) -> None:
        self._engine = appender.engine
        self._index = index

    def page(self, view: View) -> CasePage:
        self._index.catch_up()
        with named_errors(), self._engine.connect() as connection:
            wanted = sorted((f"{name}:{value}" for name, value in view.traits), key=_rarity(connection))
            query = _narrowed(_led_by(wanted), view)
            found = list(connection.execute(query.limit(PAGE + 1)).scalars())
            return CasePage(cases_of(connection, found[:PAGE]), found[PAGE - 1] if len(found) > PAGE else 0)

    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """The values that there are, by trait."""
        with named_errors(), self._engine.connect() as connection:
            return {name: tuple(connection.execute(_values(name)).scalars()) for name in CHOICES}


def cases_of(connection: Connection, seqs: Iterable[int]) -> tuple[Case, ...]:
    """In this order."""
    wanted = list(seqs)
    rows = select(entries.c.seq, entries.c.id, entries.c.at, words.c.text).outerjoin(words)
    found = {row.seq: row for row in connection.execute(rows.where(entries.c.seq.in_(wanted)))}
    named: dict[int, set[str]] = {seq: set() for seq in wanted}
    for trait, seq in connection.execute(select(traits.c.trait, traits.c.seq).where(traits.c.seq.in_(wanted))):
        named[seq].add(trait)
    return tuple(
        Case(row.seq, row.id, row.at, json.loads(row.text)["question"] if row.text else "", frozenset(named[row.seq]))
        for row in (found[seq] for seq in wanted)
    )


def has(seq: ColumnElement[int], trait: str) -> ColumnElement[bool]:
    of_case = traits.alias()
    return exists().where(of_case.c.trait == trait, of_case.c.seq == seq)


def _rarity(connection: Connection) -> Callable[[str], int]:
    counts = select(trait_counts.c.trait, trait_counts.c.count)

    def count(trait: str) -> int:
        row = connection.execute(counts.where(trait_counts.c.trait == trait)).first()
        return row[1] if row else 0

    return count


def _led_by(wanted: list[str]) -> Query:
    if not wanted:
        return select(cases.c.seq).order_by(cases.c.seq.desc())
    rarest, *others = wanted
    query = select(traits.c.seq).where(traits.c.trait == rarest, *(has(traits.c.seq, trait) for trait in others))
    return query.order_by(traits.c.seq.desc())


def _narrowed(query: Query, view: View) -> Query:
    (seq,) = query.selected_columns
    if view.before:
        query = query.where(seq < view.before)
    if view.since or view.until:
        dated = cases.alias()
        query = query.join(dated, dated.c.seq == seq)
        query = query.where(dated.c.at >= view.since) if view.since else query
        query = query.where(dated.c.at < _day_after(view.until)) if view.until else query
    if view.text.strip():
        query = query.join(sought, sought.c.seq == seq)
        query = query.where(*(func.instr(sought.c.text, part) > 0 for part in view.text.lower().split()))
    return query


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _values(name: str) -> Query:
    first = len(name) + 2  # SQL counts from one, and after the name comes a colon
    value = func.substr(trait_counts.c.trait, first)
    named = trait_counts.c.trait.between(f"{name}:", f"{name};")
    return select(value).where(named, trait_counts.c.count > 0).order_by(value)
