"""The fit quiz as drafts: a statement to answer, the way out, and a result whose deciding statements are cited."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.draft import Draft
from advisor.answer.evidence import Reader
from advisor.answer.fit import Result, score
from advisor.answer.readers import Readers
from advisor.answer.recommend import recommend
from advisor.domain import Basis, Citation, Claim, Kind, ScoringRule, Statement
from advisor.question.quiz import Round
from advisor.question.understood import Understood

GO_ON = "Go on with the quiz."
START = "Quiz me on which role fits."
CHOICES = ("Yes", "No", "Not sure", "Stop the quiz")
_NO_QUIZ = "This library has no quiz."


def quiz(asked: Understood, readers: Readers) -> Draft:
    """The next move of the quiz; where the library has none, that is said and a role is advised the other way."""
    stand = asked.round
    assert stand is not None  # the writer saw it
    if not stand.statements:
        draft = recommend(asked, readers)
        return replace(draft, lead=f"{_NO_QUIZ} {draft.lead}")
    if stand.stopped:
        return Draft(
            kind=Kind.TALK, lead=f"The quiz is stopped; what you answered is kept. To take it up again: “{GO_ON}”"
        )
    if stand.next is not None:
        return _put(stand, stand.next)
    return _result(score(stand.statements, stand.replies), readers.reader)


def _put(stand: Round, statement: Statement) -> Draft:
    place, of = stand.statements.index(statement) + 1, len(stand.statements)
    opening = "" if stand.replies else "A short quiz, in our words after the guides. Does this sound like you?\n\n"
    return Draft(kind=Kind.QUESTION, lead=f"{opening}**{place} of {of}.** {statement.text}", choices=CHOICES)


def _result(result: Result, reader: Reader) -> Draft:
    names = reader.lexicon.role_names
    rule = next((r for r in reader.lexicon.vocabulary.fit.rules if r.role == (result.role or "")), None)
    claims = [_agreed(statement, reader) for statement in result.deciding]
    if rule:
        claims.insert(0, Claim(rule.quote, Basis.QUOTE, cited(rule, reader)))
    if not result.agreed:
        lead = "You said yes to none of the statements, so the quiz gives no direction."
        return Draft(kind=Kind.ANSWER if claims else Kind.TALK, lead=lead, claims=tuple(claims))
    count = Claim(_counted(result, names), Basis.COUNTED, _all_cited(result.deciding, reader))
    lead = f"Your answers point to **{names.get(result.role, result.role)}**." if result.role else "That is a tie."
    return Draft(lead=lead, claims=(count, *claims), recommended_role=result.role)


def _counted(result: Result, names: dict[str, str]) -> str:
    many, of = result.leaning
    if result.role:
        return f"{many} of your {of} yes answers speak for {names.get(result.role, result.role)}"
    tied = [names.get(role, role) for role, yes in result.yes.items() if yes == many]
    return f"Of your {of} yes answers, {many} each speak for {' and '.join(tied)}"


def _agreed(statement: Statement, reader: Reader) -> Claim:
    """The guide's words behind a statement; shown is the statement that was agreed with."""
    return Claim(
        statement.quote, Basis.QUOTE, cited(statement, reader), shown=f"You said yes to “{statement.text.rstrip('.')}”"
    )


def _all_cited(statements: Sequence[Statement], reader: Reader) -> tuple[Citation, ...]:
    return tuple(citation for statement in statements for citation in cited(statement, reader))


def cited(item: Statement | ScoringRule, reader: Reader) -> tuple[Citation, ...]:
    """Where the words stand; nothing where this release no longer has them, and the check then refuses the claim."""
    for passage in reader.library.passages.values():
        if passage.guide_id == item.guide and item.quote in passage.text:
            start = passage.start + passage.text.index(item.quote)
            return (Citation(passage.id, item.quote, start, start + len(item.quote)),)
    return ()
