"""Every setting, in one flat place; read from `ADVISOR_*` variables and from `--home`."""

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from advisor.errors import SetupError

PREFIX = "ADVISOR_"
NOT_SETTINGS = {"ADVISOR_SHARED"}  # where the tests find shared material


class Settings(BaseSettings):
    """All values a person may set. A constant that nobody sets stands beside its use."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    home: Path = Field(Path("var"), description="folder of releases, ledger and keys")
    corpus: Path = Field(Path("corpus"), description="guides that `advisor ingest` reads by default")
    embedder: str = Field(
        "sentence-transformers/all-MiniLM-L6-v2",
        description="embedding model: the default comes with the installation, any other name is downloaded once",
    )
    host: str = Field("127.0.0.1", description="address the page is served on")
    port: int = Field(7860, ge=1, le=65535, description="port the page is served on")
    unsupported_claims: Literal["drop", "strike"] = Field(
        "drop", description="what to do with a claim the check refuses: `drop` it or show it `strike`d through"
    )
    entailment_model: str = Field(
        "",
        description="sentence-transformers CrossEncoder, by name or folder, with the last word on claims; empty: none",
    )
    retention_days: int = Field(90, ge=1, description="days after which what people wrote may be erased")
    max_question_chars: int = Field(2_000, ge=100, description="longest question, in characters")
    max_body_bytes: int = Field(262_144, ge=16_384, description="largest request body, in bytes")
    queue_size: int = Field(64, ge=1, description="questions that may wait before the page says it is busy")
    concurrency: int = Field(4, ge=1, description="questions answered at the same time")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="how much the log says")


def load_settings(**given: object) -> Settings:
    """Settings from the environment, overridden by what is `given` (None is skipped).

    Raises SetupError for an unknown `ADVISOR_*` variable or a value that does not fit.
    """
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known | NOT_SETTINGS:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known settings: {', '.join(sorted(known))}."
            raise SetupError(f"Unknown setting {name}.", hint=f"{hint} Unset it or correct its name.")
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as problem:
        first = problem.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise SetupError(
            f"{name} cannot be used: {first['msg']}.", hint="See the table of settings in README.md."
        ) from problem
