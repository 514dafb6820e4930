from pathlib import Path

import pytest

from advisor.errors import IngestError
from ingest.collect import guide_files, vocabulary_files


def laid_out(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_gives_its_guides_in_order(tmp_path: Path):
    laid_out(tmp_path, "b.md", "a/c.txt", "d.html", "e.pdf", ".hidden.md", ".git/f.md", "roles.yaml", "b.meta.yaml")

    assert names(guide_files([tmp_path]), tmp_path) == ["a/c.txt", "b.md", "d.html"]


def test_a_corpus_keeps_its_guides_in_a_folder_of_their_own(tmp_path: Path):
    laid_out(tmp_path, "README.md", "guides/a.md", "roles.yaml")

    assert names(guide_files([tmp_path]), tmp_path) == ["guides/a.md"]


def test_a_guide_that_is_named_twice_is_read_once(tmp_path: Path):
    laid_out(tmp_path, "a.md", "b.md")

    assert names(guide_files([tmp_path / "b.md", tmp_path, tmp_path / "." / "a.md"]), tmp_path) == ["b.md", "a.md"]


def test_a_file_that_is_named_is_taken_whatever_its_format(tmp_path: Path):
    laid_out(tmp_path, "a.pdf", "roles.yaml")

    assert names(guide_files([tmp_path / "a.pdf", tmp_path / "roles.yaml"]), tmp_path) == ["a.pdf"]


def test_a_path_that_is_not_there_stops_everything(tmp_path: Path):
    laid_out(tmp_path, "a.md")

    with pytest.raises(IngestError, match="gone is not there"):
        guide_files([tmp_path, tmp_path / "gone"])


def test_a_folder_without_guides_is_refused(tmp_path: Path):
    with pytest.raises(IngestError, match="no guide"):
        guide_files([tmp_path])


@pytest.mark.parametrize("given", ["corpus", "corpus/guides", "corpus/guides/a.md"])
def test_the_vocabulary_lies_beside_the_guides_or_above(tmp_path: Path, given: str):
    laid_out(tmp_path, "corpus/guides/a.md", "corpus/roles.yaml", "corpus/fit.yaml", "corpus/other.yaml")

    found = vocabulary_files([tmp_path / given])

    assert found == {"roles.yaml": b"corpus/roles.yaml", "fit.yaml": b"corpus/fit.yaml"}


def test_no_vocabulary_is_no_error(tmp_path: Path):
    laid_out(tmp_path, "guides/a.md")

    assert vocabulary_files([tmp_path / "guides"]) == {}
