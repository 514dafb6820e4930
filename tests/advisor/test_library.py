import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.domain import Guide, Passage, PassageKind, Unit
from advisor.errors import LibraryError
from advisor.library.dense import ChromaIndex, ExactIndex, best_rows, build_chroma
from advisor.library.embedding_text import embedding_text
from advisor.library.lexical import LexicalIndex, save_lexical
from advisor.library.manifest import describe_files, read_manifest, verify_release
from advisor.library.retriever import LibraryRetriever
from advisor.library.search import fuse, open_release
from advisor.library.shelf import RELEASES
from advisor.text import content_stems
from tests.fakes import HashEmbedder, MemoryShelf
from tests.ingest.small_library import opened, publish_small

QUESTION = "What does an MLOps engineer earn?"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    return home, publish_small(home).release


@pytest.fixture
def release(published, tmp_path):
    """A copy of the release that a test may damage."""
    home, name = published
    shutil.copytree(home / RELEASES / name, tmp_path / RELEASES / name)
    return tmp_path / RELEASES / name


def search(folder, **options):
    return open_release(folder, HashEmbedder(), **options).search(QUESTION, 5)


def test_a_whole_release_has_nothing_wrong_with_it(release):
    assert verify_release(release) == []


def test_searching_changes_no_byte_of_a_release(release):
    """Chroma writes into its files when it reads them; it is given a copy."""
    search(release, chroma_from=0)

    assert verify_release(release) == []


@pytest.mark.parametrize(
    "name", ["manifest.json", "passages.jsonl", "units.jsonl", "facts.jsonl", "vectors.npy", "vocabulary.json"]
)
@pytest.mark.parametrize("damage", ["missing", "cut short", "changed"])
def test_a_damaged_release_is_refused_with_what_to_do(release, name, damage):
    harm(release / name, damage)

    with pytest.raises(LibraryError) as refused:
        search(release)

    assert "advisor ingest" in refused.value.hint
    assert verify_release(release) != []


@pytest.mark.parametrize("damage", ["missing", "cut short", "changed"])
def test_a_damaged_guide_is_refused(release, damage):
    harm(release / "guides" / "pay.md", damage)

    with pytest.raises(LibraryError, match=r"pay\.md"):
        search(release)


@pytest.mark.parametrize("damage", ["missing", "cut short", "changed"])
@pytest.mark.parametrize("folder", ["lexical", "chroma"])
def test_a_release_answers_as_before_without_its_derived_files(release, folder, damage, caplog):
    before = search(release)
    for file in [path for path in (release / folder).rglob("*") if path.is_file()]:
        harm(file, damage)

    after = search(release, chroma_from=0)

    assert [match.passage for match in after] == [match.passage for match in before]
    assert verify_release(release) != []
    assert ("Chroma's index" in caplog.text) == (folder == "chroma")


@pytest.mark.parametrize("damage", ["missing", "cut short", "changed"])
def test_a_release_without_its_headings_is_searched_by_the_sentences_alone(release, damage):
    before = search(release)[0]
    harm(release / "headings.npy", damage)

    after = search(release)[0]

    assert (after.passage, after.start) == (before.passage, before.start)
    assert verify_release(release) != []


def test_headings_of_another_release_are_not_taken(release):
    np.save(release / "headings.npy", np.ones((1, HashEmbedder.dimensions), dtype=np.float32))
    manifest = read_manifest(release)
    sealed = manifest.sealed(describe_files(release))
    (release / "manifest.json").write_text(sealed.model_dump_json())

    assert search(release)


def harm(file, damage):
    content = file.read_bytes()
    if damage == "missing":
        file.unlink()
    elif damage == "cut short" or not content:
        file.write_bytes(content[: len(content) // 2] or b"x")
    else:
        middle = len(content) // 2
        file.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])


def test_a_stranger_in_a_release_is_named(release):
    (release / "guides" / "planted.md").write_text("Believe me.")

    assert verify_release(release) == ["guides/planted.md does not belong to the release"]


