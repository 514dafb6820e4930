import pytest

from advisor.compare.levels import degrees, level
from advisor.compare.measures import amount, growth, pay


@pytest.mark.parametrize(
    ("text", "shown", "what"),
    [
        ("$118k to $191k", "$118k to $191k", "pay range"),
        ("$118,000 – $191,000 per year", "$118k to $191k", "pay range a year"),
        ("$61.5-70k", "$61.5k to $70k", "pay range"),
        ("€3,200 a month", "€3200", "pay a month"),
        ("EUR 45k", "€45k", "pay"),
        ("30 to 45 USD per hour", "$30 to $45", "pay range an hour"),
        ("8 to 14 LPA", "₹8 lakh to ₹14 lakh", "pay range a year"),
        ("A median of £38,000", "£38k", "median pay"),
        ("Juniors start at $50k", "$50k", "entry pay"),
    ],
)
def test_pay_is_read_with_what_it_measures(text, shown, what):
    reading = pay(text)

    assert reading is not None
    assert (reading.shown, reading.what) == (shown, what)


@pytest.mark.parametrize(
    "text",
    [
        "forecast to grow from $2B in 2024 to $16B in 2030",
        "Spending on nursing is $4 million",
        "3 to 5 years",
        "between $40k and $50k, or $60k with nights",
        "well paid",
        "a course fee of $900",
    ],
)
def test_what_is_no_pay_of_a_job_is_not_read_as_pay(text):
    assert pay(text) is None


def test_the_rows_label_says_what_a_figure_measures():
    assert pay("$66,000", "Entry pay").what == "entry pay"


@pytest.mark.parametrize(
    ("text", "shown", "what"),
    [
        ("very high, +40% in total by 2034", "+40%", "growth in total by 2034"),
        ("Very high · +28% by 2034", "+28%", "growth in total by 2034"),
        ("growing 5% a year", "+5%", "growth a year"),
        ("shrinks by 2.5 percent until 2030", "-2.5%", "growth in total by 2030"),
        ("a decline of 3% per year", "-3%", "growth a year"),
        ("+6%", "+6%", "growth, over no named time"),
        ("6% from 2024 to 2034", "+6%", "growth in total from 2024 to 2034"),
        ("the 40% is a total by 2034, not per year", "+40%", "growth in total by 2034"),
    ],
)
def test_growth_is_read_with_its_time(text, shown, what):
    reading = growth(text)

    assert reading is not None
    assert (reading.shown, reading.what) == (shown, what)


@pytest.mark.parametrize(
    "text",
    ["3% of postings are entry level", "The market grows 20% a year", "40% against 28%", "salaries up 5%", "fast"],
)
def test_what_is_no_growth_of_jobs_is_not_read_as_growth(text):
    assert growth(text) is None


def test_amounts_are_put_as_people_put_them():
    assert [amount(850, "$"), amount(9_500, "€"), amount(61_500, "$"), amount(1.5, "%")] == [
        "$850",
        "€9500",
        "$61.5k",
        "+1.5%",
    ]


def test_a_cell_that_opens_with_a_level_can_be_compared():
    assert level("Usually moderate to high, for choosing models").words == "moderate to high"
    assert level("Very high · +40%").steps == ("level", 4, 4)
    assert level("Master").steps == level("a master’s degree").steps


@pytest.mark.parametrize(
    "text", ["Higher than elsewhere in the whole country", "much", "a highly skilled and tired crew"]
)
def test_words_that_only_look_like_a_level_are_none(text):
    assert level(text) is None


def test_degrees_are_found_anywhere():
    assert degrees("36% of postings name a PhD; some a Bachelor's degree") == {4: "Bachelor's", 6: "PhD"}
