"""Stand-ins that keep the promises of `advisor.interfaces`; `tests/contracts/` holds them to it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

import numpy as np

from advisor.answer.evidence import Reader
from advisor.answer.my_plan import MyPlan, PlanWanted, my_plan
from advisor.answer.outcome import Outcome, outcome
from advisor.answer.readers import prepare
from advisor.audit.conflict import Marked
from advisor.audit.quarantine import Event, Note, Subject, Withdrawn
from advisor.audit.review import Review
from advisor.compare.compare import Comparer
from advisor.compare.table import Comparison, Wanted
from advisor.conversation import Conversation, Feedback
from advisor.domain import Answer, Fact, Found, Guide, Origin, Passage, Step, Unit, Vocabulary
from advisor.errors import AdvisorError, InputError, LibraryError
from advisor.interfaces import Library, UnitScores, Vectors
from advisor.ledger.audit import SqlAudit
from advisor.plan.kept import Plan
from advisor.plan.told import told_in
from advisor.points import Point
from advisor.question.mentions import Lexicon
from advisor.question.quiz import Reply
from advisor.text import content_stems

NOW = "2026-11-20T10:00:00Z"


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

    def cited(self) -> Mapping[str, int]:
        asked = (answer for answer in self.records if answer.origin in (Origin.CHAT, Origin.API))
        return Counter(source.guide_id for answer in asked for source in answer.citations)


class MemoryRecords:
    """What a `MemoryLedger` holds, read from end to end; each record's seal is made of its id."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger

    def answers(self) -> Sequence[Answer]:
        return tuple(self._ledger.records)

    def seals(self) -> Mapping[str, str]:
        return {answer.record_id: f"seal-{answer.record_id}" for answer in self._ledger.records}

    def head(self) -> str:
        last = self._ledger.records[-1].record_id if self._ledger.records else ""
        return f"{len(self._ledger.records)} {self.seals()[last]}" if last else "0 (nothing is on record)"


class MemoryMarks:
    """Keeps decisions on conflicts for as long as it lives."""

    def __init__(self) -> None:
        self.kept: list[Marked] = []

    def all(self) -> Sequence[Marked]:
        return tuple(self.kept)

    def mark(self, marked: Marked) -> None:
        self.kept.append(marked)


class MemoryReviews:
    """Holds the reviews that it is given."""

    def __init__(self, *reviews: Review) -> None:
        self.kept = list(reviews)

    def all(self) -> Sequence[Review]:
        return tuple(self.kept)