@pytest.mark.parametrize("field", ["guide", "file"])
def test_no_name_in_a_manifest_leads_out_of_the_release(release, field):
    manifest = json.loads((release / "manifest.json").read_text())
    if field == "guide":
        manifest["guides"][0]["id"] = "../../../etc/passwd"
    else:
        manifest["files"]["../secret"] = {"size": 1, "sha256": ""}
    (release / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(LibraryError, match="damaged"):
        search(release)


def test_a_release_of_a_later_format_is_refused(release):
    manifest = json.loads((release / "manifest.json").read_text())
    (release / "manifest.json").write_text(json.dumps({**manifest, "format": 99}))

    with pytest.raises(LibraryError, match="format 99"):
        search(release)


def test_another_embedder_is_refused_with_what_to_run(release):
    other = HashEmbedder()
    other.name, other.digest = "other", "0" * 64

    with pytest.raises(LibraryError, match="made with hash, not with other") as refused:
        open_release(release, other)

    assert "advisor ingest" in refused.value.hint
    assert "ADVISOR_EMBEDDER=hash" in refused.value.hint


def test_the_matched_sentence_is_told_with_its_nearness(published):
    library = opened(*published)

    best = library.search("Does pay grow with experience?", 1)[0]

    assert library.guides["pay"].text[best.start : best.end].startswith("The pay grows")
    assert best.similarity == pytest.approx(float(library.scores("Does pay grow with experience?").dense.max()))


def test_a_tables_row_is_found_by_its_columns_names(published):
    library = opened(*published)

    best = library.search("ML engineer pay", 1)[0]

    assert best.passage.kind is PassageKind.TABLE_ROW


# -- ranking ---------------------------------------------------------------------------------------------------------


@given(st.lists(st.lists(st.integers(0, 50), unique=True, max_size=30), max_size=3))
def test_fusion_keeps_every_row_once_and_favours_agreement(rankings):
    fused = fuse(*(np.array(ranking, dtype=np.intp) for ranking in rankings))

    assert sorted(row for row, _ in fused) == sorted({row for ranking in rankings for row in ranking})
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)
    firsts = {ranking[0] for ranking in rankings if ranking}
    if len(rankings) > 1 and len(firsts) == 1 and all(rankings):
        assert fused[0][0] in firsts


@given(st.lists(st.sampled_from([-1.0, 0.0, 0.5, 2.0]), max_size=40), st.integers(0, 45))
def test_best_rows_are_those_of_a_full_sort(scores, limit):
    scores = np.array(scores, dtype=np.float32)

    rows = best_rows(scores, limit)

    assert scores[rows].tolist() == sorted(scores.tolist(), reverse=True)[:limit]


def test_chroma_finds_what_the_exact_scan_finds(tmp_path):
    vectors = np.random.default_rng(7).normal(size=(2_500, 48)).astype(np.float32)
    vectors[1_000:1_400] = vectors[7]  # the same words can stand in many places
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    np.save(tmp_path / "vectors.npy", vectors)
    build_chroma(tmp_path / "chroma", tmp_path / "vectors.npy")
    chroma, exact = ChromaIndex(tmp_path / "chroma", vectors), ExactIndex(vectors)

    shares = [len({*chroma.nearest(v, 10)} & {*exact.nearest(v, 10)}) for v in vectors[::50]]

    assert all(int(chroma.nearest(vector, 1)[0]) == row for row, vector in enumerate(vectors[:50]))
    assert np.mean(shares) > 9.5
    assert chroma.nearest(vectors[7], 401).tolist() == [7, *range(1_000, 1_400)]


def test_a_failing_chroma_is_an_expected_failure(tmp_path):
    np.save(tmp_path / "vectors.npy", np.eye(3, dtype=np.float32))
    (tmp_path / "chroma").write_text("in the way")

    with pytest.raises(LibraryError, match="could not build the index of 3 vectors") as refused:
        build_chroma(tmp_path / "chroma", tmp_path / "vectors.npy")

    assert "Nothing was published" in refused.value.hint


# -- words -----------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.lists(st.text("abc of the\n", max_size=30), max_size=8), st.text("abc xyz", max_size=20))
def test_a_saved_lexical_index_scores_as_bm25s_does(texts, query):
    import tempfile
    from pathlib import Path

    from bm25s import BM25

    with tempfile.TemporaryDirectory() as folder:
        save_lexical(Path(folder), texts)
        loaded = LexicalIndex.load(Path(folder), len(texts))

    stems = [content_stems(text) or ["\0"] for text in texts] or [["\0"]]
    reference = BM25(method="lucene", backend="numpy")
    reference.index(stems, create_empty_token=False, show_progress=False)
    known = [reference.vocab_dict[stem] for stem in content_stems(query) if stem in reference.vocab_dict]
    expected = reference.get_scores_from_ids(known)[: len(texts)] if known else np.zeros(len(texts))
    assert loaded.scores(query) == pytest.approx(expected)
    assert LexicalIndex.build(texts).scores(query) == pytest.approx(expected)


