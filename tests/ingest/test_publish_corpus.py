import time

import pytest

from advisor.embedder.source import DEFAULT_MODEL
from advisor.library.manifest import verify_release
from advisor.library.shelf import RELEASES, DirectoryShelf, current_release
from ingest.freshness import is_current
from tests.conftest import ROOT

pytestmark = pytest.mark.model


def test_the_corpus_is_published_whole_and_current(corpus_home):
    release = current_release(corpus_home)

    assert verify_release(corpus_home / RELEASES / release) == []
    assert is_current(corpus_home, [ROOT / "corpus"], DEFAULT_MODEL)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much does an MLOps engineer earn?", "$"),
        ("Which tools does an MLOps engineer use?", "MLflow"),
        ("Does an ML engineer need more math than an MLOps engineer?", "math"),
        ("Can I become an MLOps engineer without a degree?", "degree"),
    ],
)
def test_the_corpus_is_found_by_plain_questions(corpus_home, question, words):
    library = DirectoryShelf(corpus_home, DEFAULT_MODEL).current()

    found = library.search(question, 5)

    assert any(words.lower() in match.passage.text.lower() for match in found)


def test_a_warm_search_takes_milliseconds(corpus_home):
    library = DirectoryShelf(corpus_home, DEFAULT_MODEL).current()
    library.search("warm up", 8)

    started = time.perf_counter()
    library.search("What does an MLOps engineer do all day?", 8)

    assert time.perf_counter() - started < 0.25  # some 10 ms on an idle machine
