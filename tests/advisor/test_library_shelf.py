import shutil
import subprocess
import sys
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.audit.quarantine import of_passage
from advisor.bootstrap import build_advisor, build_desk
from advisor.domain import Origin
from advisor.embedder.source import DEFAULT_MODEL, SentenceTransformerEmbedder
from advisor.errors import LibraryError
from advisor.library.shelf import (
    CURRENT,
    RELEASES,
    DirectoryShelf,
    PinnedShelf,
    current_release,
    list_releases,
    point_to,
)
from advisor.settings import Settings
from tests.ingest.small_library import guides, publish_small

QUESTION = "What does an MLOps engineer earn?"
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def two_releases(tmp_path_factory, models, embedder):
    home = tmp_path_factory.mktemp("home")
    real = {"embedder_name": DEFAULT_MODEL, "embedders": lambda name, models, threads: embedder}
    return home, publish_small(home, 1, **real).release, publish_small(home, 2, **real).release


@pytest.fixture
def shelved(two_releases, tmp_path):
    """A home of its own: (home, older release, published release)."""
    home, older, newer = two_releases
    shutil.copytree(home, tmp_path / "home")
    return tmp_path / "home", older, newer


def test_the_published_release_is_opened(shelved):
    home, older, newer = shelved

    library = DirectoryShelf(home, DEFAULT_MODEL).current()

    assert library.release == newer == current_release(home)
    assert library.search(QUESTION, 1)[0].passage.guide_id == "pay"
    assert list_releases(home) == [newer, older]


def test_a_release_is_opened_once_until_another_is_published(shelved):
    home, older, newer = shelved
    shelf = DirectoryShelf(home, DEFAULT_MODEL)
    held = shelf.current()
    again = shelf.current()

    point_to(home, older)

    assert again is held
    assert shelf.current().release == older
    assert held.release == newer
    assert held.search(QUESTION, 1)


def test_the_next_release_is_opened_without_loading_the_model_again(shelved):
    home, older, _ = shelved
    shelf = DirectoryShelf(home, DEFAULT_MODEL)
    held = shelf.current()

    point_to(home, older)

    assert shelf.current().embedder is held.embedder


def test_an_old_guide_can_still_be_read(shelved):
    home, older, newer = shelved
    shelf = DirectoryShelf(home, DEFAULT_MODEL)

    assert shelf.guide("work", older) == guides(1)[0]
    assert shelf.guide("work", newer) == shelf.guide("work") == guides(2)[0]


def test_an_old_guide_is_read_from_its_release_after_a_new_one_is_published(shelved):
    home, older, newer = shelved
    shelf = DirectoryShelf(home, DEFAULT_MODEL)
    shelf.current()

    point_to(home, older)

    assert shelf.guide("work", newer) == guides(2)[0]
    assert shelf.guide("work") == guides(1)[0]


@pytest.mark.parametrize("release", ["", "..", "../..", "latest", "20260101T000000000Z-00000000", "a\0b", "x" * 5000])
def test_there_is_no_guide_in_a_release_that_is_not_there(shelved, release):
    assert DirectoryShelf(shelved[0], DEFAULT_MODEL).guide("work", release) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(guide_id=st.text(max_size=30) | st.sampled_from(["../manifest", "work.md", "../../current", "work/../pay"]))
def test_no_name_of_a_guide_leads_anywhere_else(two_releases, guide_id):
    home, older, _ = two_releases
    shelf = DirectoryShelf(home, DEFAULT_MODEL)

    guide = shelf.guide(guide_id, older)

    assert guide is None or guide.id == guide_id in {"work", "pay"}


def test_an_empty_home_says_what_to_run(tmp_path):
    with pytest.raises(LibraryError, match="No library is published") as refused:
        DirectoryShelf(tmp_path / "nowhere", DEFAULT_MODEL).current()

    assert refused.value.hint == "Run: advisor ingest."


@pytest.mark.parametrize("pointer", ["", "../elsewhere", "20260101T000000000Z-00000000", "\0", "ü"])
def test_a_pointer_to_nothing_is_an_expected_failure(shelved, pointer):
    (shelved[0] / CURRENT).write_text(pointer)

    with pytest.raises(LibraryError) as refused:
        DirectoryShelf(shelved[0], DEFAULT_MODEL).current()

    assert "advisor ingest" in refused.value.hint


