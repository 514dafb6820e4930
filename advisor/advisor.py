"""The advisor as the outside world sees it."""

from collections.abc import Iterator
from typing import Protocol

from advisor.domain import Answer, Guide, Origin, Step
from advisor.interfaces import Library


class CareerAdvisor(Protocol):
    """What the pages and the commands need; `Advisor` is the real one, tests have a fake."""

    def ask(self, question: str, *, conversation_id: str | None = None, origin: Origin = Origin.API) -> Answer:
        """Answer one question; a known `conversation_id` goes on with that conversation."""

    def steps(
        self, question: str, *, conversation_id: str | None = None, origin: Origin = Origin.CHAT
    ) -> Iterator[Step | Answer]:
        """Yield each step as it finishes, then the answer."""

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]: ...

    def library(self) -> Library:
        """The published release; raises LibraryError where there is none."""

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None: ...
