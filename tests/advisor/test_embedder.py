import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from advisor.embedder import export
from advisor.embedder.export import MIN_COSINE, export_onnx, open_embedder, parity
from advisor.embedder.onnx import CONFIG_FILE, MODEL_FILE, TOKENIZER_FILE, WEIGHTS_FILE, OnnxEmbedder
from advisor.embedder.source import (
    DEFAULT_MODEL,
    DEFAULT_WEIGHTS,
    SentenceTransformerEmbedder,
    check_weights,
    default_folder,
)
from advisor.errors import SetupError
from tests.fakes import HashEmbedder

LONG = "An MLOps engineer keeps models running in production and watches them drift. " * 12  # about 180 tokens


@pytest.fixture(scope="module")
def source():
    return SentenceTransformerEmbedder()


def copy_of(folder: Path, target: Path) -> Path:
    target.mkdir()
    for file in folder.iterdir():
        (target / file.name).write_bytes(file.read_bytes())
    return target


@pytest.mark.model
def test_the_export_gives_the_vectors_of_its_source(source, embedder):
    assert parity(source, embedder) >= MIN_COSINE


@pytest.mark.model
def test_words_after_the_128th_token_count(embedder):
    first, second = embedder.embed([LONG + "bananas", LONG + "salaries"])

    assert first @ second < 0.9999


@pytest.mark.model
def test_a_short_question_is_not_padded(embedder):
    """The model's own tokenizer file asks for 128 tokens, whatever the text."""
    encoding = embedder._tokenizer.encode_batch(["What does an ML engineer earn?"])[0]

    assert len(encoding.ids) < 12


@pytest.mark.model
def test_both_say_which_weights_they_run(source, embedder):
    assert source.digest == embedder.digest == DEFAULT_WEIGHTS
    assert source.name == embedder.name == DEFAULT_MODEL
    assert source.dimensions == embedder.dimensions == 384


@pytest.mark.model
def test_an_export_whose_vectors_differ_is_refused(source, models, tmp_path, monkeypatch):
    class Reversed(SentenceTransformerEmbedder):
        def embed(self, texts):
            return source.embed(texts)[:, ::-1]

    made = next(models.glob("*/"))
    monkeypatch.setattr(export, "_write_graph", lambda model, file: copy_graph(made, file.parent))

    with pytest.raises(SetupError, match="vectors differ"):
        export_onnx(Reversed(), tmp_path / "model")


def copy_graph(made, folder):
    for name in (MODEL_FILE, WEIGHTS_FILE):
        (folder / name).write_bytes((made / name).read_bytes())


@pytest.mark.model
def test_where_no_export_can_be_made_the_source_serves(tmp_path, monkeypatch, caplog):
    def no_export(source, folder):
        raise SetupError("It cannot be exported.", hint="It runs all the same.")

    monkeypatch.setattr(export, "export_onnx", no_export)

    serving = open_embedder(DEFAULT_MODEL, tmp_path / "models")

    assert isinstance(serving, SentenceTransformerEmbedder)
    assert "cannot be exported" in caplog.text
    assert list((tmp_path / "models").iterdir()) == []


@pytest.mark.model
@pytest.mark.parametrize("file", [WEIGHTS_FILE, TOKENIZER_FILE, CONFIG_FILE])
def test_a_damaged_export_is_not_taken(models, tmp_path, file, monkeypatch):
    folder = copy_of(next(models.glob("*/")), tmp_path / "models-1")
    content = bytearray((folder / file).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / file).write_bytes(content)
    monkeypatch.setattr(export, "SentenceTransformerEmbedder", lambda name: HashEmbedder())
    monkeypatch.setattr(export, "_export_into", lambda models, source: next(models.glob("elsewhere")))

    with pytest.raises(StopIteration):  # it went on to export anew
        open_embedder(DEFAULT_MODEL, tmp_path)


@pytest.mark.model
def test_a_changed_tokenizer_is_refused_when_serving(models, tmp_path):
    folder = copy_of(next(models.glob("*/")), tmp_path / "model")
    (folder / TOKENIZER_FILE).write_text("{}")

    with pytest.raises(SetupError, match="was changed"):
        OnnxEmbedder(folder)


@pytest.mark.model
def test_a_broken_graph_is_an_expected_failure(models, tmp_path):
    folder = copy_of(next(models.glob("*/")), tmp_path / "model")
    (folder / "model.onnx").write_bytes(b"not a graph")

    with pytest.raises(SetupError, match="cannot be used") as refused:
        OnnxEmbedder(folder)

    assert "advisor ingest" in refused.value.hint


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path):
    forged = tmp_path / "model.safetensors"
    forged.write_bytes(b"other weights")

    with pytest.raises(SetupError, match="not the published one"):
        check_weights(forged, DEFAULT_WEIGHTS)


def test_the_installed_weights_are_the_published_ones():
    assert (default_folder() / "model.safetensors").is_file()


def test_weights_that_are_not_there_are_refused(tmp_path):
    with pytest.raises(SetupError, match="cannot be read"):
        check_weights(tmp_path / "model.safetensors", DEFAULT_WEIGHTS)


@pytest.mark.model
def test_a_model_that_cannot_be_had_is_an_expected_failure(tmp_path):
    with pytest.raises(SetupError, match="cannot be loaded") as refused:
        SentenceTransformerEmbedder(str(tmp_path / "no-such-model"))

    assert "ADVISOR_EMBEDDER" in refused.value.hint


@pytest.mark.model
def test_a_model_in_a_folder_says_its_own_digest(tmp_path, source):
    source.model.save(str(tmp_path / "own"))
    (tmp_path / "own" / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": 64}))

    own = SentenceTransformerEmbedder(str(tmp_path / "own"))

    assert own.digest not in (DEFAULT_WEIGHTS, "")
    assert np.allclose(own.embed(["pay"]), source.embed(["pay"]), atol=1e-5)


@pytest.mark.model
def test_embedding_a_question_loads_no_torch(models):
    code = (
        "import sys; from pathlib import Path; from advisor.embedder.onnx import OnnxEmbedder;"
        f"OnnxEmbedder(Path({str(next(models.glob('*/')))!r})).embed(['pay']);"
        "print(*{'torch', 'sentence_transformers', 'transformers'} & sys.modules.keys())"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))

    assert run.stdout.split() == []
