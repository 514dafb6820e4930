"""Parts that are slow to make, made once for the whole run."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from advisor.embedder.export import open_embedder
from advisor.embedder.source import DEFAULT_MODEL
from advisor.interfaces import Embedder
from ingest.pipeline import ingest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def models(pytestconfig: pytest.Config) -> Path:
    """A folder with the default model's export, kept between runs until the embedder's code changes."""
    code = sha256(b"".join(path.read_bytes() for path in sorted((ROOT / "advisor/embedder").glob("*.py"))))
    folder = pytestconfig.cache.mkdir(f"models-{code.hexdigest()[:12]}")
    open_embedder(DEFAULT_MODEL, folder)
    return folder


@pytest.fixture(scope="session")
def embedder(models: Path) -> Embedder:
    """The real default one, run by ONNX Runtime."""
    return open_embedder(DEFAULT_MODEL, models)


@pytest.fixture(scope="session")
def corpus_home(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Path:
    """A home folder in which `corpus/` is published, with the real embedder; for reading: copy it to change it."""
    home = tmp_path_factory.mktemp("corpus") / "home"
    shutil.copytree(models, home / "models", copy_function=_link)
    ingest([ROOT / "corpus"], home, embedder_name=DEFAULT_MODEL, progress=lambda step, done, total: None)
    return home


@pytest.fixture
def home(tmp_path: Path, models: Path) -> Path:
    """An empty home folder that need not export the default model."""
    folder = tmp_path / "home"
    shutil.copytree(models, folder / "models", copy_function=_link)
    return folder


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
