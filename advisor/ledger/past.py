"""Past answers to people, read from the ledger for those who ask what they rested on. Knows no release."""

import json
from collections.abc import Collection, Iterator

from sqlalchemy import Engine, select

from advisor.audit.past import Past
from advisor.domain import Answer
from advisor.ledger.chain import ANSWER
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries, words
from advisor.ledger.tally import PEOPLE
from advisor.ledger.words import ERASED, join
from advisor.serial import from_dict

ROWS_AT_ONCE = 100  # how many entries are in memory
FEW = 20  # ids that are faster looked for than all payloads are parsed


class PastAnswers:
    """Reads all answers to people, linearly; an id looks through the payloads in the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def citing(self, cited: Collection[str]) -> Iterator[Past]:
        """Those that cite one of these passages or guides, oldest first, each with its person's turns."""
        ids = frozenset(cited)
        for answer in self._citing(ids):
            yield Past(answer, self._turns_up_to(answer))

    def of(self, record_id: str) -> Past | None:
        """One answer, whoever asked."""
        which = select(entries.c.id, entries.c.payload, words.c.text).outerjoin(words)
        with named_errors(), self._engine.connect() as connection:
            row = connection.execute(which.where(entries.c.id == record_id, entries.c.type == ANSWER)).first()
        if row is None:
            return None
        answer = _answer(row.payload, row.text)
        return Past(answer, self._turns_up_to(answer))

    def _citing(self, ids: frozenset[str]) -> Iterator[Answer]:
        rows = (
            select(entries.c.payload, words.c.text)
            .outerjoin(words)
            .where(entries.c.type == ANSWER, entries.c.origin.in_(PEOPLE))
            .order_by(entries.c.seq)
        )
        if len(ids) == 1:
            rows = rows.where(entries.c.payload.contains(json.dumps(*ids)[1:-1], autoescape=True))
        with named_errors(), self._engine.connect() as connection:
            for payload, spoken in connection.execution_options(yield_per=ROWS_AT_ONCE).execute(rows):
                if (len(ids) > FEW or any(one in payload for one in ids)) and _cites(payload, ids):
                    yield _answer(payload, spoken)

    def _turns_up_to(self, answer: Answer) -> tuple[str, ...]:
        """What the person said up to this answer; nothing where part of it was erased."""
        rows = (
            select(entries.c.id, words.c.text)
            .outerjoin(words)
            .where(entries.c.conversation_id == answer.conversation_id, entries.c.type == ANSWER)
            .order_by(entries.c.seq)
        )
        turns: list[str] = []
        with named_errors(), self._engine.connect() as connection:
            for record_id, spoken in connection.execute(rows):
                turns.append(json.loads(spoken)["question"] if spoken else ERASED)
                if record_id == answer.record_id:
                    break
        return () if ERASED in turns else tuple(turns)


def _cites(payload: str, ids: frozenset[str]) -> bool:
    citations = json.loads(payload)["answer"]["citations"]
    return any(source["passage_id"] in ids or source["guide_id"] in ids for source in citations)


def _answer(payload: str, spoken: str | None) -> Answer:
    kept = json.loads(payload)["answer"]
    return from_dict(join(kept, json.loads(spoken) if spoken else {}))
