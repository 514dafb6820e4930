from dataclasses import replace

import pytest

from advisor.audit.figures import figures
from advisor.audit.judged import Question, judged, of_people
from advisor.audit.machine import machine
from advisor.audit.review import Stratum
from advisor.audit.volume import opinions, volume
from advisor.conversation import Complaint, Feedback
from advisor.domain import Kind, Origin, Support
from tests.advisor.audit.cases import answer, review
from tests.samples import ABSENT, QUOTED


def test_the_risk_sample_never_moves_a_rate():
    answers = [answer(str(n)) for n in range(40)]
    drawn = [review(str(n), right=n > 0) for n in range(20)]
    risky = [review(str(n), stratum=Stratum.RISK, right=False) for n in range(20, 40)]

    alone, both = figures(judged(drawn, answers)), figures(judged([*drawn, *risky], answers))

    assert both.random == alone.random
    assert both.random.answers[Question.RIGHT].share == pytest.approx(0.95)
    assert (both.risk.answers[Question.RIGHT].yes, both.risk.answers[Question.RIGHT].of) == (0, 20)


def test_what_chance_drew_counts_though_a_second_reviewer_came_by_risk():
    reviews = [review("1", right=True), review("1", by="ben", stratum=Stratum.RISK, right=False)]

    (case,) = judged(reviews, [answer("1")])

    assert case.stratum is Stratum.RANDOM
    assert figures([case]).random.answers[Question.RIGHT].share == 0.5


def test_the_last_word_of_a_reviewer_counts():
    early = review("1", right=False, at="2026-11-20T10:00:00+00:00")
    late = review("1", right=True, at="2026-11-20T12:00:00+00:00", stratum=Stratum.PICKED)

    (case,) = judged([late, early], [answer("1")])

    assert case.said(Question.RIGHT) == (True,)
    assert case.stratum is Stratum.RANDOM  # chance drew it, whatever made the reviewer look again


def test_declined_answers_have_a_rate_of_their_own():
    answers = [answer("1"), answer("2", declined=True), answer("3", declined=True)]
    reviews = [
        review("1", right=True, harmful=False),
        review("2", rightly_declined=True, harmful=False, right=False),
        review("3", rightly_declined=False, harmful=True),
    ]

    rates = figures(judged(reviews, answers)).random.answers

    assert (rates[Question.RIGHTLY_DECLINED].share, rates[Question.RIGHTLY_DECLINED].judged) == (0.5, 2)
    assert (rates[Question.RIGHT].share, rates[Question.RIGHT].judged) == (1.0, 1)
    assert rates[Question.HARMFUL].share == pytest.approx(1 / 3)


def test_known_chances_weigh_what_was_drawn():
    answers = [answer("1"), answer("2")]
    reviews = [review("1", right=True), review("2", right=False)]

    rates = figures(judged(reviews, answers, {"1": 0.1, "2": 0.3})).random.answers

    assert rates[Question.RIGHT].share == pytest.approx(0.75)


def test_questions_left_open_and_answers_unknown_are_left_out():
    found = figures(
        judged([review("1", right=True), review("2"), review("9", right=False)], [answer("1"), answer("2")])
    )

    assert found.random.answers[Question.RIGHT].judged == 1
    assert found.random.sample == 2


def test_claims_are_counted_within_their_answers():
    reviews = [review("1", claims=["supported", "partly", "supported"]), review("2", claims=["supported"])]

    found = figures(judged(reviews, [answer("1", claims=3), answer("2", claims=3)])).random

    assert (found.claims.share, found.claims.judged, found.claims.answers, found.opened) == (0.75, 4, 2, 2)


def test_a_claim_that_an_answer_has_not_is_left_out():
    assert figures(judged([review("1", claims=["supported"] * 9)], [answer("1")])).random.claims.judged == 1


def test_the_check_is_held_against_people():
    partly = replace(QUOTED, verdict=Support.PARTLY)
    shown = replace(answer("1"), claims=(QUOTED, QUOTED, partly, partly, ABSENT, QUOTED))
    judgements = ["supported", "contradicted", "supported", "not", "not", "outdated"]

    found = machine(judged([review("1", claims=judgements)], [shown]))

    assert (found.both, found.only_machine, found.only_people, found.neither) == (2, 1, 1, 1)
    assert (found.precision.share, found.recall.share) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_only_questions_of_people_are_counted():
    asked = [answer(origin.value, origin=origin) for origin in Origin]

    assert {a.origin for a in of_people(asked)} == {Origin.CHAT, Origin.API}


def test_volume_has_days_and_weeks_without_a_question():
    found = volume(
        [
            answer("1", asked_at="2026-11-20T10:00:00+00:00"),
            answer("2", asked_at="2026-12-01T10:00:00+00:00", declined=True),
        ]
    )

    assert len(found.by_day) == 12
    assert found.by_week == {"2026-11-16": 1, "2026-11-23": 0, "2026-11-30": 1}
    assert (found.total, found.conversations, found.by_kind[Kind.DECLINED]) == (2, 1, 1)


def test_thumbs_are_counted_with_their_reasons():
    found = opinions([Feedback("1", True), Feedback("2", False, (Complaint.WRONG, Complaint.OTHER))])

    assert (found.helpful, found.unhelpful) == (1, 1)
    assert found.complaints == {Complaint.WRONG: 1, Complaint.OTHER: 1}
