"""What reviewers decided, in the chain: each change is an entry of its own, the last one of each reviewer counts.

What they chose stays on record for good; what they wrote may repeat a learner's words, and so can be erased.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from advisor.audit.review import Review, Stratum
from advisor.errors import InputError
from advisor.ledger.appender import Appender, as_json, new_id, now, salted
from advisor.ledger.chain import ANSWER, REVIEW
from advisor.ledger.database import named_errors
from advisor.ledger.schema import cases, claims, entries, words
from advisor.serial import read, to_dict

LONGEST = 2_000  # characters of one text
ON_CLAIM, ON_ANSWER = ("comment", "better"), ("comment", "better")


class SqlReviews:
    def __init__(self, appender: Appender) -> None:
        self._appender = appender
        self._engine = appender.engine

    def keep(self, review: Review) -> Review:
        """Put it on record unless it says nothing, or what this reviewer's last one said; returns it as it counts now.

        Time, release and stratum are filled in here: how the case came to be judged is not the reviewer's to say.
        Raises InputError where there is no such answer.
        """
        with self._appender.writing() as connection:
            answer = connection.execute(
                select(entries).where(entries.c.id == review.record_id, entries.c.type == ANSWER)
            ).first()
            if answer is None:
                raise InputError("There is no such answer.", hint="Choose one of the list.")
            last = _last_of(_of_conversation(connection, answer.conversation_id), review)
            stratum = _stratum(connection, answer.seq, review.reviewer, last)
            review = replace(_shortened(review), at=now(), release=answer.release, stratum=stratum)
            if last and replace(last, at=review.at) == review:
                return last
            if last is None and _says_nothing(review):
                return review
            self._append(connection, review, answer)
        return review

    def count_as_drawn(self, connection: Connection, seq: int) -> None:
        """What was decided about an answer before its lot was up stands for the random sample too; under the lock."""
        answer = connection.execute(select(entries).where(entries.c.seq == seq)).one()
        for review in latest(_of_conversation(connection, answer.conversation_id)):
            if review.record_id == answer.id:
                self._append(connection, replace(review, stratum=Stratum.RANDOM), answer)

    def _append(self, connection: Connection, review: Review, answer: Row[Any]) -> None:
        chosen, written = _parted(review)
        self._appender.append(
            connection,
            salted(written),
            id=new_id(),
            type=REVIEW,
            at=review.at,
            conversation_id=answer.conversation_id,
            kind=review.stratum.value,
            origin=answer.origin,
            release=answer.release,
            payload=as_json(chosen),
        )

    def of(self, record_id: str) -> tuple[Review, ...]:
        """The last one of each reviewer, in the order in which they first judged."""
        with named_errors(), self._engine.connect() as connection:
            conversation = connection.execute(
                select(entries.c.conversation_id).where(entries.c.id == record_id, entries.c.type == ANSWER)
            ).scalar()
            found = _of_conversation(connection, conversation) if conversation is not None else []
        return tuple(review for review in latest(found) if review.record_id == record_id)

    def all(self) -> tuple[Review, ...]:
        """Of every answer the last one of each reviewer."""
        of_type = select(entries.c.payload, entries.c.at, entries.c.release, words.c.text).outerjoin(words)
        with named_errors(), self._engine.connect() as connection:
            rows = connection.execute(of_type.where(entries.c.type == REVIEW).order_by(entries.c.seq)).all()
        return tuple(latest(_review(*row) for row in rows))


def latest(reviews: Iterable[Review]) -> list[Review]:
    """The last one of each reviewer on each answer."""
    return list({(review.record_id, review.reviewer): review for review in reviews}.values())


def _of_conversation(connection: Connection, conversation_id: str) -> list[Review]:
    found = select(entries.c.payload, entries.c.at, entries.c.release, words.c.text).outerjoin(words)
    found = found.where(entries.c.conversation_id == conversation_id, entries.c.type == REVIEW)
    return [_review(*row) for row in connection.execute(found.order_by(entries.c.seq))]


def _last_of(reviews: Iterable[Review], review: Review) -> Review | None:
    same = [r for r in reviews if (r.record_id, r.reviewer) == (review.record_id, review.reviewer)]
    return same[-1] if same else None


def _stratum(connection: Connection, seq: int, reviewer: str, last: Review | None) -> Stratum:
    """As the queue gave it to the reviewer; what was once drawn stays a part of the random sample."""
    if last and last.stratum == Stratum.RANDOM:
        return Stratum.RANDOM
    given = select(claims.c.stratum).join(cases, cases.c.seq == claims.c.seq)
    found = connection.execute(given.where(claims.c.seq == seq, claims.c.name == reviewer)).scalar()
    return Stratum(found) if found else last.stratum if last else Stratum.PICKED


def _shortened(review: Review) -> Review:
    claims_ = tuple(replace(c, comment=_text(c.comment), better=_text(c.better)) for c in review.claims)
    return replace(review, claims=claims_, comment=_text(review.comment), better=_text(review.better))


def _says_nothing(review: Review) -> bool:
    judged = (review.right, review.complete, review.harmful, review.rightly_declined)
    return judged == (None,) * 4 and not (review.claims or review.comment or review.better)


def _text(text: str) -> str:
    return text.strip()[:LONGEST]


def _parted(review: Review) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stays for good, and what was written freely."""
    chosen = to_dict(review)
    written: dict[str, Any] = {name: chosen.pop(name) for name in ON_ANSWER}
    written["claims"] = [{name: claim.pop(name) for name in ON_CLAIM} for claim in chosen["claims"]]
    chosen["record"] = chosen.pop("record_id")
    del chosen["at"], chosen["release"]  # columns of the entry
    return chosen, written


def _review(payload: str, at: str, release: str, text: str | None) -> Review:
    chosen, written = json.loads(payload), json.loads(text) if text else {}
    claims_ = written.pop("claims", [{}] * len(chosen["claims"]))
    chosen |= {"record_id": chosen.pop("record"), "at": at, "release": release, **written}
    chosen["claims"] = [one | other for one, other in zip(chosen["claims"], claims_, strict=True)]
    return read(Review, chosen)
