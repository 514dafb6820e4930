"""Embedding by ONNX Runtime: the same vectors as the source in a sixteenth of the start-up.

Knows an exported folder (`model.onnx` with its data, `tokenizer.json`, `embedder.json`), and neither torch nor how it
was exported.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ValidationError

from advisor.errors import SetupError
from advisor.interfaces import Vectors

MODEL_FILE = "model.onnx"
WEIGHTS_FILE = "model.onnx.data"  # outside the graph, so that they are mapped, not parsed: a third of the start-up
TOKENIZER_FILE = "tokenizer.json"
CONFIG_FILE = "embedder.json"
BATCH = 8  # texts; small batches of like length waste least on a CPU
REMEMBERED = 64  # last single texts: a turn asks for its question more than once


class ExportConfig(BaseModel):
    """What an exported model says of itself."""

    name: str
    digest: str
    dimensions: int
    max_tokens: int
    files: dict[str, str]  # SHA-256 of each file beside this one


class OnnxEmbedder:
    """An exported model. `threads` above one suit an ingest; questions are each other's parallelism.

    Raises SetupError where the folder does not hold a usable export.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.folder = folder
        config = read_config(folder)
        self.name = config.name
        self.digest = config.digest
        self.dimensions = config.dimensions
        self._tokenizer = _tokenizer(folder / TOKENIZER_FILE, config)
        self._session = _session(folder / MODEL_FILE, threads)
        self._remembered = lru_cache(maxsize=REMEMBERED)(lambda text: self._embed_all([text]))

    def embed(self, texts: Sequence[str]) -> Vectors:
        if len(texts) == 1:
            return self._remembered(texts[0]).copy()
        return self._embed_all(list(texts))

    def _embed_all(self, texts: list[str]) -> Vectors:
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        for start in range(0, len(texts), BATCH):
            rows = by_length[start : start + BATCH]
            vectors[rows] = self._embed_batch([texts[row] for row in rows])
        return vectors

    def _embed_batch(self, texts: list[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(texts)
        inputs = {
            "input_ids": np.array([encoding.ids for encoding in encodings], dtype=np.int64),
            "attention_mask": np.array([encoding.attention_mask for encoding in encodings], dtype=np.int64),
        }
        vectors: Vectors = self._session.run(None, inputs)[0]
        return vectors


def read_config(folder: Path) -> ExportConfig:
    """Raises SetupError where the folder holds no export."""
    try:
        return ExportConfig.model_validate_json((folder / CONFIG_FILE).read_bytes())
    except (OSError, ValidationError) as problem:
        raise _unusable(folder, str(problem)) from problem


def _tokenizer(file: Path, config: ExportConfig) -> Any:
    """The model's tokenizer, padding to the longest of a batch.

    The file's own settings are replaced: all-MiniLM-L6-v2 ships padding to 128 and truncation at 128 tokens, which
    make every question seven times slower and cut passages in half.
    """
    from tokenizers import Tokenizer

    try:
        content = file.read_bytes()
    except OSError as problem:
        raise _unusable(file.parent, str(problem)) from problem
    if sha256(content).hexdigest() != config.files.get(TOKENIZER_FILE):
        raise _unusable(file.parent, f"{file.name} was changed")
    tokenizer = Tokenizer.from_str(content.decode())
    shipped = tokenizer.padding or {}
    keep = {key: shipped[key] for key in ("pad_id", "pad_token", "pad_type_id", "direction") if key in shipped}
    tokenizer.no_padding()
    tokenizer.enable_padding(**keep)
    tokenizer.enable_truncation(config.max_tokens)
    return tokenizer


def _session(file: Path, threads: int) -> Any:
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as ort

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # spinning starves a small busy machine
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except (ort.Fail, ort.InvalidGraph, ort.InvalidProtobuf, ort.NoSuchFile, ort.NotImplemented) as problem:
        raise _unusable(file.parent, str(problem)) from problem


def _unusable(folder: Path, why: str) -> SetupError:
    return SetupError(
        f"The exported embedding model in {folder} cannot be used: {why.splitlines()[0]}",
        hint="Run: advisor ingest. It exports the model again.",
    )
