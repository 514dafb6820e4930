from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain import GuideKind
from tests.ui.commands.conftest import ANSWER
from ui.terminal import answer_text, as_json, harmless, table, wrapped

LONG = "An MLOps engineer keeps models running in production and watches over them day and night."
(SOURCE,) = ANSWER.citations


def test_long_lines_are_wrapped_and_items_hang_under_their_text():
    text = wrapped(f"Short.\n\n- {LONG}", 40)

    assert text.splitlines()[:4] == [
        "Short.",
        "",
        "- An MLOps engineer keeps models running",
        "  in production and watches over them",
    ]


def test_rows_of_a_table_stay_whole():
    row = f"| {LONG} | {LONG} |"

    assert wrapped(row, 40) == row


def test_nothing_is_wrapped_where_there_is_no_terminal():
    assert wrapped(LONG * 5, None) == LONG * 5


def test_an_original_is_not_called_a_digest_and_its_date_is_shown():
    source = replace(SOURCE, guide_kind=GuideKind.ORIGINAL, updated="2026-05")

    text = answer_text(replace(ANSWER, citations=(source,)), None)

    assert "[1] Which job? · A school · 2026-05 · Math" in text


def test_an_answer_without_sources_has_no_heading_for_them():
    assert answer_text(replace(ANSWER, citations=()), None) == ANSWER.answer


@given(st.text())
def test_no_text_can_steer_the_terminal(text):
    shown = harmless(text)

    assert all(c in "\n\t" or (ord(c) >= 32 and not 127 <= ord(c) < 160) for c in shown)


@given(st.text(), st.integers(20, 100))
def test_wrapping_loses_no_word(text, columns):
    assert wrapped(text, columns).split() == harmless(text).split()


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "latin-1", None])
def test_json_can_be_carried_by_every_stream(encoding):
    line = as_json({"text": "“ü”\n\ud800"}, encoding)

    assert "\n" not in line
    assert line.encode(encoding or "ascii").decode("utf-8") == line


def test_columns_line_up():
    assert table(("id", "n"), [("long-id", "1"), ("x", "22")]).splitlines() == [
        "id       n",
        "long-id  1",
        "x        22",
    ]


def test_a_correction_stands_below_the_words_it_corrects():
    noted = replace(ANSWER, citations=(replace(ANSWER.citations[0], note="It is less."),))

    assert answer_text(noted, None).splitlines()[-1].strip() == "Correction: It is less."
