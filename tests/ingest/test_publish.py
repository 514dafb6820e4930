import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.domain import Unit
from advisor.embedder.source import DEFAULT_MODEL
from advisor.errors import AdvisorError, IngestError, LibraryError
from advisor.library.manifest import read_manifest, verify_release
from advisor.library.shelf import RELEASES, DirectoryShelf, current_release, list_releases, point_to
from ingest.embeddings import embed_all
from ingest.freshness import inputs_digest, is_current
from ingest.publish import EMBEDDINGS_FILE, LOCK_FILE, check_space
from tests.fakes import HashEmbedder
from tests.ingest.small_library import contents, guides, opened, publish_small

ROOT = Path(__file__).parents[2]
QUESTION = "What does an MLOps engineer earn?"
SENTENCES = 1_500  # Chroma flushes its index at the thousandth


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A home with one release, and the digest of nothing as its inputs."""
    home = tmp_path_factory.mktemp("first")
    return home, publish_small(home)


@pytest.fixture
def published(first, tmp_path):
    """A copy of that home: (home, release)."""
    shutil.copytree(first[0], tmp_path / "published")
    return tmp_path / "published", first[1].release


class CountingEmbedder(HashEmbedder):
    def __init__(self):
        self.texts: list[str] = []

    def embed(self, texts):
        self.texts += texts
        return super().embed(texts)


def answer(home):
    return [(match.passage.id, match.score) for match in opened(home, current_release(home)).search(QUESTION, 5)]


def run_publish(home, edition, largest_file=0, sentences=0):
    command = [sys.executable, "-m", "tests.ingest.small_library", home, edition, largest_file, sentences]
    return subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


# -- what is published -----------------------------------------------------------------------------------------------


def test_a_release_is_whole_and_says_what_it_was_made_from(first):
    home, published = first

    manifest = read_manifest(home / RELEASES / published.release)

    assert verify_release(home / RELEASES / published.release) == []
    assert manifest.counts == {"guides": 2, "passages": 3, "units": 6, "facts": 1, "points": 0}
    assert manifest.embedder.digest == HashEmbedder.digest
    assert all(guide.text == "" for guide in manifest.guides)
    assert (published.embedded, published.reused) == (6, 0)


def test_guides_stand_in_a_release_word_for_word(first):
    home, published = first

    for guide in guides():
        assert (home / RELEASES / published.release / "guides" / f"{guide.id}.md").read_bytes() == guide.text.encode()


def test_an_unchanged_corpus_makes_no_new_release(published):
    home, release = published

    again = publish_small(home)

    assert (again.release, again.embedded, again.reused) == (release, 0, 6)
    assert list_releases(home) == [release]


def test_a_damaged_release_is_built_anew_from_an_unchanged_corpus(published):
    home, release = published
    (home / RELEASES / release / "facts.jsonl").unlink()

    again = publish_small(home)

    assert again.release != release
    assert verify_release(home / RELEASES / again.release) == []


def test_only_what_changed_is_embedded_and_the_old_release_stays(published):
    home, older = published
    before = answer(home)
    counting = CountingEmbedder()

    changed = publish_small(home, 2, embedders=lambda *_: counting)

    assert (changed.embedded, changed.reused) == (1, 6)
    assert sum("Edition 2" in text for text in counting.texts) >= 1
    assert list_releases(home) == [changed.release, older]
    point_to(home, older)
    assert answer(home) == before


@pytest.mark.model
def test_the_real_embedders_export_travels_with_the_release(home):
    from advisor.embedder.export import open_embedder

    published = publish_small(home, embedder_name=DEFAULT_MODEL, embedders=open_embedder)

    assert DirectoryShelf(home, DEFAULT_MODEL).current().search(QUESTION, 1)[0].passage.guide_id == "pay"
    kept = next((home / "models").glob("*/model.onnx.data"))
    travelling = home / RELEASES / published.release / "model" / "model.onnx.data"
    assert travelling.samefile(kept)  # not ninety megabytes once more


def test_progress_is_told_step_by_step(tmp_path):
    told = []

    publish_small(tmp_path, progress=lambda *step: told.append(step))

    assert [step for step, _, _ in told if step != "embedding"] == [
        "preparing the embedding model",
        "building the indexes",
        "checking the release",
        "published",
    ]
    assert told[-1] == ("published", 1, 1)
    assert ("embedding", 6, 6) in told


# -- what is refused -------------------------------------------------------------------------------------------------


def test_nothing_is_published_of_nothing(tmp_path):
    with pytest.raises(IngestError, match="nothing to publish"):
        publish_small(tmp_path, passages=[], units=[])

    assert list_releases(tmp_path) == []


def test_one_id_twice_is_refused(tmp_path):
    with pytest.raises(IngestError, match="one id"):
        publish_small(tmp_path, guides=[*guides(), guides()[0]])


@pytest.mark.parametrize("name", ["../evil", "a/b", "", "..", "x" * 300, "nul\0"])
def test_an_id_that_cannot_be_a_files_name_is_refused(tmp_path, name):
    given = contents()
    evil = replace(given["guides"][0], id=name)
    passages = [replace(p, guide_id=name) for p in given["passages"] if p.guide_id == "work"]
    units = [Unit(p.id, p.start, p.end) for p in passages]

    with pytest.raises(IngestError, match="cannot be the name"):
        publish_small(tmp_path, guides=[evil], passages=passages, units=units, facts=[])

    assert list(tmp_path.iterdir()) == []


def test_a_second_ingest_at_the_same_time_is_refused(first):
    home, _ = first

    with FileLock(home / LOCK_FILE), pytest.raises(IngestError, match="Another ingest is running") as refused:
        publish_small(home, 2)

    assert "Wait" in refused.value.hint


def test_too_small_a_disk_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(IngestError, match="are free") as refused:
        check_space(tmp_path, 10**18)

    assert "Free some space" in refused.value.hint


def test_a_folder_that_cannot_be_made_is_an_expected_failure(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(IngestError, match="cannot be written"):
        publish_small(tmp_path / "file" / "home")


def test_a_failing_index_publishes_nothing(published, monkeypatch):
    home, release = published

    def failing(chroma, vectors):
        raise LibraryError("Chroma could not check the index.", hint="Try again.")

    monkeypatch.setattr("ingest.assemble.build_chroma", failing)
    with pytest.raises(LibraryError):
        publish_small(home, 2)

    assert current_release(home) == release
    assert [path.name for path in (home / RELEASES).iterdir()] == [release]


# -- kills and full disks --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stricken(tmp_path_factory):
    """A home with a release, in which ingests are killed one after the other."""
    home = tmp_path_factory.mktemp("stricken")
    publish_small(home)
    return home


WHEN = {
    "embedding begins": EMBEDDINGS_FILE,
    "the release is begun": f"{RELEASES}/.staging-*",
    "vectors are written": f"{RELEASES}/.staging-*/vectors.npy",
    "words are indexed": f"{RELEASES}/.staging-*/lexical/*",
    "Chroma is made": f"{RELEASES}/.staging-*/chroma/chroma.sqlite3",
    "Chroma flushes": f"{RELEASES}/.staging-*/chroma/*/data_level0.bin",
    "Chroma flushes again": f"{RELEASES}/.staging-*/chroma/*/index_metadata.pickle",
    "the manifest is written": f"{RELEASES}/.staging-*/manifest.json",
}


@pytest.mark.parametrize("moment", WHEN)
def test_a_kill_while_building_leaves_the_published_release(stricken, moment):
    release, before = current_release(stricken), answer(stricken)
    for database in stricken.glob(f"{EMBEDDINGS_FILE}*"):
        database.unlink()
    seen = set(stricken.glob(WHEN[moment]))

    process = run_publish(stricken, edition=2, sentences=SENTENCES)
    while process.poll() is None and not set(stricken.glob(WHEN[moment])) - seen:
        time.sleep(0.001)
    time.sleep(random.Random(moment).uniform(0, 0.02))
    assert process.poll() is None, process.stderr.read().decode()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()

    assert current_release(stricken) == release
    assert verify_release(stricken / RELEASES / release) == []
    assert answer(stricken) == before


def test_the_next_ingest_after_kills_publishes_and_cleans_up(stricken):
    published = publish_small(stricken, 3)

    assert current_release(stricken) == published.release
    assert verify_release(stricken / RELEASES / published.release) == []
    assert list((stricken / RELEASES).glob(".staging-*")) == []


def test_a_killed_ingest_goes_on_where_it_stopped(tmp_path):
    class Dying(HashEmbedder):
        calls = 0

        def embed(self, texts):
            self.calls += 1
            if self.calls > 2:
                raise KeyboardInterrupt
            return super().embed(texts)

    texts = [f"Sentence {n}" for n in range(1_000)]
    with pytest.raises(KeyboardInterrupt):
        embed_all(texts, Dying(), tmp_path / EMBEDDINGS_FILE, lambda done, total: None)

    embedded = embed_all(texts, HashEmbedder(), tmp_path / EMBEDDINGS_FILE, lambda done, total: None)

    assert (embedded.made, embedded.reused) == (744, 256)
    assert np.allclose(embedded.vectors, HashEmbedder().embed(texts))


@pytest.mark.parametrize("largest_file", [1_000, 20_000, 300_000, 700_000])
def test_a_full_disk_is_an_expected_failure_and_publishes_nothing(first, largest_file):
    home, published = first

    process = run_publish(home, 2, largest_file=largest_file, sentences=2_000)
    _, said = process.communicate(timeout=120)

    assert process.returncode == 1
    last = said.decode().strip().splitlines()[-1]
    assert last.startswith(("IngestError", "LibraryError"))
    assert "othing was published" in last
    assert current_release(home) == published.release
    assert verify_release(home / RELEASES / published.release) == []
    assert list((home / RELEASES).glob(".staging-*")) == []


# -- the cache of vectors --------------------------------------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=8), max_size=12))
def test_vectors_from_the_cache_are_those_of_the_embedder(tmp_path_factory, texts):
    database = tmp_path_factory.mktemp("cache") / EMBEDDINGS_FILE

    made = embed_all(texts, HashEmbedder(), database, lambda done, total: None)
    reused = embed_all(texts, HashEmbedder(), database, lambda done, total: None)

    assert np.array_equal(made.vectors, HashEmbedder().embed(texts))
    assert np.array_equal(reused.vectors, made.vectors)
    assert (reused.made, reused.reused) == (0, len(texts))


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\0" + b"\7" * 5_000, b""])
def test_a_damaged_cache_is_begun_anew(tmp_path, damage):
    (tmp_path / EMBEDDINGS_FILE).write_bytes(damage)

    embedded = embed_all(["pay"], HashEmbedder(), tmp_path / EMBEDDINGS_FILE, lambda done, total: None)

    assert embedded.made == 1


def test_a_damaged_vector_is_made_anew(tmp_path):
    embed_all(["pay", "work"], HashEmbedder(), tmp_path / EMBEDDINGS_FILE, lambda done, total: None)
    with sqlite3.connect(tmp_path / EMBEDDINGS_FILE) as cache:
        cache.execute("UPDATE embeddings SET vector = zeroblob(length(vector))")
    cache.close()

    embedded = embed_all(["pay", "work"], HashEmbedder(), tmp_path / EMBEDDINGS_FILE, lambda done, total: None)

    assert (embedded.made, embedded.reused) == (2, 0)


def test_another_embedders_vectors_are_not_taken(tmp_path):
    other = HashEmbedder()
    other.digest = "0" * 64
    embed_all(["pay"], HashEmbedder(), tmp_path / EMBEDDINGS_FILE, lambda done, total: None)

    assert embed_all(["pay"], other, tmp_path / EMBEDDINGS_FILE, lambda done, total: None).made == 1


# -- freshness -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def read_corpus(tmp_path_factory):
    """A corpus of two files, and a home with a release of it."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "corpus" / "guides").mkdir(parents=True)
    (folder / "corpus" / "guides" / "pay.md").write_text("# Pay\n")
    (folder / "corpus" / "roles.yaml").write_text("[]\n")
    publish_small(folder / "home", inputs=[str(folder / "corpus")])
    return folder


