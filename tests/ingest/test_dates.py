from datetime import date, datetime

import pytest

from ingest.dates import iso


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-05-12", "2026-05-12"),
        ("2026-5-2", "2026-05-02"),
        ("2026/05/12", "2026-05-12"),
        ("2026-05-12T08:00:00Z", "2026-05-12"),
        ("2026-05", "2026-05"),
        (2026, "2026"),
        (date(2026, 5, 12), "2026-05-12"),
        (datetime(2026, 5, 12, 8), "2026-05-12"),
        ("May 12, 2026", "2026-05-12"),
        ("Last updated on May 12th, 2026.", "2026-05-12"),
        ("12 May 2026", "2026-05-12"),
        ("the 3rd of September 2025", "2025-09-03"),
        ("Sept. 2025", "2025-09"),
        ("soon", None),
        ("2026-13-01", None),
        ("February 31, 2026", None),
        ("", None),
        ("12/05/2026", None),  # may be May or December
    ],
)
def test_dates_as_people_write_them(value: object, expected: str | None):
    assert iso(value) == expected
