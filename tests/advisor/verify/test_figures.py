import pytest

from advisor.verify.dates import dates
from advisor.verify.figures import quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("a nurse earns $50k to $70k", 50_000, 70_000, "$"),
        ("between 50k and 70k", 50_000, 70_000, ""),
        ("$2b", 2e9, 2e9, "$"),
        ("2 billion dollars", 2e9, 2e9, "$"),
        ("30 to 40 percent", 30, 40, "%"),
        ("36%", 36, 36, "%"),
        ("2 to 3 million people", 2e6, 3e6, ""),
        ("3-6 months", 3, 6, "month"),
        ("two years", 24, 24, "month"),
        ("sixteen wards", 16, 16, ""),
        ("twenty-five wards", 25, 25, ""),
        ("a 2-3x rise", 2, 3, "x"),
    ],
)
def test_a_figure_is_read_with_its_ends_and_its_unit(text, low, high, unit):
    (quantity,) = quantities(text)

    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("at least 50 beds", "at least"),
        ("50 or more beds", "at least"),
        ("5+ beds", "at least"),
        ("up to 50 beds", "at most"),
        ("the ceiling is $70k", "at most"),
        ("more than 50 beds", "more than"),
        ("under 50 beds", "less than"),
        ("about 50 beds", "about"),
        ("50 beds", ""),
    ],
)
def test_a_figure_is_read_with_its_sense(text, sense):
    (quantity,) = quantities(text)

    assert quantity.sense == sense


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("40% per year", "year"),
        ("$50k a year", "year"),
        ("an annual 40%", "year"),
        ("$20 an hour", "hour"),
        ("40% in total", "total"),
        ("40% by 2034", "total"),
        ("40%", ""),
    ],
)
def test_a_rate_is_not_a_total(text, per):
    (quantity,) = quantities(text)

    assert quantity.per == per


@pytest.mark.parametrize("text", ["one of them", "the two roles", "version v2"])
def test_what_counts_nothing_is_no_figure(text):
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("may 12, 2026", 2026, 5, 12),
        ("12 may 2026", 2026, 5, 12),
        ("2026-05-12", 2026, 5, 12),
        ("on june 26th , 1980", 1980, 6, 26),
        ("sept. 2026", 2026, 9, None),
        ("by 2034", 2034, None, None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_told(text, year, month, day):
    (date,) = dates(text)

    assert (date.year, date.month, date.day) == (year, month, day)
    assert quantities(text) == ()


def test_a_date_stands_in_a_more_exact_one_and_not_the_other_way_about():
    (month,), (day,), (decade,) = dates("may 2026"), dates("may 12, 2026"), dates("the 2020s")

    assert month.stands_in(day)
    assert not day.stands_in(month)
    assert decade.stands_in(day)
    assert not day.stands_in(decade)