@pytest.fixture
def corpus(read_corpus, tmp_path):
    shutil.copytree(read_corpus / "corpus", tmp_path / "corpus")
    return tmp_path / "corpus"


def test_a_release_is_current_until_its_files_change(read_corpus, corpus, tmp_path):
    home = read_corpus / "home"

    assert is_current(home, [corpus], "hash")
    assert not is_current(home, [corpus], "another")
    assert not is_current(tmp_path / "nowhere", [corpus], "hash")
    (corpus / "guides" / "pay.md").write_text("# Pay!\n")
    assert not is_current(home, [corpus], "hash")


def test_a_damaged_release_is_not_current(read_corpus, corpus, tmp_path):
    shutil.copytree(read_corpus / "home", tmp_path / "home")
    [units] = (tmp_path / "home" / RELEASES).glob("*/units.jsonl")

    units.write_text("")

    assert not is_current(tmp_path / "home", [corpus], "hash")


def test_a_file_changed_while_it_was_read_is_noticed(tmp_path, corpus):
    before = inputs_digest([corpus])
    (corpus / "guides" / "pay.md").write_text("# Pay!\n")

    publish_small(tmp_path / "home", inputs=[str(corpus)], read_digest=before)

    assert not is_current(tmp_path / "home", [corpus], "hash")


