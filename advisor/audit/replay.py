"""Questions asked anew of a library, with what was said before them. Nothing is recorded: nobody asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.domain import Answer, Origin
from advisor.graph import Services, build_graph

CONVERSATION = "replay"


class NothingKept:
    """A ledger for answers that were given to nobody."""

    def record(self, answer: Answer) -> Answer:
        return answer

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]:
        return ()

    def get(self, record_id: str) -> Answer | None:
        return None

    def cited(self) -> Mapping[str, int]:
        return {}


class Replay:
    """Asks; what was asked before, with the same turns before it, is not asked again."""

    def __init__(self, services: Services) -> None:
        self._services = replace(services, ledger=NothingKept())
        self._graph = build_graph()
        self._given: dict[tuple[str, ...], Answer] = {}

    def ask(self, turns: Sequence[str]) -> Answer:
        """The answer to the last turn, after the others; raises what asking raises."""
        history: tuple[Answer, ...] = ()
        for nth in range(1, len(turns) + 1):
            history = (*history, self._answer(tuple(turns[:nth]), history))
        return history[-1]

    def _answer(self, turns: tuple[str, ...], history: tuple[Answer, ...]) -> Answer:
        if turns not in self._given:
            turn = {
                "question": turns[-1],
                "conversation_id": CONVERSATION,
                "origin": Origin.REPLAY,
                "alone": False,
                "history": history,
            }
            self._given[turns] = self._graph.invoke(turn, context=self._services)["answer"]
        return self._given[turns]
