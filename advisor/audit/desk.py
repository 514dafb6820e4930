"""What auditing works with: the past answers, the releases, and asking a release anew. Built by `bootstrap`."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from advisor.audit.impact import Ask
from advisor.audit.past import Past
from advisor.audit.quarantine import Event, Note, Quarantine, Subject, Withdrawn
from advisor.interfaces import Library


class PastAnswers(Protocol):
    """What was answered."""

    def citing(self, cited: Collection[str]) -> Iterator[Past]:
        """Answers to people that cite one of these passages or guides, oldest first."""

    def of(self, record_id: str) -> Past | None:
        """One answer, whoever asked."""


class Keeping(Quarantine, Protocol):
    """A quarantine that can be changed."""

    def add(self, subject: Subject, reason: str, by: str) -> Withdrawn:
        """Withdraw it; raises InputError where it is withdrawn already."""

    def undo(self, subject_id: str, reason: str, by: str) -> Withdrawn:
        """Bring it back; raises InputError where it is not withdrawn."""

    def history(self) -> tuple[Event, ...]:
        """All that was ever withdrawn or brought back, oldest first."""

    def note(self, subject: Subject, text: str, by: str) -> Note:
        """Show a correction wherever it is cited, in place of an earlier one."""

    def remove_note(self, subject_id: str, by: str) -> None:
        """Show it no longer; raises InputError where there is none."""


@dataclass(frozen=True)
class Desk:
    past: PastAnswers
    quarantine: Keeping
    published: Callable[[], Library]  # raises LibraryError where nothing is
    release: Callable[[str], Library]  # any release by its id
    asking: Callable[[Library], Ask]  # of a library; nothing is recorded
