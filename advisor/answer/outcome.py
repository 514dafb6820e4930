"""What the fit quiz comes to for some replies, with the guides' words behind it that pass the check."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.answer.compose import SHOWN, source_of
from advisor.answer.evidence import Reader
from advisor.answer.fit import Result, score
from advisor.answer.quiz import cited
from advisor.domain import Basis, Claim, ScoringRule, Source, Statement
from advisor.question.quiz import Reply
from advisor.question.told_replies import as_question
from advisor.verify.check import verify


@dataclass(frozen=True, slots=True)
class Grounded:
    """A statement of the quiz and the words of a guide that justify it."""

    statement: Statement
    source: Source


@dataclass(frozen=True, slots=True)
class Rule:
    """How a guide scores yes answers: towards a role, or, without a role, of a tie."""

    role: str
    source: Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """No statements: the library has no quiz. `result` counts what was agreed with, however little was answered."""

    release: str
    roles: Mapping[str, str]  # names by id, of the roles that statements speak for
    statements: tuple[Grounded, ...]
    rules: tuple[Rule, ...]
    replies: Mapping[str, Reply]  # by statement; the others are open
    result: Result
    question: str  # what to ask in order to talk it over
    unknown: int = 0  # replies to statements that are not in the library

    @property
    def rule(self) -> Rule | None:
        """The rule by which the answers lead to this result."""
        return next((rule for rule in self.rules if rule.role == (self.result.role or "")), None)

    @property
    def deciding(self) -> tuple[Grounded, ...]:
        """What decided it; of a tie, all that was agreed with."""
        return tuple(g for g in self.statements if g.statement in self.result.deciding)

    @property
    def against(self) -> tuple[Grounded, ...]:
        """What was agreed with and speaks for another role than the result."""
        return tuple(g for g in self.statements if g.statement in self.result.agreed and g not in self.deciding)

    @property
    def margin(self) -> int:
        """How many more yes answers for the next role would make it a tie."""
        first, second = [*sorted(self.result.yes.values(), reverse=True), 0, 0][:2]
        return first - second


def outcome(replies: Mapping[str, Reply], reader: Reader) -> Outcome:
    """The replies scored over the statements whose grounds stand in this release."""
    fit = reader.lexicon.vocabulary.fit
    grounded = tuple(Grounded(s, source) for s in fit.statements if (source := _source(s, reader)))
    rules = tuple(Rule(rule.role, source) for rule in fit.rules if (source := _source(rule, reader)))
    statements = [g.statement for g in grounded]
    known = {s.id: replies[s.id] for s in statements if s.id in replies}
    result = score(statements, known)
    return Outcome(
        release=reader.library.release,
        roles={s.role: reader.lexicon.role_names.get(s.role, s.role) for s in statements},
        statements=grounded,
        rules=rules,
        replies=known,
        result=result,
        question=as_question(result.agreed),
        unknown=len(replies) - len(known),
    )


def _source(item: Statement | ScoringRule, reader: Reader) -> Source | None:
    """The place of the words, where the check lets them pass as a quote."""
    citations = cited(item, reader)
    verdict = verify(Claim(item.quote, Basis.QUOTE, citations), reader.library.passages, reader.lexicon)
    return source_of(citations[0], 0, reader.library) if verdict.support in SHOWN else None
