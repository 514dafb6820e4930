from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.audit.interval import Cluster, rate, student, variance, wilson
from advisor.audit.price import needed, price, prices

RATS = {  # Weil 1970, as in table 1 of Rao and Scott, Biometrics 48, 1992: pups alive at 21 days, by litter
    "control": (
        [13, 12, 9, 9, 8, 8, 12, 11, 9, 9, 8, 11, 4, 5, 7, 7],
        [13, 12, 9, 9, 8, 8, 13, 12, 10, 10, 9, 13, 5, 7, 10, 10],
    ),
    "treated": (
        [12, 11, 10, 9, 10, 9, 9, 8, 8, 4, 7, 4, 5, 3, 3, 0],
        [12, 11, 10, 9, 11, 10, 10, 9, 9, 5, 9, 7, 10, 6, 10, 7],
    ),
}
clusters = st.lists(
    st.integers(1, 9).flatmap(lambda of: st.builds(Cluster, st.integers(0, of), st.just(of))), max_size=40
)


@pytest.mark.parametrize(
    ("yes", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_that_of_newcombes_table(yes, of, low, high):
    """Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3."""
    assert wilson(yes / of, of) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("litters", "effect"), [("control", 1.232495), ("treated", 3.952861)])
def test_the_design_effect_of_clusters_is_that_of_rao_and_scott(litters, effect):
    """Values as the R package PF gives them for these data (`rsb(rat$y, rat$n, id = rat$group)$d`)."""
    found = [Cluster(yes, of) for yes, of in zip(*RATS[litters], strict=True)]
    size = sum(cluster.of for cluster in found)
    share = sum(cluster.yes for cluster in found) / size

    assert variance(found) / (share * (1 - share) / size) == pytest.approx(effect, abs=1e-6)


@pytest.mark.parametrize(
    ("freedom", "quantile", "wrong"),
    [
        (1, 12.7062, 1e-4),
        (2, 4.3027, 1e-4),
        (3, 3.1824, 5e-3),
        (4, 2.7764, 2e-3),
        (9, 2.2622, 2e-4),
        (60, 2.0003, 1e-4),
    ],
)
def test_students_quantiles_are_those_of_the_tables(freedom, quantile, wrong):
    assert student(freedom) == pytest.approx(quantile, abs=wrong)


def test_nothing_judged_gives_no_share_and_one_answer_no_interval():
    assert rate([]).share is None
    assert (rate([Cluster(3, 5)]).low, rate([Cluster(3, 5)]).high) == (0.0, 1.0)


def test_claims_of_one_answer_do_not_count_as_so_many_answers():
    alike = [Cluster(5 * (n % 5 > 0), 5) for n in range(100)]
    apart = [Cluster(n % 5 > 0, 1) for n in range(500)]

    assert rate(alike).high - rate(alike).low > 2 * (rate(apart).high - rate(apart).low)
    assert rate(alike).effective == pytest.approx(99)


def test_where_all_hold_it_is_answers_that_count_and_the_interval_does_not_shrink_to_nothing():
    found = rate([Cluster(5, 5)] * 30)

    assert (found.share, found.high, found.effective) == (1.0, 1.0, 30)
    assert 0.85 < found.low < 0.9


@given(clusters)
def test_the_share_lies_within_its_interval(found):
    got = rate(found)

    assert 0 <= got.low <= got.high <= 1
    assert got.share is None or got.low <= got.share <= got.high


@given(clusters, st.floats(0.1, 9))
def test_equal_weights_change_nothing(found, weight):
    weighted = [Cluster(cluster.yes, cluster.of, weight) for cluster in found]

    assert rate(weighted).low == pytest.approx(rate(found).low)
    assert rate(weighted).share == pytest.approx(rate(found).share)


CLUSTERED = [
    pytest.param(answers, share, like, of, id=f"{answers} answers, {share}, {like or 'not'} alike, {of} claims")
    for (answers, share), (like, of) in product(
        [(20, (0.6, 0.9)), (50, (0.7, 0.97)), (150, (0.5, 0.9)), (150, (0.9, 0.99))],
        [(0.0, (1, 1)), (0.3, (1, 8)), (0.6, (3, 7))],
    )
]


@pytest.mark.parametrize(("answers", "share", "like", "of"), CLUSTERED)
def test_95_percent_intervals_hold_the_truth_in_93_to_98_percent(answers, share, like, of):
    """Claims of an answer are alike as beta-binomial draws are; the share itself varies, as it will."""
    rng = np.random.default_rng(20261120)
    held, runs = 0, 800
    for _ in range(runs):
        true = rng.uniform(*share)
        claims = rng.integers(of[0], of[1] + 1, answers)
        of_each = rng.beta(true * (1 / like - 1), (1 - true) * (1 / like - 1), answers) if like else true
        found = rate([Cluster(*pair) for pair in zip(rng.binomial(claims, of_each), claims, strict=True)])
        held += found.low <= true <= found.high

    assert 0.93 <= held / runs <= 0.985


def test_weighted_by_the_chance_of_being_drawn_a_sample_of_risky_answers_speaks_for_all():
    """A tenth of the answers is risky and drawn eight times as often; unweighted, the interval misses the truth."""
    rng = np.random.default_rng(7)
    held, plain_held, runs = 0, 0, 800
    for _ in range(runs):
        risky = rng.random(2000) < 0.1
        right = rng.random(2000) < np.where(risky, 0.5, 0.95)
        chance = np.where(risky, 0.4, 0.05)
        drawn = np.flatnonzero(rng.random(2000) < chance)
        true = 0.1 * 0.5 + 0.9 * 0.95
        found = rate([Cluster(right[n], 1, 1 / chance[n]) for n in drawn])
        plain = rate([Cluster(right[n], 1) for n in drawn])
        held += found.low <= true <= found.high
        plain_held += plain.low <= true <= plain.high

    assert 0.93 <= held / runs <= 0.985
    assert plain_held / runs < 0.2


def test_more_judgements_buy_a_narrower_interval():
    widths = [price.width for price in prices(0.9)]

    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(("width", "share"), [(0.2, 0.9), (0.1, 0.9), (0.1, 0.5), (0.05, 0.97)])
def test_as_few_judgements_as_needed_and_no_fewer(width, share):
    size = needed(width, share)

    assert price(size, share).width <= width < price(size - 1, share).width


def test_a_hundred_judgements_tell_90_percent_to_within_about_six_points():
    """Wilson's interval for 90 of 100 is 82.6 to 94.5 %; with t on 99 it is a little wider."""
    assert (price(100, 0.9).low, price(100, 0.9).high) == pytest.approx((0.824, 0.945), abs=2e-3)
