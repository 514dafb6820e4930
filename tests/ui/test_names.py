from datetime import date

import pytest

from ui.names import with_age


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026-11-02", "2 November 2026, less than a month old"),
        ("2026-10", "October 2026, 1 month old"),
        ("2026-05-12", "12 May 2026, 6 months old"),
        ("2024-11", "November 2024, 2 years old"),
        ("2027-01", "January 2027"),
        ("", "undated"),
        (None, "undated"),
    ],
)
def test_a_date_says_how_old_it_is(written, shown):
    assert with_age(written, date(2026, 11, 20)) == shown
