import pytest

from advisor.question.amounts import in_thousands

PRINTED = frozenset({191_000.0, 130_000.0, 185_000.0, 300.0, "36%"})


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("so it tops out at 191?", "so it tops out at 191k?"),
        ("from 130 to 185", "from 130k to 185k"),
        ("is it $191k", "is it $191k"),
        ("191% more", "191% more"),
        ("a class of 300", "a class of 300"),
        ("room 404", "room 404"),
        ("the 1,191 of us", "the 1,191 of us"),
    ],
)
def test_a_bare_number_is_read_in_thousands_where_only_the_thousandfold_is_printed(said, meant):
    assert in_thousands(said, PRINTED) == meant
