"""A plan for one person in steps, each in the guides' words or left open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor.answer.compose import SHOWN, source_of
from advisor.answer.draft import claim_of
from advisor.answer.evidence import Evidence, Piece, Reader
from advisor.answer.parts import on_role
from advisor.answer.plan import rules_first, told_out
from advisor.answer.readers import Readers
from advisor.answer.select import choose
from advisor.answer.stance import argues_against, tells_what_is_new
from advisor.compare.backgrounds import Background, speaks_to
from advisor.compare.table import Choice, Saying
from advisor.question.intent import Intent
from advisor.question.understood import Understood
from advisor.verify.check import verify

GOAL_AT_MOST = 200  # characters
_WORDS_AT_MOST = 90  # of one step
_SOON = re.compile(r"\b(?:first|next|within|in) (?:a |the |\w+ )?(?:days?|weeks?|month)\b|\b(?:30|thirty) days\b")
_NEW_FOR_THEM = ("learning-effort", "transition")


class Part(StrEnum):
    GOAL = "goal"
    ROLE = "role"
    MISSING = "missing"
    PROJECT = "project"
    THIRTY_DAYS = "thirty-days"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """No sayings: no guide says."""

    part: Part
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class PlanWanted:
    """What a person told for the plan, as it was given: ids of role and background, the goal in their words."""

    role: str = ""
    background: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True)
class MyPlan:
    """No steps: no role of the library was chosen yet."""

    release: str
    roles: tuple[Choice, ...]
    backgrounds: tuple[Choice, ...]
    role: Choice | None
    background: Choice | None
    goal: str
    steps: tuple[PlanStep, ...] = ()
    unknown: tuple[str, ...] = ()  # what was chosen and is not in the library

    @property
    def question(self) -> str:
        """What to ask in order to talk the plan over."""
        told = (
            f"My background: {self.background.name}." if self.background else "",
            f"My goal: {self.goal.rstrip('.!?')}." if self.goal else "",
            f"What should I learn and build first for the {self.role.name} role?" if self.role else "",
        )
        return " ".join(part for part in told if part)


def my_plan(wanted: PlanWanted, readers: Readers) -> MyPlan:
    """The plan for the chosen role; what no guide says stays open."""
    reader, comparer = readers.reader, readers.comparer
    roles = tuple(role for role in comparer.choices.roles if role.id in reader.lexicon.covered)
    role = next((r for r in roles if r.id == wanted.role), None)
    background = next((b for b in comparer.sayings.backgrounds if b.id == wanted.background), None)
    chosen = next((b for b in comparer.choices.backgrounds if background and b.id == background.id), None)
    goal = " ".join(wanted.goal.split())[:GOAL_AT_MOST]
    unknown = [given for given, found in ((wanted.role, role), (wanted.background, chosen)) if given and not found]
    steps = _Steps(role, background, goal, readers).all if role else ()
    return MyPlan(
        reader.library.release, roles, comparer.choices.backgrounds, role, chosen, goal, steps, tuple(unknown)
    )


class _Steps:
    """Finds the words for each step; what one step says is not said again by the next."""

    def __init__(self, role: Choice, background: Background | None, goal: str, readers: Readers) -> None:
        self._role, self._background, self._goal = role, background, goal
        self._readers, self._reader = readers, readers.reader
        self._said: list[Piece] = []
        told = f"I am a {background.name}." if background else ""
        question = f"How do I become a {role.name}? {told} {goal}".strip()
        person = {"told": f"{told} {goal}".strip()}
        self._asked = Understood(question, question, question, "en", Intent.PLAN, (role.id,), person=person)

    @property
    def all(self) -> tuple[PlanStep, ...]:
        ahead = self._on(("next-step",), f"the next step after this role. {self._goal}")
        suited = rules_first(self._on(("fit", "transition"), self._asked.question))
        soon = self._step(Part.THIRTY_DAYS, self._soon(), most=2)
        return (
            self._step(Part.GOAL, told_out(ahead), most=1),
            self._step(Part.ROLE, [e for e in suited if not argues_against(e.piece.plain)], most=2),
            self._step(Part.MISSING, self._missing(), most=3),
            self._step(Part.PROJECT, told_out(self._on(("projects",), "projects to build and show")), most=2),
            soon,
        )

    def _missing(self) -> list[Evidence]:
        """What guides tell people of this background, then what the role needs of everybody."""
        needed = told_out(self._on(("skills",), "the skills that this role needs"))
        if self._background is None:
            return needed
        sayings = self._readers.comparer.sayings
        pieces = [
            piece
            for attribute in _NEW_FOR_THEM
            for said in sayings.to_background(self._background, (self._role.id,), attribute).values()
            for piece in said
            if tells_what_is_new(piece.plain)
        ]
        best = max((e.score for e in needed), default=0.0)
        return [*(Evidence(piece, best, best) for piece in pieces), *needed]

    def _soon(self) -> list[Evidence]:
        """Only what names a time of up to a month."""
        told = self._on(("learning-effort", "transition", "projects", "skills"), "what to do in the first weeks")
        return [e for e in told if _SOON.search(e.piece.plain)]

    def _on(self, attributes: tuple[str, ...], query: str) -> list[Evidence]:
        return on_role(self._role.id, attributes, query, self._asked, self._reader, first=True)

    def _step(self, part: Part, found: Sequence[Evidence], *, most: int) -> PlanStep:
        told = {piece.citation for piece in self._said}
        fresh = [e for e in found if e.piece.citation not in told and self._for_them(e.piece)]
        standing = [e for e in fresh if _stands(e.piece, self._reader)]
        whole = [e for e in standing if e.piece.fact is None] or standing
        chosen = choose(whole, most=most, words=_WORDS_AT_MOST, said=self._said) if whole else []
        self._said += [e.piece for e in chosen]
        return PlanStep(part, tuple(_saying(e.piece, self._reader) for e in chosen))

    def _for_them(self, piece: Piece) -> bool:
        """Not addressed to people of other backgrounds alone."""
        known, lexicon = self._readers.comparer.sayings.backgrounds, self._reader.lexicon
        addressed = [b for b in known if speaks_to(b, piece, lexicon)]
        return not addressed or self._background in addressed


def _saying(piece: Piece, reader: Reader) -> Saying:
    return Saying(source_of(piece.citation, 0, reader.library), piece.fact.label if piece.fact else "")


def _stands(piece: Piece, reader: Reader) -> bool:
    verdict = verify(claim_of(piece, reader.lexicon), reader.library.passages, reader.lexicon)
    return verdict.support in SHOWN
