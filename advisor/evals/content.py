"""Whether one answer has its shape, says what it must, and chooses the role it should. Knows nothing of evidence."""

from collections.abc import Iterator

from advisor.domain import Answer, Kind
from advisor.evals.beside import Bindings
from advisor.evals.question_file import MUST_ANSWER, MUST_DECLINE, Behaviour, Expectation
from advisor.evals.wording import ABSENCE, asserts, contains, plain

HEDGED = frozenset({Behaviour.ANSWER_WITH_CAVEAT, Behaviour.PARTIAL})
SAYS_IT_IS_NOT_THERE = frozenset({"don't have", "no origin"})  # a group with one of these is met by any such words
SHOWN = 4  # alternatives of a group that a report names


def check_shape(answer: Answer) -> list[str]:
    problems = []
    if (answer.kind == Kind.DECLINED) != (answer.declined is not None):
        problems.append("declined is an object exactly when kind is declined")
    if not answer.answer.strip():
        problems.append("answer is empty")
    problems += [f"citation {c.n} lacks quote or passage" for c in answer.citations if not c.quote.strip()]
    return problems


def check_content(expected: Expectation, behaviour: Behaviour | None, answer: Answer) -> list[str]:
    """`behaviour` is None for an earlier turn, which must be an answer where facts answer it."""
    text, problems = plain(answer.answer), list(_wrong_kind(expected, behaviour, answer.kind))
    if not (behaviour in MUST_DECLINE and answer.kind == Kind.DECLINED):
        problems += ["lacks " + " | ".join(g[:SHOWN]) for g in expected.must_contain if not _met(text, g)]
    return problems + [f"says {banned!r}" for banned in expected.must_not_contain if asserts(text, banned)]


def _wrong_kind(expected: Expectation, behaviour: Behaviour | None, kind: Kind) -> Iterator[str]:
    if behaviour in MUST_DECLINE and kind != Kind.DECLINED:
        yield "should have declined"
    if kind != Kind.ANSWER and (behaviour in MUST_ANSWER or (behaviour is None and expected.gold_facts)):
        yield f"is {kind.value}, not an answer"
    if behaviour in HEDGED and kind not in (Kind.ANSWER, Kind.DECLINED):
        yield f"is {kind.value}"


def _met(text: str, group: tuple[str, ...]) -> bool:
    if any(contains(text, alternative) for alternative in group):
        return True
    return not SAYS_IT_IS_NOT_THERE.isdisjoint(group) and ABSENCE.search(text) is not None


def check_choice(choice: str | None, answer: Answer, bindings: Bindings) -> list[str]:
    """A choice that names no role ("both") is for the reader and not checked."""
    role = bindings.roles.get(choice or "")
    if role is None:
        return []
    given = bindings.name_of(answer.recommended_role)
    if given != role.name:
        return [f"recommends {given}, not {role.name}"]
    return [] if role.pattern.search(plain(answer.answer)) else ["does not name the role it recommends"]
