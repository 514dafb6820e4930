"""What auditors find answers by, worked out from the chain: cases, their traits and their place in the samples.

Recording an answer costs nothing here: each look first takes in what came since the last one. All of it can be emptied
and made again from the entries.
"""

import hmac
import json
from collections import Counter
from collections.abc import Collection, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from advisor.audit.review import Stratum
from advisor.audit.traits import DUE, OFTEN, PEOPLE, risk_of, traits_of
from advisor.domain import Answer
from advisor.ledger.appender import Appender, last_of
from advisor.ledger.chain import ANSWER, FEEDBACK, REVIEW
from advisor.ledger.database import named_errors
from advisor.ledger.schema import cases, claims, entries, progress, seconds, sought, trait_counts, traits, words
from advisor.ledger.words import join
from advisor.serial import from_dict

AT_ONCE = 200  # entries that are taken in under one write lock: people's answers wait no longer than that
TAKEN_IN = (ANSWER, FEEDBACK, REVIEW)
NAME = "cases"
LONGEST = 250  # characters of a trait


class CaseIndex:
    def __init__(self, appender: Appender) -> None:
        self._appender = appender
        self._engine = appender.engine

    def catch_up(self) -> None:
        """Take in all that was recorded since the last time."""
        while self._is_behind():
            with self._appender.writing() as connection:
                self.take_in(connection)

    def _is_behind(self) -> bool:
        with named_errors(), self._engine.connect() as connection:
            return _seen(connection) < last_of(connection).seq

    def take_in(self, connection: Connection) -> None:
        """The next few; call under the write lock."""
        seen = _seen(connection)
        last = min(seen + AT_ONCE, last_of(connection).seq)
        found = (
            select(entries, words.c.text)
            .outerjoin(words)
            .where(entries.c.seq > seen, entries.c.seq <= last, entries.c.type.in_(TAKEN_IN))
            .order_by(entries.c.seq)
        )
        for are_answers, group in groupby(connection.execute(found).all(), key=lambda entry: entry.type == ANSWER):
            if are_answers:
                self._add(connection, list(group))
                continue
            for entry in group:
                take = _take_feedback if entry.type == FEEDBACK else _take_review
                take(connection, json.loads(entry.payload))
        keep_row(connection, progress, {"name": NAME}, {"seq": last})

    def _add(self, connection: Connection, answers: list[Row[Any]]) -> None:
        """Many at once: a ledger of years is taken in when it is first looked at."""
        rows, named = [], []
        read = [(entry, from_dict(_whole(entry))) for entry in answers]
        often = _seek(connection, [(entry.seq, answer) for entry, answer in read if entry.text])
        for entry, answer in read:
            due = answer.origin in PEOPLE and answer.kind in DUE
            found_by = {trait[:LONGEST] for trait in traits_of(answer)}
            if due and entry.seq in often:
                found_by.add("often:yes")
            counts = {"lot": self._lot(entry.id), "risk": risk_of(found_by), "judged": 0, "drawn": 0}
            rows.append({"seq": entry.seq, "at": entry.at, "due": due, **counts})
            named += [{"trait": trait, "seq": entry.seq} for trait in found_by]
        connection.execute(insert(cases), rows)
        connection.execute(insert(traits), named)
        for trait, count in Counter(row["trait"] for row in named).items():
            _count(connection, trait, count)

    def _lot(self, record_id: str) -> int:
        """Its place in the random sample: seeded by the ledger's key, so that nobody can choose what is drawn."""
        return int.from_bytes(hmac.digest(self._appender.key, f"lot {record_id}".encode(), "sha256")[:7])


def _seen(connection: Connection) -> int:
    return connection.execute(select(progress.c.seq).where(progress.c.name == NAME)).scalar() or 0


