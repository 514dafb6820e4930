"""The plans that people keep with their conversations: the last one counts, and of earlier ones the words are erased.

A plan is words of a person from end to end, so all of it stands where it can be erased; on record for good is only that
there was one, and how much of it was cited.
"""

import json

from sqlalchemy import select

from advisor.ledger import database
from advisor.ledger.appender import Appender, as_json, new_id, now, salted
from advisor.ledger.chain import PLAN
from advisor.ledger.conversations import mine, not_yours
from advisor.ledger.database import named_errors
from advisor.ledger.schema import conversations, entries, words
from advisor.plan.kept import Plan, Whose
from advisor.serial import read, to_dict

REPLACED = "a later plan took its place"
REMOVED = "removed by the person"


class SqlPlans:
    """The `Plans` of `advisor.interfaces`, beside the ledger in its database."""

    def __init__(self, appender: Appender) -> None:
        self._appender = appender
        self._engine = appender.engine

    def keep(self, conversation_id: str, owner: str, plan: Plan) -> None:
        """In place of the one before. Raises InputError where the conversation is not theirs."""
        self._replace(conversation_id, owner, plan, REPLACED)

    def remove(self, conversation_id: str, owner: str) -> None:
        """Erase it. Raises InputError where the conversation is not theirs."""
        self._replace(conversation_id, owner, None, REMOVED)

    def of(self, conversation_id: str, owner: str) -> Plan | None:
        """The plan of a conversation of theirs; None where there is none."""
        last = (
            select(words.c.text)
            .join(entries, entries.c.seq == words.c.seq)
            .join(conversations, conversations.c.id == entries.c.conversation_id)
            .where(mine(conversation_id, owner), entries.c.type == PLAN)
            .order_by(entries.c.seq.desc())
            .limit(1)
        )
        with named_errors(), self._engine.connect() as connection:
            text = connection.execute(last).scalar()
        return read(Plan, json.loads(text)) if text else None

    def _replace(self, conversation_id: str, owner: str, plan: Plan | None, reason: str) -> None:
        with self._appender.writing() as connection:
            if not connection.execute(select(conversations.c.id).where(mine(conversation_id, owner))).first():
                raise not_yours()
            erased = self._appender.erase(connection, conversation_id, reason, PLAN)
            if plan:
                self._appender.append(
                    connection,
                    salted(to_dict(plan)),
                    id=new_id(),
                    type=PLAN,
                    at=now(),
                    conversation_id=conversation_id,
                    release=plan.release,
                    payload=as_json(_on_record(plan)),
                )
        if erased:
            with named_errors():
                database.scrub(self._engine)


def _on_record(plan: Plan) -> dict[str, int]:
    cited = sum(step.whose is not Whose.OWN and not step.changed for step in plan.steps)
    return {"steps": len(plan.steps), "cited": cited}
