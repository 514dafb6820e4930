"""The words this project thinks in. Standard library only; everything is immutable.

Guide -> Passage -> Citation -> Claim -> Answer is the path of evidence. An `Answer` has the shape that
`advisor ask --json` prints: `dataclasses.asdict` of it is the contract of `docs/answer.md`.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256


class GuideKind(StrEnum):
    ORIGINAL = "original"  # the publisher's own words
    DIGEST = "digest"  # our words about a publisher's guide


class PassageKind(StrEnum):
    PROSE = "prose"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FAQ = "faq"


@dataclass(frozen=True, slots=True)
class Guide:
    """One document of the library. Dates are ISO strings (`2026-05-12`, `2026-05`); None means undated."""

    id: str
    title: str
    text: str  # normalised Markdown; every offset in the project counts characters of it
    kind: GuideKind = GuideKind.ORIGINAL
    publisher: str = ""
    author: str = ""
    reviewed_by: str = ""
    url: str = ""
    published: str | None = None
    updated: str | None = None
    jurisdiction: str = ""
    audience: str = ""
    difficulty: str = ""
    roles: tuple[str, ...] = ()
    basis: str = ""
    reliability: str = ""
    origin: str = ""
    digested_by: str = ""
    digested_on: str | None = None
    checked_by: str = ""
    review_by: str | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A contiguous stretch of a guide that can be quoted: `guide.text[start:end] == text`, always."""

    guide_id: str
    kind: PassageKind
    heading: tuple[str, ...]  # path of headings, outermost first, without the guide's title
    context: str  # a table's header, a list's lead-in: embedded and shown, not quotable
    text: str
    start: int
    end: int
    nth: int = 0  # how-manieth of its like in the guide

    @property
    def id(self) -> str:
        """Same guide + same words = same id, whatever stands before them."""
        parts = (self.guide_id, *self.heading, self.context, self.text, str(self.nth))
        return f"{self.guide_id}:{sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is matched: one sentence of a passage (or all of it); offsets count in the guide's text."""

    passage_id: str
    start: int
    end: int
    asks: str = ""  # where it is matched not by its words but by a question that they answer, about “the role”


@dataclass(frozen=True, slots=True)
class Fact:
    """A table cell or stated figure that belongs to a (role, attribute)."""

    role: str  # role id of the vocabulary
    attribute: str  # attribute id of the vocabulary, or the row's label in lower case where none fits
    label: str  # the row's label as printed
    value: str  # as printed: guide.text[start:end]
    guide_id: str
    passage_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with its score (higher is better) and the sentence of it that matched best."""

    passage: Passage
    score: float
    start: int
    end: int
    similarity: float = 0.0  # cosine of that sentence with the question, 0 where only words matched


@dataclass(frozen=True, slots=True)
class Role:
    id: str
    name: str
    meaning: str = ""  # ours, in plain English
    aliases: tuple[str, ...] = ()
    translations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    id: str
    name: str
    meaning: str = ""
    aliases: tuple[str, ...] = ()
    translations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word the guides use, explained in our words."""

    term: str
    meaning: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One item of the fit quiz, in our words: who agrees leans to the role, by the quoted words of a guide."""

    id: str
    role: str
    text: str
    guide: str
    quote: str


@dataclass(frozen=True, slots=True)
class ScoringRule:
    """What a guide says of most yes answers speaking for this role; without a role, of a tie."""

    guide: str
    quote: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """The fit quiz: what is asked, in order, and the rules by which it is scored."""

    statements: tuple[Statement, ...] = ()
    rules: tuple[ScoringRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    roles: tuple[Role, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    glossary: tuple[Term, ...] = ()
    fit: Fit = Fit()


class Basis(StrEnum):
    QUOTE = "quote"  # the library's words
    MODEL = "model"  # written by a chat model
    COMPUTED = "computed"  # worked out, with operands
    COUNTED = "counted"  # "three guides agree"
    ABSENT = "absent"  # "no guide gives a figure for India"
    LIBRARY = "library"  # about the guides themselves


class Support(StrEnum):
    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a passage that stand behind a claim; offsets count in the guide's text."""

    passage_id: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable sentence, before it is checked."""

    text: str  # stands alone: names the role and the guide's words
    basis: Basis
    citations: tuple[Citation, ...] = ()
    shown: str = ""  # its words in the answer, where they differ


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check decided about one claim, and why, in words a person can read."""

    support: Support
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim as an answer carries it; `citations` are the numbers of the answer's sources."""

    text: str
    shown: str
    basis: Basis
    citations: tuple[int, ...]
    verdict: Support
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered citation with its evidence frozen: it can be read when the release is gone."""

    n: int
    passage_id: str
    guide_id: str
    guide_kind: GuideKind
    guide_title: str
    publisher: str
    url: str
    updated: str | None
    heading: str
    context: str
    quote: str
    start: int  # of the quote, in the guide's text
    end: int
    passage: str
    passage_start: int
    release: str
    guide_page: str
    author: str = ""
    reviewed_by: str = ""
    digested_by: str = ""
    digested_on: str | None = None
    note: str = ""  # an auditor's correction of these words


@dataclass(frozen=True, slots=True)
class Position:
    value: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One topic on which the guides differ: two or more positions, each cited."""

    topic: str
    positions: tuple[Position, ...]


class Kind(StrEnum):
    ANSWER = "answer"
    DECLINED = "declined"
    QUESTION = "question"
    TALK = "talk"


class Origin(StrEnum):
    CHAT = "chat"
    API = "api"
    BATCH = "batch"
    EVAL = "eval"
    REPLAY = "replay"


class DeclineReason(StrEnum):
    OFF_TOPIC = "off_topic"
    NOT_IN_GUIDES = "not_in_guides"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Declined:
    reason: DeclineReason
    message: str


@dataclass(frozen=True, slots=True)
class Retrieved:
    passage_id: str
    guide_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Topic:
    """What a turn was about: what the next turn's "it" and "the other one" stand for."""

    roles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    intent: str = ""
    item: str = ""  # of the fit quiz: the statement that was put


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person gets, and what the ledger keeps."""

    question: str
    standalone_question: str
    language: str
    conversation_id: str
    asked_at: str  # ISO 8601, UTC
    record_id: str
    origin: Origin
    kind: Kind
    declined: Declined | None
    answer: str  # Markdown with [1] markers
    claims: tuple[CheckedClaim, ...] = ()
    dropped_claims: tuple[CheckedClaim, ...] = ()
    recommended_role: str | None = None
    citations: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    caveats: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    about_person: dict[str, str] = field(default_factory=dict)
    retrieved: tuple[Retrieved, ...] = ()
    writer: str = ""
    release: str = ""
    timings_ms: dict[str, float] = field(default_factory=dict)
    topic: Topic = Topic()


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to an answer, as it finishes: its name and what it found, fit for a person."""

    name: str  # understand, retrieve, write, decline, verify or record
    detail: str
