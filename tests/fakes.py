"""Stand-ins that keep the promises of `advisor.interfaces`; `tests/contracts/` holds them to it."""

from dataclasses import replace

from advisor.domain import Answer


class MemoryLedger:
    """Keeps records for as long as it lives."""

    def __init__(self) -> None:
        self.records: list[Answer] = []

    def record(self, answer: Answer) -> Answer:
        recorded = replace(answer, record_id=f"record-{len(self.records) + 1}")
        self.records.append(recorded)
        return recorded

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.records if answer.conversation_id == conversation_id)

    def get(self, record_id: str) -> Answer | None:
        return next((answer for answer in self.records if answer.record_id == record_id), None)