class MemoryConversations:
    """Keeps for as long as it lives whose conversations are whose; `ledger` holds their answers."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger
        self._owners: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self._links = 0
        self._given: dict[str, Feedback] = {}

    def claim(self, conversation_id: str, owner: str) -> None:
        self._owners.setdefault(conversation_id, owner)

    plans: "MemoryPlans | None" = None

    def owns(self, conversation_id: str, owner: str) -> bool:
        return self._owners.get(conversation_id) == owner

    def of(self, owner: str) -> tuple[Conversation, ...]:
        mine = [
            c for c, of in self._owners.items() if of == owner and (self._ledger.conversation(c) or self._planned(c))
        ]
        return tuple(sorted(map(self._described, mine), key=lambda c: c.last, reverse=True))

    def rename(self, conversation_id: str, owner: str, title: str) -> None:
        self.check(conversation_id, owner)
        self._titles[conversation_id] = title[:120]

    def delete(self, conversation_id: str, owner: str) -> None:
        self.check(conversation_id, owner)
        del self._owners[conversation_id]
        if self.plans:
            self.plans.kept.pop(conversation_id, None)
        self._tokens.pop(conversation_id, None)

    def share(self, conversation_id: str, owner: str) -> str:
        self.check(conversation_id, owner)
        self._links += 1
        self._tokens[conversation_id] = f"token-{self._links}"
        return self._tokens[conversation_id]

    def revoke(self, conversation_id: str, owner: str) -> None:
        if self.owns(conversation_id, owner):
            self._tokens.pop(conversation_id, None)

    def shared(self, token: str) -> str | None:
        return next((c for c, secret in self._tokens.items() if secret == token), None)

    def judge(self, feedback: Feedback, owner: str) -> None:
        answer = self._ledger.get(feedback.record_id)
        self.check(answer.conversation_id if answer else "", owner)
        self._given[feedback.record_id] = replace(feedback, comment=feedback.comment[:2000])

    def judged(self, record_ids: Sequence[str]) -> Mapping[str, Feedback]:
        return {record: self._given[record] for record in record_ids if record in self._given}

    def _planned(self, conversation_id: str) -> bool:
        return self.plans is not None and conversation_id in self.plans.kept

    def check(self, conversation_id: str, owner: str) -> None:
        if not self.owns(conversation_id, owner):
            raise InputError("There is no such conversation in this browser.", hint="Choose one of the list.")

    def _described(self, conversation_id: str) -> Conversation:
        answers = self._ledger.conversation(conversation_id)
        title = self._titles.get(conversation_id) or (answers[0].question if answers else "")
        first, last = (answers[0].asked_at, answers[-1].asked_at) if answers else (NOW, NOW)
        link, planned = self._tokens.get(conversation_id, ""), self._planned(conversation_id)
        return Conversation(conversation_id, title, first, last, len(answers), link, planned)


class MemoryPlans:
    """Keeps for as long as it lives the plan of each conversation."""

    def __init__(self, conversations: MemoryConversations) -> None:
        self._conversations = conversations
        conversations.plans = self
        self.kept: dict[str, Plan] = {}

    def keep(self, conversation_id: str, owner: str, plan: Plan) -> None:
        self._conversations.check(conversation_id, owner)
        self.kept[conversation_id] = plan

    def remove(self, conversation_id: str, owner: str) -> None:
        self._conversations.check(conversation_id, owner)
        self.kept.pop(conversation_id, None)

    def of(self, conversation_id: str, owner: str) -> Plan | None:
        return self.kept.get(conversation_id) if self._conversations.owns(conversation_id, owner) else None


class MemoryQuarantine:
    """Keeps for as long as it lives what is withdrawn."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._noted: list[tuple[str, Note | None]] = []

    def note(self, subject: Subject, text: str, by: str) -> Note:
        note = Note(subject, text, by, NOW)
        self._noted.append((subject.id, note))
        return note

    def remove_note(self, subject_id: str, by: str) -> None:
        if subject_id not in self.notes():
            raise InputError("There is no note on it.", hint="See them.")
        self._noted.append((subject_id, None))

    def notes(self) -> Mapping[str, Note]:
        return {subject_id: note for subject_id, note in dict(self._noted).items() if note}

    def add(self, subject: Subject, reason: str, by: str) -> Withdrawn:
        if subject.id in self.held():
            raise InputError("It is withdrawn already.", hint="See why.")
        return self._append(subject, reason, by, undone=False)

    def undo(self, subject_id: str, reason: str, by: str) -> Withdrawn:
        if subject_id not in self.held():
            raise InputError("It is not withdrawn.", hint="See what is.")
        return self._append(self.held()[subject_id].subject, reason, by, undone=True)

    def stamp(self) -> int:
        return len(self._events) + len(self._noted)

    def held(self) -> Mapping[str, Withdrawn]:
        held: dict[str, Withdrawn] = {}
        for event in self._events:
            held.pop(event.withdrawn.subject.id, None)
            if not event.undone:
                held[event.withdrawn.subject.id] = event.withdrawn
        return held

    def history(self) -> tuple[Event, ...]:
        return tuple(self._events)

    def _append(self, subject: Subject, reason: str, by: str, *, undone: bool) -> Withdrawn:
        if not reason.strip() or not by.strip():
            raise InputError("A reason and a name are needed.", hint="Say them.")
        withdrawn = Withdrawn(subject, " ".join(reason.split()), by, NOW)
        self._events.append(Event(withdrawn, undone))
        return withdrawn


@dataclass(frozen=True)
class OpenLibrary:
    """A release that holds what it is given."""

    release: str = "release-1"
    guides: Mapping[str, Guide] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    units: Sequence[Unit] = ()
    facts: Sequence[Fact] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    points: Sequence[Point] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def search(self, query: str, limit: int) -> list[Found]:
        return []


class ScriptedAdvisor:
    """Answers each conversation with what stands in its script, in order and then over again; an error is raised."""

    def __init__(
        self, script: Sequence[Answer | AdvisorError], library: Library | None = None, audit: SqlAudit | None = None
    ) -> None:
        self.script = script
        self.audit = audit  # a real one, where a test looks at its pages
        self.asked: list[str] = []
        self.asked_alone: list[str] = []
        self.asked_about: list[str] = []
        self.given: list[Answer] = []
        self._turns: Counter[str] = Counter()
        self._library = library
        self.quarantine = MemoryQuarantine()
        self._ledger = MemoryLedger()
        self.conversations = MemoryConversations(self._ledger)
        self.plans = MemoryPlans(self.conversations)

    def ask(self, question: str, *, conversation_id: str | None = None, origin: Origin = Origin.API) -> Answer:
        self.asked.append(question)
        conversation = conversation_id or f"conversation-{len(self.asked)}"
        self._turns[conversation] += 1
        turn = self.script[(self._turns[conversation] - 1) % len(self.script)]
        if isinstance(turn, AdvisorError):
            raise turn
        answer = replace(
            turn,
            question=question,
            standalone_question=turn.standalone_question or question,
            conversation_id=conversation,
            record_id=f"record-{len(self.asked)}",
            origin=origin,
        )
        self.given.append(answer)
        self._ledger.records.append(answer)
        return answer

    def warm_up(self) -> None:
        self.library()

    def steps(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        origin: Origin = Origin.CHAT,
        alone: bool = False,
        about: str = "",
    ) -> Iterator[Step | Answer]:
        self.asked_alone += [question] if alone else []
        self.asked_about += [about] if about else []
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

    def cited(self) -> Mapping[str, int]:
        return self._ledger.cited()

    def withdrawn(self) -> Mapping[str, Withdrawn]:
        return self.quarantine.held()

    def compare(self, wanted: Wanted) -> Comparison:
        return Comparer(self._reader()).compare(wanted)

    def fit(self, replies: Mapping[str, Reply]) -> Outcome:
        return outcome(replies, self._reader())

    def plan(self, wanted: PlanWanted) -> MyPlan:
        return my_plan(wanted, prepare(self.library()))

    def wanted_in(self, conversation_id: str) -> PlanWanted:
        return told_in(self.conversation(conversation_id), prepare(self.library()))

    def _reader(self) -> Reader:
        library = self.library()
        return Reader(library, Lexicon(library.vocabulary, library.guides, (fact.role for fact in library.facts)))

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        if self._library is None or release not in (None, self._library.release):
            return None
        return self._library.guides.get(guide_id)


