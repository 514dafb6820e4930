"""Dates as a person reads them. Knows no words of the page."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def readable(date: str) -> str:
    """`2026-05-12` as "12 May 2026", `2026-05` as "May 2026"; anything else as it stands."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return date
    name = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day.isdecimal() else name
