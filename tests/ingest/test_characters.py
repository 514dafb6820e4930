import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import IngestError
from ingest.characters import clean, decode, without_comments


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(text: str):
    once, _ = clean(text)

    assert clean(once) == (once, 0)


@pytest.mark.parametrize(
    "hidden",
    ["\u200b", "\u2060", "\ufeff", "\u202e", "\u2066", "\u00ad", "\U000e0041", "\x07", "\x1b", "\ufe01"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_hidden_characters_are_taken_out_and_counted(hidden: str):
    assert clean(f"pa{hidden}y") == ("pay", 1)


@pytest.mark.parametrize("seen", ["ক্‌ষ", "👩\u200d💻", "naïve", "$118k – $191k", "“yes” → 3½"])
def test_characters_that_people_see_stay(seen: str):
    assert clean(seen) == (seen, 0)


def test_spaces_and_line_ends_become_plain():
    assert clean("a\u00a0b\r\nc\rd\u2028e") == ("a b\nc\nd\ne", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Pay is good. <!-- S1-F01 -->\nNext.", "Pay is good.\nNext.", id="at the end of a line"),
        pytest.param("One <!-- a --> two", "One two", id="inside a line"),
        pytest.param("| a |\n<!-- b -->\n| c |", "| a |\n| c |", id="a line of its own"),
        pytest.param("a <!-- x\ny --> b", "a b", id="over two lines"),
        pytest.param("a <!-- b", "a <!-- b", id="never closed"),
        pytest.param("a --> b", "a --> b", id="never opened"),
        pytest.param("| 3% <!-- S1 --> | x |", "| 3% | x |", id="in a table"),
        pytest.param("<!-- a --> <!-- b -->\nc", "c", id="two on one line"),
    ],
)
def test_comments_vanish(text: str, expected: str):
    assert without_comments(text) == expected


def test_many_unclosed_comments_do_not_take_long():
    text = "<!--" * 200_000

    assert without_comments(text) == text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n\t\n", "empty", id="blank"),
        pytest.param(b"%PDF-1.7 ...", "a PDF", id="PDF"),
        pytest.param(b"PK\x03\x04....", "office", id="office document"),
        pytest.param(b"text\0more", "binary", id="binary"),
        pytest.param("Pay".encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param(b"fine\nna\xefve", "not UTF-8 (line 2)", id="Latin-1"),
    ],
)
def test_what_is_not_text_is_refused_with_a_hint(content: bytes, says: str):
    with pytest.raises(IngestError, match=r"guide\.txt") as refused:
        decode(content, "guide.txt")

    assert says in str(refused.value)
    assert refused.value.hint


def test_a_byte_order_mark_is_no_text():
    assert decode(b"\xef\xbb\xbfPay", "guide.txt") == "Pay"
