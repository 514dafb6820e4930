"""The questions beside the digests: each stands on words that are there, is asked once, and is nobody else's text."""

import json
import os
from pathlib import Path

import pytest
import yaml

from ingest.questions import questions_beside
from ingest.readers import read
from tests.corpus.conftest import CORPUS, DIGESTS, ROOT

SHARED = Path(os.environ.get("ADVISOR_SHARED", ROOT.parent / "shared"))
each_digest = pytest.mark.parametrize("stem", DIGESTS)


def guide_of(stem: str) -> Path:
    return CORPUS / "guides" / f"{stem}.md"


def plain(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip(" ?.!")


def asked(stem: str) -> list[str]:
    return [question for entry in questions_beside(guide_of(stem)) for question in entry.asks]


@each_digest
def test_each_question_stands_on_words_of_its_guide(stem):
    reading = read(guide_of(stem))

    assert reading.answered
    assert [entry.words for entry in reading.answered if entry.words not in reading.guide.text] == []


@each_digest
def test_no_question_is_asked_twice_of_one_guide(stem):
    questions = [plain(question) for question in asked(stem)]

    assert sorted({q for q in questions if questions.count(q) > 1}) == []


@each_digest
def test_no_question_is_taken_from_what_the_answers_are_measured_by(stem):
    """An answer that was found by the very question of a test would measure nothing."""
    files = [*(ROOT / "tests" / "evals").glob("*.jsonl"), SHARED / "eval" / "questions_dev.jsonl"]
    lines = [line for file in files if file.is_file() for line in file.read_text().splitlines()]
    measured = {plain(turn) for line in lines for turn in json.loads(line).get("turns", ())}

    own = {plain(question) for question in asked(stem) if len(question.split()) > 5}

    assert own & measured == set()


def test_the_files_are_plain_lists():
    for stem in DIGESTS:
        assert isinstance(yaml.safe_load((CORPUS / "guides" / f"{stem}.questions.yaml").read_text()), list)
