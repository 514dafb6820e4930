"""A desk over two small libraries and a real ledger, to run commands of auditing on."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from advisor.advisor import Advisor
from advisor.audit.desk import Desk
from advisor.audit.replay import Replay
from advisor.domain import Answer, Origin
from advisor.graph import Services
from advisor.interfaces import Library
from advisor.ledger.ledger import SqlLedger, open_ledger
from advisor.library.shelf import PinnedShelf
from advisor.library.withheld import WithholdingShelf
from tests.advisor.written import HOSPITAL, guide, library, services

PAY = "What does a nurse earn?"
DEARER = HOSPITAL.replace("$70k", "$90k")


class Office:
    """A ledger with what people asked of the first library, and the desk over it; `r2` is the changed one."""

    def __init__(self, home: Path, changed: str = DEARER) -> None:
        self.ledger: SqlLedger = open_ledger(home, {})
        self.libraries: dict[str, Library] = {
            "r1": library(guide(HOSPITAL), release="r1"),
            "r2": library(guide(changed), release="r2"),
        }

    @cached_property
    def advisor(self) -> Advisor:
        """A server that runs on, over the first library."""
        used = self.services(self.libraries["r1"])
        return Advisor(used, self.ledger.conversations, self.ledger.plans, max_question_chars=2_000)

    def services(self, shown: Library) -> Services:
        return services(WithholdingShelf(PinnedShelf(shown), self.ledger.quarantine), ledger=self.ledger)

    def ask(self, *turns: str) -> Answer:
        answers: list[Answer] = []
        for turn in turns:
            conversation = answers[0].conversation_id if answers else None
            answers.append(self.advisor.ask(turn, conversation_id=conversation, origin=Origin.CHAT))
        return answers[-1]

    def desk(self, _: object = None) -> Desk:
        def asking(shown: Library) -> Callable:
            return Replay(self.services(shown)).ask

        return Desk(
            past=self.ledger.past,
            quarantine=self.ledger.quarantine,
            published=lambda: self.libraries["r1"],
            release=lambda release: self.libraries[release],
            asking=asking,
        )
