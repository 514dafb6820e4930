"""Erasing what people wrote, by age and on request; what, when and why stays on record.

With an answer goes all that may repeat it: feedback, plans, and the words of reviewers. Judgements stay.
"""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, exists, func, select

from advisor.errors import InputError
from advisor.ledger import database
from advisor.ledger.appender import Appender
from advisor.ledger.chain import ANSWER
from advisor.ledger.database import named_errors
from advisor.ledger.schema import conversations, entries, shares, words

OLD = "older than {days} days"


class SqlErasure:
    def __init__(self, appender: Appender) -> None:
        self._appender = appender
        self._engine = appender.engine

    def older_than(self, days: int, by: str, today: date | None = None) -> int:
        """All that was written more than so many days ago; returns how many records lost their words."""
        return self._erase(_old(days, today), OLD.format(days=days), "", by)

    def count_older_than(self, days: int, today: date | None = None) -> int:
        with named_errors(), self._engine.connect() as connection:
            old = select(func.count()).select_from(entries.join(words)).where(_old(days, today))
            return connection.execute(old).scalar() or 0

    def conversation(self, conversation_id: str, reason: str, by: str) -> int:
        return self._erase(entries.c.conversation_id == conversation_id, reason, conversation_id, by)

    def record(self, record_id: str, reason: str, by: str) -> int:
        """One answer, and what was said of it; raises InputError where there is none such."""
        with named_errors(), self._engine.connect() as connection:
            found = select(entries.c.conversation_id).where(entries.c.id == record_id, entries.c.type == ANSWER)
            conversation = connection.execute(found).scalar()
        if conversation is None:
            raise InputError(f"There is no answer {record_id}.", hint="Its page in /audit shows its number.")
        of_it = entries.c.payload.contains(f'"record":"{record_id}"', autoescape=True)
        which = (entries.c.conversation_id == conversation) & ((entries.c.id == record_id) | of_it)
        return self._erase(which, reason, conversation, by)

    def _erase(self, which: ColumnElement[bool], reason: str, conversation_id: str, by: str) -> int:
        with self._appender.writing() as connection:
            erased = self._appender.erase_where(connection, which, reason, conversation_id, by)
            if erased:
                _forget_owners(connection)
        if erased:
            with named_errors():
                database.scrub(self._engine)
        return erased


def _old(days: int, today: date | None) -> ColumnElement[bool]:
    """Whole days, so that two erasures on one day find the same."""
    first_kept = (today or datetime.now(UTC).date()) - timedelta(days=days)
    return entries.c.at < first_kept.isoformat()


def _forget_owners(connection: Connection) -> None:
    """Whose a conversation was and what they called it goes once nothing is left of what they wrote in it."""
    left = exists().where(entries.c.conversation_id == conversations.c.id, words.c.seq == entries.c.seq)
    begun = exists().where(entries.c.conversation_id == conversations.c.id)
    gone = select(conversations.c.id).where(~left, begun)
    connection.execute(delete(shares).where(shares.c.conversation_id.in_(gone)))
    connection.execute(delete(conversations).where(conversations.c.id.in_(gone)))
