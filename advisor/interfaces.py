"""The seams we own: the embedder, the library, the writer and the ledger.

Each has a real part and a fake, held to the same promise by `tests/contracts/`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.conversation import Conversation, Feedback
from advisor.domain import Answer, Fact, Found, Guide, Passage, Unit, Vocabulary
from advisor.points import Point

if TYPE_CHECKING:
    from advisor.audit.conflict import Marked
    from advisor.audit.review import Review
    from advisor.plan.kept import Plan

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class UnitScores:
    """How near a question is to every unit of a library: one number each, in the order of `Library.units`."""

    dense: Vectors  # cosine, -1 to 1
    lexical: Vectors  # BM25, 0 where no word is shared


class Embedder(Protocol):
    """Text to vectors of length one: the cosine is the dot product."""

    @property
    def name(self) -> str:
        """The model's name, as a setting would give it."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights: equal digests give equal vectors."""

    @property
    def dimensions(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, float32, in order; no texts give an array of no rows."""


class Library(Protocol):
    """One published release, open for reading."""

    @property
    def release(self) -> str: ...

    @property
    def guides(self) -> Mapping[str, Guide]:
        """By id, in the order of their ids."""

    @property
    def passages(self) -> Mapping[str, Passage]:
        """By id, in the order of guides and offsets."""

    @property
    def units(self) -> Sequence[Unit]:
        """What is matched, in the order of passages and offsets."""

    @property
    def facts(self) -> Sequence[Fact]: ...

    @property
    def vocabulary(self) -> Vocabulary: ...

    @property
    def points(self) -> Sequence[Point]:
        """On which its guides agree or differ, as far as a person has reviewed it."""

    @property
    def notes(self) -> Mapping[str, str]:
        """Corrections of auditors, by the id of the passage or guide; shown wherever it is cited."""

    def search(self, query: str, limit: int) -> list[Found]:
        """Best first, each passage once, dense and lexical candidates fused."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The vectors of other texts, by the embedder that the release was made with."""

    def scores(self, query: str) -> UnitScores:
        """Every unit's nearness to the query, for callers that rank sentences themselves."""


class Shelf(Protocol):
    """Where the published release stands; the next question sees a newly published one."""

    def current(self) -> Library:
        """Raises LibraryError where nothing is published or the release cannot be opened."""

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        """The guide as it stands in that release (default: the published one); None where either is gone."""


class Ledger(Protocol):
    """Records of answers, chained, and the conversations they belong to."""

    def record(self, answer: Answer) -> Answer:
        """Keep the answer for good and return it with its `record_id`; raises LedgerError."""

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]:
        """The answers of one conversation, oldest first; empty for an unknown id."""

    def get(self, record_id: str) -> Answer | None: ...

    def cited(self) -> Mapping[str, int]:
        """How often each guide was cited in answers to people, by its id; those never cited are left out."""


class Conversations(Protocol):
    """Whose conversations are whose. `owner` is a browser's secret; what is not theirs raises InputError."""

    def claim(self, conversation_id: str, owner: str) -> None:
        """Make a conversation that belongs to nobody this browser's."""

    def owns(self, conversation_id: str, owner: str) -> bool: ...

    def of(self, owner: str) -> tuple[Conversation, ...]:
        """The conversations of this browser, the latest first."""

    def rename(self, conversation_id: str, owner: str, title: str) -> None:
        """Name it; an empty title gives it its first question's again."""

    def delete(self, conversation_id: str, owner: str) -> None:
        """Erase what was written in it, and forget whose it was."""

    def share(self, conversation_id: str, owner: str) -> str:
        """The secret of a new link to read it; an older one stops working."""

    def revoke(self, conversation_id: str, owner: str) -> None:
        """Make its link stop working; without a link nothing happens."""

    def shared(self, token: str) -> str | None:
        """The id of the conversation that this link's secret opens; None where it opens none (any more)."""

    def judge(self, feedback: Feedback, owner: str) -> None:
        """Put on record what a person thought of an answer of theirs."""

    def judged(self, record_ids: Sequence[str]) -> Mapping[str, Feedback]:
        """The last feedback on each of these answers; those without are left out."""


class Plans(Protocol):
    """The plan kept with a conversation. `owner` is a browser's secret; what is not theirs raises InputError."""

    def keep(self, conversation_id: str, owner: str, plan: "Plan") -> None:
        """In place of the one before."""

    def remove(self, conversation_id: str, owner: str) -> None: ...

    def of(self, conversation_id: str, owner: str) -> "Plan | None":
        """None where there is none, or the conversation is not theirs."""


class Records(Protocol):
    """The answers on record, for those who audit them."""

    def answers(self) -> Sequence[Answer]:
        """All of them, oldest first, with the words of those that were erased left out."""

    def seals(self) -> Mapping[str, str]:
        """The seal of each record in the chain, by its id."""

    def head(self) -> str:
        """The last entry of the chain as a line to print: its number and its seal."""


class Reviews(Protocol):
    """What reviewers decided about answers."""

    def all(self) -> "Sequence[Review]": ...


class ConflictMarks(Protocol):
    """What was decided about places where guides differ."""

    def all(self) -> "Sequence[Marked]": ...

    def mark(self, marked: "Marked") -> None: ...
