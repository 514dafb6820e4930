from datetime import date

import pytest

from ui.dates import is_past, months_since, readable

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2026-05-12", "12 May 2026"),
        ("2026-05", "May 2026"),
        ("2026", "2026"),
        ("2026-13-01", "2026-13-01"),
        ("spring 2026", "spring 2026"),
        ("2026-05-12T10:00:00Z", "May 2026"),
    ],
)
def test_a_date_is_written_as_a_person_writes_it(date, shown):
    assert readable(date) == shown


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("2026-11-21", 0),
        ("2026-11-01", 0),
        ("2026-10-22", 0),
        ("2026-10-21", 1),
        ("2026-05", 6),
        ("2024-11-21", 24),
        ("2024", 24),
        ("2026-12", None),
        ("2030", None),
        ("2026-13", None),
        ("spring 2020", None),
        ("", None),
    ],
)
def test_an_age_is_counted_in_whole_months_as_far_as_the_date_tells(written, months):
    assert months_since(written, TODAY) == months


@pytest.mark.parametrize(
    ("written", "past"),
    [("2026-11-20", True), ("2026-11-21", False), ("2026-10", True), ("2026-11", False), ("2025", True),
     ("2026", False), ("soon", False), ("", False)],
)  # fmt: skip
def test_a_day_a_month_or_a_year_is_past_once_it_is_over(written, past):
    assert is_past(written, TODAY) == past