def test_an_index_of_another_size_is_refused(tmp_path):
    save_lexical(tmp_path, ["pay", "work", "growth"])

    with pytest.raises(ValueError, match="another index"):
        LexicalIndex.load(tmp_path, 2)


@pytest.mark.parametrize(
    ("kind", "context", "text", "expected"),
    [
        (PassageKind.PROSE, "", "It **pays** [well](https://x.org).", "Pay > India: It pays well."),
        (PassageKind.PROSE, "", "<!-- S1-F01 -->\nIt pays.", "Pay > India: It pays."),
        (PassageKind.LIST_ITEM, "Signs of it:", "You like tests.", "Pay > India: Signs of it: You like tests."),
        (PassageKind.TABLE_ROW, "| Aspect | ML | MLOps |", "| Pay | $1 | |", "Pay > India: Aspect: Pay; ML: $1"),
        (PassageKind.TABLE_ROW, "| Aspect | ML |", "| Pay | $1 | $2 |", "Pay > India: Aspect ML Pay $1 $2"),
    ],
    ids=["markup", "comment", "lead-in", "row", "ragged row"],
)
def test_a_unit_is_embedded_with_what_it_needs_to_be_understood(kind, context, text, expected):
    guide = Guide("g", "Title", text)
    passage = Passage("g", kind, ("Pay", "India"), context, text, 0, len(text))

    assert embedding_text(passage, Unit(passage.id, 0, len(text)), guide) == expected


# -- LangChain -------------------------------------------------------------------------------------------------------


def test_other_langchain_programs_can_use_the_library(published):
    library = opened(*published)
    retriever = LibraryRetriever(shelf=MemoryShelf(library), limit=2)

    documents = retriever.invoke(QUESTION)

    found = library.search(QUESTION, 2)
    assert [document.page_content for document in documents] == [match.passage.text for match in found]
    first = documents[0].metadata
    guide = library.guides[first["guide"]]
    assert guide.text[first["start"] : first["end"]] == documents[0].page_content
    assert (first["url"], first["score"], first["release"]) == (guide.url, found[0].score, library.release)


def test_two_answers_at_once_do_not_mix(published):
    from concurrent.futures import ThreadPoolExecutor

    library = opened(*published, chroma_from=0)
    questions = [QUESTION, "Who trains models?", "Does pay grow?"] * 20

    with ThreadPoolExecutor(6) as pool:
        at_once = list(pool.map(lambda question: library.search(question, 3), questions))

    assert at_once == [library.search(question, 3) for question in questions]


def test_a_library_outlives_its_folder(release):
    library = open_release(release, HashEmbedder(), chroma_from=0)
    shutil.rmtree(release)

    assert library.search(QUESTION, 1)


def test_units_without_a_shared_word_are_found_by_meaning_alone(published):
    library = opened(*published)

    assert not library.scores("zzz").lexical.any()
    assert library.search("zzz", 3)
    assert replace(library.search("zzz", 1)[0], score=0).passage in library.passages.values()


def test_an_index_that_loses_vectors_is_left_out_with_a_warning(tmp_path, monkeypatch, caplog):
    np.save(tmp_path / "vectors.npy", np.eye(3, dtype=np.float32))
    (tmp_path / "chroma").mkdir()
    monkeypatch.setattr(
        "advisor.library.dense._in_child", lambda task, *_: (3, "1 of 3 vectors") if task == "check" else (0, "")
    )

    build_chroma(tmp_path / "chroma", tmp_path / "vectors.npy")

    assert not (tmp_path / "chroma").exists()
    assert "1 of 3 vectors" in caplog.text


def test_a_release_without_chroma_is_searched_at_any_size(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("ingest.assemble.build_chroma", lambda chroma, vectors: None)
    release = publish_small(tmp_path).release

    found = opened(tmp_path, release, chroma_from=0).search(QUESTION, 1)

    assert found[0].passage.guide_id == "pay"
    assert "not built" in caplog.text
