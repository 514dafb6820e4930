"""Whose conversations are whose: their names, the links that share them, and what people thought of the answers.

A browser is known by a secret of its own; only the secret's fingerprint is stored. Deleting a conversation erases what
was written in it; that it was erased, and when, stays on record. The secret of a link is derived from the browser's:
its owner can be shown it again, and the database cannot tell it to anybody.
"""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import ColumnElement, Row, case, delete, func, insert, select, update

from advisor.conversation import Complaint, Conversation, Feedback
from advisor.errors import InputError
from advisor.ledger import database
from advisor.ledger.appender import Appender, as_json, new_id, now, salted
from advisor.ledger.chain import ANSWER, FEEDBACK, PLAN
from advisor.ledger.database import named_errors
from advisor.ledger.schema import conversations, entries, shares, words

DELETED_BY_PERSON = "deleted by the person"
LONGEST_TITLE = 120  # characters
LONGEST_COMMENT = 2_000


class SqlConversations:
    """The `Conversations` of `advisor.interfaces`, beside the ledger in its database."""

    def __init__(self, appender: Appender) -> None:
        self._appender = appender
        self._engine = appender.engine

    def claim(self, conversation_id: str, owner: str) -> None:
        """Make a conversation that belongs to nobody this browser's."""
        if self.owns(conversation_id, owner):
            return
        row = {"id": conversation_id, "owner": _fingerprint(owner), "title": "", "began": now()}
        with self._appender.writing() as connection:
            if connection.execute(select(conversations.c.id).where(conversations.c.id == conversation_id)).first():
                return
            connection.execute(insert(conversations).values(row))

    def owns(self, conversation_id: str, owner: str) -> bool:
        theirs = select(conversations.c.id).where(mine(conversation_id, owner))
        with named_errors(), self._engine.connect() as connection:
            return connection.execute(theirs).first() is not None

    def of(self, owner: str) -> tuple[Conversation, ...]:
        """The conversations of this browser, the latest first."""
        answered = case((entries.c.type == ANSWER, entries.c.seq))  # else null, which is not counted
        counted = (
            select(
                conversations.c.id,
                conversations.c.title,
                conversations.c.began,
                func.max(entries.c.at).label("last"),
                func.count(answered).label("turns"),
                func.min(answered).label("first"),
                func.max(shares.c.at).label("shared_at"),
                func.count(case((entries.c.type == PLAN, words.c.seq))).label("plans"),
            )
            .join(entries, (entries.c.conversation_id == conversations.c.id) & entries.c.type.in_((ANSWER, PLAN)))
            .outerjoin(words, words.c.seq == entries.c.seq)
            .outerjoin(shares)
            .where(conversations.c.owner == _fingerprint(owner))
            .group_by(conversations.c.id)
            .subquery()
        )
        held = (counted.c.turns > 0) | (counted.c.plans > 0)
        found = select(counted, words.c.text).outerjoin(words, words.c.seq == counted.c.first).where(held)
        with named_errors(), self._engine.connect() as connection:
            rows = connection.execute(found.order_by(counted.c.last.desc(), counted.c.id)).all()
        return tuple(_conversation(row, owner) for row in rows)

    def rename(self, conversation_id: str, owner: str, title: str) -> None:
        """Name it; an empty title gives it its first question's again. Raises InputError where it is not theirs."""
        with self._appender.writing() as connection:
            named = update(conversations).where(mine(conversation_id, owner)).values(title=title[:LONGEST_TITLE])
            if not connection.execute(named).rowcount:
                raise not_yours()

    def delete(self, conversation_id: str, owner: str) -> None:
        """Erase what was written in it, and forget whose it was. Raises InputError where it is not theirs."""
        with self._appender.writing() as connection:
            if not connection.execute(select(conversations.c.id).where(mine(conversation_id, owner))).first():
                raise not_yours()
            connection.execute(delete(shares).where(shares.c.conversation_id == conversation_id))
            connection.execute(delete(conversations).where(conversations.c.id == conversation_id))
            self._appender.erase(connection, conversation_id, DELETED_BY_PERSON)
        with named_errors():
            database.scrub(self._engine)

    def share(self, conversation_id: str, owner: str) -> str:
        """The secret of a new link to read it; an older one stops working. Raises InputError where it is not theirs."""
        at = now()  # to the microsecond: each link is another one
        token = _link(conversation_id, owner, at)
        row = {"token": _fingerprint(token), "conversation_id": conversation_id, "at": at}
        with self._appender.writing() as connection:
            if not connection.execute(select(conversations.c.id).where(mine(conversation_id, owner))).first():
                raise not_yours()
            connection.execute(delete(shares).where(shares.c.conversation_id == conversation_id))
            connection.execute(insert(shares).values(row))
        return token

    def revoke(self, conversation_id: str, owner: str) -> None:
        """Make its link stop working; without a link nothing happens."""
        theirs = select(conversations.c.id).where(mine(conversation_id, owner))
        with self._appender.writing() as connection:
            connection.execute(delete(shares).where(shares.c.conversation_id.in_(theirs)))

    def shared(self, token: str) -> str | None:
        """The id of the conversation that this link's secret opens; None where it opens none (any more)."""
        found = select(shares.c.conversation_id).where(shares.c.token == _fingerprint(token))
        with named_errors(), self._engine.connect() as connection:
            opened: str | None = connection.execute(found).scalar()
            return opened

    def judge(self, feedback: Feedback, owner: str) -> None:
        """Put on record what a person thought of an answer of theirs; raises InputError where it is not theirs."""
        of_record = select(entries).where(entries.c.id == feedback.record_id, entries.c.type == ANSWER)
        with self._appender.writing() as connection:
            answer = connection.execute(of_record).first()
            theirs = select(conversations.c.id).where(mine(answer.conversation_id if answer else "", owner))
            if answer is None or not connection.execute(theirs).first():
                raise not_yours()
            judged = {
                "record": feedback.record_id,
                "helpful": feedback.helpful,
                "complaints": [complaint.value for complaint in feedback.complaints],
            }
            self._appender.append(
                connection,
                salted({"comment": feedback.comment[:LONGEST_COMMENT]}),
                id=new_id(),
                type=FEEDBACK,
                at=now(),
                conversation_id=answer.conversation_id,
                kind="helpful" if feedback.helpful else "not helpful",
                origin=answer.origin,
                release=answer.release,
                payload=as_json(judged),
            )

    def judged(self, record_ids: Sequence[str]) -> dict[str, Feedback]:
        """The last feedback on each of these answers; those without are left out."""
        wanted = set(record_ids)
        of_conversations = select(entries.c.conversation_id).where(entries.c.id.in_(wanted))
        found = (
            select(entries.c.payload, words.c.text)
            .outerjoin(words)
            .where(entries.c.type == FEEDBACK, entries.c.conversation_id.in_(of_conversations))
            .order_by(entries.c.seq)
        )
        with named_errors(), self._engine.connect() as connection:
            given = [_feedback(*row) for row in connection.execute(found)]
        return {feedback.record_id: feedback for feedback in given if feedback.record_id in wanted}