def test_an_empty_release_folder_is_an_expected_failure(shelved):
    home, _, newer = shelved
    shutil.rmtree(home / RELEASES / newer)
    (home / RELEASES / newer).mkdir()

    with pytest.raises(LibraryError, match="cannot be read"):
        DirectoryShelf(home, DEFAULT_MODEL).current()


def test_another_embedder_by_setting_is_refused_with_what_to_run(shelved):
    with pytest.raises(LibraryError, match="not with someone/else") as refused:
        DirectoryShelf(shelved[0], "someone/else").current()

    assert "advisor ingest" in refused.value.hint


@pytest.mark.parametrize("damage", ["missing", "cut short"])
def test_without_its_export_a_release_is_searched_by_the_source(shelved, damage):
    home, _, newer = shelved
    weights = home / RELEASES / newer / "model" / "model.onnx.data"
    weights.unlink()
    if damage == "cut short":
        weights.write_bytes(b"short")

    library = DirectoryShelf(home, DEFAULT_MODEL).current()

    assert isinstance(library.embedder, SentenceTransformerEmbedder)
    assert library.search(QUESTION, 1)[0].passage.guide_id == "pay"


def test_going_back_to_a_release_that_is_not_there_changes_nothing(shelved):
    home, _, newer = shelved

    for release in ("../x", "20260101T000000000Z-00000000"):
        with pytest.raises(LibraryError, match="There is no release"):
            point_to(home, release)

    assert current_release(home) == newer


def test_readers_never_see_half_a_change(shelved):
    """Eight readers ask while the pointer goes back and forth; every answer is of one release."""
    home, older, newer = shelved
    shelf = DirectoryShelf(home, DEFAULT_MODEL)
    texts = {older: guides(1)[0].text, newer: guides(2)[0].text}
    wrong: list[str] = []
    done = threading.Event()

    def read():
        while not done.is_set():
            library = shelf.current()
            if library.guides["work"].text != texts[library.release] or not library.search(QUESTION, 1):
                wrong.append(library.release)

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for turn in range(30):
        point_to(home, older if turn % 2 else newer)
    done.set()
    for reader in readers:
        reader.join()

    assert wrong == []


def test_asking_the_library_loads_nothing_heavy(shelved):
    code = (
        "import sys; from pathlib import Path; from advisor.library.shelf import DirectoryShelf;"
        f"DirectoryShelf(Path({str(shelved[0])!r}), {DEFAULT_MODEL!r}).current().search({QUESTION!r}, 3);"
        "print(*{'torch', 'sentence_transformers', 'chromadb', 'bm25s', 'scipy', 'gradio'} & sys.modules.keys())"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.split() == []


def test_any_release_can_be_opened_without_publishing_it(shelved):
    home, older, newer = shelved
    shelf = DirectoryShelf(home, DEFAULT_MODEL)

    assert shelf.open(older).release == older
    assert shelf.current().release == newer
    assert shelf.open(newer) is shelf.current()
    with pytest.raises(LibraryError):
        shelf.open("../../etc")


def test_a_pinned_library_stays_whatever_is_published(shelved):
    home, older, newer = shelved
    pinned = PinnedShelf(DirectoryShelf(home, DEFAULT_MODEL).open(older))

    point_to(home, newer)

    assert pinned.current().release == older
    assert pinned.guide("pay") == pinned.guide("pay", older)
    assert pinned.guide("pay", newer) is None


def test_a_desk_asks_any_release_and_a_running_advisor_obeys_its_quarantine(shelved):
    home, older, _ = shelved
    settings = Settings(home=home, embedder=DEFAULT_MODEL)
    advisor, desk = build_advisor(settings), build_desk(settings)
    before = advisor.ask(QUESTION)

    replayed = desk.asking(desk.release(older))([QUESTION])
    for source in before.citations:
        desk.quarantine.add(of_passage(desk.published().passages[source.passage_id]), "wrong", "Ada")
    after = advisor.ask(QUESTION)

    assert (replayed.release, replayed.origin) == (older, Origin.REPLAY)
    assert before.citations
    assert not {s.passage_id for s in before.citations} & {s.passage_id for s in after.citations}
    assert set(advisor.withdrawn()) == {source.passage_id for source in before.citations}
    assert next(desk.past.citing(["pay"])).answer.record_id == before.record_id
