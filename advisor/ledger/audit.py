"""All that auditors do with the ledger, in one place: their accounts, looking, judging, erasing and proving."""

from collections.abc import Callable

from advisor.audit.case import Opened
from advisor.domain import Answer
from advisor.ledger.appender import Appender
from advisor.ledger.case_index import CaseIndex, seq_of
from advisor.ledger.cases import SqlCases, cases_of
from advisor.ledger.chain import ChainReport
from advisor.ledger.database import named_errors
from advisor.ledger.erasure import SqlErasure
from advisor.ledger.queue import SqlQueue
from advisor.ledger.reviews import SqlReviews
from advisor.ledger.users import SqlSessions, SqlUsers


class SqlAudit:
    def __init__(
        self, appender: Appender, answer: Callable[[str], Answer | None], verify: Callable[[], ChainReport]
    ) -> None:
        index = CaseIndex(appender)
        self._engine = appender.engine
        self._index = index
        self._answer = answer
        self.users = SqlUsers(appender)
        self.sessions = SqlSessions(appender, self.users)
        self.cases = SqlCases(appender, index)
        self.reviews = SqlReviews(appender)
        self.queue = SqlQueue(appender, index, self.reviews)
        self.erasure = SqlErasure(appender)
        self.verify = verify

    def open(self, record_id: str) -> Opened | None:
        """One case with its answer and what was made of it; None for an unknown one."""
        answer = self._answer(record_id)
        if answer is None:
            return None
        self._index.catch_up()
        with named_errors(), self._engine.connect() as connection:
            (case,) = cases_of(connection, [seq_of(connection, record_id) or 0])
        return Opened(case, answer, self.reviews.of(record_id), self.queue.claimed_by(record_id))
