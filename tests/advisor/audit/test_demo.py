from datetime import UTC, datetime, timedelta

from advisor.audit import demo
from advisor.audit.figures import figures
from advisor.audit.judged import judged
from advisor.audit.review import Stratum
from tests.advisor.audit.cases import answer

END = datetime(2026, 11, 27, 18, tzinfo=UTC)


def answers():
    return [answer(str(n), claims=3, declined=n % 4 == 0) for n in range(140)]


def test_visits_fill_some_weeks_in_order_and_are_the_same_every_time():
    visits = demo.visits(END)

    assert visits == demo.visits(END)
    assert len(visits) == demo.CONVERSATIONS
    assert [visit.at for visit in visits] == sorted(visit.at for visit in visits)
    assert END - timedelta(weeks=demo.WEEKS) <= visits[0].at <= visits[-1].at <= END
    assert all(turn.strip() == turn != "" for visit in visits for turn in visit.turns)


def test_reviews_hold_both_samples_second_opinions_and_names_that_say_they_are_invented():
    reviews = demo.reviews(answers())
    found = figures(judged(reviews, answers()))

    assert {review.stratum for review in reviews} == {Stratum.RANDOM, Stratum.RISK}
    assert len(reviews) > len({review.record_id for review in reviews})
    assert all("invented" in name for name in found.reviewers)
    assert found.random.opened > 10


def test_no_thumb_for_an_answer_that_is_none_of_them():
    assert {feedback.record_id for feedback in demo.feedback(answers())} <= {a.record_id for a in answers()}
