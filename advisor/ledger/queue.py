"""What to judge next: what somebody wants a second opinion on, then in turns what was drawn and what is risky.

Cases are drawn in the order of their lots whatever else is known of them: only so do they stand for all answers. One
that somebody judged before its lot was up is drawn too, and need not be judged again.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, select

from advisor.audit.case import Next, Waiting
from advisor.audit.review import Stratum
from advisor.errors import InputError
from advisor.ledger.appender import Appender
from advisor.ledger.case_index import CaseIndex, keep_row, seq_of
from advisor.ledger.cases import cases_of, has
from advisor.ledger.database import named_errors
from advisor.ledger.reviews import SqlReviews
from advisor.ledger.schema import cases, claims, seconds, skips, trait_counts

CLAIMED_FOR = timedelta(minutes=30)
SHOWN = 8  # risky cases on the queue's page
Query = Select[Any]


class SqlQueue:
    def __init__(
        self,
        appender: Appender,
        index: CaseIndex,
        reviews: SqlReviews,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._appender = appender
        self._engine = appender.engine
        self._index = index
        self._reviews = reviews
        self._clock = clock

    def next(self, reviewer: str) -> Next | None:
        """The case that this reviewer is to judge, claimed for a while so that nobody else gets it."""
        self._index.catch_up()
        with self._appender.writing() as connection:
            for query, stratum in self._in_turn(connection, reviewer):
                if row := connection.execute(query.limit(1)).first():
                    self._claim(connection, row.seq, reviewer, stratum)
                    (case,) = cases_of(connection, [row.seq])
                    return Next(case.record_id, stratum)
        return None

    def claim(self, record_id: str, reviewer: str) -> bool:
        """Take a case that was chosen from the risky ones; False where somebody else has it."""
        with self._appender.writing() as connection:
            seq = _known(connection, record_id)
            if connection.execute(select(cases.c.seq).where(cases.c.seq == seq, ~self._is_free(reviewer))).first():
                return False
            mine = select(claims.c.stratum).where(claims.c.seq == seq, claims.c.name == reviewer)
            given = connection.execute(mine).scalar() or Stratum.RISK
            self._claim(connection, seq, reviewer, Stratum(given))
        return True

    def skip(self, record_id: str, reviewer: str) -> None:
        """Leave it to others: it is not served to this reviewer again."""
        with self._appender.writing() as connection:
            seq = _known(connection, record_id)
            keep_row(connection, skips, {"seq": seq, "name": reviewer}, {})
            connection.execute(delete(claims).where(claims.c.seq == seq, claims.c.name == reviewer))

    def ask_second(self, record_id: str, reviewer: str) -> None:
        """Serve it to the next reviewer who is not this one."""
        with self._appender.writing() as connection:
            keep_row(connection, seconds, {"seq": _known(connection, record_id)}, {"name": reviewer})

    def waiting(self, reviewer: str) -> Waiting:
        self._index.catch_up()
        with named_errors(), self._engine.connect() as connection:
            risky = self._risky(reviewer)
            first = list(connection.execute(risky.limit(SHOWN)).scalars())
            second = select(func.count()).select_from(self._second(reviewer).subquery())
            due = select(func.count()).select_from(cases).where(cases.c.due)
            return Waiting(
                cases_of(connection, first),
                connection.execute(select(func.count()).select_from(risky.order_by(None).subquery())).scalar() or 0,
                connection.execute(second).scalar() or 0,
                connection.execute(due.where(cases.c.drawn > 0)).scalar() or 0,
                connection.execute(due).scalar() or 0,
                _count(connection, f"reviewer:{reviewer}"),
            )

    def claimed_by(self, record_id: str) -> str:
        """Who has the case now; empty: nobody."""
        with named_errors(), self._engine.connect() as connection:
            held = select(claims.c.name).where(claims.c.seq == seq_of(connection, record_id))
            return connection.execute(held.where(claims.c.until > self._now())).scalar() or ""

    def _in_turn(self, connection: Connection, reviewer: str) -> Iterator[tuple[Query, Stratum]]:
        held = (claims.c.name == reviewer) & (claims.c.until > self._now())
        for stratum in (Stratum.RANDOM, Stratum.RISK):  # what they were at comes back first
            judged = has(cases.c.seq, f"{'drawn' if stratum == Stratum.RANDOM else 'reviewer'}:{reviewer}")
            yield select(cases.c.seq).join(claims).where(held, claims.c.stratum == stratum, ~judged), stratum
        drawn = cases.c.drawn > 0
        yield self._second(reviewer).where(drawn), Stratum.RANDOM
        yield self._second(reviewer).where(~drawn), Stratum.RISK
        self._draw_the_judged(connection, reviewer)
        turns = [(self._random(reviewer), Stratum.RANDOM), (self._risky(reviewer), Stratum.RISK)]
        mine, of_them = (_count(connection, f"{name}:{reviewer}") for name in ("reviewer", "drawn"))
        yield from turns if of_them * 2 <= mine else reversed(turns)

    def _draw_the_judged(self, connection: Connection, reviewer: str) -> None:
        first = self._random(reviewer).add_columns(cases.c.judged).limit(1)
        while (row := connection.execute(first).first()) and row.judged:
            self._reviews.count_as_drawn(connection, row.seq)
            self._index.take_in(connection)

    def _second(self, reviewer: str) -> Query:
        asked = select(cases.c.seq).join(seconds).where(seconds.c.name != reviewer)
        return asked.where(~has(cases.c.seq, f"reviewer:{reviewer}"), *self._offered(reviewer)).order_by(cases.c.seq)

    def _random(self, reviewer: str) -> Query:
        return (
            select(cases.c.seq).where(cases.c.due, cases.c.drawn == 0, *self._offered(reviewer)).order_by(cases.c.lot)
        )

    def _risky(self, reviewer: str) -> Query:
        risky = select(cases.c.seq).where(cases.c.due, cases.c.judged == 0, cases.c.risk > 0, *self._offered(reviewer))
        return risky.order_by(cases.c.risk.desc(), cases.c.seq.desc())

    def _offered(self, reviewer: str) -> tuple[Any, ...]:
        skipped = exists().where(skips.c.seq == cases.c.seq, skips.c.name == reviewer)
        return self._is_free(reviewer), ~skipped

    def _is_free(self, reviewer: str) -> Any:
        """That nobody else is at it."""
        taken = exists().where(claims.c.seq == cases.c.seq, claims.c.name != reviewer, claims.c.until > self._now())
        return ~taken

    def _claim(self, connection: Connection, seq: int, reviewer: str, stratum: Stratum) -> None:
        until = (self._clock() + CLAIMED_FOR).isoformat()
        keep_row(connection, claims, {"seq": seq}, {"name": reviewer, "stratum": stratum.value, "until": until})

    def _now(self) -> str:
        return self._clock().isoformat()


def _count(connection: Connection, trait: str) -> int:
    return connection.execute(select(trait_counts.c.count).where(trait_counts.c.trait == trait)).scalar() or 0


def _known(connection: Connection, record_id: str) -> int:
    seq = seq_of(connection, record_id)
    if seq is None:
        raise InputError("There is no such answer.", hint="Choose one of the list.")
    return seq
