"""What every library promises: the fake, and the real one with the exact scan, with Chroma and behind a quarantine."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.errors import LibraryError
from advisor.library.withheld import WithheldLibrary
from tests.fakes import MemoryLibrary, MemoryShelf
from tests.ingest.small_library import contents, guides, opened, publish_small


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    return home, publish_small(home).release


@pytest.fixture(scope="module", params=["fake", "exact scan", "Chroma", "nothing withdrawn"])
def library(request, published):
    given = contents()
    if request.param == "fake":
        return MemoryLibrary(given["guides"], given["passages"], units=given["units"], facts=given["facts"])
    real = opened(*published, chroma_from=0 if request.param == "Chroma" else 25_000)
    return WithheldLibrary(real, {}) if request.param == "nothing withdrawn" else real


def test_it_holds_what_was_published(library):
    given = contents()

    assert library.guides == {guide.id: guide for guide in guides()}
    assert set(library.passages.values()) == set(given["passages"])
    assert sorted(library.units, key=repr) == sorted(given["units"], key=repr)
    assert list(library.facts) == given["facts"]


def test_guides_and_passages_stand_in_order(library):
    places = [(passage.guide_id, passage.start) for passage in library.passages.values()]

    assert list(library.guides) == sorted(library.guides)
    assert places == sorted(places)


def test_a_units_words_stand_in_its_passage(library):
    for unit in library.units:
        passage = library.passages[unit.passage_id]

        assert passage.start <= unit.start < unit.end <= passage.end


def test_the_passage_that_speaks_of_it_comes_first(library):
    best = library.search("Who keeps models running in production?", 3)[0]

    assert best.passage.guide_id == "work"
    assert library.guides["work"].text[best.start : best.end].startswith("An MLOps engineer keeps")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(query=st.text(max_size=60), limit=st.integers(-1, 9))
def test_each_passage_is_found_once_and_best_first(library, query, limit):
    found = library.search(query, limit)

    assert len({match.passage.id for match in found}) == len(found) <= max(0, limit)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all(-1.01 <= match.similarity <= 1.01 for match in found)


@pytest.mark.parametrize("query", ["", "  \n"], ids=["empty", "blank"])
def test_a_blank_question_finds_nothing(library, query):
    assert library.search(query, 5) == []


def test_a_question_of_stop_words_shares_no_word(library):
    assert not library.scores("what is the").lexical.any()


def test_scores_stand_beside_the_units(library):
    scores = library.scores("production")

    assert scores.dense.shape == scores.lexical.shape == (len(library.units),)
    best = library.units[int(np.argmax(scores.lexical))]
    assert "production" in library.guides["work"].text[best.start : best.end]


def test_an_empty_shelf_says_what_to_run():
    with pytest.raises(LibraryError) as refused:
        MemoryShelf().current()

    assert "advisor ingest" in refused.value.hint