def keep_row(connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """One row with this key and these values, whether there was one or not; call under the write lock."""
    same = [table.c[name] == value for name, value in key.items()]
    if not connection.execute(update(table).where(*same).values(key | values)).rowcount:
        connection.execute(insert(table).values(key | values))


def _whole(entry: Row[Any]) -> dict[str, Any]:
    return join(json.loads(entry.payload)["answer"], json.loads(entry.text) if entry.text else {})


def _seek(connection: Connection, answers: Sequence[tuple[int, Answer]]) -> set[int]:
    """Make their words findable; returns which of them ask what was asked often by then."""
    rows: list[dict[str, Any]] = [
        {
            "seq": seq,
            "text": _storable("\n".join((answer.question, answer.standalone_question, answer.answer)).lower()),
            "likeness": _likeness(answer),
        }
        for seq, answer in answers
    ]
    if not rows:
        return set()
    counts = select(sought.c.likeness, func.count()).group_by(sought.c.likeness)
    before = connection.execute(counts.where(sought.c.likeness.in_({row["likeness"] for row in rows})))
    asked = Counter({likeness: count for likeness, count in before})
    connection.execute(insert(sought), rows)
    often = set()
    for row in rows:
        asked[row["likeness"]] += 1
        if asked[row["likeness"]] >= OFTEN:
            often.add(row["seq"])
    return often


def _likeness(answer: Answer) -> str:
    asked = " ".join((answer.standalone_question or answer.question).lower().split()).rstrip("?!. ")
    return blake2b(asked.encode(errors="replace"), digest_size=16).hexdigest()


def _storable(text: str) -> str:
    return text.encode(errors="replace").decode()


def _take_feedback(connection: Connection, judged: dict[str, Any]) -> None:
    if seq := seq_of(connection, judged["record"]):
        _replace(connection, seq, "feedback", "up" if judged["helpful"] else "down")


def _take_review(connection: Connection, judged: dict[str, Any]) -> None:
    """Who has judged it; the first judgement of a reviewer counts, what they change later is the same one's."""
    if not (seq := seq_of(connection, judged["record"])):
        return
    reviewer = judged["reviewer"]
    _replace(connection, seq, "reviewed", "yes")
    new = _put(connection, seq, {f"reviewer:{reviewer}"})
    drawn = judged["stratum"] == Stratum.RANDOM and _put(connection, seq, {f"drawn:{reviewer}"})
    counted = {"judged": cases.c.judged + new, "drawn": cases.c.drawn + int(drawn)}
    connection.execute(update(cases).where(cases.c.seq == seq).values(counted))
    connection.execute(delete(seconds).where(seconds.c.seq == seq, seconds.c.name != reviewer))
    connection.execute(delete(claims).where(claims.c.seq == seq))


def seq_of(connection: Connection, record_id: str) -> int | None:
    found: int | None = connection.execute(
        select(cases.c.seq).join(entries).where(entries.c.id == record_id, entries.c.type == ANSWER)
    ).scalar()
    return found


def _put(connection: Connection, seq: int, new: Collection[str]) -> int:
    """Add the traits that it has not yet; returns how many."""
    has = set(connection.execute(select(traits.c.trait).where(traits.c.seq == seq)).scalars())
    added = sorted({trait[:LONGEST] for trait in new} - has)
    for trait in added:
        connection.execute(insert(traits).values(trait=trait, seq=seq))
        _count(connection, trait, 1)
    return len(added)


def _count(connection: Connection, trait: str, more: int) -> None:
    counted = update(trait_counts).where(trait_counts.c.trait == trait).values(count=trait_counts.c.count + more)
    if not connection.execute(counted).rowcount:
        connection.execute(insert(trait_counts).values(trait=trait, count=more))


def _replace(connection: Connection, seq: int, name: str, value: str) -> None:
    """Give it this value of a trait in place of any other, and weigh its risk anew."""
    of_case = select(traits.c.trait).where(traits.c.seq == seq, traits.c.trait.startswith(f"{name}:"))
    for trait in connection.execute(of_case).scalars().all():
        connection.execute(delete(traits).where(traits.c.trait == trait, traits.c.seq == seq))
        _count(connection, trait, -1)
    _put(connection, seq, {f"{name}:{value}"})
    has = connection.execute(select(traits.c.trait).where(traits.c.seq == seq)).scalars()
    connection.execute(update(cases).where(cases.c.seq == seq).values(risk=risk_of(has)))
