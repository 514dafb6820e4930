"""The advisor as the outside world sees it."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from advisor.answer.my_plan import MyPlan, PlanWanted, my_plan
from advisor.answer.outcome import Outcome, outcome
from advisor.audit.quarantine import NothingWithdrawn, Quarantine, Withdrawn
from advisor.compare.table import Comparison, Wanted
from advisor.domain import Answer, Guide, Origin, Step
from advisor.errors import InputError
from advisor.graph import Services, build_graph
from advisor.interfaces import Conversations, Library, Plans
from advisor.ledger.audit import SqlAudit
from advisor.plan.told import told_in
from advisor.question.quiz import Reply


class CareerAdvisor(Protocol):
    """What the pages and the commands need; `Advisor` is the real one, tests have a fake."""

    def ask(self, question: str, *, conversation_id: str | None = None, origin: Origin = Origin.API) -> Answer:
        """Answer one question; a known `conversation_id` goes on with that conversation."""

    def steps(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        origin: Origin = Origin.CHAT,
        alone: bool = False,
        about: str = "",
    ) -> Iterator[Step | Answer]:
        """Yield each step as it finishes, then the answer; `alone`: what was said before changes no word of it.

        `about`: the record of the answer of this conversation that is spoken of, where that is not the last one.
        """

    def warm_up(self) -> None:
        """Prepare what the first question would wait for; raises LibraryError where nothing is published."""

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]: ...

    @property
    def conversations(self) -> Conversations:
        """Whose conversations are whose."""

    @property
    def plans(self) -> Plans:
        """The plans that are kept with conversations."""

    @property
    def audit(self) -> SqlAudit:
        """What auditors do with the answers."""

    def library(self) -> Library:
        """The published release; raises LibraryError where there is none."""

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None: ...

    def cited(self) -> Mapping[str, int]:
        """How often each guide was cited in answers to people; those never cited are left out."""

    def withdrawn(self) -> Mapping[str, Withdrawn]:
        """The passages and guides that are not used now, by their ids."""

    def compare(self, wanted: Wanted) -> Comparison:
        """Roles side by side, as the published release speaks of them."""

    def fit(self, replies: Mapping[str, Reply]) -> Outcome:
        """The fit quiz of the published release, and what it comes to for these replies by statement."""

    def plan(self, wanted: PlanWanted) -> MyPlan:
        """A plan in steps for the role that was chosen, as the published release speaks of it."""

    def wanted_in(self, conversation_id: str) -> PlanWanted:
        """What a conversation tells of the plan that a person may want."""


class Advisor:
    """Asks the graph; keeps nothing itself: conversations are read from the ledger."""

    def __init__(
        self,
        services: Services,
        conversations: Conversations,
        plans: Plans,
        *,
        max_question_chars: int,
        audit: SqlAudit | None = None,
        quarantine: Quarantine | None = None,
    ) -> None:
        self._services = services
        self.conversations = conversations
        self.plans = plans
        self._audit = audit
        self._graph = build_graph()
        self._max_chars = max_question_chars
        self._quarantine = quarantine or NothingWithdrawn()

    @property
    def audit(self) -> SqlAudit:
        assert self._audit is not None  # only tests do without a ledger on disk
        return self._audit

    def ask(self, question: str, *, conversation_id: str | None = None, origin: Origin = Origin.API) -> Answer:
        *_, answer = self.steps(question, conversation_id=conversation_id, origin=origin)
        assert isinstance(answer, Answer)  # the last thing every path yields
        return answer

    def steps(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        origin: Origin = Origin.CHAT,
        alone: bool = False,
        about: str = "",
    ) -> Iterator[Step | Answer]:
        turn = {
            "question": clean(question, self._max_chars),
            "conversation_id": conversation_id or uuid.uuid4().hex,
            "origin": origin,
            "alone": alone,
            "history": spoken_of(self.conversation(conversation_id), about) if conversation_id else (),
        }
        for update in self._graph.stream(turn, context=self._services, stream_mode="updates"):
            for change in update.values():
                yield change["step"]
                if "answer" in change:
                    yield change["answer"]

    def warm_up(self) -> None:
        self._services.readers().warm_up()

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]:
        return self._services.ledger.conversation(conversation_id)

    def library(self) -> Library:
        return self._services.shelf.current()

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        return self._services.shelf.guide(guide_id, release)

    def cited(self) -> Mapping[str, int]:
        return self._services.ledger.cited()

    def withdrawn(self) -> Mapping[str, Withdrawn]:
        return self._quarantine.held()

    def compare(self, wanted: Wanted) -> Comparison:
        return self._services.readers().comparer.compare(wanted)

    def fit(self, replies: Mapping[str, Reply]) -> Outcome:
        return outcome(replies, self._services.readers().reader)

    def plan(self, wanted: PlanWanted) -> MyPlan:
        return my_plan(wanted, self._services.readers())

    def wanted_in(self, conversation_id: str) -> PlanWanted:
        return told_in(self.conversation(conversation_id), self._services.readers())


def spoken_of(history: tuple[Answer, ...], record_id: str) -> tuple[Answer, ...]:
    """What was said, as if that answer had come last; what is known of the person by now stays known."""
    found = next((answer for answer in history if answer.record_id == record_id), None)
    return (*history, replace(found, about_person=history[-1].about_person)) if found else history


def clean(question: str, max_chars: int) -> str:
    """The question without control characters; raises InputError where nothing or too much is left."""
    text = "".join(" " if not c.isprintable() else c for c in question).strip()
    if not any(c.isalnum() for c in text):
        raise InputError("The question is empty.", hint="Type a question, for example: What does an MLOps engineer do?")
    if len(text) > max_chars:
        raise InputError(
            f"The question is too long: {len(text):,} characters.",
            hint=f"Shorten it to {max_chars:,} characters or fewer.",
        )
    return text
