"""A question ready to be looked up: what understanding hands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.domain import Answer, Topic
from advisor.question.intent import Intent
from advisor.question.notes import Note
from advisor.question.quiz import Round
from advisor.text import content_stems

BARE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Understood:
    """A question ready to be looked up."""

    question: str  # as typed
    asked: str  # what is asked, typos mended, without greetings, instructions and self-descriptions
    standalone: str
    language: str
    intent: Intent
    roles: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    person: Mapping[str, str] = field(default_factory=dict)
    previous: Answer | None = None  # the answer it follows up
    guessed: bool = False  # the attribute is told by an example, not named
    described: str = ""  # the clause that asks which role it is of which the rest is asked
    unsafe: bool = False  # nothing but an instruction to the machine
    may_ask: bool = True  # not right after a question back, nor where the question was edited to stand alone
    choices: tuple[str, ...] = ()  # the likely readings, where it is open between them
    round: Round | None = None  # of the fit quiz, where this turn is a move of it
    in_quiz: bool = False  # a quiz was begun and waits
    forgotten: tuple[Note, ...] = ()  # notes on the person that this turn takes back

    @property
    def said(self) -> frozenset[tuple[int, str]]:
        """Place and words of what the answer before has quoted."""
        return frozenset((c.start, c.quote) for c in self.previous.citations) if self.previous else frozenset()

    @property
    def is_in_english(self) -> bool:
        """Whether `asked` is English words, typed so or made out of another language."""
        return self.language == "en" or self.asked not in self.question

    @property
    def is_bare(self) -> bool:
        """Whether the question is little more than the names of role and attribute: "edu?", "growth MLOps"."""
        return len(content_stems(self.standalone)) <= BARE_WORDS

    @property
    def topic(self) -> Topic:
        if self.intent is Intent.SIMPLER and self.previous:
            return self.previous.topic  # what follows goes on with what was said
        put = self.round.next if self.round and not self.round.stopped else None
        return Topic(self.roles, self.attributes, self.intent.value, put.id if put else "")
