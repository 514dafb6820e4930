"""Stand-ins that keep the promises of `advisor.interfaces`; `tests/contracts/` holds them to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from advisor.domain import Answer, Fact, Found, Guide, Origin, Passage, Step, Vocabulary
from advisor.errors import AdvisorError, LibraryError
from advisor.interfaces import Library


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


@dataclass(frozen=True)
class OpenLibrary:
    """A release that holds what it is given."""

    release: str = "release-1"
    guides: Mapping[str, Guide] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    facts: Sequence[Fact] = ()
    vocabulary: Vocabulary = Vocabulary()

    def search(self, query: str, limit: int) -> list[Found]:
        return []


class ScriptedAdvisor:
    """Answers with what stands in its script, in order and then over again; an error in it is raised."""

    def __init__(self, script: Sequence[Answer | AdvisorError], library: Library | None = None) -> None:
        self.script = script
        self.asked: list[str] = []
        self.given: list[Answer] = []
        self._library = library

    def ask(self, question: str, *, conversation_id: str | None = None, origin: Origin = Origin.API) -> Answer:
        turn = self.script[len(self.asked) % len(self.script)]
        self.asked.append(question)
        if isinstance(turn, AdvisorError):
            raise turn
        answer = replace(
            turn,
            question=question,
            standalone_question=turn.standalone_question or question,
            conversation_id=conversation_id or f"conversation-{len(self.asked)}",
            record_id=f"record-{len(self.asked)}",
            origin=origin,
        )
        self.given.append(answer)
        return answer

    def steps(
        self, question: str, *, conversation_id: str | None = None, origin: Origin = Origin.CHAT
    ) -> Iterator[Step | Answer]:
        yield Step("understand", f"standalone question: {question}")
        yield Step("retrieve", "2 passages of 1 guide")
        answer = self.ask(question, conversation_id=conversation_id, origin=origin)
        yield Step("record", answer.record_id)
        yield answer

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.given if answer.conversation_id == conversation_id)

    def library(self) -> Library:
        if self._library is None:
            raise LibraryError("No release is published.", hint="Run `advisor ingest` first.")
        return self._library

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        if self._library is None or release not in (None, self._library.release):
            return None
        return self._library.guides.get(guide_id)
