"""What `advisor serve` makes of the library it finds."""

from pathlib import Path

import pytest

from advisor.library.shelf import CURRENT, mark_staged, point_to
from advisor.settings import Settings
from tests.ui.releases import publish
from ui.upkeep import State, examine


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "guides"
    folder.mkdir()
    (folder / "a.md").write_text("# A\n\nOne.", encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", embedder="model")


def test_nothing_published_wants_the_corpus(settings):
    found = examine(settings)

    assert (found.state, found.paths, found.wants_ingest) == (State.MISSING, (settings.corpus,), True)


def test_a_library_is_fresh_until_one_of_its_guides_changes(settings, guides):
    publish(settings.home, 1, [guides])
    before = examine(settings)

    (guides / "a.md").write_text("# A\n\nTwo.", encoding="utf-8")
    after = examine(settings)

    assert (before.state, after.state) == (State.FRESH, State.STALE)
    assert after.paths == (guides,)


def test_another_embedder_makes_a_library_stale(settings, guides):
    publish(settings.home, 1, [guides], embedder="other")

    assert examine(settings).state is State.STALE


def test_guides_that_are_gone_do_not_unpublish_their_library(settings, guides):
    publish(settings.home, 1, [guides, guides / "gone.md"])

    found = examine(settings)

    assert (found.state, found.wants_ingest) == (State.ORPHANED, False)


def test_going_back_is_respected_until_the_guides_change_again(settings, guides):
    first = publish(settings.home, 1, [guides])
    (guides / "a.md").write_text("# A\n\nBad.", encoding="utf-8")
    publish(settings.home, 2, [guides])
    point_to(settings.home, first)

    rolled_back = examine(settings)
    (guides / "a.md").write_text("# A\n\nMended.", encoding="utf-8")
    mended = examine(settings)

    assert (rolled_back.state, rolled_back.wants_ingest) == (State.ROLLED_BACK, False)
    assert mended.state is State.STALE


def test_a_corpus_set_on_purpose_replaces_the_guides_of_the_library(settings, guides, tmp_path):
    publish(settings.home, 1, [guides])
    other = tmp_path / "other"
    other.mkdir()

    found = examine(Settings(home=settings.home, embedder="model", corpus=other))

    assert (found.state, found.paths) == (State.STALE, (other,))


def test_a_pointer_to_a_release_that_is_not_there_counts_as_nothing_published(settings, guides):
    publish(settings.home, 1, [guides])
    (settings.home / CURRENT).write_text("20261130T100000000Z-0123abcd", encoding="utf-8")

    assert examine(settings).state is State.MISSING


def test_changed_guides_that_wait_to_be_published_are_not_published_by_serving(settings, guides):
    first = publish(settings.home, 1, [guides])
    (guides / "a.md").write_text("# A\n\nTwo.", encoding="utf-8")
    second = publish(settings.home, 2, [guides])
    point_to(settings.home, first)
    mark_staged(settings.home, second)

    found = examine(settings)

    assert (found.state, found.wants_ingest) == (State.STAGED, False)
