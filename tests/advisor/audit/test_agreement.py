import pytest

from advisor.audit.agreement import agreement, of_claims, of_question
from advisor.audit.judged import Question, judged
from tests.advisor.audit.cases import answer, review

RAW_4_RATERS = [  # `cac.raw4raters` of the R package irrCAC; 0 is a rating that is missing
    (1, 1, 0, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4),
    (4, 4, 4, 4), (1, 1, 2, 1), (2, 2, 2, 2), (0, 5, 5, 5), (0, 0, 1, 1), (0, 0, 3, 0),
]  # fmt: skip
FLEISS = [  # the worked example for 14 raters, 10 subjects and 5 categories of Wikipedia's "Fleiss' kappa"
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]  # `cont3x3abstractors` of irrCAC


def by_pair(table: list[list[int]]) -> list[dict[str, object]]:
    rows = enumerate(table)
    return [{"a": a, "b": b} for a, row in rows for b, count in enumerate(row) for _ in range(count)]


def test_ac1_and_fleiss_kappa_of_four_raters_with_gaps_are_those_of_gwets_own_package():
    """irrCAC: pa 0.8181818, AC1 0.77544 (0.461, 1), Fleiss' κ 0.76117."""
    found = agreement([{f"r{n}": said for n, said in enumerate(row) if said} for row in RAW_4_RATERS])

    assert found.raw == pytest.approx(0.8181818, abs=1e-6)
    assert found.ac1 == pytest.approx(0.77544, abs=1e-5)
    assert (found.low, found.high) == (pytest.approx(0.461, abs=1e-3), 1.0)
    assert (found.kappa_of, found.kappa) == ("Fleiss", pytest.approx(0.76117, abs=1e-5))
    assert (found.items, found.reviewers) == (11, 4)


def test_cohens_kappa_and_ac1_of_two_raters_are_those_of_gwets_own_package():
    """irrCAC: Cohen's κ 0.7964094, AC1 0.8493305."""
    found = agreement(by_pair(ABSTRACTORS))

    assert (found.kappa_of, found.kappa) == ("Cohen", pytest.approx(0.7964094, abs=1e-6))
    assert found.ac1 == pytest.approx(0.8493305, abs=1e-6)


def test_fleiss_kappa_of_the_textbook_example():
    rows = [[c for c, count in enumerate(row) for _ in range(count)] for row in FLEISS]

    found = agreement([{f"r{n:02}": said for n, said in enumerate(row)} for row in rows])

    assert found.raw == pytest.approx(0.378, abs=1e-3)
    assert found.kappa == pytest.approx(0.210, abs=1e-3)


def test_where_nearly_all_is_right_kappa_collapses_and_ac1_does_not():
    """Feinstein and Cicchetti's paradox (Journal of Clinical Epidemiology 43, 1990)."""
    found = agreement(by_pair([[118, 5], [2, 0]]))

    assert found.raw == pytest.approx(118 / 125)
    assert found.kappa < 0
    assert found.ac1 > 0.9


def test_all_the_same_is_full_agreement_and_kappa_is_not_defined():
    found = agreement([{"a": True, "b": True}] * 5)

    assert (found.raw, found.ac1, found.kappa) == (1.0, 1.0, None)


def test_without_a_second_opinion_nothing_is_told():
    assert agreement([{"a": True}, {"a": False}]).raw is None


def test_answers_and_claims_are_compared_reviewer_by_reviewer():
    reviews = [
        review("1", by="ana", right=True, claims=["supported", "partly"]),
        review("1", by="ben", right=True, claims=["supported", "not"]),
        review("2", by="ana", right=False),
        review("2", by="ben", right=True),
        review("3", by="ana", right=True),
    ]
    cases = judged(reviews, [answer("1", claims=2), answer("2"), answer("3")])

    assert (of_question(cases, Question.RIGHT).items, of_question(cases, Question.RIGHT).raw) == (2, 0.5)
    assert (of_claims(cases).items, of_claims(cases).raw) == (2, 0.5)
    assert of_question(cases, Question.COMPLETE).raw is None
