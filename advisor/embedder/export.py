"""From a sentence-transformers model to ONNX, once for each model and home folder.

An export is kept only when its vectors equal the source's; where it cannot be made, the source serves itself.
"""

import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import Any

import numpy as np

from advisor.embedder.onnx import (
    CONFIG_FILE,
    MODEL_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    ExportConfig,
    OnnxEmbedder,
    read_config,
)
from advisor.embedder.source import DEFAULT_MODEL, DEFAULT_WEIGHTS, SentenceTransformerEmbedder
from advisor.errors import SetupError
from advisor.interfaces import Embedder

MIN_COSINE = 0.9999
STAGING_EXPORT = ".export-"  # a folder of this name is an export that was not finished
PROBES = (  # short, empty, beyond 128 tokens, beyond 256 tokens, other scripts
    "What does an ML engineer earn?",
    "",
    "MLOps",
    "An MLOps engineer keeps models running in production and watches them drift. " * 12,
    "A long guide goes on and on about pay, growth, education and tools. " * 40,
    "Was verdient eine Ingenieurin für maschinelles Lernen? — 機械学習エンジニア 🙂",
)

log = logging.getLogger(__name__)


def open_embedder(name: str, models: Path, threads: int = 1) -> Embedder:
    """The export of this model in the folder `models`, made now where there is none; the source where it cannot be.

    Raises SetupError where the model itself cannot be had.
    """
    kept = _kept_export(name, models)
    if kept is not None:
        return OnnxEmbedder(kept, threads)
    source = SentenceTransformerEmbedder(name)
    try:
        return OnnxEmbedder(_export_into(models, source), threads)
    except SetupError as problem:
        log.warning("%s %s", problem, problem.hint)
        return source


def export_onnx(source: SentenceTransformerEmbedder, folder: Path) -> None:
    """Write the graph, its weights, the tokenizer and `embedder.json`; raises SetupError where the vectors differ."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_tokenizer(source, folder / TOKENIZER_FILE)
    _write_graph(source.model, folder / MODEL_FILE)
    config = ExportConfig(
        name=source.name,
        digest=source.digest,
        dimensions=source.dimensions,
        max_tokens=source.max_tokens,
        files=_digests(folder),
    )
    (folder / CONFIG_FILE).write_text(config.model_dump_json(indent=1), encoding="utf-8")
    lowest = parity(source, OnnxEmbedder(folder))
    if not lowest >= MIN_COSINE:
        raise _no_export(source.name, f"its vectors differ from the source's (cosine {lowest:.5f})")


def parity(source: Embedder, export: Embedder) -> float:
    """The lowest cosine of the two on the probe texts, which say most of what can go wrong."""
    cosines = np.einsum("ij,ij->i", source.embed(PROBES), export.embed(PROBES))
    return float(cosines.min())


def _kept_export(name: str, models: Path) -> Path | None:
    """An earlier export of this model, unharmed; a model given as a folder may change, so it has none."""
    if Path(name).is_dir():
        return None
    for config_file in sorted(models.glob(f"*/{CONFIG_FILE}")):
        folder = config_file.parent
        try:
            config = read_config(folder)
            unharmed = _digests(folder) == config.files
        except (SetupError, OSError):
            continue
        right = config.digest == DEFAULT_WEIGHTS if name == DEFAULT_MODEL else config.name == name
        if unharmed and right:
            return folder
    return None


def _export_into(models: Path, source: SentenceTransformerEmbedder) -> Path:
    """Export beside, then rename: a kill leaves no half export."""
    models.mkdir(parents=True, exist_ok=True)
    target = models / source.digest[:16]
    with tempfile.TemporaryDirectory(prefix=STAGING_EXPORT, dir=models) as staging:
        made = Path(staging) / "model"
        export_onnx(source, made)
        if target.exists():
            shutil.rmtree(target)
        made.replace(target)
    return target


def _write_tokenizer(source: SentenceTransformerEmbedder, file: Path) -> None:
    backend = getattr(source.model.tokenizer, "backend_tokenizer", None)
    if backend is None:
        raise _no_export(source.name, "its tokenizer has no fast form")
    file.write_text(backend.to_str(), encoding="utf-8")


def _write_graph(model: Any, file: Path) -> None:
    """The whole model, pooling included, as one graph of (input_ids, attention_mask) -> vectors of length one."""
    import torch

    class Graph(torch.nn.Module):  # type: ignore[misc]  # torch is untyped here
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=1)

    sizes = {0: torch.export.Dim("texts"), 1: torch.export.Dim("tokens")}
    example = torch.ones(2, 7, dtype=torch.long)
    try:
        with _quiet_exporter(), torch.no_grad():
            program = torch.onnx.export(
                Graph().eval(),
                (example, example.clone()),
                dynamo=True,
                input_names=["input_ids", "attention_mask"],
                output_names=["vectors"],  # "embedding" is taken by a node
                dynamic_shapes=(sizes, sizes),
                verbose=False,
            )
            for node in program.model.graph:
                node.metadata_props.clear()  # stack traces: of no use when serving, and they name folders
            program.save(str(file), external_data=True)
    except (RuntimeError, ImportError) as problem:
        raise _no_export(str(file.parent), str(problem).splitlines()[0]) from problem


@contextmanager
def _quiet_exporter() -> Iterator[None]:
    """The exporter warns of what it deprecates in itself and of packages it could use; a reader can mend neither."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _digests(folder: Path) -> dict[str, str]:
    digests = {}
    for name in (MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE):
        with (folder / name).open("rb") as stream:
            digests[name] = file_digest(stream, "sha256").hexdigest()
    return digests


def _no_export(name: str, why: str) -> SetupError:
    return SetupError(
        f"{name} cannot be exported to ONNX: {why}.",
        hint="The model is run by sentence-transformers instead: right, but slower to start.",
    )
