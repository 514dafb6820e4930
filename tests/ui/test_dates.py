import pytest

from ui.dates import readable


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
