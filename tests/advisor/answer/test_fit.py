"""The scoring rule of the fit quiz: most yes answers give the direction."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.answer.fit import score
from advisor.question.quiz import Reply
from tests.advisor.written import FIT

STATEMENTS = FIT.statements
REPLIES = st.dictionaries(st.sampled_from([s.id for s in STATEMENTS]), st.sampled_from(Reply))


def test_most_yes_answers_give_the_direction():
    result = score(STATEMENTS, {"same": Reply.YES, "sirens": Reply.YES, "ward": Reply.YES, "calls": Reply.NO})

    assert (result.role, result.leaning) == ("nurse", (2, 3))
    assert [statement.id for statement in result.deciding] == ["same", "ward"]


def test_as_many_yes_answers_for_each_is_a_tie():
    result = score(STATEMENTS, {"same": Reply.YES, "calls": Reply.YES, "sirens": Reply.UNSURE})

    assert (result.role, result.leaning) == (None, (1, 2))
    assert [statement.id for statement in result.deciding] == ["same", "calls"]


@given(REPLIES)
def test_only_yes_answers_count_and_the_direction_has_strictly_most(replies):
    result = score(STATEMENTS, replies)

    assert sum(result.yes.values()) == len(result.agreed) == sum(reply is Reply.YES for reply in replies.values())
    others = [yes for role, yes in result.yes.items() if role != result.role]
    assert (result.role is not None) == (max(result.yes.values()) > max(others, default=0))