@pytest.mark.parametrize(
    "change",
    [
        lambda corpus: (corpus / "guides" / "new.md").write_text("# New\n"),
        lambda corpus: (corpus / "guides" / "pay.md").unlink(),
        lambda corpus: (corpus / "guides" / "pay.md").rename(corpus / "guides" / "wage.md"),
        lambda corpus: (corpus / "roles.yaml").write_text("[ ]\n"),
    ],
    ids=["a new file", "a file gone", "a file renamed", "another byte"],
)
def test_any_change_of_the_files_changes_their_digest(corpus, change):
    before = inputs_digest([corpus])

    change(corpus)

    assert inputs_digest([corpus]) != before


def test_the_order_of_paths_and_hidden_files_do_not_count(corpus, tmp_path):
    before = inputs_digest([corpus, tmp_path / "nowhere"])

    (corpus / ".notes.swp").write_text("x")

    assert inputs_digest([tmp_path / "nowhere", str(corpus)]) == before


def test_asking_whether_it_is_current_loads_nothing_heavy():
    code = (
        "import sys, ingest.freshness;"
        "print(*{'torch', 'sentence_transformers', 'chromadb', 'bm25s', 'onnxruntime', 'gradio'} & sys.modules.keys())"
    )

    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stdout.split() == []


def test_a_manifest_can_be_read_by_people(first):
    home, published = first

    manifest = json.loads((home / RELEASES / published.release / "manifest.json").read_text())

    assert manifest["id"] == published.release
    assert issubclass(IngestError, AdvisorError)