def mine(conversation_id: str, owner: str) -> ColumnElement[bool]:
    """That a row of `conversations` is this one, and this browser's."""
    return (conversations.c.id == conversation_id) & (conversations.c.owner == _fingerprint(owner))


def _conversation(row: Row[tuple[object, ...]], owner: str) -> Conversation:
    first = json.loads(row.text)["question"] if row.text else ""
    title = row.title or first[:LONGEST_TITLE]
    link = _link(row.id, owner, row.shared_at) if row.shared_at else ""
    return Conversation(row.id, title, row.began, row.last, row.turns, link, planned=row.plans > 0)


def _feedback(payload: str, spoken: str | None) -> Feedback:
    judged = json.loads(payload)
    comment = json.loads(spoken)["comment"] if spoken else ""
    complaints = tuple(Complaint(complaint) for complaint in judged["complaints"])
    return Feedback(judged["record"], judged["helpful"], complaints, comment)


def _link(conversation_id: str, owner: str, at: str) -> str:
    made = hmac.digest(owner.encode(errors="replace"), f"{conversation_id} {at}".encode(errors="replace"), "sha256")
    return urlsafe_b64encode(made).decode().rstrip("=")


def _fingerprint(secret: str) -> str:
    return sha256(secret.encode(errors="replace")).hexdigest()


def not_yours() -> InputError:
    return InputError(
        "There is no such conversation in this browser.", hint="Open the list of your conversations and choose one."
    )
