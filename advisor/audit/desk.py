"""What auditing works with: the past answers, the releases, and asking a release anew. Built by `bootstrap`."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from advisor.audit.impact import Ask
from advisor.audit.past import Past
from advisor.interfaces import Library


class PastAnswers(Protocol):
    """What was answered."""

    def citing(self, cited: Collection[str]) -> Iterator[Past]:
        """Answers to people that cite one of these passages or guides, oldest first."""

    def of(self, record_id: str) -> Past | None:
        """One answer, whoever asked."""


@dataclass(frozen=True)
class Desk:
    past: PastAnswers
    published: Callable[[], Library]  # raises LibraryError where nothing is
    release: Callable[[str], Library]  # any release by its id
    asking: Callable[[Library], Ask]  # of a library; nothing is recorded