class HashEmbedder:
    """Texts that share words are near each other: each stem is one direction, chosen by its hash."""

    name = "hash"
    digest = sha256(b"hash-1").hexdigest()
    dimensions = 64

    def embed(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._row(text) for text in texts], dtype=np.float32).reshape(len(texts), self.dimensions)

    def _row(self, text: str) -> Vectors:
        row = np.zeros(self.dimensions, dtype=np.float32)
        for stem in content_stems(text) or [""]:
            place = sha256(stem.encode()).digest()
            row[place[0] % self.dimensions] += 1 if place[1] % 2 else -1
        row[0] += 1e-3  # words that cancel each other out still give a direction
        return row / np.linalg.norm(row)


class MemoryLibrary:
    """Ranks every unit by its words; without `units`, each passage is one."""

    def __init__(
        self,
        guides: Sequence[Guide] = (),
        passages: Sequence[Passage] = (),
        *,
        units: Sequence[Unit] | None = None,
        facts: Sequence[Fact] = (),
        vocabulary: Vocabulary | None = None,
        points: Sequence[Point] = (),
        release: str = "release-1",
    ) -> None:
        self.release = release
        self.guides = {guide.id: guide for guide in sorted(guides, key=lambda guide: guide.id)}
        self.passages = {p.id: p for p in sorted(passages, key=lambda passage: (passage.guide_id, passage.start))}
        whole = [Unit(passage.id, passage.start, passage.end) for passage in self.passages.values()]
        self.units = whole if units is None else units
        self.facts = facts
        self.vocabulary = vocabulary or Vocabulary()
        self.points = points
        self.notes: Mapping[str, str] = {}

    def search(self, query: str, limit: int) -> list[Found]:
        if not query.strip():
            return []
        scores = self.scores(query)
        fused = scores.dense + scores.lexical
        found: dict[str, Found] = {}
        for row in np.argsort(-fused, kind="stable"):
            unit = self.units[row]
            match = Found(
                self.passages[unit.passage_id], float(fused[row]), unit.start, unit.end, float(scores.dense[row])
            )
            found.setdefault(unit.passage_id, match)
        return list(found.values())[: max(0, limit)]

    def embed(self, texts: Sequence[str]) -> Vectors:
        return HashEmbedder().embed(texts)

    def scores(self, query: str) -> UnitScores:
        texts = [u.asks or " ".join([*self.passages[u.passage_id].heading, self._words(u)]) for u in self.units]
        asked = set(content_stems(query))
        shared = [len(asked.intersection(content_stems(text))) for text in texts]
        dense = HashEmbedder().embed(texts) @ HashEmbedder().embed([query])[0]
        return UnitScores(dense=dense, lexical=np.array(shared, dtype=np.float32))

    def _words(self, unit: Unit) -> str:
        return self.guides[self.passages[unit.passage_id].guide_id].text[unit.start : unit.end]


class MemoryShelf:
    """Holds libraries; the last one put there is published."""

    def __init__(self, *libraries: Library) -> None:
        self.libraries = list(libraries)

    def put(self, library: Library) -> None:
        self.libraries.append(library)

    def current(self) -> Library:
        if not self.libraries:
            raise LibraryError("No library is published.", hint="Run: advisor ingest.")
        return self.libraries[-1]

    def guide(self, guide_id: str, release: str | None = None) -> Guide | None:
        if release is None:
            return self.current().guides.get(guide_id)
        held = [library for library in self.libraries if library.release == release]
        return held[-1].guides.get(guide_id) if held else None
