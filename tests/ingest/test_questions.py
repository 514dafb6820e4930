"""Questions beside a guide: how they become units, and what is said of those that cannot."""

import pytest

from advisor.domain import Vocabulary
from advisor.errors import IngestError
from ingest.pipeline import shelve
from ingest.readers import read

TABLE = "| Aspect | Tunneller | Bridger |\n|---|---|---|\n| Pay | $70k | $66k |\n"
GUIDE = f"# Tunnels\n\nTunnellers dig. They earn $70k.\n\n{TABLE}"


@pytest.fixture
def beside(tmp_path):
    def write(questions: str):
        (tmp_path / "tunnels.md").write_text(GUIDE)
        (tmp_path / "tunnels.questions.yaml").write_text(questions)
        return read(tmp_path / "tunnels.md")

    return write


def asked(reading):
    shelved = shelve([reading], Vocabulary())
    text = reading.guide.text
    return [(unit.asks, text[unit.start : unit.end]) for unit in shelved.units if unit.asks], shelved.warnings


def test_each_question_finds_the_sentence_that_answers_it(beside):
    reading = beside('- words: They earn $70k.\n  asks: ["For my wallet?", "Worth the dust?"]\n')

    found, warnings = asked(reading)

    assert found == [
        ("for my wallet?", "They earn $70k."),
        ("worth the dust?", "They earn $70k."),
    ]
    assert warnings == ()


def test_a_question_about_a_cell_finds_its_row(beside):
    found, _ = asked(beside('- words: $66k\n  asks: ["And the other?"]\n'))

    assert found == [("and the other?", "| Pay | $70k | $66k |")]


def test_words_that_are_no_longer_in_the_guide_are_named_and_left_out(beside):
    found, warnings = asked(beside('- words: They earn $90k.\n  asks: ["How much?"]\n'))

    assert found == []
    assert warnings == (
        ("tunnels", "the words “They earn $90k.” of its questions are not in it: their questions are left out"),
    )


@pytest.mark.parametrize(
    "broken", ["- words: [", "- asks: [Why?]", "- words: a\n  asks: [Why?]\n  more: b", "just text"]
)
def test_a_broken_file_is_refused_by_name(beside, broken):
    with pytest.raises(IngestError, match=r"tunnels\.questions\.yaml cannot be read") as refused:
        beside(broken)

    assert "words, asks" in refused.value.hint


def test_without_questions_nothing_is_added(tmp_path):
    (tmp_path / "tunnels.md").write_text(GUIDE)

    found, warnings = asked(read(tmp_path / "tunnels.md"))

    assert (found, warnings) == ([], ())
